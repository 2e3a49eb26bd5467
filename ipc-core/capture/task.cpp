// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/task.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/proc_fs.h"

#include <elf.h>
#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

std::string folderOf(Pid pid)
{
    return "/proc/" + std::to_string(pid.value);
}

std::string folderOf(Pid pid, Tid tid)
{
    return folderOf(pid) + "/task/" + std::to_string(tid.value);
}

} // namespace

std::optional<TaskStat> statOf(Pid pid)
{
    return parseStat(readSmallFile(folderOf(pid) + "/stat", 1024));
}

std::optional<TaskStat> statOf(Pid pid, Tid tid)
{
    return parseStat(readSmallFile(folderOf(pid, tid) + "/stat", 1024));
}

std::optional<TaskStatus> statusOf(Pid pid, Tid tid)
{
    return parseStatus(statusText(pid, tid));
}

std::uint64_t beginOfSession(Pid pid)
{
    const auto stat = statOf(pid);
    const auto leader = stat ? statOf(stat->session) : std::nullopt;
    return leader ? std::min(leader->startTime, stat->startTime) : 0;
}

Result<TaskCall> callOf(Pid pid, Tid tid)
{
    const std::string path = folderOf(pid, tid) + "/syscall";
    const UniqueFd file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 256> text {};
    const ssize_t got = file ? read(file.get(), text.data(), text.size()) : -1;
    if (got < 0)
        return lastError("survey", std::to_string(pid.value));
    const auto call = parseSyscall({ text.data(), static_cast<std::size_t>(got) });
    if (!call)
        return Error { ESRCH, "survey", std::to_string(pid.value) };
    return *call;
}

std::vector<Tid> threadsOf(Pid pid, std::size_t most)
{
    std::vector<Tid> found;
    for (const int number : numbersIn(folderOf(pid) + "/task", most))
        found.emplace_back(number);
    std::ranges::sort(found);
    return found;
}

bool isOf64Bits(Pid pid)
{
    const UniqueFd file(open((folderOf(pid) + "/exe").c_str(), O_RDONLY | O_CLOEXEC));
    std::array<unsigned char, EI_NIDENT> head {};
    return !file || read(file.get(), head.data(), head.size()) != EI_NIDENT
        || head[EI_CLASS] == ELFCLASS64; // elf(5)
}

} // namespace ipclab
