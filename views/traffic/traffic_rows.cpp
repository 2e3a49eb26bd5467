// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_rows.h"

#include "views/common/action_wording.h"
#include "views/common/wording.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <optional>

namespace ipclab {

namespace {

template <class... Bodies> bool isOneOf(const EventBody& body)
{
    return (std::holds_alternative<Bodies>(body) || ...);
}

// What is told in the words of a trace.
std::optional<TrafficRow> toldRow(std::uint32_t index, const Event& event)
{
    if (isOneOf<SignalSent, SignalDelivered, SignalIgnored, ProcessStopped, ProcessContinued>(
            event.body))
        return TrafficRow { index, 0, {}, TrafficKind::Signal };
    if (const auto* const action = std::get_if<UserAction>(&event.body);
        action && !didWords({}, *action).isEmpty())
        return TrafficRow { index, 0, {}, TrafficKind::Person };
    const auto* const started = std::get_if<ProcessStarted>(&event.body);
    const bool life = started ? !started->self
                              : isOneOf<ProcessExited, ProcessReaped, ProcessAdopted>(event.body);
    if (life)
        return TrafficRow { index, 0, {}, TrafficKind::Life };
    return {};
}

// What the row is about, but for `skipped`; nothing for an event that is none of the traffic's.
std::optional<TrafficRow> rowFor(std::uint32_t index, const Event& event)
{
    if (const auto* written = std::get_if<BytesWritten>(&event.body))
        return TrafficRow { index, 0, written->channel,
            written->lost ? TrafficKind::Lost : TrafficKind::Written };
    if (const auto* read = std::get_if<BytesRead>(&event.body)) {
        const bool ended = read->count + read->dropped == 0 && read->requested > 0;
        return TrafficRow { index, 0, read->channel,
            ended ? TrafficKind::EndOfFile : TrafficKind::Read };
    }
    if (const auto* created = std::get_if<ChannelCreated>(&event.body))
        return TrafficRow { index, 0, created->channel, TrafficKind::Created };
    if (const auto* returned = std::get_if<CallReturned>(&event.body);
        returned && isFailure(*returned))
        return TrafficRow { index, 0, {}, TrafficKind::Failed };
    return toldRow(index, event);
}

} // namespace

bool TrafficRows::choose(ChannelId channel, bool fileReads)
{
    return m_choice.set(channel, fileReads);
}

void TrafficRows::forget()
{
    m_kept = {};
    m_ignored = {};
    m_choice.forget();
    m_streams = {};
    m_signs = {};
    m_rows.clear();
    m_taken = 0;
}

void TrafficRows::take(EventIndex index, const Event& event)
{
    constexpr std::uint64_t kMost = std::numeric_limits<std::uint32_t>::max();
    m_taken = index + 1;
    const auto at = static_cast<std::uint32_t>(index);
    std::optional<TrafficRow> row = rowFor(at, event);
    if (const std::optional<KeptBytes::Growth> grown = m_kept.take(event))
        row = TrafficRow { at, static_cast<std::uint32_t>(std::min(grown->from, kMost)),
            grown->channel, TrafficKind::Kept };
    m_ignored.take(event);
    m_choice.take(event);
    m_streams.take(index, event);
    m_signs.take(event);
    if (row && row->kind == TrafficKind::Signal)
        row->ignored = m_ignored.has(event);
    if (row && m_choice.wants(*row, event))
        m_rows.push_back(*row);
}

std::size_t TrafficRows::countUpTo(EventIndex moment) const
{
    const auto end = std::ranges::lower_bound(m_rows, moment, {}, &TrafficRow::index);
    return static_cast<std::size_t>(end - m_rows.begin());
}

} // namespace ipclab
