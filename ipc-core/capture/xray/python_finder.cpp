// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/python_finder.h"

#include <csignal>
#include <utility>

namespace ipclab {

namespace {

constexpr unsigned kMostLooks = 3;
constexpr Nanoseconds kLookAgainAfter = kSecond;

} // namespace

void PythonFinder::want(Pid pid, std::uint64_t memory, Nanoseconds from)
{
    m_wanted[pid] = { memory, from, 0, false };
}

void PythonFinder::forked(Pid maker, Pid child, std::uint64_t memory, Nanoseconds now)
{
    if (m_wanted.contains(maker))
        want(child, memory, now);
}

std::vector<PythonFinder::Found> PythonFinder::take(Nanoseconds now)
{
    std::vector<Found> found;
    if (m_wanted.empty())
        return found;
    std::vector<Answer> answers;
    {
        const std::scoped_lock lock(m_mutex);
        answers.swap(m_answers);
    }
    for (Answer& answer : answers) {
        const auto wanted = m_wanted.find(answer.pid);
        if (wanted == m_wanted.end() || wanted->second.memory != answer.memory)
            continue; // it has another program by now
        if (answer.python)
            found.push_back({ answer.pid, answer.memory, std::move(*answer.python) });
        wanted->second.asked = false;
        wanted->second.from = now + kLookAgainAfter;
        if (answer.python || ++wanted->second.looks == kMostLooks)
            m_wanted.erase(wanted);
    }
    for (auto& [pid, wanted] : m_wanted) {
        if (!wanted.asked && now >= wanted.from)
            ask(pid, wanted.memory);
        wanted.asked = wanted.asked || now >= wanted.from;
    }
    return found;
}

void PythonFinder::ask(Pid pid, std::uint64_t memory)
{
    const std::scoped_lock lock(m_mutex);
    m_questions.push_back({ pid, memory, {} });
    m_asked.notify_one();
    if (!m_thread.joinable())
        m_thread = std::jthread([this](const std::stop_token& stop) { work(stop); });
}

void PythonFinder::work(const std::stop_token& stop)
{
    sigset_t all; // they are for the other threads
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
    std::unique_lock lock(m_mutex);
    while (m_asked.wait(lock, stop, [this] { return !m_questions.empty(); })) {
        Answer answer = std::move(m_questions.front());
        m_questions.pop_front();
        lock.unlock();
        answer.python = findPython(answer.pid, stop);
        lock.lock();
        m_answers.push_back(std::move(answer));
    }
}

} // namespace ipclab
