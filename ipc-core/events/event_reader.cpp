// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/event_json.h"
#include "ipc-core/events/event_memory.h"
#include "ipc-core/events/json_fields.h"
#include "ipc-core/events/json_text.h"
#include "ipc-core/events/own_line.h"

#include <simdjson.h>

#include <array>
#include <cmath>
#include <limits>
#include <type_traits>
#include <vector>

namespace ipclab {

namespace {

namespace dom = simdjson::dom;

// Reads one field after another out of a JSON object. The first that does not fit is remembered.
class FieldReader {
public:
    FieldReader(JsonFields& fields, EventMemory& memory)
        : m_fields(fields)
        , m_memory(memory)
    {
    }

    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

    void operator()(const FieldName& key, bool& value)
    {
        if (const auto* const found = m_fields.find(key);
            found && found->get(value) != simdjson::SUCCESS)
            fail(key);
    }
    template <typename Number>
    requires std::is_integral_v<Number> &&(!std::is_same_v<Number, bool>)void operator()(
        const FieldName& key, Number& value)
    {
        if (const auto* const found = m_fields.find(key))
            number(key, *found, value);
    }
    template <typename Tag, typename Number>
    void operator()(const FieldName& key, Id<Tag, Number>& id)
    {
        (*this)(key, id.value);
    }
    template <typename T> void operator()(const FieldName& key, std::optional<T>& value)
    {
        if (m_fields.find(key)) {
            T read {};
            (*this)(key, read);
            value = read;
        }
    }
    template <typename Word>
    requires std::is_enum_v<Word>
    void operator()(const FieldName& key, Word& word)
    {
        named(key, [&](std::string_view text) {
            const auto value = wordNamed<Word>(text);
            word = value.value_or(word);
            return value.has_value();
        });
    }
    void operator()(const FieldName& key, Call& call)
    {
        // A newer version may know more calls: what we do not know is unknown, not wrong.
        named(key, [&](std::string_view text) {
            call = callNamed(text).value_or(Call::Unknown);
            return true;
        });
    }
    void operator()(const FieldName& key, std::string_view& value)
    {
        named(key, [&](std::string_view text) {
            value = text;
            return true;
        });
    }
    void operator()(const FieldName& key, SignalNumber& signal)
    {
        named(key, [&](std::string_view text) {
            signal.value = signalNamed(text).value_or(0);
            return signal.value != 0;
        });
    }
    void operator()(const FieldName& key, ErrorNumber& error)
    {
        named(key, [&](std::string_view text) {
            error.value = errorNamed(text).value_or(0);
            return error.value != 0;
        });
    }
    void operator()(const FieldName&, Payload& bytes)
    {
        (*this)("text", bytes.kept);
        named("base64", [&](std::string_view text) {
            auto decoded = fromBase64(text);
            if (decoded)
                bytes.kept = m_memory.texts.emplace_back(std::move(*decoded));
            return decoded.has_value();
        });
    }
    void operator()(const FieldName& key, SignalSet& set)
    {
        eachText(key, [&](std::string_view text) {
            const auto signal = signalNamed(text);
            if (!signal || *signal < 1 || *signal > 64)
                return false;
            set.bits |= std::uint64_t { 1 } << (*signal - 1);
            return true;
        });
    }
    void operator()(const FieldName& key, WordList& words)
    {
        if (!m_fields.find(key))
            return;
        std::string& joined = m_memory.texts.emplace_back();
        eachText(key, [&](std::string_view text) {
            joined.append(text).push_back('\0');
            return true;
        });
        words.joined = joined;
    }
    template <typename T> void operator()(const FieldName& key, std::span<const T>& values)
    {
        const auto* const found = m_fields.find(key);
        if (!found)
            return;
        dom::array array;
        if (found->get(array) != simdjson::SUCCESS)
            return fail(key);
        std::vector<T>& read = m_memory.fresh(T {});
        for (const dom::element one : array) {
            T value {};
            if constexpr (std::is_integral_v<T>)
                number(key, one, value);
            else
                number(key, one, value.value);
            read.push_back(value);
        }
        values = read;
    }

private:
    template <typename Number>
    void number(const FieldName& key, const dom::element& found, Number& value)
    {
        if constexpr (std::is_signed_v<Number>) {
            std::int64_t read = 0;
            if (found.get(read) != simdjson::SUCCESS || read < std::numeric_limits<Number>::min()
                || read > std::numeric_limits<Number>::max())
                return fail(key);
            value = static_cast<Number>(read);
        } else {
            std::uint64_t read = 0;
            if (found.get(read) != simdjson::SUCCESS || read > std::numeric_limits<Number>::max())
                return fail(key);
            value = static_cast<Number>(read);
        }
    }
    template <typename Take> void named(const FieldName& key, Take take)
    {
        const auto* const found = m_fields.find(key);
        std::string_view text;
        if (found && (found->get(text) != simdjson::SUCCESS || !take(text)))
            fail(key);
    }
    template <typename Take> void eachText(const FieldName& key, Take take)
    {
        const auto* const found = m_fields.find(key);
        if (!found)
            return;
        dom::array array;
        if (found->get(array) != simdjson::SUCCESS)
            return fail(key);
        for (const dom::element one : array) {
            std::string_view text;
            if (one.get(text) != simdjson::SUCCESS || !take(text))
                return fail(key);
        }
    }
    void fail(const FieldName& key)
    {
        if (m_wrong.empty())
            m_wrong = key.text;
    }

