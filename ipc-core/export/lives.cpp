// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/lives.h"

#include "ipc-core/export/clean_text.h"
#include "ipc-core/world/process.h"

#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kLongestProgram = 128;

} // namespace

std::size_t Lives::begin(Pid pid)
{
    m_lives.push_back({ pid, {}, {} });
    m_current[pid] = m_lives.size() - 1;
    return m_lives.size() - 1;
}

std::optional<std::size_t> Lives::take(const Event& event)
{
    if (!event.pid)
        return std::nullopt;
    const auto found = m_current.find(event.pid);
    if (const auto* const started = std::get_if<ProcessStarted>(&event.body)) {
        const auto maker = m_current.find(makerOf(*started));
        std::string name = cleanText(started->run, kLongestProgram); // as in a lab; empty: of none
        if (started->self)
            name = "ipclab";
        else if (maker != m_current.end())
            name = m_lives[maker->second].name;
        const std::size_t life = begin(event.pid);
        m_lives[life].name = std::move(name);
        return life;
    }
    const std::size_t life = found == m_current.end() ? begin(event.pid) : found->second;
    if (const auto* const executed = std::get_if<ProgramExecuted>(&event.body)) {
        m_lives[life].argv = executed->argv.joined;
        m_lives[life].name
            = cleanText(programName(std::string(executed->path), wordsIn(executed->argv.joined)),
                kLongestProgram);
    }
    return life;
}

std::vector<Life> livesOf(const LogView& log)
{
    Lives lives;
    for (EventIndex i = 0; i < log.size(); ++i)
        lives.take(log[i]);
    return lives.all();
}

} // namespace ipclab
