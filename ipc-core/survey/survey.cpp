// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/survey.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/xray/stdio_xray.h"

#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace ipclab {

namespace {

std::string numberText(Pid pid)
{
    return std::to_string(pid.value);
}

std::string terminalName(std::uint64_t device)
{
    constexpr unsigned kConsoleMajor = 4;
    // As new_encode_dev() of the kernel has it, which makedev(3) reads.
    if (const auto index = ptyIndex(device))
        return "/dev/pts/" + std::to_string(*index);
    if (major(device) == kConsoleMajor && minor(device) < 64)
        return "/dev/tty" + std::to_string(minor(device));
    return {};
}

// proc(5), hidepid: those of other users do not even have a folder.
bool isHidden(Pid pid)
{
    return ::kill(pid.value, 0) != 0 && errno == EPERM;
}

} // namespace

Survey::Survey(EventLog& log, Limits limits)
    : m_limits(limits)
    , m_recorder(log)
    , m_finder(m_recorder)
{
}

Result<Pid> Survey::look(Pid wanted)
{
    const auto status = statusOf(wanted, firstThread(wanted));
    const auto stat = statOf(wanted);
    if (!status || !stat)
        return Error { isHidden(wanted) ? EPERM : ESRCH, "survey", numberText(wanted) };
    if (stat->kernelThread)
        return Error { 0, "survey_kernel_thread", numberText(wanted) };
    const Pid pid = status->process;
    enqueue(pid);
    while (!m_queue.empty()) {
        const Pid next = m_queue.front();
        m_queue.pop_front();
        if (m_stamps.size() >= m_limits.processes) {
            mention(next);
            continue;
        }
        const Status examined = examine(next);
        if (!examined && next == pid)
            return examined.error();
    }
    return pid;
}

void Survey::enqueue(Pid pid)
{
    if (m_known.insert(pid).second)
        m_queue.push_back(pid);
}

const Survey::Stamps& Survey::stampsOf(Pid pid) const
{
    static const Stamps kNone;
    const auto found = m_stamps.find(pid);
    return found == m_stamps.end() ? kNone : found->second;
}

Status Survey::examine(Pid pid)
{
    const auto stat = statOf(pid);
    if (!stat)
        return Error { ESRCH, "survey", numberText(pid) };
    introduce(pid, *stat);
    m_stamps[pid];
    if (stat->state == TaskState::Zombie && threadsOf(pid).size() <= 1) {
        describe(pid, *stat, 0);
        recordEnding(pid, *stat);
        return Done {};
    }
    const Tid living = livingThread(pid);
    const Result<TaskCall> may = callOf(pid, living);
    describe(pid, *stat, may || pid == Pid { getpid() } ? 0 : may.error().number);
    if (!may)
        return may.error();
    m_pidfd = openPidfd(pid);
    const auto kinship = kinshipOf(firstThread(pid));
    m_elsewhere = !kinship || kinship->names.size() > 1;
    m_callsKnown = isOf64Bits(pid) == (sizeof(void*) == 8);
    if (stat->state == TaskState::Stopped)
        m_recorder.record(pid, firstThread(pid),
            ProcessStopped {
                { stat->exitCode != 0 && stat->exitCode < 65 ? static_cast<int>(stat->exitCode)
                                                             : SIGSTOP } });
    recordHandlers(pid);
    recordDescriptors(pid);
    if (living != firstThread(pid)) // the first thread ended before the others
        m_recorder.record(pid, firstThread(pid), ThreadExited {});
    for (const Tid tid : threadsOf(pid))
        examineThread(pid, tid);
    recordStreams(pid);
    const auto after = statOf(pid);
    if (!after || after->startTime != stat->startTime) {
        m_recorder.record(pid, firstThread(pid), ProcessReaped {}); // it went while we looked
        return Error { ESRCH, "survey", numberText(pid) };
    }
    return Done {};
}

void Survey::mention(Pid pid)
{
    const auto stat = statOf(pid);
    if (!stat)
        return;
    introduce(pid, *stat);
    TaskStat unknown = *stat;
    unknown.state = TaskState::Unknown;
    describe(pid, unknown, 0);
    recordDescriptors(pid);
}

void Survey::introduce(Pid pid, const TaskStat& stat)
{
    const Tid tid = firstThread(pid);
    m_recorder.record(
        pid, tid, ProcessStarted { stat.parent, StartedBy::Found, pid == Pid { getpid() } });
    const std::string path = executable(pid);
    const std::string words = commandLine(pid);
    ProgramExecuted program;
    program.path = path.empty() ? std::string_view(stat.name) : std::string_view(path);
    program.argv.joined = words;
    m_recorder.record(pid, tid, program);
}

void Survey::describe(Pid pid, const TaskStat& stat, int refused)
{
    const auto status = statusOf(pid, firstThread(pid));
    const std::string terminal = terminalName(stat.terminal);
    ProcessSurveyed said;
    said.state = stat.state;
    said.user = status ? status->user : std::nullopt;
    said.tracer = status ? status->tracer : Pid {};
    said.refused.value = refused;
    said.terminal = terminal;
    said.group = stat.group;
    said.foreground = stat.foreground;
    m_recorder.record(pid, firstThread(pid), said);
}

void Survey::recordEnding(Pid pid, const TaskStat& stat)
{
    ProcessExited ended; // wait(2)
    const auto status = static_cast<int>(stat.exitCode);
    if (WIFSIGNALED(status)) {
        ended.signal.value = WTERMSIG(status);
        ended.core = WCOREDUMP(status);
    } else if (const auto of = statusOf(pid, firstThread(pid)); of && of->user == geteuid()) {
        ended.code = WEXITSTATUS(status); // 0 for those who may not see it, proc(5)
    }
    m_recorder.record(pid, firstThread(pid), ended);
}

void Survey::recordDescriptors(Pid pid)
{
    for (const int fd : openDescriptors(pid)) {
        if (const auto end = m_finder.identify(pid, fd))
            m_recorder.record(pid, firstThread(pid),
                DescriptorOpened { fd, end->channel, end->access, end->end, {}, {} });
    }
}

void Survey::recordHandlers(Pid pid)
{
    const auto status = statusOf(pid, firstThread(pid));
    for (int signal = 1; status && signal <= 64; ++signal) {
        if ((status->caught >> (signal - 1) & 1) != 0)
            m_recorder.record(
                pid, firstThread(pid), SignalActionSet { { signal }, SignalAction::Handler });
    }
    if (status && (status->caught >> (SIGCHLD - 1) & 1) != 0)
        followChildren(pid, Pid { -1 }); // the end of any of them may wake it
}

void Survey::recordStreams(Pid pid)
{
    StdioXray xray(pid);
    xray.findPython();
    for (const StdioReading& reading : xray.sample())
        m_recorder.record(pid, firstThread(pid), levelOf(reading));
}

} // namespace ipclab
