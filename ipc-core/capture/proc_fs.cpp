// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/proc_fs.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <charconv>
#include <cstdlib>
#include <memory>

namespace ipclab {

namespace {

constexpr std::size_t kMostDescriptors = 65536;

std::string procPath(Pid pid, const std::string& rest)
{
    return "/proc/" + std::to_string(pid.value) + '/' + rest;
}

std::string taskPath(Pid pid, Tid tid, const std::string& rest)
{
    return procPath(pid, "task/" + std::to_string(tid.value) + '/' + rest);
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
    const std::size_t at = text.find(key);
    if (at == std::string::npos)
        return {};
    const std::size_t begin = text.find_first_not_of(" \t", at + key.size());
    if (begin == std::string::npos)
        return {};
    return text.substr(begin, text.find('\n', begin) - begin);
}

} // namespace

std::string readSmallFile(const std::string& path, std::size_t most)
{
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    std::string text(most, '\0');
    std::size_t filled = 0;
    while (fd && filled < most) {
        const ssize_t count = ::read(fd.get(), text.data() + filled, most - filled);
        if (count <= 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    text.resize(filled);
    return text;
}

std::optional<FileFacts> fileFacts(Pid pid, int fd)
{
    const std::string path = procPath(pid, "fd/" + std::to_string(fd));
    struct stat status { };
    if (::stat(path.c_str(), &status) != 0)
        return std::nullopt;
    return FileFacts { linkTarget(path), status.st_dev, status.st_ino, status.st_mode,
        status.st_rdev };
}

std::vector<int> openDescriptors(Pid pid)
{
    std::vector<int> found;
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(
        ::opendir(procPath(pid, "fd").c_str()), [](DIR* open) { return ::closedir(open); });
    while (folder && found.size() < kMostDescriptors) {
        const dirent* const entry = ::readdir(folder.get());
        if (!entry)
            break;
        const std::string_view name = static_cast<const char*>(entry->d_name);
        int fd = 0;
        const auto parsed = std::from_chars(name.data(), name.data() + name.size(), fd);
        if (parsed.ec == std::errc {})
            found.push_back(fd);
    }
    return found;
}

std::optional<std::uint64_t> fdinfoNumber(Pid pid, int fd, const std::string& key, int base)
{
    const std::string info = readSmallFile(procPath(pid, "fdinfo/" + std::to_string(fd)), 4096);
    const std::string text = fieldAfter(info, key + ":");
    std::uint64_t number = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number, base);
    if (text.empty() || parsed.ec != std::errc {})
        return std::nullopt;
    return number;
}

std::optional<Pid> processOfPidfd(Pid pid, int fd)
{
    const auto number = fdinfoNumber(pid, fd, "\nPid", 10); // -1, which is no number, once reaped
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

std::optional<Pid> processOfThread(Tid tid)
{
    const std::string status = readSmallFile(procPath(Pid { tid.value }, "status"), 4096);
    const int tgid = std::atoi(fieldAfter(status, "Tgid:").c_str());
    if (tgid <= 0)
        return std::nullopt;
    return Pid { tgid };
}

std::optional<Pid> parentOf(Pid pid)
{
    const std::string status = readSmallFile(procPath(pid, "status"), 4096);
    const bool process = std::atoi(fieldAfter(status, "Tgid:").c_str()) == pid.value;
    const int parent = std::atoi(fieldAfter(status, "PPid:").c_str());
    return process ? std::optional(Pid { parent }) : std::nullopt;
}

char stateLetter(Pid pid, Tid tid)
{
    const std::string stat = readSmallFile(taskPath(pid, tid, "stat"), 512);
    const std::size_t afterName = stat.rfind(')'); // the name may hold anything, proc(5)
    return afterName == std::string::npos || afterName + 2 >= stat.size() ? '?'
                                                                          : stat[afterName + 2];
}

std::string stillnessStamp(Pid pid, Tid tid)
{
    const std::string status = readSmallFile(taskPath(pid, tid, "status"), 4096);
    if (status.empty())
        return {};
    return fieldAfter(status, "State:") + '|' + readSmallFile(taskPath(pid, tid, "syscall"), 256)
        + '|' + fieldAfter(status, "\nvoluntary_ctxt_switches:") + '|'
        + fieldAfter(status, "nonvoluntary_ctxt_switches:");
}

} // namespace ipclab
