// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/words.h"

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

template <typename Word> struct Names;

template <> struct Names<StartedBy> {
    static constexpr auto kAll = std::to_array<std::string_view>(
        { "launch", "fork", "vfork", "clone", "found", "attach" });
};
template <> struct Names<TaskState> {
    static constexpr auto kAll = std::to_array<std::string_view>(
        { "unknown", "running", "sleeping", "disk_sleep", "stopped", "traced", "zombie" });
};
template <> struct Names<ChannelKind> {
    static constexpr auto kAll = std::to_array<std::string_view>(
        { "pipe", "fifo", "pty", "unix", "tcp", "udp", "file", "shm", "queue", "eventfd",
            "semaphore", "timerfd", "signalfd", "epoll", "inotify", "pidfd", "io_uring" });
};
template <> struct Names<Access> {
    static constexpr auto kAll = std::to_array<std::string_view>({ "r", "w", "rw" });
};
template <> struct Names<End> {
    static constexpr auto kAll = std::to_array<std::string_view>({ "first", "second" });
};
template <> struct Names<BufferMode> {
    static constexpr auto kAll = std::to_array<std::string_view>({ "full", "line", "none" });
};
template <> struct Names<SignalAction> {
    static constexpr auto kAll
        = std::to_array<std::string_view>({ "default", "handler", "ignore", "taken" });
};
template <> struct Names<SignalSource> {
    static constexpr auto kAll = std::to_array<std::string_view>({ "kernel", "terminal" });
};
template <> struct Names<AddressUser> {
    static constexpr auto kAll = std::to_array<std::string_view>(
        { "listener", "socket", "connection", "time_wait", "file" });
};
template <> struct Names<LockKind> {
    static constexpr auto kAll = std::to_array<std::string_view>(
        { "word", "mutex", "join", "file", "semaphores", "queue" });
};
template <> struct Names<FindingKind> {
    static constexpr auto kAll = std::to_array<std::string_view>({ "deadlock", "stdio_stuck",
        "descriptor_leak", "zombie", "orphan", "broken_pipe", "lost_datagram", "idle_server" });
};
template <> struct Names<SightLimit> {
    static constexpr auto kAll = std::to_array<std::string_view>(
        { "foreign_calls", "own_filter", "supervised", "unprivileged", "cannot_trace",
            "static_program", "other_library", "cpp_streams", "payload" });
};

template <typename Word> std::string_view nameOf(Word word)
{
    return Names<Word>::kAll.at(static_cast<std::size_t>(word));
}

} // namespace

std::string_view name(StartedBy word)
{
    return nameOf(word);
}
std::string_view name(TaskState word)
{
    return nameOf(word);
}
std::string_view name(ChannelKind word)
{
    return nameOf(word);
}
std::string_view name(Access word)
{
    return nameOf(word);
}
std::string_view name(End word)
{
    return nameOf(word);
}
std::string_view name(BufferMode word)
{
    return nameOf(word);
}
std::string_view name(SignalAction word)
{
    return nameOf(word);
}
std::string_view name(SignalSource word)
{
    return nameOf(word);
}
std::string_view name(AddressUser word)
{
    return nameOf(word);
}
std::string_view name(LockKind word)
{
    return nameOf(word);
}
std::string_view name(FindingKind word)
{
    return nameOf(word);
}
std::string_view name(SightLimit word)
{
    return nameOf(word);
}

template <typename Word> std::optional<Word> wordNamed(std::string_view name)
{
    const auto& all = Names<Word>::kAll;
    const auto found = std::ranges::find(all, name);
    if (found == all.end())
        return std::nullopt;
    return static_cast<Word>(found - all.begin());
}

template std::optional<StartedBy> wordNamed(std::string_view);
template std::optional<TaskState> wordNamed(std::string_view);
template std::optional<ChannelKind> wordNamed(std::string_view);
template std::optional<Access> wordNamed(std::string_view);
template std::optional<End> wordNamed(std::string_view);
template std::optional<BufferMode> wordNamed(std::string_view);
template std::optional<SignalAction> wordNamed(std::string_view);
template std::optional<SignalSource> wordNamed(std::string_view);
template std::optional<AddressUser> wordNamed(std::string_view);
template std::optional<LockKind> wordNamed(std::string_view);
template std::optional<FindingKind> wordNamed(std::string_view);
template std::optional<SightLimit> wordNamed(std::string_view);

} // namespace ipclab
