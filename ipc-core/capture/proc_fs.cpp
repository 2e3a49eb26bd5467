// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/proc_fs.h"

#include "ipc-core/capture/proc_parse.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>
#include <string_view>

namespace ipclab {

namespace {

constexpr std::size_t kMostDescriptors = 65536;
constexpr std::size_t kReadAtOnce = 4096;

std::string procPath(Pid pid, const std::string& rest)
{
    return "/proc/" + std::to_string(pid.value) + '/' + rest;
}

std::string taskPath(Pid pid, Tid tid, const std::string& rest)
{
    return procPath(pid, "task/" + std::to_string(tid.value) + '/' + rest);
}

// Asks again where the first thread has ended and there was no answer.
template <typename Ask> auto ofProcess(Pid pid, const std::string& rest, Ask ask)
{
    auto answer = ask(procPath(pid, rest));
    if (answer != decltype(answer) {})
        return answer;
    const Tid living = livingThread(pid);
    return living == firstThread(pid) ? answer : ask(taskPath(pid, living, rest));
}

bool isExiting(Pid pid, Tid tid)
{
    const auto stat = parseStat(readSmallFile(taskPath(pid, tid, "stat"), 1024));
    return !stat || stat->exiting;
}

} // namespace

Tid livingThread(Pid pid)
{
    constexpr std::size_t kMostThreads = 4096;
    if (!isExiting(pid, firstThread(pid)))
        return firstThread(pid);
    for (const int number : numbersIn(procPath(pid, "task"), kMostThreads)) {
        if (!isExiting(pid, Tid { number }))
            return Tid { number };
    }
    return firstThread(pid);
}

std::string readOfProcess(Pid pid, const std::string& rest, std::size_t most)
{
    return ofProcess(
        pid, rest, [most](const std::string& path) { return readSmallFile(path, most); });
}

std::string descriptorLink(Pid pid, int fd)
{
    return ofProcess(pid, "fd/" + std::to_string(fd), linkTarget);
}

std::string linkTarget(const std::string& path)
{
    std::array<char, 4096> target {};
    const ssize_t length = ::readlink(path.c_str(), target.data(), target.size());
    return length > 0 ? std::string(target.data(), static_cast<std::size_t>(length))
                      : std::string();
}

std::string fieldAfter(const std::string& text, const std::string& key)
{
    std::size_t at = 0; // at the start of a line: a program's name may hold any key
    if (!text.starts_with(key)) {
        at = text.find('\n' + key);
        if (at == std::string::npos)
            return {};
        ++at;
    }
    const std::size_t begin = text.find_first_not_of(" \t", at + key.size());
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find('\n', begin) - begin);
}

std::string readSmallFile(const std::string& path, std::size_t most)
{
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text;
    std::size_t filled = 0;
    while (fd && filled < most) {
        text.resize(std::min(most, filled + kReadAtOnce));
        const ssize_t count = ::read(fd.get(), text.data() + filled, text.size() - filled);
        if (count <= 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    text.resize(filled);
    return text;
}

std::string statusText(Pid pid, Tid tid)
{
    constexpr std::size_t kMostStatus = std::size_t { 1 } << 20; // 65 536 groups, credentials(7)
    return readSmallFile(taskPath(pid, tid, "status"), kMostStatus);
}

bool isAsleep(const std::string& stamp)
{
    return stamp.starts_with('S') || stamp.starts_with('D'); // proc(5); D: a vfork(2) parent
}

bool hasTimers(Pid pid)
{
    return !readSmallFile(procPath(pid, "timers"), 64).empty();
}

namespace {

std::optional<FileFacts> factsAt(const std::string& path)
{
    struct statx status { };
    // What the kernel has of it now: a file server that does not answer must not hold us.
    if (::statx(AT_FDCWD, path.c_str(), AT_STATX_DONT_SYNC, STATX_BASIC_STATS, &status) != 0)
        return std::nullopt;
    return FileFacts { linkTarget(path), makedev(status.stx_dev_major, status.stx_dev_minor),
        status.stx_ino, status.stx_mode, makedev(status.stx_rdev_major, status.stx_rdev_minor) };
}

} // namespace

std::optional<FileFacts> fileFacts(Pid pid, int fd)
{
    return ofProcess(pid, "fd/" + std::to_string(fd), factsAt);
}

std::vector<int> numbersIn(const std::string& folder, std::size_t most)
{
    std::vector<int> found;
    const std::unique_ptr<DIR, int (*)(DIR*)> open(
        ::opendir(folder.c_str()), [](DIR* one) { return ::closedir(one); });
    while (open && found.size() < most) {
        const dirent* const entry = ::readdir(open.get());
        if (!entry)
            break;
        const std::string_view name = static_cast<const char*>(entry->d_name);
        int number = 0;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), number);
        if (parsed.ec == std::errc {} && parsed.ptr == name.data() + name.size())
            found.push_back(number);
    }
    return found;
}