    JsonFields& m_fields;
    EventMemory& m_memory;
    std::string m_wrong;
};

template <typename Body> constexpr FieldName kNameOf { Body::kName };

template <std::size_t... Index>
bool startBody(EventBody& body, const FieldName& name, std::index_sequence<Index...>)
{
    return ((kNameOf<std::variant_alternative_t<Index, EventBody>>.tag == name.tag
                && kNameOf<std::variant_alternative_t<Index, EventBody>>.text == name.text
                && (body.emplace<Index>(), true))
        || ...);
}

std::optional<Nanoseconds> timeIn(const dom::element& element)
{
    constexpr double kLongest = 9.0e9; // seconds: what fits in 64 bits of nanoseconds
    double seconds = 0;
    if (element.get(seconds) != simdjson::SUCCESS || !(seconds >= 0) || seconds > kLongest)
        return std::nullopt;
    return std::llround(seconds * 1e9);
}

} // namespace

struct EventReader::Parts {
    Result<Event> parse(std::string_view line);

    OwnLine own;
    dom::parser parser;
    JsonFields fields;
    EventMemory memory;
    std::string padded;
};

EventReader::EventReader()
    : m_parts(std::make_unique<Parts>())
{
}

EventReader::~EventReader() = default;

Result<Event> EventReader::read(std::string_view line)
{
    m_parts->padded.assign(line).append(kPadding, ' ');
    return readPadded({ m_parts->padded.data(), line.size() });
}

Result<Event> EventReader::readPadded(std::string_view line)
{
    static_assert(kPadding >= OwnLine::kPadding);
    if (const std::optional<Event> event = m_parts->own.read(line))
        return *event;
    return m_parts->parse(line);
}

// Any JSON that says an event.
Result<Event> EventReader::Parts::parse(std::string_view line)
{
    static_assert(kPadding >= simdjson::SIMDJSON_PADDING);
    constexpr bool kCopied = false;
    dom::object object;
    if (parser.parse(line.data(), line.size(), kCopied).get(object) != simdjson::SUCCESS)
        return Error { 0, "parse", "" };
    memory.clear();
    fields.take(object);

    FieldReader take(fields, memory);
    Event event;
    const auto* const time = fields.find("t");
    take("pid", event.pid);
    take("tid", event.tid);
    const auto* const kind = fields.find("event");
    std::string_view named;
    if (!kind || kind->get(named) != simdjson::SUCCESS)
        return Error { 0, "field", "event" };
    const std::optional<Nanoseconds> at = time ? timeIn(*time) : std::nullopt;
    if (!at)
        return Error { 0, "field", "t" };
    event.at = *at;
    constexpr auto kAll = std::make_index_sequence<std::variant_size_v<EventBody>> {};
    if (!startBody(event.body, FieldName::ofParsed(named), kAll))
        return Error { 0, "event", std::string(named) };

    std::visit([&](auto& body) { body.fields(body, take); }, event.body);
    if (!take.wrong().empty())
        return Error { 0, "field", take.wrong() };
    return event;
}

} // namespace ipclab
