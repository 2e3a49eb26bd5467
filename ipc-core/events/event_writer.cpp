// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/event_json.h"
#include "ipc-core/events/json_text.h"

#include <fmt/format.h>
#include <utility>

#include <algorithm>
#include <type_traits>

namespace ipclab {

namespace {

template <typename Number> void appendNumber(std::string& line, Number value)
{
    const fmt::format_int digits(value);
    line.append(digits.data(), digits.size());
}

// Writes one field after another; what is absent is left out.
class FieldWriter {
public:
    explicit FieldWriter(std::string& line)
        : m_line(line)
    {
    }

    void operator()(std::string_view key, bool value)
    {
        if (value)
            raw(key, "true");
    }
    template <typename Number>
    requires std::is_integral_v<Number> &&(!std::is_same_v<Number, bool>)void operator()(
        std::string_view key, Number value)
    {
        const bool none = key == "fd" && std::cmp_equal(value, -1);
        const bool mostlyNone = key == "cut" || key == "dropped";
        if (!none && (!mostlyNone || value != 0))
            number(key, value);
    }
    template <typename Tag, typename Number>
    void operator()(std::string_view key, Id<Tag, Number> id)
    {
        if (id || key == "ppid")
            number(key, id.value);
    }
    template <typename T> void operator()(std::string_view key, const std::optional<T>& value)
    {
        if (!value)
            return;
        if constexpr (std::is_same_v<T, WordList>)
            (*this)(key, *value);
        else if constexpr (std::is_integral_v<T>)
            number(key, *value);
        else if constexpr (std::is_enum_v<T>)
            text(key, name(*value));
        else // an id that is known: 0, too, is said
            number(key, value->value);
    }
    template <typename Word>
    requires std::is_enum_v<Word>
    void operator()(std::string_view key, Word word) { text(key, name(word)); }
    void operator()(std::string_view key, Call call)
    {
        if (call != Call::Unknown)
            text(key, name(call));
    }
    void operator()(std::string_view key, std::string_view value)
    {
        if (!value.empty())
            text(key, value);
    }
    void operator()(std::string_view key, SignalNumber signal)
    {
        if (signal.value != 0)
            text(key, signalName(signal.value));
    }
    void operator()(std::string_view key, ErrorNumber error)
    {
        if (error.value != 0)
            text(key, errorName(error.value));
    }
    void operator()(std::string_view, const Payload& bytes)
    {
        if (bytes.kept.empty())
            return;
        if (isUtf8(bytes.kept) && !isMostlyEscapes(bytes.kept)) {
            text("text", bytes.kept);
            return;
        }
        start("base64");
        m_line += '"';
        appendBase64(m_line, bytes.kept);
        m_line += '"';
    }
    void operator()(std::string_view key, SignalSet set)
    {
        start(key);
        m_line += '[';
        for (int signal = 1; signal <= 64; ++signal) {
            if ((set.bits >> (signal - 1) & 1) != 0)
                element([&] { appendJsonString(m_line, signalName(signal)); });
        }
        m_line += ']';
    }
    void operator()(std::string_view key, WordList words)
    {
        start(key);
        m_line += '[';
        for (std::string_view rest = words.joined; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\0'), rest.size());
            element([&] { appendLossyJsonString(m_line, rest.substr(0, end)); });
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
        m_line += ']';
    }
    template <typename T> void operator()(std::string_view key, std::span<const T> values)
    {
        if (values.empty())
            return;
        start(key);
        m_line += '[';
        for (const T& value : values) {
            if constexpr (std::is_integral_v<T>)
                element([&] { appendNumber(m_line, value); });
            else
                element([&] { appendNumber(m_line, value.value); });
        }
        m_line += ']';
    }

private:
    // Zeros of a device are UTF-8, and as text six times as long: nobody reads them.
    static bool isMostlyEscapes(std::string_view bytes)
    {
        constexpr std::size_t kShort = 64;
        return bytes.size() > kShort && jsonLength(bytes) > 3 * bytes.size();
    }
    template <typename Write> void element(Write write)
    {
        if (m_line.back() != '[')
            m_line += ',';
        write();
    }
    void start(std::string_view key)
    {
        m_line += ",\"";
        m_line += key;
        m_line += "\":";
    }
    void raw(std::string_view key, std::string_view value)
    {
        start(key);
        m_line += value;
    }
    template <typename Number> void number(std::string_view key, Number value)
    {
        start(key);
        appendNumber(m_line, value);
    }
    void text(std::string_view key, std::string_view value)
    {
        start(key);
        appendLossyJsonString(m_line, value);
    }

    std::string& m_line;
};

} // namespace

std::string toJsonLine(EventIndex index, const Event& event)
{
    std::string line;
    line.reserve(192);
    line += "{\"i\":";
    appendNumber(line, index);
    line += ",\"t\":";
    appendNumber(line, event.at / kSecond);
    line += '.';
    const fmt::format_int fraction(kSecond + event.at % kSecond); // with a 1 before its nine digits
    line.append(fraction.data() + 1, fraction.size() - 1);
    FieldWriter write(line);
    write("pid", event.pid);
    write("tid", event.tid);
    write("event", name(event.body));
    std::visit([&](const auto& body) { body.fields(body, write); }, event.body);
    line += '}';
    return line;
}

} // namespace ipclab
