// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ipclab {

// Tells screen readers the rows of a CallsTable that are in view. Once is enough; GUI thread.
void makeCallsAccessible();

} // namespace ipclab
