// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of events/ only: the short way from a line of a session to its event.
#include "ipc-core/events/event.h"
#include "ipc-core/events/name_memo.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

namespace ipclab {

// Reads lines that look as `toJsonLine` writes them, several times as fast as a JSON parser does.
// It only ever says yes: what has another order of fields, other spaces, a number or an escape that
// is out of the ordinary, or is damaged, is left to the parser, which judges it. One thread.
class OwnLine {
public:
    // Nothing: ask the parser. kPadding bytes can be read after the line, whatever they are; the
    // event points into the line and into this, until the next call.
    static constexpr std::size_t kPadding = 64;
    std::optional<Event> read(std::string_view line);

private:
    friend class OwnFields;
    template <typename Body> static bool readBody(OwnLine& line, EventBody& body);
    using ReadBody = bool (*)(OwnLine&, EventBody&);
    static ReadBody readerOf(std::string_view name);
    bool readHead(Event& event);
    std::optional<Nanoseconds> time();

    // Each takes what it is asked for, or fails.
    template <std::size_t Size> bool key(const char (&name)[Size]);
    bool taken(char wanted);
    std::uint64_t digits(std::size_t most); // without needless zeros
    std::string_view text();
    std::string_view restOfEscaped(const char* begin, const char* escape);
    bool unescape(const char*& from);
    void fail();

    const char* m_at = nullptr;
    const char* m_end = nullptr; // once failed, m_at is behind it
    std::string m_texts; // unescaped and decoded; never longer than the line
    std::size_t m_textsUsed = 0;
    std::tuple<std::vector<int>, std::vector<Pid>, std::vector<Tid>, std::vector<ChannelId>>
        m_lists; // one of a type an event
    NameMemo<Call> m_calls;
    NameMemo<int> m_signals;
    NameMemo<int> m_errors;
};

} // namespace ipclab
