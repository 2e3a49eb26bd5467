// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: the descriptor tables.
#include "ipc-core/capture/call_decoder.h"

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
    ChannelEnd& known = (*process.descriptors)[fd];
    known = *end;
    m_recorder.record(process.pid, tid,
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
    process.descriptors->erase(found);
    m_recorder.record(process.pid, tid, DescriptorClosed { fd });
}

const ChannelEnd* CallDecoder::endOf(TracedProcess& process, Tid tid, int fd)
{
    const auto found = process.descriptors->find(fd);
    if (found != process.descriptors->end())
        return &found->second;
    return learn(process, tid, fd, Call::Unknown); // it came by a way we did not see
}

} // namespace ipclab
