// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/capture_thread.h"

#include <poll.h>
#include <sched.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <csignal>
#include <utility>

namespace ipclab {

namespace {

using Clock = std::chrono::steady_clock;
constexpr auto kTick = std::chrono::milliseconds(10);
constexpr auto kQuietTick = std::chrono::milliseconds(100);

UniqueFd childSignals()
{
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    pthread_sigmask(SIG_BLOCK, &child, nullptr);
    return UniqueFd(signalfd(-1, &child, SFD_CLOEXEC | SFD_NONBLOCK));
}

// A stop handed over on one processor costs a switch; across two, a wake-up as well.
void stayOnOneCpu()
{
    const int cpu = sched_getcpu();
    if (cpu < 0)
        return;
    cpu_set_t one;
    CPU_ZERO(&one);
    CPU_SET(static_cast<std::size_t>(cpu), &one);
    sched_setaffinity(0, sizeof one, &one);
}

// Where all have slept for long, only somebody else could change something unseen.
bool tickIsDue(const Tracer& tracer, Clock::duration passed)
{
    return passed >= kTick && (passed >= kQuietTick || !tracer.quiet());
}

// Milliseconds.
int untilNextLook(const Tracer& tracer)
{
    const auto next = tracer.untilNextSlowed().value_or(kSecond) / kMillisecond + 1;
    return static_cast<int>(
        std::clamp<Nanoseconds>(next, 0, (tracer.quiet() ? kQuietTick : kTick).count()));
}

void drain(int fd)
{
    std::array<char, 4096> waste {};
    while (read(fd, waste.data(), waste.size()) > 0) { }
}

} // namespace

Capture::Thread::Thread(EventLog& log, CaptureOptions options, Analyst analyst)
    : m_wake(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_thread([this, &log, options = std::move(options), analyst = std::move(analyst)]() mutable {
        run(log, options, std::move(analyst));
    })
{
}

Capture::Thread::~Thread()
{
    m_quit = true;
    ask([](Tracer&) {});
    m_thread.join();
}

void Capture::Thread::ask(Request request)
{
    ++m_open;
    {
        const std::lock_guard lock(m_mutex);
        m_requests.push_back(std::move(request));
    }
    const std::uint64_t one = 1;
    [[maybe_unused]] const ssize_t written = write(m_wake.get(), &one, sizeof one);
}

bool Capture::Thread::restsWithin(std::chrono::milliseconds atMost) const
{
    std::unique_lock lock(m_mutex);
    return m_rested.wait_for(lock, atMost, [this] { return atRest(); });
}

std::optional<Error> Capture::Thread::endedBecause() const
{
    const std::lock_guard lock(m_mutex);
    return m_endedBecause;
}

void Capture::Thread::run(EventLog& log, const CaptureOptions& options, Analyst analyst)
{
    if (options.oneCpu)
        stayOnOneCpu();
    const UniqueFd signals = childSignals();
    Tracer tracer(log, options, std::move(analyst));
    Clock::time_point ticked = Clock::now();
    bool lived = false;
    while (!m_quit) {
        answer(tracer);
        lived = lived || tracer.living() > 0;
        const bool some = tracer.handleStops();
        tracer.beforeIdle();
        tracer.letGoOfSlowed();
        if (tracer.living() > 0 && tickIsDue(tracer, Clock::now() - ticked)) {
            tracer.tick();
            ticked = Clock::now();
        }
        if (std::exchange(lived, tracer.living() > 0) && !lived)
            tracer.lastLook();
        publish(tracer);
        // On one CPU a tracee gets as far as its next stop while we yield: to sleep until then
        // would cost more than to look once in vain.
        if (some)
            sched_yield();
        else
            sleep(signals,
                tracer.living() == 0 ? std::nullopt : std::optional(untilNextLook(tracer)));
    }
}

void Capture::Thread::answer(Tracer& tracer)
{
    std::vector<Request> requests;
    {
        const std::lock_guard lock(m_mutex);
        requests.swap(m_requests);
    }
    for (const Request& request : requests)
        request(tracer);
    if (!requests.empty()) {
        publish(tracer); // who lives now, before the requests count as done
        m_open -= static_cast<unsigned>(requests.size());
        tellIfAtRest();
    }
}

void Capture::Thread::publish(const Tracer& tracer)
{
    if (tracer.endedBecause()) { // to be read once nobody lives
        const std::lock_guard lock(m_mutex);
        m_endedBecause = tracer.endedBecause();
    }
    if (m_living.exchange(tracer.living()) != tracer.living())
        tellIfAtRest();
}

void Capture::Thread::tellIfAtRest()
{
    if (!atRest())
        return;
    const std::lock_guard lock(m_mutex); // not between the look and the sleep of who waits
    m_rested.notify_all();
}

void Capture::Thread::sleep(const UniqueFd& signals, std::optional<int> atMost) const
{
    std::array<pollfd, 2> wanted { pollfd { signals.get(), POLLIN, 0 },
        pollfd { m_wake.get(), POLLIN, 0 } };
    poll(wanted.data(), wanted.size(), atMost.value_or(-1));
    for (const pollfd& one : wanted) {
        if ((one.revents & POLLIN) != 0)
            drain(one.fd);
    }
}

} // namespace ipclab
