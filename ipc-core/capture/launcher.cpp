// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/launcher.h"

#include "ipc-core/capture/inherited_signals.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <linux/seccomp.h>
#include <sys/ioctl.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <cstring>

extern char** environ; // NOLINT: environ(7)

namespace ipclab {

namespace {

enum class Step : int { Chdir, Stdio, Limits, Filter, Execve };

struct Failure {
    Step step;
    int number;
};

constexpr long kOptions = kTracedAlways | PTRACE_O_TRACESECCOMP | PTRACE_O_EXITKILL;

// All a child needs between fork and exec, made before: there it may only call what is
// async-signal-safe, signal-safety(7).
struct Prepared {
    std::string path;
    std::vector<char*> argv;
    std::vector<std::string> words; // of the environment
    std::vector<char*> envp;
    sock_fprog program {};
};

[[noreturn]] void fail(int to, Step step)
{
    const Failure failure { step, errno };
    [[maybe_unused]] const ssize_t written = ::write(to, &failure, sizeof failure);
    ::_exit(127);
}

bool wireStdio(const LaunchSpec& spec)
{
    for (int fd = 0; fd < 3; ++fd) {
        const UniqueFd& wanted = spec.stdio.at(static_cast<std::size_t>(fd));
        if (wanted && ::dup2(wanted.get(), fd) < 0)
            return false;
    }
    return !spec.terminalStream || ::ioctl(*spec.terminalStream, TIOCSCTTY, 0) == 0;
}

// Nobody may raise the hard limit: ours is the most that can be given, setrlimit(2).
bool limitTo(int resource, rlim_t soft, rlim_t hard)
{
    rlimit limit {};
    if (::getrlimit(resource, &limit) != 0)
        return false;
    limit.rlim_max = std::min(limit.rlim_max, hard);
    limit.rlim_cur = std::min(soft, limit.rlim_max);
    return ::setrlimit(resource, &limit) == 0;
}

bool applyLimits(const LaunchLimits& limits)
{
    // Between the two, it can be seen that it was SIGXCPU, and a handler can run.
    return (limits.memory == 0 || limitTo(RLIMIT_AS, limits.memory, limits.memory))
        && (limits.cpuSeconds == 0 || limitTo(RLIMIT_CPU, limits.cpuSeconds, limits.cpuSeconds + 1))
        && (limits.files == 0 || limitTo(RLIMIT_NOFILE, limits.files, limits.files));
}

[[noreturn]] void becomeCommand(const LaunchSpec& spec, const Prepared& ready,
    const std::array<UniqueFd, 2>& goPipe, int failure)
{
    ::close(goPipe[1].get()); // ours would keep the end of file from coming
    const int go = goPipe[0].get();
    if (!spec.foreground)
        ::setsid();
    setChildSignals(spec.foreground);
    // Before anything that can fail: who ends before it is seized is "no such process", not the
    // reason it ended for.
    char goOn = 0;
    if (::read(go, &goOn, 1) != 1) // the tracer is gone
        ::_exit(127);
    if (!spec.folder.empty() && ::chdir(spec.folder.c_str()) != 0)
        fail(failure, Step::Chdir);
    if (!wireStdio(spec))
        fail(failure, Step::Stdio);
    if (!applyLimits(spec.limits))
        fail(failure, Step::Limits);
    if (!spec.foreground)
        ::close_range(3, ~0U, CLOSE_RANGE_CLOEXEC);
    // An ordinary user may filter only after giving up privileges by exec, seccomp(2).
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0
        || ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &ready.program) != 0)
        fail(failure, Step::Filter);
    ::execve(ready.path.c_str(), ready.argv.data(), ready.envp.data());
    fail(failure, Step::Execve);
}

std::string nameOf(const std::string& setting)
{
    return setting.substr(0, setting.find('=')) + '=';
}

void setVariable(std::vector<std::string>& words, const std::string& setting)
{
    std::erase_if(words, [&](const std::string& one) { return one.starts_with(nameOf(setting)); });
    if (setting.find('=') != std::string::npos)
        words.push_back(setting);
}

std::vector<std::string> environmentFor(const LaunchSpec& spec, const std::string& probeFolder)
{
    std::vector<std::string> words;
    for (char** one = environ; *one; ++one)
        words.emplace_back(*one);
    for (const std::string& setting : spec.environment)
        setVariable(words, setting);
    if (!probeFolder.empty()) {
        const auto path = std::ranges::find_if(
            words, [](const std::string& one) { return one.starts_with("PYTHONPATH="); });
        const std::string others = path == words.end() ? "" : ':' + path->substr(11);
        setVariable(words, "PYTHONPATH=" + probeFolder + others);
        setVariable(words, "IPCLAB_PROBE=1");
    }
    return words;
}

Prepared prepare(const LaunchSpec& spec, std::string path, std::span<sock_filter> filter,
    const std::string& probeFolder)
{
    Prepared ready;
    ready.path = std::move(path);
    ready.words = environmentFor(spec, probeFolder);
    for (const std::string& word : spec.argv)
        ready.argv.push_back(const_cast<char*>(word.c_str())); // execve(2) wants them so
    for (std::string& word : ready.words)
        ready.envp.push_back(word.data());
    ready.argv.push_back(nullptr);
    ready.envp.push_back(nullptr);
    ready.program.len = static_cast<unsigned short>(filter.size());
    ready.program.filter = filter.data();
    return ready;
}

