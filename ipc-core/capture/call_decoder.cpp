// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: the descriptor tables.
#include "ipc-core/capture/call_decoder.h"

#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/session_places.h"
#include "ipc-core/events/call_kinds.h"
#include "ipc-core/events/channel_kinds.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

bool makesDescriptor(Call call)
{
    switch (call) {
    case Call::TimerfdCreate:
    case Call::Signalfd:
    case Call::Signalfd4:
    case Call::EpollCreate:
    case Call::EpollCreate1:
    case Call::InotifyInit:
    case Call::InotifyInit1:
    case Call::IoUringSetup:
        return true;
    default:
        return false;
    }
}

} // namespace

CallDecoder::CallDecoder(
    Recorder& recorder, ChannelTable& channels, Tracees& tracees, DecoderNeeds needs)
    : m_recorder(recorder)
    , m_channels(channels)
    , m_tracees(tracees)
    , m_needs(std::move(needs))
    , m_mapped(recorder, channels)
{
}

const ChannelEnd* CallDecoder::learn(
    TracedProcess& process, Tid tid, int fd, Call call, bool outside, std::optional<int> from)
{
    const auto original = from ? process.descriptors->find(*from) : process.descriptors->end();
    // A duplicate is the same end; a socket's number of its own does not tell which.
    const auto end = original != process.descriptors->end()
        ? original->second
        : m_channels.identify(process.pid, fd, outside, makesDescriptor(call));
    if (!end)
        return nullptr;
    const auto before = process.descriptors->find(fd);
    if (before != process.descriptors->end()
        && (before->second.channel != end->channel || before->second.end != end->end))
        close(process, tid, fd); // dup2(2), or unseen
    ChannelEnd& known = (*process.descriptors)[fd];
    known = *end;
    if (call == Call::Unknown)
        learnPackets(process.pid, fd, *end);
    if (process.unseen())
        m_channels.setOutside(known.channel);
    if (!m_channels.isHidden(known.channel))
        recordForSharers(process, tid,
            DescriptorOpened { fd, known.channel, known.access, known.end, call, from });
    return &known;
}

void CallDecoder::close(TracedProcess& process, Tid tid, int fd)
{
    const auto found = process.descriptors->find(fd);
    if (found == process.descriptors->end())
        return;
    if (found->second.kind == ChannelKind::File)
        process.xray.fileClosed();
    const ChannelEnd closed = found->second;
    m_mapped.closing(process, tid, fd);
    m_channels.closed(process.pid, fd);
    process.descriptors->erase(fd);
    if (!m_channels.isHidden(closed.channel))
        recordForSharers(process, tid, DescriptorClosed { fd });
    if (closed.kind == ChannelKind::Fifo)
        retireIfLast(process.pid, tid, closed.channel);
    if (mayConnect(closed.kind))
        forgetIfLast(closed.channel);
}

void CallDecoder::forgetIfLast(ChannelId listener)
{
    const ChannelCount& count = *m_channels.count(listener);
    if (count.listens && !count.outside && !count.sent && !holderOf({ {}, -1, listener }))
        m_sockets.closed(listener);
}

// With its last descriptor a FIFO loses what was left in it, pipe(7); its name may be used again.
void CallDecoder::retireIfLast(Pid pid, Tid tid, ChannelId channel)
{
    const ChannelCount& count = *m_channels.count(channel);
    if (count.outside || count.ours || count.sent || holderOf({ {}, -1, channel })
        || isOpenUnannounced(channel))
        return;
    if (count.written[0] != count.read[0])
        m_recorder.record(pid, tid, ChannelLevel { channel, 0, std::nullopt, End::First });
    m_channels.retire(channel);
}

// Who waited in open(2) used the FIFO, too, and may have been the last who did. Where nothing was
// ever written it is the same that is tried again.
void CallDecoder::openedInVain(Pid pid, Tid tid, const std::optional<ChannelKey>& fifo)
{
    const ChannelId channel = fifo ? m_channels.withKey(*fifo) : ChannelId {};
    if (channel && m_channels.count(channel)->written.at(indexOf(End::First)) > 0)
        retireIfLast(pid, tid, channel);
}

// By somebody whose open(2) is over, while its exit stop is on its way to us; or who is in it: who
// waits there, or has just let the other in, keeps it, too.
bool CallDecoder::isOpenUnannounced(ChannelId channel) const
{
    for (const auto& [pid, process] : m_tracees.processes) {
        const auto opens = [](const auto& entry) {
            const auto& call = entry.second.call; // interrupted it keeps nothing, and begins anew
            return call && isOpen(call->call) && !call->restarting;
        };
        const auto opensIt = [&, pid = pid](const auto& entry) {
            const auto opening
                = opens(entry) ? openFacts(entry.first, *entry.second.call) : std::nullopt;
            const auto fifo = opening ? fifoBehind(pid, entry.first, *opening) : std::nullopt;
            return fifo
                && m_channels.isAt({ ChannelKind::Fifo, fifo->device, fifo->inode }, channel);
        };
        if (std::ranges::any_of(process.threads, opensIt))
            return true;
        if (std::ranges::none_of(process.threads, opens))
            continue;
        for (const int fd : openDescriptors(pid)) {
            if (!process.descriptors->contains(fd) && m_channels.isAt(pid, fd, channel))
                return true;
        }
    }
    return false;
}

void CallDecoder::learnAfresh(TracedProcess& process)
{
    std::vector<int> open = openDescriptors(process.pid);
    std::ranges::sort(open);
    const Tid tid = firstThread(process.pid);
    if (open.empty())
        return; // most likely not to be read: its first thread has ended, or it is not dumpable
    const DescriptorTable before = *process.descriptors;
    for (const auto& [fd, end] : before) {
        const bool isOpen = std::ranges::binary_search(open, fd);
        const auto now = isOpen ? m_channels.identify(process.pid, fd, true) : std::nullopt;
        if (!now || now->channel != end.channel || (isOneWay(end.kind) && now->end != end.end))
            close(process, tid, fd);
    }
    for (const int fd : open)
        endOf(process, tid, fd);
}

template <typename Body>
void CallDecoder::recordForSharers(TracedProcess& process, Tid tid, Body body)
{
    m_recorder.record(process.pid, tid, body);
    if (process.descriptors.use_count() == 1)
        return;
    for (const auto& [pid, other] : m_tracees.processes) {
        if (pid != process.pid && other.descriptors == process.descriptors)
            m_recorder.record(pid, firstThread(pid), body);
    }
}

const ChannelEnd* CallDecoder::endOf(TracedProcess& process, Tid tid, int fd)
{
    const auto found = process.descriptors->find(fd);
    if (found != process.descriptors->end())
        return &found->second;
    // It came by a way we did not see; who was attached to may have passed it on by one, too.
    return learn(process, tid, fd, Call::Unknown, process.attached.value != 0);
}

} // namespace ipclab
