// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/export/export_options.h"
#include "ipc-core/export/internet_packet.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace ipclab {

// Writes the blocks of a pcapng file (draft-ietf-opsawg-pcapng) of one section and one interface of
// raw IP packets, with times in nanoseconds. The first error stays, and nothing is written after
// it.
class PcapngBlocks {
public:
    explicit PcapngBlocks(const Sink& sink)
        : m_sink(sink)
    {
    }

    void begin(std::string_view program); // section header and interface description
    void nameAddress(const InternetAddress& address, std::string_view name); // name resolution
    // Enhanced packet: the first bytes of a packet that was `length` bytes long.
    void packet(Nanoseconds at, std::string_view captured, std::uint32_t length,
        std::string_view comment = {});

    [[nodiscard]] bool failed() const { return !m_status.ok(); }
    Status finish(); // all is written

private:
    void add(std::uint32_t type, std::string body);
    void flush();

    const Sink& m_sink;
    std::string m_waiting;
    Status m_status = Done {};
};

} // namespace ipclab
