// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/scripts/script_model.h"

#include <algorithm>
#include <unordered_set>

namespace ipclab::test {

namespace {

constexpr std::uint32_t kPage = 4096;
constexpr std::size_t kPages = 16; // of a pipe, pipe(7)
constexpr std::uint32_t kSocketRoom = 400'000; // any amount below what a script writes at one go

// Plays one step of one actor.
class Player {
public:
    Player(const Script& script, ScriptState& state, std::size_t actor)
        : m_script(script)
        , m_state(state)
        , m_place(state.actors[actor])
        , m_actor(static_cast<int>(actor))
        , m_open(state.open[script[actor].kind == Actor::Kind::Thread ? 0 : actor])
    {
    }

    bool goOn()
    {
        if (m_place.done)
            return false;
        const std::vector<Step>& steps = m_script[static_cast<std::size_t>(m_actor)].steps;
        if (m_place.next == steps.size())
            return end();
        return perform(steps[m_place.next]);
    }

private:
    bool next()
    {
        ++m_place.next;
        m_place.left = -1;
        return true;
    }
    // The main one waits for all others, one after the other.
    bool end()
    {
        if (m_actor == 0
            && std::any_of(m_state.actors.begin() + 1, m_state.actors.end(),
                [](const auto& place) { return !place.done; }))
            return false;
        m_place.done = true;
        if (m_script[static_cast<std::size_t>(m_actor)].kind != Actor::Kind::Thread)
            m_open = 0;
        return true;
    }
    bool perform(const Step& step)
    {
        const auto of = static_cast<std::size_t>(step.of);
        switch (step.what) {
        case 'w':
            return isOpen(step.of) ? write(step) : next();
        case 'r':
            return isOpen(step.of) ? read(step) : next();
        case 'c':
            m_open &= ~(1U << of);
            return next();
        case 'q':
            return mayReadAny(static_cast<unsigned>(step.of)) && next();
        case 'h':
            if (isOpen(step.of))
                m_state.shut |= 1U << of;
            return next();
        case 'k':
            return m_state.isTrue[of] && next();
        case 'b':
            m_state.isTrue[of] = true;
            return next();
        case 'd':
            return next();
        case 'l':
            if (m_state.owners[of] >= 0)
                return false;
            m_state.owners[of] = m_actor;
            return next();
        case 'u':
            m_state.owners[of] = -1;
            return next();
        case 's':
            if (m_state.posted[of] == 0)
                return false;
            --m_state.posted[of];
            return next();
        default:
            ++m_state.posted[of];
            return next();
        }
    }
    [[nodiscard]] bool isOpen(int fd) const { return (m_open >> fd & 1U) != 0; }
    [[nodiscard]] bool openAnywhere(int fd) const
    {
        return std::ranges::any_of(
            m_state.open, [fd](std::uint32_t open) { return (open >> fd & 1U) != 0; });
    }
    static int otherEnd(int fd) { return fd ^ 1; }
    [[nodiscard]] bool isShut(int fd) const { return (m_state.shut >> fd & 1U) != 0; }
    // What reads at `fd` sees the end of file, once it is empty.
    [[nodiscard]] bool isOver(int fd) const
    {
        return !openAnywhere(otherEnd(fd)) || isShut(otherEnd(fd));
    }
    [[nodiscard]] bool holdsBytes(int fd) const
    {
        return fd < 4 ? !m_state.pipes[static_cast<std::size_t>(fd / 2)].empty()
                      : m_state.sockets[static_cast<std::size_t>(fd - 4)] > 0;
    }
    // One that is closed is an event, too: POLLNVAL.
    [[nodiscard]] bool mayReadAny(unsigned mask) const
    {
        for (int fd = 0; fd < kDescriptors; ++fd) {
            if ((mask >> fd & 1U) != 0 && (!isOpen(fd) || holdsBytes(fd) || isOver(fd)))
                return true;
        }
        return false;
    }

