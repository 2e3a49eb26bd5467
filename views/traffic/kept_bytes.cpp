// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/kept_bytes.h"

#include <algorithm>

namespace ipclab {

std::optional<KeptBytes::Growth> KeptBytes::take(const Event& event)
{
    if (const auto* level = std::get_if<StdioLevel>(&event.body))
        return noted(event.pid, *level);
    if (const auto* body = std::get_if<BytesWritten>(&event.body))
        written(event.pid, *body);
    else if (const auto* opened = std::get_if<DescriptorOpened>(&event.body))
        m_outputs[event.pid].channels[opened->fd] = opened->channel;
    else if (const auto* closed = std::get_if<DescriptorClosed>(&event.body))
        m_outputs[event.pid].channels.erase(closed->fd);
    else if (const auto* begun = std::get_if<ProcessStarted>(&event.body))
        started(event.pid, *begun);
    else if (std::holds_alternative<ProgramExecuted>(event.body))
        m_outputs[event.pid].levels.clear();
    else if (std::holds_alternative<ProcessExited>(event.body))
        m_outputs.erase(event.pid);
    return {};
}

// fork(2): the child has a copy of the descriptors, and of what its parent had not flushed.
void KeptBytes::started(Pid pid, const ProcessStarted& body)
{
    const auto parent = m_outputs.find(makerOf(body));
    m_outputs[pid] = parent != m_outputs.end() ? Outputs(parent->second) : Outputs();
}

std::optional<KeptBytes::Growth> KeptBytes::noted(Pid pid, const StdioLevel& level)
{
    Outputs& outputs = m_outputs[pid];
    const Buffer buffer { level.fd, std::string(level.stream) };
    if (level.gone) {
        outputs.levels.erase(buffer);
        return {};
    }
    const std::uint64_t before = std::exchange(outputs.levels[buffer], level.pending);
    if (level.pending <= before)
        return {};
    const auto channel = outputs.channels.find(level.fd);
    return Growth { before, channel == outputs.channels.end() ? ChannelId() : channel->second };
}

void KeptBytes::written(Pid pid, const BytesWritten& body)
{
    const auto found = m_outputs.find(pid);
    if (found == m_outputs.end())
        return;
    for (auto& [buffer, level] : found->second.levels) {
        if (buffer.first == body.fd)
            level -= std::min(level, body.count);
    }
}

} // namespace ipclab
