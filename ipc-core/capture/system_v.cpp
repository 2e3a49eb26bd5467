// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/system_v.h"

#include "ipc-core/capture/proc_fs.h"

#include <array>
#include <charconv>
#include <fstream>
#include <string_view>

namespace ipclab {

namespace {

bool isInOurSpace(Pid pid)
{
    const std::string space = linkTarget("/proc/self/ns/ipc");
    return !space.empty() && space == linkTarget("/proc/" + std::to_string(pid.value) + "/ns/ipc");
}

// Of an object, proc_sysvipc(5).
struct Row {
    std::int64_t key = 0; // IPC_PRIVATE: it has none
    std::int64_t id = 0;
    std::string permissions;
    std::uint64_t bytes = 0; // of a queue; of the others something else
};

std::optional<Row> rowOf(const char* table, int number)
{
    std::ifstream file(table);
    std::string line;
    std::getline(file, line); // the names of the columns
    for (Row row; file >> row.key >> row.id >> row.permissions >> row.bytes;
         std::getline(file, line)) {
        if (row.id == number)
            return row;
    }
    return std::nullopt;
}

struct Sort {
    const char* word;
    const char* table;
};

Sort sortOf(ChannelKind kind)
{
    if (kind == ChannelKind::Semaphore)
        return { "semid ", "/proc/sysvipc/sem" };
    if (kind == ChannelKind::Queue)
        return { "msqid ", "/proc/sysvipc/msg" };
    return { "shmid ", "/proc/sysvipc/shm" };
}

} // namespace

std::optional<LockKind> systemVKind(Call call)
{
    switch (call) {
    case Call::Semop:
    case Call::Semtimedop:
        return LockKind::Semaphores;
    case Call::Msgrcv:
    case Call::Msgsnd:
        return LockKind::Queue;
    default:
        return std::nullopt;
    }
}

std::optional<ChannelKey> systemVKey(Call call, std::uint64_t number)
{
    const auto kind = systemVKind(call);
    if (!kind)
        return std::nullopt;
    return ChannelKey { kind == LockKind::Queue ? ChannelKind::Queue : ChannelKind::Semaphore, 0,
        static_cast<std::uint32_t>(number) }; // an int: the kernel ignores the upper half
}

std::string systemVName(Pid user, const ChannelKey& key)
{
    const Sort sort = sortOf(key.kind);
    const int number = static_cast<int>(key.inode);
    std::string name = sort.word + std::to_string(number);
    const auto row = isInOurSpace(user) ? rowOf(sort.table, number) : std::nullopt;
    if (!row || row->key == 0)
        return name;
    std::array<char, 8> digits {};
    const auto value = static_cast<std::uint32_t>(row->key);
    const auto end = std::to_chars(digits.begin(), digits.end(), value, 16).ptr;
    return name.append(", key 0x").append(digits.begin(), end);
}

std::optional<std::uint64_t> systemVBytes(Pid user, const ChannelKey& queue)
{
    const auto row = isInOurSpace(user)
        ? rowOf(sortOf(queue.kind).table, static_cast<int>(queue.inode))
        : std::nullopt;
    return row ? std::optional(row->bytes) : std::nullopt;
}

} // namespace ipclab