    bool write(const Step& step)
    {
        if (!openAnywhere(otherEnd(step.of)) || isShut(step.of))
            return next(); // EPIPE
        const bool begins = m_place.left < 0;
        if (begins)
            m_place.left = step.count;
        const std::int32_t before = m_place.left;
        if (step.of < 4)
            fillPipe(m_state.pipes[static_cast<std::size_t>(step.of / 2)], begins);
        else
            fillSocket(m_state.sockets[static_cast<std::size_t>(otherEnd(step.of) - 4)]);
        if (m_place.left == 0)
            return next();
        return begins || m_place.left < before;
    }
    void fillPipe(std::vector<ScriptState::Page>& pages, bool begins)
    {
        auto left = static_cast<std::uint32_t>(m_place.left);
        const std::uint32_t odd = left % kPage;
        if (begins && odd != 0 && !pages.empty()) {
            ScriptState::Page& last = pages.back();
            if (last.from + last.size + odd <= kPage) {
                last.size += odd;
                left -= odd;
            }
        }
        while (left > 0 && pages.size() < kPages) {
            pages.push_back({ 0, std::min(left, kPage) });
            left -= pages.back().size;
        }
        m_place.left = static_cast<std::int32_t>(left);
    }
    void fillSocket(std::uint32_t& level)
    {
        const auto room = static_cast<std::int32_t>(kSocketRoom - level);
        const std::int32_t moved = std::min(m_place.left, room);
        level += static_cast<std::uint32_t>(moved);
        m_place.left -= moved;
    }

    bool read(const Step& step)
    {
        if (m_place.left < 0)
            m_place.left = step.count;
        const std::uint32_t got = step.of < 4
            ? drainPipe(m_state.pipes[static_cast<std::size_t>(step.of / 2)])
            : drainSocket(m_state.sockets[static_cast<std::size_t>(step.of - 4)]);
        m_place.left -= static_cast<std::int32_t>(got);
        if (m_place.left == 0 || (got == 0 && isOver(step.of)))
            return next(); // all, or the end of file
        return got > 0;
    }
    [[nodiscard]] std::uint32_t drainPipe(std::vector<ScriptState::Page>& pages) const
    {
        std::uint32_t got = 0;
        while (!pages.empty() && got < static_cast<std::uint32_t>(m_place.left)) {
            ScriptState::Page& first = pages.front();
            const std::uint32_t piece
                = std::min(first.size, static_cast<std::uint32_t>(m_place.left) - got);
            first.from += piece;
            first.size -= piece;
            got += piece;
            if (first.size == 0)
                pages.erase(pages.begin());
        }
        return got;
    }
    [[nodiscard]] std::uint32_t drainSocket(std::uint32_t& level) const
    {
        const std::uint32_t got = std::min(level, static_cast<std::uint32_t>(m_place.left));
        level -= got;
        return got;
    }

    const Script& m_script;
    ScriptState& m_state;
    ScriptState::Place& m_place;
    int m_actor;
    std::uint32_t& m_open;
};

std::string keyOf(const ScriptState& state)
{
    std::string key;
    const auto add
        = [&key](auto value) { key.append(reinterpret_cast<const char*>(&value), sizeof value); };
    for (const ScriptState::Place& place : state.actors) {
        add(place.next);
        add(place.left);
        add(place.done);
    }
    for (const auto& pages : state.pipes) {
        add(pages.size());
        for (const ScriptState::Page& page : pages) {
            add(page.from);
            add(page.size);
        }
    }
    for (const std::uint32_t level : state.sockets)
        add(level);
    for (const std::uint32_t open : state.open)
        add(open);
    for (int i = 0; i < kLocks; ++i) {
        add(state.owners[static_cast<std::size_t>(i)]);
        add(state.posted[static_cast<std::size_t>(i)]);
        add(state.isTrue[static_cast<std::size_t>(i)]);
    }
    add(state.shut);
    return key;
}

unsigned unfinished(const ScriptState& state)
{
    unsigned mask = 0;
    for (std::size_t i = 0; i < state.actors.size(); ++i)
        mask |= state.actors[i].done ? 0U : 1U << i;
    return mask;
}

} // namespace

ScriptState startOf(const Script& script)
{
    ScriptState state;
    state.actors.resize(script.size());
    for (const Actor& actor : script)
        state.open.push_back(actor.kind == Actor::Kind::Thread ? 0U : (1U << kDescriptors) - 1);
    return state;
}

bool goOn(const Script& script, ScriptState& state, std::size_t actor)
{
    return Player(script, state, actor).goOn();
}

std::optional<std::set<unsigned>> endsOf(const Script& script, std::size_t mostStates)
{
    std::set<unsigned> ends;
    std::unordered_set<std::string> seen;
    std::vector<ScriptState> next { startOf(script) };
    seen.insert(keyOf(next.front()));
    while (!next.empty()) {
        if (seen.size() > mostStates)
            return std::nullopt;
        const ScriptState state = std::move(next.back());
        next.pop_back();
        bool moved = false;
        for (std::size_t actor = 0; actor < script.size(); ++actor) {
            ScriptState after = state;
            if (!goOn(script, after, actor))
                continue;
            moved = true;
            if (seen.insert(keyOf(after)).second)
                next.push_back(std::move(after));
        }
        if (!moved)
            ends.insert(unfinished(state));
    }
    return ends;
}

} // namespace ipclab::test
