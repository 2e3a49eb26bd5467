// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: what is used by a number and not by a descriptor, sysvipc(7).
#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/system_v.h"

#include <algorithm>

namespace ipclab {

namespace {

std::uint64_t numberIn(std::uint64_t value) // of an int: the kernel ignores the upper half
{
    return static_cast<std::uint32_t>(value);
}

} // namespace

const ChannelEnd* CallDecoder::systemV(TracedProcess& process, Tid tid, ChannelKey key, Call call)
{
    key.inode = numberIn(key.inode);
    const auto known = process.systemV.find(key);
    if (known != process.systemV.end())
        return &known->second;
    const ChannelEnd end = m_channels.numbered(process.pid, key, systemVName(process.pid, key));
    m_recorder.record(process.pid, tid, ChannelAttached { end.channel, call });
    return &process.systemV.emplace(key, end).first->second;
}

const ChannelEnd* CallDecoder::systemVOf(TracedProcess& process, TracedThread& thread)
{
    const OpenCall& call = *thread.call;
    const auto key = systemVKey(call.call, call.args[0]);
    return key ? systemV(process, thread.tid, *key, call.call) : nullptr;
}

bool CallDecoder::leaveSystemV(TracedProcess& process, TracedThread& thread, std::int64_t result)
{
    const OpenCall& call = *thread.call;
    const auto made = static_cast<std::uint64_t>(result);
    switch (call.call) {
    case Call::Semget:
        systemV(process, thread.tid, { ChannelKind::Semaphore, 0, made }, call.call);
        return true;
    case Call::Msgget:
        systemV(process, thread.tid, { ChannelKind::Queue, 0, made }, call.call);
        return true;
    case Call::Shmat: {
        const ChannelKey key { ChannelKind::Shm, 0, numberIn(call.args[0]) };
        systemV(process, thread.tid, key, call.call);
        process.segments[made] = key;
        return true;
    }
    case Call::Shmdt: {
        const auto segment = process.segments.find(call.args[0]);
        if (segment == process.segments.end())
            return true;
        const ChannelKey key = segment->second;
        process.segments.erase(segment);
        const bool elsewhereToo = std::ranges::any_of(
            process.segments, [&key](const auto& other) { return other.second == key; });
        const auto attached = process.systemV.find(key);
        if (!elsewhereToo && attached != process.systemV.end()) {
            m_recorder.record(
                process.pid, thread.tid, ChannelDetached { attached->second.channel });
            process.systemV.erase(attached);
        }
        return true;
    }
    default:
        return false;
    }
}

} // namespace ipclab
