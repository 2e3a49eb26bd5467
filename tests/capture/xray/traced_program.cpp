// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/xray/traced_program.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstring>

namespace ipclab {
namespace {

constexpr std::string_view kMarks = "/ipclab-test/";

[[noreturn]] void becomeProgram(const TracedLaunch& launch)
{
    const int nothing = ::open("/dev/null", O_RDWR);
    ::dup2(launch.input >= 0 ? launch.input : nothing, 0);
    ::dup2(launch.output >= 0 ? launch.output : nothing, 1);
    ::unsetenv("PYTHONUNBUFFERED");
    for (const auto& [name, value] : launch.environment)
        ::setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> arguments;
    for (const std::string& argument : launch.command)
        arguments.push_back(const_cast<char*>(argument.c_str()));
    arguments.push_back(nullptr);
    ::alarm(60); // a test that fails shall not hang
    ::ptrace(PTRACE_TRACEME, 0, nullptr, nullptr);
    ::raise(SIGSTOP);
    ::execvp(arguments.front(), arguments.data());
    ::_exit(127);
}

std::string textAt(Pid pid, Address address)
{
    std::string text;
    while (text.size() < 4096) {
        const std::size_t toPageEnd = 4096 - address % 4096;
        const auto bytes = readMemory(pid, address, toPageEnd);
        const auto* const begin = reinterpret_cast<const char*>(bytes.data());
        const std::size_t length = ::strnlen(begin, bytes.size());
        text.append(begin, length);
        if (length < bytes.size() || bytes.empty())
            break;
        address += toPageEnd;
    }
    return text;
}

} // namespace

TracedProgram::TracedProgram(const TracedLaunch& launch)
    : m_xray(Pid {})
{
    const pid_t child = ::fork();
    if (child == 0)
        becomeProgram(launch);
    m_pid = Pid { child };
    m_xray = StdioXray(m_pid);
    int status = 0;
    ::waitpid(child, &status, 0);
    ::ptrace(PTRACE_SETOPTIONS, child, nullptr,
        PTRACE_O_TRACESYSGOOD | PTRACE_O_TRACEEXEC | PTRACE_O_EXITKILL);
}

TracedProgram::~TracedProgram()
{
    if (!m_running)
        return;
    ::kill(m_pid.value, SIGKILL);
    int status = 0;
    while (::waitpid(m_pid.value, &status, 0) == m_pid.value && WIFSTOPPED(status)) { }
}

std::optional<std::string> TracedProgram::linkAskedFor() const
{
    __ptrace_syscall_info info {};
    ::ptrace(PTRACE_GET_SYSCALL_INFO, m_pid.value, sizeof info, &info);
    if (info.op != PTRACE_SYSCALL_INFO_ENTRY)
        return std::nullopt;
#ifdef SYS_readlink
    if (info.entry.nr == SYS_readlink)
        return textAt(m_pid, info.entry.args[0]);
#endif
    if (info.entry.nr == SYS_readlinkat)
        return textAt(m_pid, info.entry.args[1]);
    return std::nullopt;
}

std::optional<std::string> TracedProgram::runToMark()
{
    int signal = 0;
    while (m_running) {
        ::ptrace(PTRACE_SYSCALL, m_pid.value, nullptr, signal);
        int status = 0;
        ::waitpid(m_pid.value, &status, 0);
        signal = 0;
        if (!WIFSTOPPED(status)) {
            m_running = false;
        } else if (status >> 8 == (SIGTRAP | PTRACE_EVENT_EXEC << 8)) {
            m_xray.executed();
        } else if (WSTOPSIG(status) != (SIGTRAP | 0x80)) {
            signal = WSTOPSIG(status);
        } else if (const auto path = linkAskedFor()) {
            if (!m_xray.probeSpoke(*path) && path->starts_with(kMarks))
                return path->substr(kMarks.size());
        }
    }
    return std::nullopt;
}

std::optional<StdioReading> TracedProgram::stream(const std::string& name)
{
    std::optional<StdioReading> found;
    for (const StdioReading& reading : m_xray.sample()) {
        if (reading.stream != name)
            continue;
        if (found)
            return std::nullopt;
        found = reading;
    }
    return found;
}

Ends pipeFromProgram()
{
    std::array<int, 2> ends {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return {};
    return { UniqueFd(ends[0]), UniqueFd(ends[1]) };
}

Ends pipeToProgram(const std::string& content)
{
    Ends ends = pipeFromProgram();
    if (::write(ends.theirs.get(), content.data(), content.size()) < 0)
        return {};
    return { UniqueFd(), std::move(ends.ours) };
}

Ends terminal()
{
    UniqueFd ours(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    std::array<char, 64> name {};
    if (::grantpt(ours.get()) != 0 || ::unlockpt(ours.get()) != 0
        || ::ptsname_r(ours.get(), name.data(), name.size()) != 0)
        return {};
    UniqueFd theirs(::open(name.data(), O_RDWR | O_NOCTTY | O_CLOEXEC));
    return { std::move(ours), std::move(theirs) };
}

} // namespace ipclab
