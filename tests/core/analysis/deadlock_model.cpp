// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/analysis/deadlock_model.h"

#include <algorithm>
#include <bitset>

namespace ipclab::test {

namespace {

using Doing = Scene::Doing;

int below(std::mt19937& random, int end)
{
    return std::uniform_int_distribution<int>(0, end - 1)(random);
}

constexpr std::size_t kMost = 6; // threads, processes, queues

// What can change, a bit each, so that a state is a number.
struct State {
    std::bitset<kMost> awake; // threads
    std::bitset<kMost> ended; // processes
    std::bitset<kMost> full; // queues

    [[nodiscard]] std::size_t number() const
    {
        return ((awake.to_ulong() << kMost | ended.to_ulong()) << kMost) | full.to_ulong();
    }
};

// Everything that may happen next.
class Explorer {
public:
    explicit Explorer(const Scene& scene)
        : m_scene(scene)
    {
        State start;
        for (std::size_t i = 0; i < scene.threads.size(); ++i) {
            const Doing doing = scene.threads[i].doing;
            start.awake[i] = doing == Doing::Running || doing == Doing::Sleeping;
        }
        for (std::size_t i = 0; i < scene.full.size(); ++i)
            start.full[i] = scene.full[i];
        m_everAwake = start.awake;
        reach(start);
    }

    std::vector<bool> run()
    {
        const std::size_t threads = m_scene.threads.size();
        while (!m_next.empty() && m_everAwake.count() < threads) {
            const State state = m_next.back();
            m_next.pop_back();
            for (std::size_t thread = 0; thread < threads; ++thread) {
                const auto process = static_cast<std::size_t>(m_scene.threads[thread].process);
                if (state.ended[process])
                    continue;
                if (state.awake[thread])
                    act(state, static_cast<int>(thread), process);
                else if (returns(state, m_scene.threads[thread]))
                    wake(state, thread);
            }
        }
        std::vector<bool> result(threads);
        for (std::size_t thread = 0; thread < threads; ++thread)
            result[thread] = m_everAwake[thread];
        return result;
    }

private:
    void reach(const State& state)
    {
        if (m_seen[state.number()])
            return;
        m_seen[state.number()] = true;
        m_next.push_back(state);
    }
    void wake(State state, std::size_t thread)
    {
        state.awake[thread] = true;
        m_everAwake[thread] = true;
        reach(state);
    }
    // One that is awake may fill or drain what it holds, unlock what it has, and end.
    void act(const State& state, int thread, std::size_t process)
    {
        const auto with = [&](int queue, bool full) {
            State next = state;
            next.full[static_cast<std::size_t>(queue)] = full;
            reach(next);
        };
        // Who has one end may open /proc/self/fd/N for the other; and give the pipe more room.
        for (const auto* const ends :
            { &m_scene.processes[process].writes, &m_scene.processes[process].reads }) {
            for (const int queue : *ends) {
                with(queue, true);
                with(queue, false);
            }
        }
        for (std::size_t other = 0; other < m_scene.threads.size(); ++other) {
            const Scene::Thread& waiter = m_scene.threads[other];
            if (waiter.doing == Doing::Waiting && waiter.child < 0
                && waiter.process == static_cast<int>(process))
                wake(state, other); // by a child that it forks, and that ends
        }
        for (std::size_t other = 0; other < m_scene.threads.size(); ++other) {
            const Scene::Thread& waiter = m_scene.threads[other];
            const auto of = static_cast<std::size_t>(waiter.process);
            if (waiter.doing == Doing::Locking && waiter.owner == thread && !state.ended[of])
                wake(state, other);
        }
        State next = state;
        next.ended[process] = true;
        reach(next);
    }
    [[nodiscard]] bool open(const State& state, int queue, bool forReading) const
    {
        for (std::size_t i = 0; i < m_scene.processes.size(); ++i) {
            const auto& ends
                = forReading ? m_scene.processes[i].reads : m_scene.processes[i].writes;
            if (!state.ended[i] && ends.contains(queue))
                return true;
        }
        return false;
    }
    [[nodiscard]] bool readable(const State& state, int queue) const
    {
        return state.full[static_cast<std::size_t>(queue)] || !open(state, queue, false);
    }
    [[nodiscard]] bool returns(const State& state, const Scene::Thread& thread) const
    {
        switch (thread.doing) {
        case Doing::Running:
        case Doing::Sleeping:
            return true;
        case Doing::Reading:
            return readable(state, thread.queue);
        case Doing::Writing:
            return !state.full[static_cast<std::size_t>(thread.queue)]
                || !open(state, thread.queue, true);
        case Doing::Polling:
            return std::ranges::any_of(
                thread.queues, [&](int queue) { return readable(state, queue); });
        case Doing::Waiting:
            return childEnded(state, thread);
        case Doing::Locking:
            return false;
        }
        return false;
    }
    // Whoever waits may be a subreaper: all between them have ended.
    [[nodiscard]] bool adopts(const State& state, const Scene::Thread& by, std::size_t i) const
    {
        int parent = m_scene.processes[i].parent;
        while (parent >= 0 && parent != by.process && state.ended[static_cast<std::size_t>(parent)])
            parent = m_scene.processes[static_cast<std::size_t>(parent)].parent;
        return parent == by.process && parent >= 0;
    }
    [[nodiscard]] bool childEnded(const State& state, const Scene::Thread& thread) const
    {
        bool any = false;
        for (std::size_t i = 0; i < m_scene.processes.size(); ++i) {
            const bool wanted = thread.child < 0 || thread.child == static_cast<int>(i);
            const bool own = m_scene.processes[i].parent == thread.process;
            if (wanted && state.ended[i] && (own || (thread.child < 0 && adopts(state, thread, i))))
                return true;
            any = any || (wanted && own);
        }
        return !any; // ECHILD
    }

