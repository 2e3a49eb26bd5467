// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// What an address says, as addressText() writes it: "127.0.0.1:80", "[::1]:80". Any thread.
bool isInternet(std::string_view address); // else "/path" or "@abstract", or none
std::string_view portOf(std::string_view address);
bool isLoopback(std::string_view address);

// Where a connection to it really goes: to the unspecified address means to this machine, which is
// loopback.
std::string destinationOf(const std::string& address);

// Where somebody may listen whom a connection to it gets to: there, or at any address of this
// machine, ip(7). Of a path and the like: there.
std::vector<std::string> placesOf(const std::string& address);

// Does what is sent there stay on this machine? The kernel sends what does from the very address it
// goes to; asked by connect(2) of a datagram socket, udp(7), which sends nothing. No, if unknown.
bool isOfThisMachine(const std::string& address);

// Which network it is in, network_namespaces(7): there each address means one place.
std::string networkOf(Pid pid);

} // namespace ipclab
