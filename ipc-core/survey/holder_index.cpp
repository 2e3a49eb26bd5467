// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/survey/holder_index.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/task.h"

#include <dirent.h>
#include <fcntl.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <tuple>

namespace ipclab {

namespace {

constexpr std::size_t kMostEntries = 4'000'000;
constexpr std::size_t kMostProcesses = 1'000'000;

// The names in a folder that are numbers. getdents64(2) with room enough: one call a folder, where
// readdir(3) would stat, allocate and free.
template <typename Take> bool eachNumber(int folder, Take take)
{
    struct Entry { // struct linux_dirent64, getdents(2)
        std::uint64_t inode;
        std::int64_t offset;
        std::uint16_t length;
        std::uint8_t type;
    };
    constexpr std::size_t kNameAt = offsetof(Entry, type) + 1;
    alignas(Entry) std::array<char, 65536> room;
    for (;;) {
        const long got = syscall(SYS_getdents64, folder, room.data(), room.size());
        if (got <= 0)
            return got == 0;
        for (std::size_t at = 0; at < static_cast<std::size_t>(got);) {
            Entry entry {};
            std::memcpy(&entry, room.data() + at, kNameAt);
            const char* const name = room.data() + at + kNameAt;
            if (*name >= '0' && *name <= '9')
                take(name);
            at += entry.length;
        }
    }
}

int numberOf(const char* name)
{
    int number = -1;
    std::from_chars(name, name + std::strlen(name), number);
    return number;
}

// A thread of the kernel, whose links lead nowhere, for anybody, proc(5); who has ended, with all
// its threads; who is gone.
bool holdsNothing(Pid pid)
{
    const auto stat = statOf(pid);
    return !stat || stat->kernelThread || stat->state == TaskState::Zombie;
}

} // namespace

HolderIndex HolderIndex::ofThisMoment()
{
    HolderIndex index;
    const UniqueFd proc(open("/proc", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!proc
        || !eachNumber(proc.get(), [&](const char* name) { index.addProcess(proc.get(), name); }))
        index.m_cut = true;
    std::ranges::sort(index.m_entries, {}, [](const Entry& entry) {
        return std::tuple(entry.kind, entry.number, entry.place.pid, entry.place.fd);
    });
    return index;
}

void HolderIndex::addProcess(int proc, const char* name)
{
    const Pid pid { numberOf(name) };
    if (m_processes.size() >= kMostProcesses) {
        m_cut = true;
        return;
    }
    m_processes.push_back(pid);
    std::array<char, 64> path {};
    std::snprintf(path.data(), path.size(), "%s/fd", name);
    auto count = addDescriptors(proc, path.data(), pid);
    if (count > 0U)
        return;
    const Tid living = livingThread(pid);
    const bool headless = living != firstThread(pid);
    if (headless) {
        std::snprintf(path.data(), path.size(), "%s/task/%d/fd", name, living.value);
        count = addDescriptors(proc, path.data(), pid);
    }
    if (!count && (headless || !holdsNothing(pid)))
        m_unreadable.push_back(pid);
}

std::optional<std::size_t> HolderIndex::addDescriptors(int proc, const char* path, Pid pid)
{
    const UniqueFd folder(openat(proc, path, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    std::size_t count = 0;
    const auto take = [&](const char* fd) {
        std::array<char, 256> link;
        ++count;
        const ssize_t length = readlinkat(folder.get(), fd, link.data(), link.size());
        if (length <= 0)
            return;
        const LinkName found = linkNameOf({ link.data(), static_cast<std::size_t>(length) });
        if (found.kind == LinkKind::Other)
            return;
        m_cut = m_cut || m_entries.size() >= kMostEntries;
        if (!m_cut)
            m_entries.push_back({ found.kind, found.number, { pid, numberOf(fd) } });
    };
    if (!folder || !eachNumber(folder.get(), take))
        return std::nullopt;
    return count;
}

std::vector<HolderIndex::Place> HolderIndex::holders(LinkKind kind, std::uint64_t number) const
{
    const auto [begin, end] = std::ranges::equal_range(m_entries, std::pair(kind, number), {},
        [](const Entry& entry) { return std::pair(entry.kind, entry.number); });
    std::vector<Place> found;
    for (auto entry = begin; entry != end; ++entry)
        found.push_back(entry->place);
    return found;
}

std::vector<HolderIndex::Place> HolderIndex::holders(LinkKind kind) const
{
    const auto [begin, end] = std::ranges::equal_range(m_entries, kind, {}, &Entry::kind);
    std::vector<Place> found;
    for (auto entry = begin; entry != end; ++entry)
        found.push_back(entry->place);
    return found;
}

} // namespace ipclab
