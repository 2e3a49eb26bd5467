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

// Out of the catalog's sight and kept; an older one that was kept goes to the trash, or where there
// is none, under another name. Errors: step "rename".
Status putAside(const std::string& copy);

// The copy of this lab of IPC Lab's that was put aside; empty: none.
QString copyKeptOf(const std::string& original);

// It is the learner's copy again; returns its folder. Errors: EEXIST when there is another; step
// "rename".
Result<QString> takeUpAgain(const std::string& original);

} // namespace ipclab
