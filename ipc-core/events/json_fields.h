// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of events/ only: the fields of a JSON object, to be asked for by name.
#include <simdjson.h>

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

namespace ipclab {

// A name that is compared by one number: its first seven bytes and its length.
struct FieldName {
    std::string_view text;
    std::uint64_t tag = 0;

    constexpr explicit FieldName(std::string_view name)
        : text(name)
        , tag(lengthIn(name))
    {
        for (std::size_t i = 0; i < std::min(name.size(), kInTag); ++i)
            tag |= static_cast<std::uint64_t>(static_cast<unsigned char>(name[i])) << (8 * i);
    }
    // Of the names that the program knows, at compile time. Not explicit: a literal reads as a
    // name.
    template <std::size_t Size> consteval FieldName(const char (&literal)[Size]) // NOLINT
        : FieldName(std::string_view(literal, Size - 1))
    {
    }
    // Of one that was parsed: the parser keeps it where eight bytes can be read.
    static FieldName ofParsed(std::string_view name)
    {
        static_assert(std::endian::native == std::endian::little);
        constexpr std::uint64_t kAll = (std::uint64_t { 1 } << (8 * kInTag)) - 1;
        std::uint64_t begin = 0;
        std::memcpy(&begin, name.data(), sizeof begin);
        const std::size_t kept = std::min(name.size(), kInTag);
        return { name, (begin & (kAll >> (8 * (kInTag - kept)))) | lengthIn(name) };
    }
    [[nodiscard]] bool whole() const { return text.size() <= kInTag; } // the tag says it all

private:
    static constexpr std::size_t kInTag = 7;

    FieldName(std::string_view name, std::uint64_t tagged)
        : text(name)
        , tag(tagged)
    {
    }
    static constexpr std::uint64_t lengthIn(std::string_view name)
    {
        return static_cast<std::uint64_t>(std::min<std::size_t>(name.size(), 255)) << 56;
    }
};

class JsonFields {
public:
    using Value = simdjson::dom::element;

    void take(const simdjson::dom::object& object)
    {
        m_last = 0;
        m_fields.clear();
        std::uint64_t seen = 0;
        const auto end = object.end();
        for (auto field = object.begin(); field != end; ++field) {
            const FieldName key = FieldName::ofParsed(field.key());
            seen |= bitFor(key.tag);
            m_fields.push_back({ key, field.value() });
        }
        m_seen = seen;
    }

    // Who asks in the order in which they are written finds each at once: a search begins where
    // the last one found something.
    [[nodiscard]] const Value* find(const FieldName& name)
    {
        const std::size_t next = m_last + 1;
        if (next < m_fields.size() && isAt(next, name)) [[likely]]
            return &m_fields[m_last = next].value;
        return (m_seen & bitFor(name.tag)) != 0 ? search(name) : nullptr;
    }

private:
    struct Field {
        FieldName name;
        Value value;
    };

    // One of 64 for each tag: what has none of them is not there.
    static constexpr std::uint64_t bitFor(std::uint64_t tag)
    {
        constexpr std::uint64_t kMix = 0x9E37'79B9'7F4A'7C15;
        return std::uint64_t { 1 } << ((tag * kMix) >> 58);
    }
    [[nodiscard]] bool isAt(std::size_t place, const FieldName& name) const
    {
        const FieldName& there = m_fields[place].name;
        return there.tag == name.tag && (name.whole() || there.text == name.text);
    }
    [[nodiscard]] const Value* search(const FieldName& name)
    {
        for (std::size_t i = m_last; i < m_fields.size(); ++i) {
            if (isAt(i, name))
                return &m_fields[m_last = i].value;
        }
        for (std::size_t i = 0; i < std::min(m_last, m_fields.size()); ++i) {
            if (isAt(i, name))
                return &m_fields[m_last = i].value;
        }
        return nullptr;
    }

    std::vector<Field> m_fields;
    std::uint64_t m_seen = 0;
    std::size_t m_last = 0;
};

} // namespace ipclab
