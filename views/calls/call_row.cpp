// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_row.h"

namespace ipclab {

namespace {

ChannelId channelIn(const EventBody& body)
{
    return std::visit(
        [](const auto& one) {
            if constexpr (requires { one.channel; })
                return one.channel;
            else if constexpr (requires { one.through; })
                return one.through;
            else
                return ChannelId();
        },
        body);
}

} // namespace

bool mayWait(const EventBody& begin)
{
    return std::holds_alternative<CallEntered>(begin) || std::holds_alternative<LockWaiting>(begin);
}

std::optional<EventIndex> endOf(const EventLog& log, CallRow row)
{
    if (row.more == CallRow::kNone)
        return std::nullopt;
    const EventBody& begin = log[row.begin].body;
    if (mayWait(begin) || std::holds_alternative<DescriptorOpened>(begin))
        return row.more;
    return std::nullopt;
}

ChannelId channelOf(const EventLog& log, CallRow row)
{
    const EventBody& begin = log[row.begin].body;
    if (std::holds_alternative<DescriptorClosed>(begin))
        return row.more == CallRow::kNone ? ChannelId() : ChannelId { row.more };
    if (const ChannelId id = channelIn(begin))
        return id;
    const std::optional<EventIndex> end = endOf(log, row);
    return end ? channelIn(log[*end].body) : ChannelId();
}

} // namespace ipclab
