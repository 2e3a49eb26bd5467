// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/event_json.h"
#include "ipc-core/events/json_text.h"

#include <simdjson.h>

#include <array>
#include <cmath>
#include <deque>
#include <limits>
#include <type_traits>
#include <vector>

namespace ipclab {

namespace {

namespace dom = simdjson::dom;

// Keeps what an event points to until the next one is read.
struct Memory {
    std::deque<std::string> texts;
    std::deque<std::vector<int>> ints;
    std::deque<std::vector<Pid>> pids;
    std::deque<std::vector<Tid>> tids;
    std::deque<std::vector<ChannelId>> channels;

    std::vector<int>& fresh(int) { return ints.emplace_back(); }
    std::vector<Pid>& fresh(Pid) { return pids.emplace_back(); }
    std::vector<Tid>& fresh(Tid) { return tids.emplace_back(); }
    std::vector<ChannelId>& fresh(ChannelId) { return channels.emplace_back(); }
    void clear()
    {
        texts.clear();
        ints.clear();
        pids.clear();
        tids.clear();
        channels.clear();
    }
};

// Reads one field after another out of a JSON object. The first that does not fit is remembered.
class FieldReader {
public:
    FieldReader(const dom::object& object, Memory& memory)
        : m_object(object)
        , m_memory(memory)
    {
    }

    [[nodiscard]] const std::string& wrong() const { return m_wrong; }

    void operator()(std::string_view key, bool& value)
    {
        if (const auto found = element(key); found && found->get(value) != simdjson::SUCCESS)
            fail(key);
    }
    template <typename Number>
    requires std::is_integral_v<Number> &&(!std::is_same_v<Number, bool>)void operator()(
        std::string_view key, Number& value)
    {
        if (const auto found = element(key))
            number(key, *found, value);
    }
    template <typename Tag, typename Number>
    void operator()(std::string_view key, Id<Tag, Number>& id)
    {
        (*this)(key, id.value);
    }
    template <typename T> void operator()(std::string_view key, std::optional<T>& value)
    {
        if (element(key)) {
            T read {};
            (*this)(key, read);
            value = read;
        }
    }
    template <typename Word>
    requires std::is_enum_v<Word>
    void operator()(std::string_view key, Word& word)
    {
        named(key, [&](std::string_view text) {
            const auto value = wordNamed<Word>(text);
            word = value.value_or(word);
            return value.has_value();
        });
    }
    void operator()(std::string_view key, Call& call)
    {
        // A newer version may know more calls: what we do not know is unknown, not wrong.
        named(key, [&](std::string_view text) {
            call = callNamed(text).value_or(Call::Unknown);
            return true;
        });
    }
    void operator()(std::string_view key, std::string_view& value)
    {
        named(key, [&](std::string_view text) {
            value = m_memory.texts.emplace_back(text);
            return true;
        });
    }
    void operator()(std::string_view key, SignalNumber& signal)
    {
        named(key, [&](std::string_view text) {
            signal.value = signalNamed(text).value_or(0);
            return signal.value != 0;
        });
    }
    void operator()(std::string_view key, ErrorNumber& error)
    {
        named(key, [&](std::string_view text) {
            error.value = errorNamed(text).value_or(0);
            return error.value != 0;
        });
    }
    void operator()(std::string_view, Payload& bytes)
    {
        (*this)("text", bytes.kept);
        named("base64", [&](std::string_view text) {
            auto decoded = fromBase64(text);
            if (decoded)
                bytes.kept = m_memory.texts.emplace_back(std::move(*decoded));
            return decoded.has_value();
        });
    }
    void operator()(std::string_view key, SignalSet& set)
    {
        eachText(key, [&](std::string_view text) {
            const auto signal = signalNamed(text);
            if (!signal || *signal < 1 || *signal > 64)
                return false;
            set.bits |= std::uint64_t { 1 } << (*signal - 1);
            return true;
        });
    }
    void operator()(std::string_view key, WordList& words)
    {
        std::string& joined = m_memory.texts.emplace_back();
        eachText(key, [&](std::string_view text) {
            joined.append(text).push_back('\0');
            return true;
        });
        words.joined = joined;
    }
    template <typename T> void operator()(std::string_view key, std::span<const T>& values)
    {
        const auto found = element(key);
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
    std::optional<dom::element> element(std::string_view key)
    {
        dom::element found;
        if (m_object.at_key(key).get(found) != simdjson::SUCCESS)
            return std::nullopt;
        return found;
    }
    template <typename Number>
    void number(std::string_view key, const dom::element& found, Number& value)
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
    template <typename Take> void named(std::string_view key, Take take)
    {
        const auto found = element(key);
        std::string_view text;
        if (found && (found->get(text) != simdjson::SUCCESS || !take(text)))
            fail(key);
    }
    template <typename Take> void eachText(std::string_view key, Take take)
    {
        const auto found = element(key);
        if (!found)
            return;
        dom::array array;
        if (found->get(array) != simdjson::SUCCESS)
            return fail(key);
        for (const dom::element one : array) {
            std::string_view text;
            if (one.get(text) != simdjson::SUCCESS || !take(text))
                fail(key);
        }
    }
    void fail(std::string_view key)
    {
        if (m_wrong.empty())
            m_wrong = key;
    }

    const dom::object& m_object;
    Memory& m_memory;
    std::string m_wrong;
};

template <std::size_t... Index>
bool startBody(EventBody& body, std::string_view name, std::index_sequence<Index...>)
{
    return ((std::variant_alternative_t<Index, EventBody>::kName == name
                && (body.emplace<Index>(), true))
        || ...);
}

std::optional<Nanoseconds> timeIn(const dom::object& object)
{
    constexpr double kLongest = 9.0e9; // seconds: what fits in 64 bits of nanoseconds
    double seconds = 0;
    if (object.at_key("t").get(seconds) != simdjson::SUCCESS || !(seconds >= 0)
        || seconds > kLongest)
        return std::nullopt;
    return std::llround(seconds * 1e9);
}

} // namespace

struct EventReader::Parts {
    dom::parser parser;
    Memory memory;
};

EventReader::EventReader()
    : m_parts(std::make_unique<Parts>())
{
}

EventReader::~EventReader() = default;

Result<Event> EventReader::read(std::string_view line)
{
    m_parts->memory.clear();
    dom::object object;
    if (m_parts->parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS)
        return Error { 0, "parse", "" };
    std::string_view named;
    if (object.at_key("event").get(named) != simdjson::SUCCESS)
        return Error { 0, "field", "event" };

    Event event;
    const auto time = timeIn(object);
    if (!time)
        return Error { 0, "field", "t" };
    event.at = *time;
    constexpr auto kAll = std::make_index_sequence<std::variant_size_v<EventBody>> {};
    if (!startBody(event.body, named, kAll))
        return Error { 0, "event", std::string(named) };

    FieldReader take(object, m_parts->memory);
    take("pid", event.pid);
    take("tid", event.tid);
    std::visit([&](auto& body) { body.fields(body, take); }, event.body);
    if (!take.wrong().empty())
        return Error { 0, "field", take.wrong() };
    return event;
}

} // namespace ipclab
