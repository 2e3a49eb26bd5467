// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of events/ only: the values in a line of ours.
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/json_text.h"
#include "ipc-core/events/own_line.h"

#include <cstddef>
#include <cstring>
#include <optional>
#include <span>
#include <string>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

namespace ipclab {

template <std::size_t Size> bool OwnLine::key(const char (&name)[Size])
{
    constexpr std::size_t kName = Size - 1;
    constexpr std::size_t kAll = kName + 4; // ,"name":
    static_assert(kAll < kPadding / 2);
    if (m_end - m_at < static_cast<std::ptrdiff_t>(kAll) || m_at[0] != ',' || m_at[1] != '"'
        || std::memcmp(m_at + 2, name, kName) != 0 || m_at[kName + 2] != '"'
        || m_at[kName + 3] != ':')
        return false;
    m_at += kAll;
    return true;
}

// What `fields` of a body is called with.
class OwnFields {
public:
    explicit OwnFields(OwnLine& line)
        : m_line(line)
    {
    }

    template <std::size_t Size, typename Value>
    void operator()(const char (&name)[Size], Value& value)
    {
        if constexpr (std::is_same_v<Value, Payload>) {
            if (m_line.key("text"))
                value.kept = m_line.text();
            else if (m_line.key("base64"))
                decode(value.kept);
        } else if (m_line.key(name)) {
            take(value);
        }
    }

private:
    void take(bool& value)
    {
        value = true; // another one is not written
        for (const char c : { 't', 'r', 'u', 'e' })
            m_line.taken(c);
    }
    template <typename Number>
    requires std::is_integral_v<Number> &&(!std::is_same_v<Number, bool>)void take(Number& value)
    {
        constexpr std::size_t kDigits = 18; // fit in any case
        const bool below = std::is_signed_v<Number> && *m_line.m_at == '-';
        m_line.m_at += below ? 1 : 0;
        const std::uint64_t size = m_line.digits(kDigits);
        const auto number
            = below ? -static_cast<std::int64_t>(size) : static_cast<std::int64_t>(size);
        if (!std::in_range<Number>(number) || (below && size == 0))
            return m_line.fail();
        value = static_cast<Number>(number);
    }
    template <typename Tag, typename Number> void take(Id<Tag, Number>& id) { take(id.value); }
    template <typename T> void take(std::optional<T>& value) { take(value.emplace()); }
    template <typename Word>
    requires std::is_enum_v<Word>
    void take(Word& word) { orFail(word, wordNamed<Word>(m_line.text())); }
    void take(Call& call)
    {
        call = m_line.m_calls(m_line.text(), callNamed).value_or(Call::Unknown);
    }
    void take(std::string_view& value) { value = m_line.text(); }
    void take(SignalNumber& signal) { orFail(signal.value, this->signal()); }
    void take(ErrorNumber& error)
    {
        orFail(error.value, m_line.m_errors(m_line.text(), errorNamed));
        if (error.value == 0)
            m_line.fail();
    }
    void take(SignalSet& set)
    {
        each([&] {
            const int number = signal().value_or(0);
            if (number < 1 || number > 64)
                return m_line.fail();
            set.bits |= std::uint64_t { 1 } << (number - 1);
        });
    }
    void take(WordList& words)
    {
        const std::size_t begin = m_line.m_textsUsed;
        each([&] {
            const std::size_t at = m_line.m_textsUsed;
            const std::string_view word = m_line.text(); // it may be in its place already
            std::memmove(m_line.m_texts.data() + at, word.data(), word.size());
            m_line.m_texts[at + word.size()] = '\0';
            m_line.m_textsUsed = at + word.size() + 1;
        });
        words.joined = { m_line.m_texts.data() + begin, m_line.m_textsUsed - begin };
    }
    template <typename T> void take(std::span<const T>& values)
    {
        std::vector<T>& read = std::get<std::vector<T>>(m_line.m_lists);
        if (!read.empty())
            return m_line.fail();
        each([&] { take(read.emplace_back()); });
        values = read;
    }
    void decode(std::string_view& bytes)
    {
        const std::optional<std::string> decoded = fromBase64(m_line.text());
        if (!decoded)
            return m_line.fail();
        char* const place = m_line.m_texts.data() + m_line.m_textsUsed;
        std::memcpy(place, decoded->data(), decoded->size());
        m_line.m_textsUsed += decoded->size();
        bytes = { place, decoded->size() };
    }
    template <typename Value> void orFail(Value& value, const std::optional<Value>& found)
    {
        if (!found)
            return m_line.fail();
        value = *found;
    }
    std::optional<int> signal()
    {
        const std::optional<int> found = m_line.m_signals(m_line.text(), signalNamed);
        return found == 0 ? std::nullopt : found;
    }
    // What is between brackets: calls `one` at the beginning of each.
    template <typename One> void each(One one)
    {
        if (!m_line.taken('['))
            return;
        if (*m_line.m_at == ']') {
            ++m_line.m_at;
            return;
        }
        do {
            one();
            if (m_line.m_at >= m_line.m_end)
                return m_line.fail();
        } while (*m_line.m_at++ == ',');
        --m_line.m_at;
        m_line.taken(']');
    }

    OwnLine& m_line;
};

} // namespace ipclab
