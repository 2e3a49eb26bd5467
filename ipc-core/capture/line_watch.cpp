// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/line_watch.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr Nanoseconds kLongFrom = 20 * kMillisecond; // shorter waits are over when they are read of
constexpr Nanoseconds kMostATurn = kMillisecond;
constexpr std::size_t kMostPrograms = 16; // whose files are kept open

} // namespace

void LineWatch::look(const TracedProcess& process, TracedThread& thread)
{
    const bool held = thread.stands && thread.stands->held;
    const bool waits = thread.call && thread.call->told && !thread.call->restarting
        && !thread.stands && m_recorder.now() - thread.call->since >= kLongFrom;
    if ((!held && !waits) || process.launching || m_spent >= kMostATurn)
        return;
    bool& looked = held ? thread.stands->lineLooked : thread.call->lineLooked;
    if (looked)
        return;
    looked = true;
    const Nanoseconds begin = m_recorder.now();
    const auto place = placeOf(process, thread);
    if (place)
        m_recorder.record(process.pid, thread.tid, LineKnown { place->file, place->line });
    m_spent += m_recorder.now() - begin;
}

std::optional<CodePlace> LineWatch::placeOf(
    const TracedProcess& process, const TracedThread& thread)
{
    const bool leads = thread.tid == firstThread(process.pid);
    // Who has ended shows no memory, but any thread that lives does.
    const bool headless = !process.threads.contains(firstThread(process.pid));
    const Pid memory = headless ? Pid { thread.tid.value } : process.pid;
    if (process.xray.frames().isKnown()) { // a thread's number elsewhere is not known
        const bool here = !process.names.elsewhere();
        return here || leads ? process.xray.frames().line(
                   memory, here ? thread.tid.value : process.names.inside.back())
                             : std::nullopt;
    }
    const auto place = standingPlace(process.pid, thread.tid);
    return place ? linesOf(process.memory).line(memory, thread.tid, *place) : std::nullopt;
}

void LineWatch::forget(std::uint64_t memory)
{
    m_lines.remove_if([&](const auto& entry) { return entry.first == memory; });
}

NativeLines& LineWatch::linesOf(std::uint64_t memory)
{
    const auto found = std::ranges::find(m_lines, memory, &decltype(m_lines)::value_type::first);
    if (found != m_lines.end())
        m_lines.splice(m_lines.begin(), m_lines, found);
    else
        m_lines.emplace_front(memory, NativeLines());
    if (m_lines.size() > kMostPrograms)
        m_lines.pop_back();
    return m_lines.front().second;
}

} // namespace ipclab