Result<std::array<UniqueFd, 2>> makePipe()
{
    int ends[2] = { -1, -1 };
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return lastError("pipe");
    return std::array<UniqueFd, 2> { UniqueFd(ends[0]), UniqueFd(ends[1]) };
}

int runnable(const std::string& path)
{
    struct stat status { };
    if (::stat(path.c_str(), &status) != 0)
        return errno;
    if (S_ISDIR(status.st_mode))
        return EISDIR; // where execve(2) says EACCES, as if a permission were missing
    if (!S_ISREG(status.st_mode))
        return ESPIPE;
    return ::access(path.c_str(), X_OK) == 0 ? 0 : EACCES;
}

// Of who may be seized, and stops once more when it is about to end (PTRACE_O_TRACEEXIT).
void end(pid_t pid)
{
    ::kill(pid, SIGKILL);
    int status = 0;
    pid_t told = 0;
    do {
        told = ::waitpid(pid, &status, __WALL);
        if (told == pid && WIFSTOPPED(status))
            ptrace(PTRACE_CONT, pid, 0, 0);
    } while (told < 0 ? errno == EINTR : WIFSTOPPED(status));
}

// Seized while it waits for our byte, so that no stop signal is needed, ptrace(2).
Status hold(pid_t pid, const LaunchSpec& spec)
{
    if (ptrace(PTRACE_SEIZE, pid, 0, kOptions) != 0)
        return lastError("ptrace", spec.argv.front());
    if (Status enough = kernelTellsEnough(pid); !enough)
        return enough;
    if (ptrace(PTRACE_CONT, pid, 0, 0) != 0)
        return lastError("ptrace", spec.argv.front());
    return Done {};
}

} // namespace

Status kernelTellsEnough(pid_t seized)
{
    if (ptrace(PTRACE_INTERRUPT, seized, 0, 0) != 0)
        return lastError("ptrace");
    pid_t stopped = 0;
    do
        stopped = ::waitpid(seized, nullptr, __WALL);
    while (stopped < 0 && errno == EINTR);
    struct __ptrace_syscall_info info { };
    const auto size = sizeof info;
    if (stopped != seized || ptrace(PTRACE_GET_SYSCALL_INFO, seized, size, &info) <= 0) // Linux 5.3
        return Error { errno, "kernel", "PTRACE_GET_SYSCALL_INFO" };
    const std::uint32_t stops = SECCOMP_RET_TRACE;
    if (::syscall(SYS_seccomp, SECCOMP_GET_ACTION_AVAIL, 0, &stops) != 0)
        return lastError("kernel", "seccomp");
    return Done {};
}

Result<std::string> findCommand(const std::string& word, const std::string& folder)
{
    if (word.find('/') != std::string::npos) {
        const bool relative = !word.starts_with('/') && !folder.empty();
        const int number = runnable(relative ? folder + '/' + word : word);
        return number == 0 ? Result<std::string>(word) : Error { number, "execve", word };
    }
    const char* const set = std::getenv("PATH");
    std::string rest = set ? set : "/usr/local/bin:/usr/bin:/bin";
    int worst = ENOENT;
    while (!word.empty() && !rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        const std::string path = (end == 0 ? "." : rest.substr(0, end)) + '/' + word;
        const int number = runnable(path);
        if (number == 0)
            return path;
        worst = number == EACCES ? EACCES : worst;
        rest.erase(0, end + 1);
    }
    return Error { worst, "execve", word };
}

Result<LaunchedChild> launchTraced(
    const LaunchSpec& spec, std::span<sock_filter> filter, const std::string& probeFolder)
{
    if (spec.argv.empty())
        return Error { EINVAL, "execve", "" };
    Result<std::string> path = findCommand(spec.argv.front(), spec.folder);
    if (!path)
        return path.error();
    Result<std::array<UniqueFd, 2>> go = makePipe();
    Result<std::array<UniqueFd, 2>> failure = makePipe();
    if (!go || !failure)
        return go ? failure.error() : go.error();
    const Prepared ready = prepare(spec, *path, filter, probeFolder);

    const pid_t pid = ::fork();
    if (pid < 0)
        return lastError("fork", spec.argv.front());
    if (pid == 0)
        becomeCommand(spec, ready, *go, (*failure)[1].get());

    if (const Status held = hold(pid, spec); !held) {
        end(pid);
        return held.error();
    }
    const char goOn = 1;
    if (::write((*go)[1].get(), &goOn, 1) != 1)
        return lastError("write", spec.argv.front());
    return LaunchedChild { Pid { pid }, std::move((*failure)[0]) };
}

Error launchFailure(const UniqueFd& failure, const LaunchSpec& spec, bool killed)
{
    Failure said { Step::Execve, ECHILD };
    if (::read(failure.get(), &said, sizeof said) != sizeof said)
        return Error { killed ? ECANCELED : ECHILD, "execve", spec.argv.front() };
    switch (said.step) {
    case Step::Chdir:
        return Error { said.number, "chdir", spec.folder };
    case Step::Stdio:
        return Error { said.number, "dup2", spec.argv.front() };
    case Step::Limits:
        return Error { said.number, "setrlimit", spec.argv.front() };
    case Step::Filter:
        return Error { said.number, "seccomp", spec.argv.front() };
    case Step::Execve:
        break;
    }
    return Error { said.number, "execve", spec.argv.front() };
}

} // namespace ipclab
