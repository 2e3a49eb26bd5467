// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"

#include <QString>

#include <string>

namespace ipclab {

// A learner's own copy of one of IPC Lab's labs, in the user's data folder under the lab's name:
// there it is edited and run, and the catalog shows it in place of the lab. GUI thread.

bool isOwnLab(const std::string& labFolder); // it lies in the user's data folder

// The copy, made if there is none; one that is made here is trusted, as who edits it. Errors: step
// "mkdir", "write" or "rename".
Result<QString> ownCopyOf(const std::string& labFolder);

// IPC Lab's own lab that this is a copy of; empty: of none.
QString originalOf(const std::string& copy);

// To the trash, or beside it under another name where there is no trash. Errors: step "rename".
Status putAside(const std::string& copy);

} // namespace ipclab
