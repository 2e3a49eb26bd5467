// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/pcapng.h"
#include "ipc-core/export/perfetto.h"
#include "ipc-core/log/session_file.h"

#include <sys/mman.h>
#include <unistd.h>

#include <cstdint>
#include <cstdlib>
#include <string>

using namespace ipclab;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

// What is written, without keeping it.
class Count {
public:
    explicit Count(std::uint64_t most)
        : m_most(most)
    {
    }
    Status operator()(std::string_view bytes)
    {
        m_count += bytes.size();
        require(m_count <= m_most);
        return Done {};
    }

private:
    std::uint64_t m_most;
    std::uint64_t m_count = 0;
};

std::uint32_t numberAt(const std::string& file, std::size_t at)
{
    std::uint32_t number = 0;
    for (std::size_t i = 4; i-- > 0;)
        number = number << 8 | static_cast<unsigned char>(file[at + i]);
    return number;
}

// Each block has its length before and after, and none is beyond the end.
void checkBlocks(const std::string& file)
{
    for (std::size_t at = 0; at < file.size();) {
        require(file.size() - at >= 12);
        const std::uint32_t length = numberAt(file, at + 4);
        require(length >= 12 && length % 4 == 0 && length <= file.size() - at);
        require(numberAt(file, at + length - 4) == length);
        at += length;
    }
}

// Of any make, as names in a session are.
std::string label(const World& world, ChannelId id)
{
    const Channel* const channel = world.channel(id);
    return channel ? channel->name + channel->local + channel->remote : std::string();
}

} // namespace

// Whatever a session holds: no crash, sound files, and no event that fills a disk.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    constexpr std::uint64_t kMostAnEvent = 100'000; // a write of many segments, all its names
    const UniqueFd fd(::memfd_create("session", MFD_CLOEXEC));
    require(fd && ::write(fd.get(), data, size) == static_cast<ssize_t>(size));
    const Result<SavedSession> session = readSession("/proc/self/fd/" + std::to_string(fd.get()));
    if (!session.ok())
        return 0;
    const LogView log(*session->log);
    ExportOptions options;
    options.channelLabel = label;
    const std::uint64_t most = (log.size() + 1) * kMostAnEvent;
    require(exportPerfetto(log, options, Count(most)).ok());
    std::string packets;
    require(exportPcapng(log, options, [&](std::string_view bytes) -> Status {
        packets += bytes;
        return Done {};
    }).ok());
    require(packets.size() <= most);
    checkBlocks(packets);
    return 0;
}
