// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/sock_diag_parse.h"
#include "ipc-core/capture/socket_map.h"

#include <netinet/in.h>
#include <sys/socket.h>

#include <cstdint>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

using namespace ipclab;

namespace {

// Whom each belongs to can be asked, whatever they say of each other.
void checkMap(std::vector<SocketEntry> entries)
{
    const std::vector<SocketEntry> all = entries;
    const SocketMap map(std::move(entries));
    for (const SocketEntry& entry : all) {
        const SocketEntry* const peer = map.peer(entry);
        if (peer && peer->kind != entry.kind)
            std::abort();
        (void)map.server(entry);
        (void)map.isAddressOfListener(entry);
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view datagram(reinterpret_cast<const char*>(data), size);
    std::vector<SocketEntry> all = parseSockets(datagram, AF_UNIX, 0).sockets;
    for (const int protocol : { IPPROTO_TCP, IPPROTO_UDP }) {
        SocketMessages messages = parseSockets(datagram, AF_INET6, protocol);
        if (messages.error < 0 || messages.sockets.size() > size)
            std::abort();
        for (SocketEntry& entry : messages.sockets)
            all.push_back(std::move(entry));
    }
    checkMap(std::move(all));
    return 0;
}
