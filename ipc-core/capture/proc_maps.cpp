// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/proc_maps.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/proc_fs.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/sysmacros.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <memory>

namespace ipclab {

namespace {

constexpr std::size_t kMostMaps = 16U << 20U;

// Takes what stands before `end` off the front.
std::string_view takeUntil(std::string_view& text, char end)
{
    const std::size_t at = std::min(text.find(end), text.size());
    const std::string_view taken = text.substr(0, at);
    text.remove_prefix(std::min(at + 1, text.size()));
    return taken;
}

template <typename Number> bool parse(std::string_view text, Number& value, int base)
{
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value, base);
    return parsed.ec == std::errc {} && parsed.ptr == text.data() + text.size();
}

// The name that a file was mapped by may be gone, and another one be left: sem_open(3) makes a
// file, links it to its name and unlinks the first. A folder that cannot be read may hold one.
bool hasOtherName(const std::string& path, std::uint64_t inode)
{
    const std::string folder = path.substr(0, path.rfind('/') + 1);
    const std::unique_ptr<DIR, int (*)(DIR*)> open(
        ::opendir(folder.c_str()), [](DIR* one) { return ::closedir(one); });
    if (!open)
        return true;
    while (const dirent* const entry = ::readdir(open.get())) {
        if (entry->d_ino == inode)
            return true;
    }
    return false;
}

} // namespace

// "7f00-7f01 rw-s 00000000 00:01 1027   /dev/zero (deleted)"
std::optional<Mapping> parseMapping(std::string_view line)
{
    Mapping mapping;
    unsigned major = 0;
    unsigned minor = 0;
    const bool range = parse(takeUntil(line, '-'), mapping.begin, 16)
        && parse(takeUntil(line, ' '), mapping.end, 16);
    const std::string_view permissions = takeUntil(line, ' ');
    const bool offset = parse(takeUntil(line, ' '), mapping.offset, 16);
    const bool device
        = parse(takeUntil(line, ':'), major, 16) && parse(takeUntil(line, ' '), minor, 16);
    if (!range || !offset || !device || permissions.size() != 4
        || !parse(takeUntil(line, ' '), mapping.inode, 10))
        return std::nullopt;
    mapping.writable = permissions[1] == 'w';
    mapping.shared = permissions[3] == 's';
    mapping.device = makedev(major, minor);
    mapping.name = line.substr(std::min(line.find_first_not_of(' '), line.size()));
    return mapping;
}

void findMapping(Pid pid, const std::function<bool(const Mapping&)>& isWanted)
{
    constexpr std::size_t kMost = 8U << 20U;
    const UniqueFd file(
        ::open(("/proc/" + std::to_string(pid.value) + "/maps").c_str(), O_RDONLY | O_CLOEXEC));
    std::array<char, 8192> piece;
    std::string rest; // a line of which the end is not read yet
    for (std::size_t total = 0; file && total < kMost;) {
        const ssize_t got = ::read(file.get(), piece.data(), piece.size());
        if (got <= 0)
            return;
        total += static_cast<std::size_t>(got);
        rest.append(piece.data(), static_cast<std::size_t>(got));
        std::string_view lines = rest;
        while (lines.find('\n') != lines.npos) {
            const auto mapping = parseMapping(takeUntil(lines, '\n'));
            if (mapping && isWanted(*mapping))
                return;
        }
        rest.erase(0, rest.size() - lines.size());
    }
}

std::string mapsOf(Pid pid)
{
    return readOfProcess(pid, "maps", kMostMaps);
}

std::optional<Mapping> mappingAt(std::string_view maps, std::uint64_t address)
{
    while (!maps.empty()) {
        const auto mapping = parseMapping(takeUntil(maps, '\n'));
        if (mapping && mapping->has(address))
            return mapping;
    }
    return std::nullopt;
}

bool mapsToo(std::string_view maps, const Mapping& shared)
{
    while (!maps.empty()) {
        const auto mapping = parseMapping(takeUntil(maps, '\n'));
        if (mapping && mapping->shared && mapping->isFile(shared))
            return true;
    }
    return false;
}

bool isAnonymous(const Mapping& shared)
{
    return shared.name.starts_with("/dev/zero");
}

bool isNameless(const Mapping& shared)
{
    constexpr std::string_view kDeleted = " (deleted)";
    constexpr std::string_view kSystemV = "/SYSV"; // and its key: 0 is IPC_PRIVATE, shmget(2)
    constexpr std::string_view kKeyless = "/SYSV00000000";
    if (shared.name.starts_with(kSystemV) && !shared.name.starts_with(kKeyless))
        return false;
    if (shared.name.starts_with(kKeyless))
        return true;
    if (!shared.name.ends_with(kDeleted))
        return false;
    const std::string path = shared.name.substr(0, shared.name.size() - kDeleted.size());
    return path.starts_with("/memfd:") || path == "/dev/zero" || !hasOtherName(path, shared.inode);
}

} // namespace ipclab
