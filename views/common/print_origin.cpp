// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Between a program's own buffer and the kernel.
#include "views/common/byte_origin.h"

#include <algorithm>
#include <ranges>
#include <string_view>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

// Whose buffer it is, from an event on: a child of fork(2) goes on with a copy of its parent's.
struct Owner {
    Pid pid;
    EventIndex from = 0;
};

// Who had the buffer that `pid` has at that event: the forebears, the oldest first, and itself.
std::vector<Owner> ownersOf(const LogView& log, EventIndex event)
{
    std::vector<Owner> owners;
    Pid pid = log[event].pid;
    for (EventIndex i = event + 1; i-- > 0;) {
        const auto* const started
            = log[i].pid == pid ? std::get_if<ProcessStarted>(&log[i].body) : nullptr;
        if (!started)
            continue;
        owners.push_back({ pid, i });
        pid = makerOf(*started);
        if (!pid)
            break; // it began with nothing
    }
    if (pid)
        owners.push_back({ pid, 0 }); // who ran from the beginning
    std::ranges::reverse(owners);
    return owners;
}

// One buffer, followed: which of its bytes were seen to be printed where.
class Printed {
public:
    Printed(std::vector<Owner> owners, int fd)
        : m_owners(std::move(owners))
        , m_fd(fd)
    {
    }

    struct Span {
        EventIndex event;
        std::uint64_t begin, end; // of all that was written to the descriptor
        std::uint64_t buffer = 0; // the first byte that was in the buffer then
    };

    void take(EventIndex index, const Event& event)
    {
        if (m_next < m_owners.size() && index >= m_owners[m_next].from)
            m_pid = m_owners[m_next++].pid;
        else if (event.pid == m_pid && std::holds_alternative<ProcessStarted>(event.body))
            m_pid = {}; // another process has its number now
        if (event.pid != m_pid)
            return;
        if (std::holds_alternative<ProgramExecuted>(event.body)) {
            m_pending = 0;
        } else if (const auto* const level = std::get_if<StdioLevel>(&event.body)) {
            if (level->fd == m_fd)
                note(index, level->gone ? 0 : level->pending);
        } else if (const auto* const written = std::get_if<BytesWritten>(&event.body)) {
            if (written->fd == m_fd)
                flush(index, written->count);
        }
    }
    [[nodiscard]] const std::vector<Span>& prints() const { return m_prints; }
    [[nodiscard]] const std::vector<Span>& flushes() const { return m_flushes; }

private:
    void note(EventIndex index, std::uint64_t pending)
    {
        if (pending > m_pending)
            m_prints.push_back({ index, m_out + m_pending, m_out + pending, m_out });
        m_pending = pending;
    }
    void flush(EventIndex index, std::uint64_t count)
    {
        m_flushes.push_back({ index, m_out, m_out + count });
        m_out += count;
        m_pending -= std::min(m_pending, count);
    }

    std::vector<Owner> m_owners;
    std::size_t m_next = 0; // of them
    Pid m_pid; // who has it now
    int m_fd;
    std::uint64_t m_out = 0; // went out
    std::uint64_t m_pending = 0;
    std::vector<Span> m_prints;
    std::vector<Span> m_flushes;
};

// The buffer that the process of that event has then.
Printed followed(const LogView& log, EventIndex event, int fd)
{
    Printed printed(ownersOf(log, event), fd);
    for (EventIndex i = 0; i < log.size(); ++i)
        printed.take(i, log[i]);
    return printed;
}

const Printed::Span* of(const std::vector<Printed::Span>& spans, EventIndex event)
{
    const auto found = std::ranges::find(spans, event, &Printed::Span::event);
    return found == spans.end() ? nullptr : &*found;
}

// The last: what was seen later replaces what was seen of the same bytes before.
const Printed::Span* holding(const std::vector<Printed::Span>& spans, std::uint64_t byte)
{
    for (const Printed::Span& span : std::views::reverse(spans)) {
        if (span.begin <= byte && byte < span.end)
            return &span;
    }
    return nullptr;
}

// What was in the buffer is what was written from its byte on; else the write went past the buffer.
bool isFlushOf(
    const LogView& log, const Printed::Span& flush, const Printed::Span& print, std::uint64_t byte)
{
    const auto& level = std::get<StdioLevel>(log[print.event].body);
    const auto& written = std::get<BytesWritten>(log[flush.event].body);
    const std::uint64_t inBuffer = byte - print.buffer;
    const std::uint64_t inWrite = byte - flush.begin;
    if (inBuffer >= level.bytes.kept.size() || inWrite >= written.bytes.kept.size())
        return false; // not kept: not known
    const std::string_view a = level.bytes.kept.substr(inBuffer);
    const std::string_view b = written.bytes.kept.substr(inWrite);
    const std::size_t both = std::min(a.size(), b.size());
    return print.event < flush.event && a.substr(0, both) == b.substr(0, both);
}

} // namespace

std::optional<EventIndex> printOf(const LogView& log, EventIndex write)
{
    const auto* const written = std::get_if<BytesWritten>(&log[write].body);
    if (!written || written->count == 0)
        return std::nullopt;
    const Printed printed = followed(log, write, written->fd);
    const Printed::Span* const flush = of(printed.flushes(), write);
    const Printed::Span* const print = flush ? holding(printed.prints(), flush->begin) : nullptr;
    return print && isFlushOf(log, *flush, *print, flush->begin) ? std::optional(print->event)
                                                                 : std::nullopt;
}

std::optional<EventIndex> flushOf(const LogView& log, EventIndex print)
{
    const auto* const level = std::get_if<StdioLevel>(&log[print].body);
    if (!level)
        return std::nullopt;
    const Printed printed = followed(log, print, level->fd);
    const Printed::Span* const made = of(printed.prints(), print);
    const Printed::Span* const flush = made ? holding(printed.flushes(), made->begin) : nullptr;
    return flush && isFlushOf(log, *flush, *made, made->begin) ? std::optional(flush->event)
                                                               : std::nullopt;
}

} // namespace ipclab