    const Scene& m_scene;
    std::bitset<kMost> m_everAwake;
    std::vector<bool> m_seen = std::vector<bool>(std::size_t { 1 } << (3 * kMost));
    std::vector<State> m_next;
};

void makeBusy(Scene& scene, Scene::Thread& thread, std::mt19937& random)
{
    const auto process = static_cast<std::size_t>(thread.process);
    const int queues = static_cast<int>(scene.full.size());
    thread.doing
        = static_cast<Doing>(below(random, 8) == 0 ? below(random, 2) : 2 + below(random, 5));
    thread.queue = below(random, queues);
    if (thread.doing == Doing::Reading)
        scene.processes[process].reads.insert(thread.queue);
    if (thread.doing == Doing::Writing)
        scene.processes[process].writes.insert(thread.queue);
    for (int i = 0; thread.doing == Doing::Polling && i < 1 + below(random, 2); ++i) {
        thread.queues.push_back(below(random, queues));
        scene.processes[process].reads.insert(thread.queues.back());
    }
    thread.child
        = below(random, 3) == 0 ? -1 : below(random, static_cast<int>(scene.processes.size()));
    thread.owner = below(random, static_cast<int>(scene.threads.size()));
}

} // namespace

Scene randomScene(std::mt19937& random)
{
    Scene scene;
    scene.processes.resize(static_cast<std::size_t>(1 + below(random, 5)));
    const auto threads
        = std::max(scene.processes.size(), static_cast<std::size_t>(1 + below(random, 6)));
    scene.threads.resize(threads);
    scene.full.resize(static_cast<std::size_t>(1 + below(random, 4)));
    const int processes = static_cast<int>(scene.processes.size());
    for (int i = 1; i < processes; ++i)
        scene.processes[static_cast<std::size_t>(i)].parent
            = below(random, 3) == 0 ? -1 : below(random, i);
    for (std::size_t queue = 0; queue < scene.full.size(); ++queue) {
        scene.full[queue] = below(random, 3) == 0;
        for (Scene::Process& process : scene.processes) {
            if (below(random, 4) == 0)
                process.reads.insert(static_cast<int>(queue));
            if (below(random, 4) == 0)
                process.writes.insert(static_cast<int>(queue));
        }
    }
    for (std::size_t i = 0; i < threads; ++i)
        scene.threads[i].process
            = i < scene.processes.size() ? static_cast<int>(i) : below(random, processes);
    for (Scene::Thread& thread : scene.threads)
        makeBusy(scene, thread, random);
    return scene;
}

std::vector<bool> everAwake(const Scene& scene)
{
    return Explorer(scene).run();
}

} // namespace ipclab::test
