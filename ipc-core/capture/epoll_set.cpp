// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/epoll_set.h"

#include "ipc-core/capture/proc_fs.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace ipclab {

namespace {

constexpr std::size_t kMostInfo = 1U << 16U; // about a thousand members

template <typename Number>
std::optional<Number> numberAfter(std::string_view text, std::string_view key, int base)
{
    const std::size_t at = text.find(key);
    if (at == std::string_view::npos)
        return std::nullopt;
    text.remove_prefix(at + key.size());
    text.remove_prefix(std::min(text.find_first_not_of(" \t"), text.size()));
    Number number {};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number, base);
    return parsed.ec == std::errc {} ? std::optional(number) : std::nullopt;
}

std::string infoOf(Pid pid, int fd)
{
    return readOfProcess(pid, "fdinfo/" + std::to_string(fd), kMostInfo);
}

} // namespace

std::vector<EpollMember> epollMembers(std::string_view fdinfo)
{
    std::vector<EpollMember> members;
    while (!fdinfo.empty()) {
        const std::size_t end = std::min(fdinfo.find('\n'), fdinfo.size());
        const std::string_view line = fdinfo.substr(0, end);
        fdinfo.remove_prefix(std::min(end + 1, fdinfo.size()));
        if (!line.starts_with("tfd:"))
            continue;
        const auto fd = numberAfter<int>(line, "tfd:", 10);
        const auto events = numberAfter<std::uint32_t>(line, "events:", 16);
        const auto inode = numberAfter<std::uint64_t>(line, "ino:", 16);
        // What cannot be read is in the set all the same.
        members.push_back({ fd.value_or(-1), events.value_or(0), inode.value_or(0) });
    }
    return members;
}

Polled epollSet(Pid pid, int fd)
{
    const std::string info = infoOf(pid, fd);
    Polled set;
    set.whole = !info.empty() && info.size() < kMostInfo;
    for (const EpollMember& member : epollMembers(info)) {
        const auto facts = fileFacts(pid, member.fd);
        if (facts && facts->inode == member.inode)
            set.add(member.fd, member.events);
        else
            set.whole = false; // open elsewhere still, or it would not be in the set
    }
    std::ranges::sort(set.fds);
    return set;
}

namespace {

struct TimerValue { // as fdinfo has it
    std::optional<std::uint64_t> seconds;
    std::optional<std::uint64_t> rest; // nanoseconds
};

TimerValue timerValue(std::string_view fdinfo)
{
    const std::size_t comma = fdinfo.find(',', std::min(fdinfo.find("it_value"), fdinfo.size()));
    return { numberAfter<std::uint64_t>(fdinfo, "it_value: (", 10),
        comma == std::string_view::npos
            ? std::nullopt
            : numberAfter<std::uint64_t>(fdinfo.substr(comma), ",", 10) };
}

} // namespace

bool timerIsSet(std::string_view fdinfo)
{
    const auto ticks = numberAfter<std::uint64_t>(fdinfo, "ticks:", 10);
    const TimerValue value = timerValue(fdinfo);
    return ticks != 0U || value.seconds != 0U || value.rest != 0U; // unknown is set
}

std::optional<Nanoseconds> timerLeft(std::string_view fdinfo)
{
    constexpr std::uint64_t kMostSeconds = 1'000'000'000; // beyond is for ever
    const TimerValue value = timerValue(fdinfo);
    const bool isSet = value.seconds.value_or(0) != 0 || value.rest.value_or(0) != 0;
    if (!isSet || !value.seconds || !value.rest || *value.seconds > kMostSeconds
        || *value.rest >= static_cast<std::uint64_t>(kSecond))
        return std::nullopt;
    return static_cast<Nanoseconds>(*value.seconds) * kSecond
        + static_cast<Nanoseconds>(*value.rest);
}

std::optional<Nanoseconds> timerLeft(Pid pid, int fd)
{
    return timerLeft(infoOf(pid, fd));
}

bool timerIsSet(Pid pid, int fd)
{
    return timerIsSet(infoOf(pid, fd));
}

} // namespace ipclab
