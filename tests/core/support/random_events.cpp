// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/random_events.h"

#include <limits>
#include <type_traits>
#include <utility>

namespace ipclab::test {

// Gives each field of a body a random value of its type.
class RandomFields {
public:
    explicit RandomFields(RandomEvents& events)
        : m_events(events)
    {
    }

    void operator()(std::string_view, bool& value) const { value = below(2) == 1; }
    template <typename Number>
    requires(std::is_integral_v<Number> && !std::is_same_v<Number, bool>) void operator()(
        std::string_view key, Number& value) const
    {
        if (narrow()) {
            value = static_cast<Number>(below(key == "count" ? 100 : 6));
            return;
        }
        using Limits = std::numeric_limits<Number>;
        const Number some[] { Limits::min(), Limits::max(), 0, 1,
            std::uniform_int_distribution<Number>(Limits::min(), Limits::max())(random()) };
        value = some[below(std::size(some))];
    }
    template <typename Tag, typename Number>
    void operator()(std::string_view key, Id<Tag, Number>& id) const
    {
        (*this)(key, id.value);
    }
    template <typename T> void operator()(std::string_view key, std::optional<T>& value) const
    {
        if (below(2) == 1)
            (*this)(key, value.emplace());
    }
    template <typename Word>
    requires std::is_enum_v<Word>
    void operator()(std::string_view, Word& word) const
    {
        word = static_cast<Word>(below(countOf(word)));
    }
    void operator()(std::string_view, std::string_view& text) const { text = utf8(); }
    void operator()(std::string_view, Payload& payload) const
    {
        payload.kept = below(2) == 1 ? utf8() : bytes();
    }
    void operator()(std::string_view, WordList& words) const
    {
        std::string& joined = m_events.m_texts.emplace_back();
        for (std::size_t i = below(5); i > 0; --i) {
            for (const char c : utf8()) {
                if (c != '\0')
                    joined += c;
            }
            joined += '\0';
        }
        words.joined = joined;
    }
    void operator()(std::string_view, SignalNumber& signal) const
    {
        signal.value = static_cast<int>(below(65));
    }
    void operator()(std::string_view, ErrorNumber& error) const
    {
        error.value = static_cast<int>(below(600));
    }
    void operator()(std::string_view, SignalSet& set) const
    {
        set.bits = std::uniform_int_distribution<std::uint64_t>()(random());
    }
    void operator()(std::string_view key, std::span<const int>& values) const
    {
        list(key, values, m_events.m_ints);
    }
    void operator()(std::string_view key, std::span<const Pid>& values) const
    {
        list(key, values, m_events.m_pids);
    }
    void operator()(std::string_view key, std::span<const Tid>& values) const
    {
        list(key, values, m_events.m_tids);
    }
    void operator()(std::string_view key, std::span<const ChannelId>& values) const
    {
        list(key, values, m_events.m_channels);
    }

private:
    static std::size_t countOf(StartedBy) { return 6; }
    static std::size_t countOf(TaskState) { return 7; }
    static std::size_t countOf(ChannelKind) { return 17; }
    static std::size_t countOf(Access) { return 3; }
    static std::size_t countOf(End) { return 2; }
    static std::size_t countOf(BufferMode) { return 3; }
    static std::size_t countOf(SignalAction) { return 4; }
    static std::size_t countOf(LockKind) { return 6; }
    static std::size_t countOf(SignalSource) { return 2; }
    static std::size_t countOf(AddressUser) { return 5; }
    static std::size_t countOf(FindingKind) { return 8; }
    static std::size_t countOf(SightLimit) { return 9; }
    static std::size_t countOf(Call) { return static_cast<std::size_t>(Call::Count); }

    [[nodiscard]] std::mt19937& random() const { return m_events.m_random; }
    [[nodiscard]] bool narrow() const { return m_events.m_range == RandomEvents::Range::Narrow; }
    [[nodiscard]] std::size_t below(std::size_t end) const
    {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random());
    }
    // Text of all lengths of sequence, with control characters and a NUL among them.
    [[nodiscard]] std::string_view utf8() const
    {
        constexpr std::string_view kPieces[] { "a", "é", "€", "🂡", "\n", "\"", "\\", "\x01", "\x7f",
            std::string_view("\0", 1), "\xED\x9F\xBF", "\xF4\x8F\xBF\xBF", "child.py", " " };
        std::string& text = m_events.m_texts.emplace_back();
        for (std::size_t i = below(8); i > 0; --i)
            text += kPieces[below(std::size(kPieces))];
        return text;
    }
    [[nodiscard]] std::string_view bytes() const
    {
        std::string& text = m_events.m_texts.emplace_back();
        for (std::size_t i = below(40); i > 0; --i)
            text += static_cast<char>(below(256));
        return text;
    }
    template <typename T> void list(
        std::string_view key, std::span<const T>& values, std::deque<std::vector<T>>& memory) const
    {
        std::vector<T>& made = memory.emplace_back(below(5));
        for (T& value : made)
            (*this)(key, value);
        values = made;
    }

    RandomEvents& m_events;
};

namespace {

template <std::size_t... Index> EventBody bodyOf(std::size_t kind, std::index_sequence<Index...>)
{
    EventBody body;
    ((Index == kind ? void(body.emplace<Index>()) : void()), ...);
    return body;
}

} // namespace

Event RandomEvents::next()
{
    constexpr std::size_t kKinds = std::variant_size_v<EventBody>;
    const RandomFields fill(*this);
    Event event;
    m_now += std::uniform_int_distribution<Nanoseconds>(0, 3 * kSecond)(m_random);
    event.at = m_now;
    fill("pid", event.pid);
    fill("tid", event.tid);
    const auto kind = std::uniform_int_distribution<std::size_t>(0, kKinds - 1)(m_random);
    event.body = bodyOf(kind, std::make_index_sequence<kKinds> {});
    std::visit([&](auto& body) { body.fields(body, fill); }, event.body);
    return event;
}

void RandomEvents::forget()
{
    m_texts.clear();
    m_ints.clear();
    m_pids.clear();
    m_tids.clear();
    m_channels.clear();
}

void appendRandom(EventLog& log, std::uint32_t seed, EventIndex count)
{
    RandomEvents events(seed, RandomEvents::Range::Narrow);
    for (EventIndex i = 0; i < count; ++i) {
        log.append(events.next());
        events.forget();
    }
}

} // namespace ipclab::test
