// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/scripts/script.h"

#include "tests/capture/scripts/script_model.h"

#include <algorithm>
#include <array>
#include <set>

namespace ipclab::test {

namespace {

class Author {
public:
    explicit Author(std::mt19937& random)
        : m_random(random)
    {
    }

    // Written along one way it can go, so that much of it can; with something that waits now and
    // then, and one change at the end.
    Script write()
    {
        m_script.resize(static_cast<std::size_t>(2 + below(3)));
        for (std::size_t i = 1; i < m_script.size(); ++i)
            m_script[i].kind = below(3) == 0 ? Actor::Kind::Thread : Actor::Kind::Process;
        m_large = below(2) == 0;
        ScriptState state = startOf(m_script);
        std::set<std::size_t> waiting;
        for (int i = 4 + below(12); i > 0; --i) {
            const auto actor = static_cast<std::size_t>(below(static_cast<int>(m_script.size())));
            if (!waiting.contains(actor))
                extend(state, actor, waiting);
        }
        if (below(2) == 0)
            spoil();
        for (Actor& actor : m_script) {
            if (below(2) == 0)
                delay(actor);
        }
        return m_script;
    }

private:
    int below(int end) { return std::uniform_int_distribution<int>(0, end - 1)(m_random); }

    void extend(ScriptState& state, std::size_t actor, std::set<std::size_t>& waiting)
    {
        m_script[actor].steps.push_back(step(actor));
        ScriptState after = state;
        const std::uint32_t here = after.actors[actor].next;
        while (after.actors[actor].next == here && goOn(m_script, after, actor)) { }
        const bool waits = after.actors[actor].next == here;
        if (waits && below(8) != 0) {
            m_script[actor].steps.pop_back();
            return;
        }
        if (waits)
            waiting.insert(actor);
        state = after;
    }
    // Of a thread's process nothing is closed: another thread may be about to use it.
    [[nodiscard]] bool mayClose(std::size_t actor) const
    {
        return m_script[actor].kind == Actor::Kind::Process
            || (actor == 0 && std::ranges::none_of(m_script, [](const Actor& one) {
                   return one.kind == Actor::Kind::Thread;
               }));
    }
    Step step(std::size_t actor)
    {
        switch (below(7)) {
        case 0:
        case 1: {
            const int fd = std::array { 1, 3, 4, 5 }.at(static_cast<std::size_t>(below(4)));
            return { 'w', fd, size(fd) };
        }
        case 2:
        case 3: {
            const int fd = std::array { 0, 2, 4, 5 }.at(static_cast<std::size_t>(below(4)));
            return { 'r', fd, size(fd) };
        }
        case 4:
            return mayClose(actor) ? Step { 'c', below(kDescriptors), 0 } : locking(actor);
        case 5:
            return locking(actor);
        default:
            return { below(2) == 0 ? 's' : 'p', below(kLocks), 0 };
        }
    }
    // Only who has it unlocks a mutex.
    Step locking(std::size_t actor)
    {
        const int of = below(kLocks);
        int held = 0;
        for (const Step& step : m_script[actor].steps) {
            if (step.of == of)
                held += step.what == 'l' ? 1 : step.what == 'u' ? -1 : 0;
        }
        return { held > 0 && below(8) != 0 ? 'u' : 'l', of, 0 };
    }
    // How full a socket is depends on more than its bytes: all its messages are large, or small.
    int size(int fd)
    {
        if (fd >= 4)
            return m_large ? 1'000'000 : 1;
        return std::array { 1, 5000, 70'000 }.at(static_cast<std::size_t>(below(3)));
    }
    // One that is late shows whether others, which wait for it, are said to be stuck.
    void delay(Actor& actor)
    {
        const auto at = below(static_cast<int>(actor.steps.size()) + 1);
        actor.steps.insert(actor.steps.begin() + at, { 'd', 50, 0 });
    }
    void spoil()
    {
        Actor& actor = m_script[static_cast<std::size_t>(below(static_cast<int>(m_script.size())))];
        if (actor.steps.empty())
            return;
        const auto at = below(static_cast<int>(actor.steps.size()));
        const char what = actor.steps[static_cast<std::size_t>(at)].what;
        if (what != 'l' && what != 'u')
            actor.steps.erase(actor.steps.begin() + at);
    }

    std::mt19937& m_random;
    Script m_script;
    bool m_large = false;
};

std::string textOf(const Actor& actor)
{
    std::string text = actor.kind == Actor::Kind::Main ? "m"
        : actor.kind == Actor::Kind::Thread            ? "t"
                                                       : "p";
    for (const Step& step : actor.steps) {
        text += ' ';
        text += step.what + std::to_string(step.of);
        if (step.count > 0)
            text += ':' + std::to_string(step.count);
    }
    return text;
}

} // namespace

std::vector<std::string> argumentsOf(const Script& script)
{
    std::vector<std::string> arguments;
    for (const Actor& actor : script)
        arguments.push_back(textOf(actor));
    return arguments;
}

std::string textOf(const Script& script)
{
    std::string text = "script";
    for (const std::string& argument : argumentsOf(script))
        text += " \"" + argument + '"';
    return text;
}

Script randomScript(std::mt19937& random)
{
    return Author(random).write();
}

} // namespace ipclab::test
