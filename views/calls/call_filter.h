// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"
#include "views/calls/call_row.h"

#include <QString>

#include <array>
#include <bitset>
#include <cstdint>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace ipclab {

// What a row is of.
enum class CallSort : std::uint8_t { Transfer, Descriptor, Signal, Process, Other };

enum class CallsWanted : std::uint8_t {
    All,
    Transfers,
    Descriptors,
    Signals,
    Processes,
    LongWaits,
    Failures
};

struct CallFilter {
    static constexpr Nanoseconds kLong = 10 * kMillisecond;

    CallsWanted wanted = CallsWanted::All;
    Pid pid; // 0: everyone
    ChannelId channel; // 0: any
    bool files = false; // with what is read and opened of files, as every program does to begin
    QString text; // a call, an error, a signal, a process, a channel, bytes

    bool operator==(const CallFilter&) const = default;
};

CallSort sortOf(const EventBody& begin);
bool failed(const EventLog& log, CallRow row);

// Decides of rows whether the filter has them. Quick where it can be: what the text means is looked
// up once, not put into words for each row. The World is that at the log's end. GUI thread.
class CallMatcher {
public:
    CallMatcher() = default;
    explicit CallMatcher(CallFilter filter);

    [[nodiscard]] const CallFilter& filter() const { return m_filter; }
    void forgetNames(); // the World has other names now
    [[nodiscard]] bool matches(
        const EventLog& log, const World& world, CallRow row, Nanoseconds now) const;

private:
    [[nodiscard]] bool isWanted(const EventLog& log, CallRow row, Nanoseconds now) const;
    [[nodiscard]] bool isOfFile(const EventLog& log, const World& world, CallRow row) const;
    [[nodiscard]] bool hasText(const EventLog& log, const World& world, CallRow row) const;
    [[nodiscard]] bool says(const EventBody& body) const;
    [[nodiscard]] bool isNamed(const World& world, Pid pid) const;
    [[nodiscard]] bool isNamed(const World& world, ChannelId channel) const;
    [[nodiscard]] bool isFile(const World& world, ChannelId channel) const;
    [[nodiscard]] bool isCall(Call call, std::optional<int> fd) const;
    void readText();

    CallFilter m_filter;
    std::string m_text; // lower case
    std::string m_callText; // of "read(3": "read"
    std::string m_fdText; // and "3"
    std::bitset<static_cast<std::size_t>(Call::Count)> m_calls;
    std::bitset<256> m_errors;
    std::bitset<65> m_signals;
    mutable std::unordered_map<Pid, bool> m_pids;
    mutable std::optional<std::pair<Pid, bool>> m_lastPid;
    mutable std::vector<std::uint8_t> m_channels; // by channel: whether it is named so
    mutable std::vector<std::uint8_t> m_files; // by channel: whether it is one
};

} // namespace ipclab
