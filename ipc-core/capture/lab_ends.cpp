// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/lab_ends.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/socket_facts.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

bool isSocket(int fd)
{
    struct stat status { };
    return fstat(fd, &status) == 0 && S_ISSOCK(status.st_mode);
}

} // namespace

LabEnds::LabEnds(Recorder& recorder, ChannelTable& channels, CatchUp catchUp)
    : m_recorder(recorder)
    , m_channels(channels)
    , m_catchUp(std::move(catchUp))
    , m_self(getpid())
{
    m_recorder.record(
        m_self, firstThread(m_self), ProcessStarted { Pid { getppid() }, StartedBy::Launch, true });
}

void LabEnds::pair(const LaunchSpec& spec)
{
    for (std::size_t i = 0; i < spec.stdio.size(); ++i) {
        const int child = spec.stdio.at(i).get();
        const int ours = spec.labEnds.at(i);
        if (child < 0 || ours < 0)
            continue;
        const auto childKey = m_channels.keyOf(m_self, child);
        const auto ourKey = m_channels.keyOf(m_self, ours);
        if (!childKey || !ourKey)
            continue;
        if (isSocket(child) && !m_ends.contains(ours)) {
            const SocketFacts facts = socketFactsHere(child);
            const ChannelId channel = m_channels.create(m_self, facts.kind, facts.remote, false);
            m_channels.alias(*childKey, channel, End::First);
            m_channels.alias(*ourKey, channel, End::Second);
        }
        m_channels.identify(m_self, child, false);
        if (const auto end = m_channels.identify(m_self, ours, false))
            open(ours, *end);
    }
}

void LabEnds::open(int fd, const ChannelEnd& end)
{
    if (m_ends.contains(fd))
        return;
    m_ends[fd] = end;
    m_channels.count(end.channel)->ours = true;
    m_recorder.record(m_self, firstThread(m_self),
        DescriptorOpened { fd, end.channel, end.access, end.end, Call::Unknown, std::nullopt });
    if (!isOneWay(end.kind))
        return;
    if (const auto size = pipeCapacity(openPidfd(m_self), fd))
        m_recorder.record(
            m_self, firstThread(m_self), ChannelLevel { end.channel, 0, size, End::First });
}

void LabEnds::read(int fd, std::string_view bytes)
{
    const auto found = m_ends.find(fd);
    if (found == m_ends.end())
        return;
    const ChannelEnd end = found->second;
    const std::size_t queue = indexOf(queueReadFrom(end));
    ChannelCount& count = *m_channels.count(end.channel);
    if (end.kind <= ChannelKind::Udp
        && count.read.at(queue) + bytes.size() > count.written.at(queue))
        m_catchUp(end.channel, queueReadFrom(end), bytes);
    count.read.at(queue) += bytes.size();
    BytesMoved moved;
    moved.fd = fd;
    moved.channel = end.channel;
    moved.end = end.end;
    moved.call = Call::Read;
    moved.count = bytes.size();
    moved.requested = std::max<std::uint64_t>(moved.count, 1); // a read of nothing meets no end
    moved.bytes.kept = bytes;
    m_recorder.record(m_self, firstThread(m_self), BytesRead { moved });
}

void LabEnds::wrote(int fd, std::string_view bytes)
{
    const auto found = m_ends.find(fd);
    if (found == m_ends.end())
        return;
    const std::size_t known = std::min<std::uint64_t>(m_early[fd], bytes.size());
    m_early[fd] -= known;
    bytes.remove_prefix(known);
    if (!bytes.empty())
        recordWrite(fd, found->second, bytes);
}

void LabEnds::reachedEnd(int fd)
{
    if (m_ends.contains(fd))
        read(fd, {}); // a read of 0
}

void LabEnds::closed(int fd)
{
    if (m_ends.erase(fd) == 0)
        return;
    m_early.erase(fd);
    m_recorder.record(m_self, firstThread(m_self), DescriptorClosed { fd });
}

void LabEnds::childWasFaster(ChannelId channel, End queue, std::string_view bytes)
{
    for (const auto& [fd, end] : m_ends) {
        const bool oursToWrite = end.channel == channel && end.access != Access::Read
            && queueWrittenFrom(end) == queue;
        if (!oursToWrite)
            continue;
        const ChannelCount& count = *m_channels.count(channel);
        const std::uint64_t waiting = count.written.at(indexOf(queue))
            - std::min(count.written.at(indexOf(queue)), count.read.at(indexOf(queue)));
        const std::string_view early = bytes.substr(std::min<std::size_t>(waiting, bytes.size()));
        m_early[fd] += early.size();
        recordWrite(fd, end, early);
        return;
    }
}

void LabEnds::recordWrite(int fd, const ChannelEnd& end, std::string_view bytes)
{
    BytesMoved moved;
    moved.fd = fd;
    moved.channel = end.channel;
    moved.end = end.end;
    moved.call = Call::Write;
    moved.requested = moved.count = bytes.size();
    moved.bytes.kept = bytes;
    m_channels.count(end.channel)->written.at(indexOf(queueWrittenFrom(end))) += bytes.size();
    m_recorder.record(m_self, firstThread(m_self), BytesWritten { moved });
}

} // namespace ipclab
