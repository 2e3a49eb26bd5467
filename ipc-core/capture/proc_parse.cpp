// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/proc_parse.h"

#include <algorithm>
#include <charconv>

namespace ipclab {

namespace {

// The words and lines of a text, one after the other.
class Words {
public:
    explicit Words(std::string_view text)
        : m_rest(text)
    {
    }

    std::string_view next(std::string_view separators = " \t\n")
    {
        const std::size_t begin = std::min(m_rest.find_first_not_of(separators), m_rest.size());
        m_rest.remove_prefix(begin);
        const std::size_t end = std::min(m_rest.find_first_of(separators), m_rest.size());
        const std::string_view word = m_rest.substr(0, end);
        m_rest.remove_prefix(end);
        return word;
    }
    std::string_view line() { return next("\n"); }
    void skip(int words)
    {
        for (; words > 0; --words)
            next();
    }
    [[nodiscard]] bool done() const { return m_rest.empty(); }

private:
    std::string_view m_rest;
};

template <typename Number> std::optional<Number> numberIn(std::string_view word, int base = 10)
{
    if (base == 16 && word.starts_with("0x"))
        word.remove_prefix(2);
    Number number {};
    const char* const end = word.data() + word.size();
    const auto parsed = std::from_chars(word.data(), end, number, base);
    if (word.empty() || parsed.ec != std::errc {} || parsed.ptr != end)
        return std::nullopt;
    return number;
}

template <typename Number> Number numberOr(std::string_view word, Number other, int base = 10)
{
    return numberIn<Number>(word, base).value_or(other);
}

TaskState stateOf(char letter)
{
    switch (letter) {
    case 'R':
        return TaskState::Running;
    case 'S':
    case 'I':
        return TaskState::Sleeping;
    case 'D':
        return TaskState::DiskSleep;
    case 'T':
        return TaskState::Stopped;
    case 't':
        return TaskState::Traced;
    case 'Z':
    case 'X':
        return TaskState::Zombie;
    default:
        return TaskState::Unknown;
    }
}

} // namespace

std::optional<TaskStat> parseStat(std::string_view text)
{
    const std::size_t open = text.find('(');
    const std::size_t close = text.rfind(')'); // the name may hold anything
    if (open == text.npos || close == text.npos || close < open)
        return std::nullopt;
    TaskStat stat;
    stat.name = text.substr(open + 1, close - open - 1);
    Words words(text.substr(close + 1));
    const std::string_view letter = words.next();
    if (letter.size() != 1)
        return std::nullopt;
    constexpr std::uint64_t kKernelThread = 0x00200000; // PF_KTHREAD, linux/sched.h
    constexpr std::uint64_t kExiting = 0x00000004; // PF_EXITING
    stat.state = stateOf(letter.front());
    stat.parent = Pid { numberOr<std::int32_t>(words.next(), 0) };
    stat.group = Pid { numberOr<std::int32_t>(words.next(), 0) };
    stat.session = Pid { numberOr<std::int32_t>(words.next(), 0) };
    stat.terminal = static_cast<std::uint32_t>(numberOr<std::int32_t>(words.next(), 0));
    stat.foreground = Pid { std::max(0, numberOr<std::int32_t>(words.next(), 0)) };
    const auto flags = numberOr<std::uint64_t>(words.next(), 0);
    stat.kernelThread = (flags & kKernelThread) != 0;
    stat.exiting = (flags & kExiting) != 0 || stat.state == TaskState::Zombie;
    words.skip(12); // fields 10 to 21
    const auto started = numberIn<std::uint64_t>(words.next());
    if (!started)
        return std::nullopt;
    stat.startTime = *started;
    words.skip(29); // fields 23 to 51
    stat.exitCode = numberOr<std::uint32_t>(words.next(), 0);
    return stat;
}

std::optional<TaskStatus> parseStatus(std::string_view text)
{
    TaskStatus status;
    bool whole = false;
    Words lines(text);
    while (!lines.done()) {
        Words words(lines.line());
        const std::string_view key = words.next(" \t:");
        const std::string_view value = words.next(" \t:");
        if (key == "Tgid") {
            status.process = Pid { numberOr<std::int32_t>(value, 0) };
        } else if (key == "TracerPid") {
            status.tracer = Pid { numberOr<std::int32_t>(value, 0) };
        } else if (key == "Uid") { // real, effective, saved, file system
            status.user = numberIn<std::uint32_t>(words.next());
        } else if (key == "SigPnd" || key == "ShdPnd") {
            status.pending |= numberOr<std::uint64_t>(value, 0, 16);
        } else if (key == "SigBlk") {
            status.blocked = numberOr<std::uint64_t>(value, 0, 16);
        } else if (key == "SigCgt") {
            status.caught = numberOr<std::uint64_t>(value, 0, 16);
            whole = true;
        }
    }
    if (!status.process || !whole) // a part of it would say that no signal is caught
        return std::nullopt;
    return status;
}

std::optional<TaskCall> parseSyscall(std::string_view text)
{
    Words words(text);
    TaskCall call;
    const std::string_view first = words.next();
    if (first == "running") {
        call.running = true;
        return call;
    }
    const auto number = numberIn<std::int64_t>(first);
    if (!number)
        return std::nullopt;
    call.number = *number;
    if (call.number < 0)
        return call;
    for (std::uint64_t& arg : call.args) {
        const auto value = numberIn<std::uint64_t>(words.next(), 16);
        if (!value)
            return std::nullopt;
        arg = *value;
    }
    return call;
}

} // namespace ipclab
