// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// First, because moc 6.4 cannot read <compare> of GCC 12 before it.
#include <functional>

#include <compare>
#include <cstdint>
#include <limits>

namespace ipclab {

// A number that means one thing: a Pid cannot be passed where a Tid is wanted.
template <typename Tag, typename Number> struct Id {
    Number value {};

    constexpr Id() = default;
    constexpr explicit Id(Number number)
        : value(number)
    {
    }
    constexpr auto operator<=>(const Id&) const = default;
    constexpr explicit operator bool() const { return value != Number {}; }
};

using Pid = Id<struct PidTag, std::int32_t>; // a process (thread group); 0 is nobody
using Tid = Id<struct TidTag, std::int32_t>; // a thread; the first has the number of its process
using ChannelId = Id<struct ChannelTag, std::uint32_t>; // ours, counted from 1; 0 is none
using EventIndex = std::uint64_t; // place in the log; times may tie, indices never do

using Nanoseconds = std::int64_t; // since the start of the run
constexpr Nanoseconds kSecond = 1'000'000'000;
constexpr Nanoseconds kMillisecond = 1'000'000;
constexpr Nanoseconds kMinute = 60 * kSecond;

// A time so much later, and never beyond the last there is: a file may say any.
constexpr Nanoseconds later(Nanoseconds at, Nanoseconds by)
{
    constexpr Nanoseconds kLast = std::numeric_limits<Nanoseconds>::max();
    constexpr Nanoseconds kFirst = std::numeric_limits<Nanoseconds>::min();
    if (by > 0)
        return at > kLast - by ? kLast : at + by;
    return at < kFirst - by ? kFirst : at + by;
}

inline Tid firstThread(Pid pid)
{
    return Tid { pid.value };
}

} // namespace ipclab

template <typename Tag, typename Number> struct std::hash<ipclab::Id<Tag, Number>> {
    std::size_t operator()(ipclab::Id<Tag, Number> id) const noexcept
    {
        return std::hash<Number> {}(id.value);
    }
};
