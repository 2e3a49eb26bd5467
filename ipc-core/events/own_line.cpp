// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/own_line.h"

#include "ipc-core/events/json_text.h"
#include "ipc-core/events/own_fields.h"

#include <array>
#include <bit>
#include <cstring>
#include <utility>

namespace ipclab {

namespace {

constexpr std::uint64_t kOnes = 0x0101'0101'0101'0101;
constexpr std::uint64_t kHighs = 0x80 * kOnes;

// The highest bit of each byte that is zero; and, it may be, of some after the first of them.
constexpr std::uint64_t zeros(std::uint64_t eight)
{
    return (eight - kOnes) & ~eight & kHighs;
}
// So of each byte that does not stand for itself in a JSON string.
constexpr std::uint64_t special(std::uint64_t eight)
{
    const std::uint64_t control = (eight - 0x20 * kOnes) & ~eight & kHighs;
    return zeros(eight ^ ('"' * kOnes)) | zeros(eight ^ ('\\' * kOnes)) | control;
}

// The first such byte, or something at or behind the end. `others` gets a bit if a byte until there
// may be none of ASCII.
const char* firstSpecial(const char* at, const char* end, std::uint64_t& others)
{
    static_assert(std::endian::native == std::endian::little);
    for (std::uint64_t eight = 0; at < end; at += sizeof eight) {
        std::memcpy(&eight, at, sizeof eight);
        others |= eight & kHighs;
        if (const std::uint64_t found = special(eight); found != 0)
            return at + std::countr_zero(found) / 8;
    }
    return end;
}

constexpr std::uint32_t hashOf(std::string_view name)
{
    std::uint32_t hash = 2'166'136'261; // FNV-1a
    for (const char c : name)
        hash = (hash ^ static_cast<unsigned char>(c)) * 16'777'619;
    return hash ^ hash >> 15;
}

constexpr std::size_t kKinds = std::variant_size_v<EventBody>;
constexpr std::size_t kPlaces = 256; // a power of two, most of them empty
template <std::size_t Index> constexpr std::string_view kNameOf
    = std::variant_alternative_t<Index, EventBody>::kName;

// Where each kind of event is found: at its hash, or the next free place.
constexpr auto kPlaceOf = []<std::size_t... Index>(std::index_sequence<Index...>)
{
    const std::array<std::string_view, kKinds> names { kNameOf<Index>... };
    std::array<std::uint8_t, kPlaces> places {};
    places.fill(kKinds);
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
        std::size_t place = hashOf(names.at(kind)) % kPlaces;
        while (places.at(place) != kKinds)
            place = (place + 1) % kPlaces;
        places.at(place) = static_cast<std::uint8_t>(kind);
    }
    return places;
}
(std::make_index_sequence<kKinds> {});

} // namespace

template <typename Body> bool OwnLine::readBody(OwnLine& line, EventBody& body)
{
    Body& read = body.emplace<Body>();
    read.fields(read, OwnFields(line));
    return line.m_at + 1 == line.m_end && *line.m_at == '}';
}

OwnLine::ReadBody OwnLine::readerOf(std::string_view name)
{
    static constexpr auto kReaders = []<std::size_t... Index>(std::index_sequence<Index...>)
    {
        return std::array<std::pair<std::string_view, ReadBody>, kKinds> { std::pair {
            kNameOf<Index>, &readBody<std::variant_alternative_t<Index, EventBody>> }... };
    }
    (std::make_index_sequence<kKinds> {});
    for (std::size_t place = hashOf(name) % kPlaces; kPlaceOf[place] != kKinds;
         place = (place + 1) % kPlaces) {
        if (const auto& [known, read] = kReaders[kPlaceOf[place]]; known == name)
            return read;
    }
    return nullptr;
}

std::optional<Event> OwnLine::read(std::string_view line)
{
    m_at = line.data();
    m_end = m_at + line.size();
    m_textsUsed = 0;
    if (m_texts.size() < line.size() + 1)
        m_texts.resize(line.size() + 1);
    std::apply([](auto&... lists) { (lists.clear(), ...); }, m_lists);
    std::optional<Event> event(std::in_place);
    if (!readHead(*event))
        return std::nullopt;
    const ReadBody readRest = readerOf(text());
    if (!readRest || !readRest(*this, event->body))
        return std::nullopt;
    return event;
}

