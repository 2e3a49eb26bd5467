// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/unknowns.h"

#include "ipc-core/capture/borrowed_descriptor.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/xray/libc_symbols.h"
#include "ipc-core/capture/xray/python_streams.h"

#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace ipclab {

namespace {

std::string_view nameOf(std::string_view program)
{
    return program.substr(program.rfind('/') + 1);
}

bool hasOwnBuffers(std::string_view name)
{
    constexpr auto kInterpreters
        = std::to_array<std::string_view>({ "pypy", "perl", "ruby", "java", "mawk", "node" });
    return std::ranges::any_of(
        kInterpreters, [&](std::string_view one) { return name.starts_with(one); });
}

bool isKnownPython(Pid pid)
{
    PythonStreams streams;
    streams.find(pid);
    return streams.layout() != nullptr;
}

} // namespace

Status levelsAreReadable()
{
    const UniqueFd pidfd = openPidfd(Pid { getpid() });
    if (!pidfd)
        return lastError("survey_levels", "pidfd_open");
    if (syscall(SYS_pidfd_getfd, pidfd.get(), -1, 0) < 0 && errno != EBADF)
        return lastError("survey_levels", "pidfd_getfd");
    return Done {};
}

bool mayKeepUnseen(Pid pid)
{
    const Pid living { livingThread(pid).value };
    const std::string program = executable(pid);
    if (nameOf(program).starts_with("python"))
        return !isKnownPython(living);
    return hasOwnBuffers(nameOf(program)) || !findLibc(living);
}

} // namespace ipclab
