// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <string>
#include <string_view>

// Whom a process may descend from, by its control group: it is born in that of its parent, and only
// root moves it out of what a user may change, cgroups(7). systemd has one for each service and for
// each user, systemd.special(7). Pure functions, but for the one that reads. Any thread.
namespace ipclab {

// Of the text of /proc/PID/cgroup, in the unified hierarchy; empty: it says none.
std::string_view controlGroupIn(std::string_view text);
std::string controlGroupOf(Pid pid); // empty: unknown

// Two services, two users, or one of each: neither began in the other. Where that is not known, no.
bool areApart(std::string_view one, std::string_view other);

} // namespace ipclab