// Up to the name of the event.
bool OwnLine::readHead(Event& event)
{
    constexpr std::string_view kBegin = "{\"i\":";
    constexpr std::size_t kDigits = 18;
    if (static_cast<std::size_t>(m_end - m_at) < kBegin.size()
        || std::memcmp(m_at, kBegin.data(), kBegin.size()) != 0)
        return false;
    m_at += kBegin.size();
    digits(kDigits);
    if (!key("t"))
        return false;
    const std::optional<Nanoseconds> at = time();
    if (!at)
        return false;
    event.at = *at;
    OwnFields take(*this);
    take("pid", event.pid);
    take("tid", event.tid);
    return key("event");
}

// As seconds with nine decimals, where a double of them tells each nanosecond from the next: then
// the parser reads the same.
std::optional<Nanoseconds> OwnLine::time()
{
    constexpr std::uint64_t kMost = 2'000'000; // seconds
    constexpr std::size_t kDecimals = 9;
    const std::uint64_t seconds = digits(7);
    if (seconds > kMost || !taken('.'))
        return std::nullopt;
    std::uint64_t rest = 0;
    for (std::size_t i = 0; i < kDecimals; ++i) {
        const auto digit = static_cast<unsigned>(m_at[i] - '0');
        if (digit > 9)
            return std::nullopt;
        rest = 10 * rest + digit;
    }
    m_at += kDecimals;
    return static_cast<Nanoseconds>(seconds * kSecond + rest);
}

bool OwnLine::taken(char wanted)
{
    if (m_at < m_end && *m_at == wanted) {
        ++m_at;
        return true;
    }
    fail();
    return false;
}

std::uint64_t OwnLine::digits(std::size_t most)
{
    const char* const begin = m_at;
    std::uint64_t number = 0;
    for (unsigned digit = 0; (digit = static_cast<unsigned>(*m_at - '0')) <= 9; ++m_at) {
        if (static_cast<std::size_t>(m_at - begin) == most) {
            fail();
            return 0;
        }
        number = 10 * number + digit;
    }
    if (m_at == begin || (*begin == '0' && m_at - begin > 1))
        fail();
    return number;
}

std::string_view OwnLine::text()
{
    if (!taken('"'))
        return {};
    const char* const begin = m_at;
    std::uint64_t others = 0;
    const char* const stop = firstSpecial(begin, m_end, others);
    if (stop >= m_end || (others != 0 && *stop == '"' && !isUtf8({ begin, stop }))) {
        fail();
        return {};
    }
    if (*stop != '"')
        return restOfEscaped(begin, stop);
    m_at = stop + 1;
    return { begin, stop };
}

// Of a text that begins there and is plain until `stop`.
std::string_view OwnLine::restOfEscaped(const char* begin, const char* stop)
{
    const std::size_t first = m_textsUsed;
    std::uint64_t others = 1;
    for (const char* from = begin;; stop = firstSpecial(from, m_end, others)) {
        if (stop >= m_end)
            break;
        std::memcpy(m_texts.data() + m_textsUsed, from, static_cast<std::size_t>(stop - from));
        m_textsUsed += static_cast<std::size_t>(stop - from);
        from = stop + 1;
        if (*stop == '"') {
            const std::string_view all(m_texts.data() + first, m_textsUsed - first);
            if (!isUtf8(all))
                break;
            m_at = from;
            return all;
        }
        if (*stop != '\\' || !unescape(from))
            break;
    }
    fail();
    return {};
}

// What is behind a backslash, if that is one byte.
bool OwnLine::unescape(const char*& from)
{
    constexpr std::string_view kLetters = "nrt\"\\/bf";
    constexpr std::string_view kBytes = "\n\r\t\"\\/\b\f";
    char byte = 0;
    if (const std::size_t letter = kLetters.find(*from); letter != std::string_view::npos) {
        byte = kBytes[letter];
        ++from;
    } else {
        constexpr std::string_view kHex = "0123456789abcdef";
        const std::size_t low = kHex.find(from[4]);
        if (std::memcmp(from, "u00", 3) != 0 || from[3] < '0' || from[3] > '7'
            || low == std::string_view::npos)
            return false;
        byte = static_cast<char>((from[3] - '0') << 4 | static_cast<int>(low));
        from += 5;
    }
    m_texts[m_textsUsed++] = byte;
    return true;
}

void OwnLine::fail()
{
    m_at = m_end + 1;
}

} // namespace ipclab
