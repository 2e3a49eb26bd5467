// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/file_locks.h"

#include "ipc-core/capture/proc_fs.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace ipclab {

namespace {

constexpr std::size_t kMostText = 1U << 18U;

std::vector<std::string_view> words(std::string_view line)
{
    std::vector<std::string_view> found;
    while (true) {
        line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
        if (line.empty())
            return found;
        const std::size_t end = std::min(line.find(' '), line.size());
        found.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
}

template <typename Number> std::optional<Number> number(std::string_view text)
{
    Number value {};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    return parsed.ec == std::errc {} ? std::optional(value) : std::nullopt;
}

std::optional<FileLockOf> ownerIn(std::string_view kind)
{
    if (kind == "POSIX")
        return FileLockOf::Process;
    if (kind == "FLOCK" || kind == "OFDLCK")
        return FileLockOf::Description;
    return kind == "LEASE" ? std::optional(FileLockOf::Lease) : std::nullopt;
}

// "1: -> POSIX  ADVISORY  WRITE 4711 00:1b:1234 0 EOF"; the arrow where one waits
std::optional<FileLock> lockIn(std::string_view line)
{
    std::vector<std::string_view> parts = words(line);
    FileLock lock;
    lock.waits = parts.size() > 1 && parts[1] == "->";
    if (lock.waits)
        parts.erase(parts.begin() + 1);
    if (parts.size() < 6)
        return std::nullopt;
    const auto place = number<unsigned>(parts[0]);
    const auto pid = number<std::int32_t>(parts[4]);
    const auto inode = number<std::uint64_t>(parts[5].substr(parts[5].rfind(':') + 1));
    const auto of = ownerIn(parts[1]);
    if (!place || !pid || !inode || !of)
        return std::nullopt;
    lock.number = *place;
    lock.of = *of;
    lock.pid = *pid;
    lock.inode = *inode;
    for (const std::size_t part : { 3U, 6U, 7U }) {
        if (part < parts.size())
            (lock.what += lock.what.empty() ? "" : " ") += parts[part];
    }
    return lock;
}

} // namespace

std::vector<FileLock> fileLocks(std::string_view text)
{
    std::vector<FileLock> locks;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const auto lock = lockIn(text.substr(0, end)))
            locks.push_back(*lock);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return locks;
}

std::string readFileLocks()
{
    return readSmallFile("/proc/locks", kMostText);
}

std::vector<FileLock> locksHeldAt(Pid pid, int fd)
{
    constexpr std::string_view kKey = "lock:";
    const std::string text = readOfProcess(pid, "fdinfo/" + std::to_string(fd), kMostText);
    std::vector<FileLock> locks;
    for (std::size_t at = text.find(kKey); at != std::string::npos; at = text.find(kKey, at)) {
        at = std::min(text.find_first_not_of('\t', at + kKey.size()), text.size());
        const std::size_t end = std::min(text.find('\n', at), text.size());
        if (const auto lock = lockIn(std::string_view(text).substr(at, end - at)))
            locks.push_back(*lock);
    }
    return locks;
}

std::vector<FileLock> locksWaitedFor(
    const std::vector<FileLock>& locks, Pid waiter, std::uint64_t inode)
{
    std::vector<FileLock> found;
    for (const FileLock& wait : locks) {
        if (!wait.waits || wait.of == FileLockOf::Lease || wait.inode != inode
            || (wait.pid != waiter.value && wait.pid != -1))
            continue;
        const auto held = std::ranges::find_if(locks,
            [&wait](const FileLock& lock) { return !lock.waits && lock.number == wait.number; });
        if (held != locks.end() && std::ranges::find(found, *held) == found.end())
            found.push_back(*held);
    }
    return found;
}

} // namespace ipclab
