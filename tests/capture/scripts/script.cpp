// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/scripts/script.h"

#include "tests/capture/scripts/script_model.h"

#include <algorithm>
#include <array>

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
        m_state = startOf(m_script);
        for (int i = 4 + below(16); i > 0; --i) {
            const std::size_t actor = anyActor();
            const Step step = stepOf(actor);
            if (extend(actor, step) && hasAnswer(step.what) && below(3) != 0)
                extend(anyActor(), answerTo(step));
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

    std::size_t anyActor()
    {
        return static_cast<std::size_t>(below(static_cast<int>(m_script.size())));
    }
    // True: the actor does that too. It has to be able to, by now, but for a few times.
    bool extend(std::size_t actor, const Step& step)
    {
        if (waits(m_state, actor))
            return false;
        m_script[actor].steps.push_back(step);
        ScriptState after = m_state;
        play(after);
        const bool large = step.what == 'w' && step.count > 5000;
        if (waits(after, actor) && below(large ? 2 : 10) != 0) {
            m_script[actor].steps.pop_back();
            return false;
        }
        m_state = after;
        return true;
    }
    [[nodiscard]] bool waits(const ScriptState& state, std::size_t actor) const
    {
        return state.actors[actor].next < m_script[actor].steps.size();
    }
    void play(ScriptState& state) const
    {
        for (bool moved = true; moved;) {
            moved = false;
            for (std::size_t actor = 0; actor < m_script.size(); ++actor)
                moved = (waits(state, actor) && goOn(m_script, state, actor)) || moved;
        }
    }
    static bool hasAnswer(char what) { return what == 'w' || what == 'p' || what == 'b'; }
    // What takes it.
    static Step answerTo(const Step& step)
    {
        if (step.what == 'w')
            return Step { 'r', step.of ^ 1, step.count };
        return Step { step.what == 'p' ? 's' : 'k', step.of, 0 };
    }
    // Of a thread's process nothing is closed: another thread may be about to use it.
    [[nodiscard]] bool mayClose(std::size_t actor) const
    {
        return m_script[actor].kind == Actor::Kind::Process
            || (actor == 0 && std::ranges::none_of(m_script, [](const Actor& one) {
                   return one.kind == Actor::Kind::Thread;
               }));
    }
    Step stepOf(std::size_t actor)
    {
        switch (below(13)) {
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
        case 10:
            return { 'q', somePolled(), 0 };
        case 11:
            return { below(3) == 0 ? 'b' : 'k', below(kLocks), 0 };
        case 12:
            return below(3) == 0 ? Step { 'h', 4 + below(2), 0 } : unlocking();
        case 4:
            return mayClose(actor) ? Step { 'c', below(kDescriptors), 0 } : locking(actor);
        case 5:
        case 6:
            return locking(actor);
        default:
            return { below(2) == 0 ? 's' : 'p', below(kLocks), 0 };
        }
    }
    // Mostly who has it unlocks a mutex.
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
    // A mutex is given back by another, too, as a token.
    Step unlocking()
    {
        const int of = below(kLocks);
        const bool taken = m_state.owners[static_cast<std::size_t>(of)] >= 0;
        return { taken ? 'u' : 'l', of, 0 };
    }
    int somePolled() // of those that can be read from
    {
        constexpr int kReadable = 0b110101;
        const int some = (1 + below((1 << kDescriptors) - 1)) & kReadable;
        return some == 0 ? kReadable : some;
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
    ScriptState m_state;
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