std::vector<int> openDescriptors(Pid pid)
{
    return ofProcess(
        pid, "fd", [](const std::string& path) { return numbersIn(path, kMostDescriptors); });
}

std::optional<std::uint64_t> ptyIndex(std::uint64_t device)
{
    constexpr unsigned kFirstMajor = 136; // Unix98 slaves, admin-guide/devices
    constexpr unsigned kMajors = 8;
    constexpr unsigned kMinors = 256;
    const unsigned of = major(device);
    if (of < kFirstMajor || of >= kFirstMajor + kMajors)
        return std::nullopt;
    return (of - kFirstMajor) * kMinors + minor(device);
}

std::optional<std::uint64_t> fdinfoNumber(Pid pid, int fd, const std::string& key, int base)
{
    const std::string info = readOfProcess(pid, "fdinfo/" + std::to_string(fd), 4096);
    const std::string text = fieldAfter(info, key + ":");
    std::uint64_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || parsed.ec != std::errc {})
        return std::nullopt;
    return number;
}

SignalFacts signalFacts(Pid pid, Tid tid)
{
    const std::string status = statusText(pid, tid);
    const auto bits = [&](const char* key) {
        return std::strtoull(fieldAfter(status, key).c_str(), nullptr, 16);
    };
    return { bits("SigIgn:"), bits("SigCgt:"), bits("SigBlk:"), bits("SigPnd:") | bits("ShdPnd:") };
}

std::optional<Access> accessOf(Pid pid, int fd)
{
    const auto flags = fdinfoNumber(pid, fd, "flags", 8);
    if (!flags)
        return std::nullopt;
    switch (*flags & O_ACCMODE) {
    case O_RDONLY:
        return Access::Read;
    case O_WRONLY:
        return Access::Write;
    default:
        return Access::ReadWrite;
    }
}

std::optional<Pid> processOfPidfd(Pid pid, int fd)
{
    const auto number = fdinfoNumber(pid, fd, "Pid", 10); // -1, which is no number, once reaped
    if (!number)
        return std::nullopt;
    return Pid { static_cast<std::int32_t>(*number) };
}

std::string executable(Pid pid)
{
    return linkTarget(procPath(pid, "exe"));
}

std::string commandLine(Pid pid)
{
    return readSmallFile(procPath(pid, "cmdline"), 8192);
}

char stateLetter(Pid pid, Tid tid)
{
    const std::string stat = readSmallFile(taskPath(pid, tid, "stat"), 512);
    const std::size_t afterName = stat.rfind(')'); // the name may hold anything, proc(5)
    return afterName == std::string::npos || afterName + 2 >= stat.size() ? '?'
                                                                          : stat[afterName + 2];
}

std::string syscallText(Pid pid, Tid tid)
{
    return readSmallFile(taskPath(pid, tid, "syscall"), 256);
}

std::string stillnessStamp(Pid pid, Tid tid)
{
    const std::string status = statusText(pid, tid);
    const std::string last = fieldAfter(status, "nonvoluntary_ctxt_switches:");
    if (last.empty()) // gone
        return {};
    return fieldAfter(status, "State:") + '|' + syscallText(pid, tid) + '|'
        + fieldAfter(status, "voluntary_ctxt_switches:") + '|' + last;
}

} // namespace ipclab
