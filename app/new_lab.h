// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"

#include <QString>

namespace ipclab {

// Makes a lab that works, to be changed by who writes one: the skeleton of the resources under the
// name, in the folder. Whole or not at all. Returns where it is. Errors: EEXIST when there is
// something of that name; what mkdir(2) and open(2) say of the folder.
Result<QString> makeLab(const QString& name, const QString& folder);

} // namespace ipclab
