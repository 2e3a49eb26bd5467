// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include "app/analyst.h"

#include <QDeadlineTimer>

#include <fcntl.h>
#include <unistd.h>

#include <fstream>
#include <utility>

namespace ipclab::test {

namespace {

template <typename Body> std::string bytesOf(const EventLog& log, ChannelId channel, Pid by)
{
    std::string bytes;
    for (const Found<Body>& one : all<Body>(log, by)) {
        if (one.body->channel == channel)
            bytes += one.body->bytes.kept;
    }
    return bytes;
}

} // namespace

std::string tracee(const std::string& name)
{
    return std::string(TRACEES) + '/' + name;
}

LaunchSpec specOf(std::vector<std::string> argv)
{
    LaunchSpec spec;
    spec.argv = std::move(argv);
    spec.stdio[0] = UniqueFd(open("/dev/null", O_RDONLY | O_CLOEXEC));
    spec.stdio[1] = UniqueFd(open("/dev/null", O_WRONLY | O_CLOEXEC));
    return spec;
}

Watched::Watched(std::vector<std::string> argv)
    : Watched(specOf(std::move(argv)), {})
{
}

Watched::Watched(LaunchSpec spec, CaptureOptions options, EventLog::Limits limits,
    const std::function<void(Capture&)>& before)
    : m_log(limits)
    , m_capture(std::make_unique<Capture>(m_log, std::move(options), makeAnalyst()))
{
    if (before)
        before(*m_capture);
    m_capture->launch(std::move(spec), [this](const Result<Pid>& pid) {
        if (pid)
            m_pid = pid->value;
        else
            m_error = pid.error();
        m_launched = true;
    });
}

Watched::Watched(Pid running, CaptureOptions options)
    : m_pid(running.value)
    , m_capture(std::make_unique<Capture>(m_log, std::move(options), makeAnalyst()))
{
    m_capture->attach(running, [this](const Result<Pid>& pid) {
        if (!pid)
            m_error = pid.error();
        m_launched = true;
    });
    static_cast<void>(error()); // told when its threads have stopped once: what they do now is seen
}

bool Watched::fold(const std::function<bool(const World&)>& fact)
{
    if (fact(m_world))
        return true;
    while (m_world.applied < m_log.size()) {
        apply(m_world, m_log[m_world.applied]);
        if (fact(m_world))
            return true;
    }
    return false;
}

bool Watched::sees(const std::function<bool(const World&)>& fact, int patience)
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        if (fold(fact))
            return true;
        usleep(1000);
    }
    return fold(fact);
}

bool Watched::ends(int patience)
{
    const QDeadlineTimer deadline(patience);
    while (!m_capture->atRest() && !deadline.hasExpired())
        usleep(1000);
    return m_capture->atRest();
}

const World& Watched::world()
{
    fold([](const World&) { return false; });
    return m_world;
}

std::optional<Error> Watched::error()
{
    const QDeadlineTimer deadline(30'000);
    while (!m_launched && !deadline.hasExpired())
        usleep(1000);
    return m_error;
}

std::vector<Pid> Watched::children()
{
    std::vector<Pid> found;
    for (const auto& one : all<ProcessStarted>(m_log)) {
        if (one.body->by != StartedBy::Launch)
            found.push_back(one.event->pid);
    }
    return found;
}

bool Watched::sawFinding(FindingKind kind)
{
    for (const auto& one : all<FindingBegan>(m_log)) {
        if (one.body->kind == kind)
            return true;
    }
    return false;
}

std::string bytesWritten(const EventLog& log, ChannelId channel, Pid by)
{
    return bytesOf<BytesWritten>(log, channel, by);
}

std::string bytesRead(const EventLog& log, ChannelId channel, Pid by)
{
    return bytesOf<BytesRead>(log, channel, by);
}

bool lives(Pid pid)
{
    std::ifstream file("/proc/" + std::to_string(pid.value) + "/stat");
    std::string stat;
    std::getline(file, stat);
    const std::size_t afterName = stat.rfind(')');
    return afterName != std::string::npos && afterName + 2 < stat.size()
        && stat[afterName + 2] != 'Z' && stat[afterName + 2] != 'X';
}

} // namespace ipclab::test
