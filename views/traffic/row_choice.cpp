// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/row_choice.h"

namespace ipclab {

bool RowChoice::set(ChannelId channel, bool fileReads)
{
    if (channel == m_channel && fileReads == m_fileReads)
        return false;
    m_channel = channel;
    m_fileReads = fileReads;
    return true;
}

void RowChoice::take(const Event& event)
{
    if (const auto* const created = std::get_if<ChannelCreated>(&event.body)) {
        if (created->kind == ChannelKind::File)
            m_files.insert(created->channel);
        else
            m_files.erase(created->channel);
    } else if (const auto* const started = std::get_if<ProcessStarted>(&event.body)) {
        m_started[event.pid] = started->self;
    }
}

// What a program prints to a file is of interest, what it reads to load itself is not.
bool RowChoice::wants(const TrafficRow& row, const Event& event) const
{
    if (m_channel)
        return row.channel == m_channel;
    if (row.kind == TrafficKind::Life)
        return isTold(event);
    return m_fileReads || row.kind == TrafficKind::Written || row.kind == TrafficKind::Lost
        || row.kind == TrafficKind::Kept || !m_files.contains(row.channel);
}

// That IPC Lab has waited for a process is of no interest.
bool RowChoice::isTold(const Event& event) const
{
    const auto* const reaped = std::get_if<ProcessReaped>(&event.body);
    if (!reaped)
        return true;
    const auto by = m_started.find(reaped->by);
    return by != m_started.end() && !by->second;
}

} // namespace ipclab
