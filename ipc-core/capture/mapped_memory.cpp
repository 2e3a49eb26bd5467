// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/mapped_memory.h"

#include "ipc-core/capture/proc_maps.h"

#include <algorithm>
#include <string>

namespace ipclab {

namespace {

constexpr Nanoseconds kMapsEvery = 300 * kMillisecond;
constexpr std::size_t kMostOfOne = 64; // pieces of memory that are followed

bool isMapped(const std::string& maps, const ChannelKey& key)
{
    Mapping wanted;
    wanted.shared = true;
    wanted.device = key.device;
    wanted.inode = key.inode;
    return mapsToo(maps, wanted);
}

} // namespace

void MappedMemory::closing(TracedProcess& process, Tid tid, int fd)
{
    const ChannelEnd end = process.descriptors->at(fd);
    if (end.kind != ChannelKind::Shm || process.mapped.contains(end.channel))
        return;
    const bool another = std::ranges::any_of(*process.descriptors,
        [&](const auto& one) { return one.first != fd && one.second.channel == end.channel; });
    const auto key = another ? std::nullopt : m_channels.keyOf(process.pid, fd);
    if (!key || !isMapped(mapsOf(process.pid), *key))
        return;
    process.mapped.emplace(end.channel, *key);
    m_recorder.record(process.pid, tid, ChannelAttached { end.channel, Call::Unknown });
}

void MappedMemory::learnAnonymous(TracedProcess& process)
{
    const bool others = process.attached.value != 0; // it may have come from who is not watched
    findMapping(process.pid, [&](const Mapping& mapping) {
        if (!mapping.shared || !isAnonymous(mapping))
            return false;
        const ChannelKey key { ChannelKind::Shm, mapping.device, mapping.inode };
        const std::string name = "anon_shmem:[" + std::to_string(mapping.inode) + ']';
        const ChannelEnd end = m_channels.numbered(process.pid, key, name, others);
        if (process.mapped.emplace(end.channel, key).second)
            m_recorder.record(process.pid, firstThread(process.pid),
                ChannelAttached { end.channel, Call::Unknown });
        return process.mapped.size() >= kMostOfOne;
    });
}

void MappedMemory::look(TracedProcess& process)
{
    if (process.mapped.empty() || m_recorder.now() < process.mappedLookAt)
        return;
    process.mappedLookAt = m_recorder.now() + kMapsEvery;
    const std::string maps = mapsOf(process.pid);
    std::erase_if(process.mapped, [&](const auto& one) {
        if (maps.empty() || isMapped(maps, one.second)) // empty: it is about to end
            return false;
        m_recorder.record(process.pid, firstThread(process.pid), ChannelDetached { one.first });
        return true;
    });
}

} // namespace ipclab
