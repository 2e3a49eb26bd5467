// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: the descriptor tables.
#include "ipc-core/capture/call_decoder.h"

#include <utility>

namespace ipclab {

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
    auto end = m_channels.identify(process.pid, fd, outside);
    if (!end)
        return nullptr;
    if (from) { // a duplicate is the same end; a socket's number of its own does not tell which
        const auto original = process.descriptors->find(*from);
        if (original != process.descriptors->end())
            end = original->second;
    }
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
