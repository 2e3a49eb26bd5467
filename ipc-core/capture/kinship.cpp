// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/kinship.h"

#include "ipc-core/capture/proc_fs.h"

#include <linux/kcmp.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cstdlib>
#include <iterator>
#include <sstream>

namespace ipclab {

namespace {

constexpr std::size_t kMostChildrenText = 256UL * 1024; // bytes

std::vector<std::int32_t> numbersOf(const std::string& text)
{
    std::istringstream words(text);
    return { std::istream_iterator<std::int32_t>(words), {} };
}

std::optional<bool> same(int resource, Pid one, Pid other)
{
    // Who has ended has neither.
    const long order = ::syscall(
        SYS_kcmp, livingThread(one).value, livingThread(other).value, resource, 0UL, 0UL);
    return order < 0 ? std::nullopt : std::optional(order == 0);
}

} // namespace

std::optional<Kinship> kinshipOf(Tid tid)
{
    const std::string status = statusText(Pid { tid.value }, tid);
    const int process = std::atoi(fieldAfter(status, "Tgid:").c_str());
    if (process <= 0)
        return std::nullopt;
    return Kinship { Pid { process }, Pid { std::atoi(fieldAfter(status, "PPid:").c_str()) },
        numbersOf(fieldAfter(status, "NSpid:")) };
}

std::optional<Pid> parentOf(Pid pid)
{
    const auto kinship = kinshipOf(firstThread(pid));
    return kinship && kinship->process == pid ? std::optional(kinship->parent) : std::nullopt;
}

Pid tracerOf(Pid pid)
{
    return Pid { std::atoi(fieldAfter(statusText(pid, firstThread(pid)), "TracerPid:").c_str()) };
}

std::vector<Pid> childrenOf(Pid pid, Tid tid)
{
    const std::string path
        = "/proc/" + std::to_string(pid.value) + "/task/" + std::to_string(tid.value) + "/children";
    std::vector<Pid> found;
    for (const std::int32_t number : numbersOf(readSmallFile(path, kMostChildrenText)))
        found.push_back(Pid { number });
    return found;
}

std::uint64_t pidSpaceOf(Pid pid)
{
    const std::string path = "/proc/" + std::to_string(pid.value) + "/ns/pid";
    struct stat status { };
    return ::stat(path.c_str(), &status) == 0 ? status.st_ino : 0;
}

std::optional<bool> shareDescriptors(Pid one, Pid other)
{
    return same(KCMP_FILES, one, other);
}

std::optional<bool> shareMemory(Pid one, Pid other)
{
    return same(KCMP_VM, one, other);
}

bool hasOwnDescriptors(Pid pid, Tid tid)
{
    const Tid first = livingThread(pid);
    const bool differ
        = first != tid && ::syscall(SYS_kcmp, first.value, tid.value, KCMP_FILES, 0UL, 0UL) > 0;
    return differ && stateLetter(pid, tid) != 'Z'; // who has ended has none
}

} // namespace ipclab
