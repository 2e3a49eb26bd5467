// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/console/recorded_ends.h"

#include "views/common/transfer.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::uint64_t kMostOfEnd = std::uint64_t { 64 } << 10U; // bytes

} // namespace

void RecordedEnds::take(const EventLog& log, EventIndex end)
{
    for (; m_taken < end; ++m_taken)
        takeEvent(m_taken, log[m_taken]);
}

void RecordedEnds::takeEvent(EventIndex index, const Event& event)
{
    if (const auto* const started = std::get_if<ProcessStarted>(&event.body)) {
        if (started->self)
            m_self = event.pid;
        else if (started->by == StartedBy::Launch)
            m_launched[event.pid] = started->run;
    } else if (const auto* const opened = std::get_if<DescriptorOpened>(&event.body)) {
        const auto by = m_launched.find(event.pid);
        if (by == m_launched.end() || opened->fd < 0 || opened->fd > 2)
            return;
        // Of one that is several streams: stdout, else stderr, else stdin.
        const auto known = m_others.find(opened->channel);
        if (known == m_others.end() || known->second.fd == 0 || opened->fd == 1)
            m_others[opened->channel] = { by->second, opened->fd };
    } else if (const auto* const created = std::get_if<ChannelCreated>(&event.body)) {
        m_terminal = m_terminal || created->kind == ChannelKind::Pty;
    } else if (const auto* const action = std::get_if<UserAction>(&event.body)) {
        if (action->what == "run")
            m_runs.push_back(index);
    } else if (const auto* const moved = transferIn(event.body)) {
        if (m_self && event.pid == m_self)
            takeTransfer(index, *moved, std::holds_alternative<BytesWritten>(event.body));
    }
}

void RecordedEnds::takeTransfer(EventIndex index, const BytesMoved& moved, bool written)
{
    const auto other = m_others.find(moved.channel);
    if (other == m_others.end())
        return; // none of the programs' own streams
    const Source source = written ? Source::Sent
        : moved.count == 0        ? Source::Note
        : other->second.fd == 2   ? Source::Errors
                                  : Source::Output;
    m_pieces.push_back({ index, source, other->second.who, m_bytes });
    m_bytes += moved.count;
}

Transcript RecordedEnds::at(
    const EventLog& log, EventIndex moment, bool several, const QString& ended) const
{
    const auto run = std::ranges::lower_bound(m_runs, moment);
    const EventIndex begin = run == m_runs.begin() ? 0 : *std::prev(run);
    const auto from = std::ranges::lower_bound(m_pieces, begin, {}, &Piece::index);
    const auto to = std::ranges::lower_bound(m_pieces, moment, {}, &Piece::index);
    auto first = to;
    std::uint64_t bytes = 0;
    while (first != from && bytes < kMostOfEnd) {
        --first;
        bytes += transferIn(log[first->index].body)->bytes.kept.size() + 1;
    }
    Transcript shown;
    shown.setTerminal(m_terminal);
    if (first != from)
        shown.skip(first->before - from->before);
    for (auto piece = first; piece != to; ++piece) {
        const BytesMoved& moved = *transferIn(log[piece->index].body);
        const QString who = several ? QString::fromStdString(piece->who) : QString();
        if (piece->source == Source::Note)
            shown.addNote(ended, who);
        shown.add(piece->source, moved.bytes.kept, who);
        shown.skip(moved.cut);
    }
    return shown;
}

} // namespace ipclab
