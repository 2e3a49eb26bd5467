// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/support/described.h"

#include <optional>
#include <span>
#include <type_traits>

namespace ipclab::test {

namespace {

class Describer {
public:
    void operator()(std::string_view key, bool value) { add(key, value ? "yes" : "no"); }
    template <typename Number>
    requires(std::is_integral_v<Number> && !std::is_same_v<Number, bool>) void operator()(
        std::string_view key, Number value)
    {
        add(key, std::to_string(value));
    }
    template <typename Tag, typename Number>
    void operator()(std::string_view key, Id<Tag, Number> id)
    {
        add(key, std::to_string(id.value));
    }
    template <typename T> void operator()(std::string_view key, const std::optional<T>& value)
    {
        if (value)
            (*this)(key, *value);
        else
            add(key, "absent");
    }
    template <typename Word>
    requires std::is_enum_v<Word>
    void operator()(std::string_view key, Word word)
    {
        add(key, std::to_string(static_cast<int>(word)));
    }
    void operator()(std::string_view key, std::string_view text) { bytes(key, text); }
    void operator()(std::string_view, const Payload& payload) { bytes("payload", payload.kept); }
    void operator()(std::string_view key, WordList words) { bytes(key, words.joined); }
    void operator()(std::string_view key, SignalNumber signal) { (*this)(key, signal.value); }
    void operator()(std::string_view key, ErrorNumber error) { (*this)(key, error.value); }
    void operator()(std::string_view key, SignalSet set) { (*this)(key, set.bits); }
    template <typename T> void operator()(std::string_view key, std::span<const T> values)
    {
        std::string list = "[";
        for (const T& value : values) {
            if constexpr (std::is_integral_v<T>)
                list += std::to_string(value) + ' ';
            else
                list += std::to_string(value.value) + ' ';
        }
        add(key, list + ']');
    }

    [[nodiscard]] const std::string& text() const { return m_text; }

private:
    void bytes(std::string_view key, std::string_view value)
    {
        const QByteArray raw(value.data(), static_cast<qsizetype>(value.size()));
        add(key, raw.toHex().toStdString());
    }
    void add(std::string_view key, const std::string& value)
    {
        m_text.append(" ").append(key).append("=").append(value);
    }

    std::string m_text;
};

} // namespace

QString described(const Event& event)
{
    Describer describe;
    describe("at", event.at);
    describe("pid", event.pid);
    describe("tid", event.tid);
    std::visit([&](const auto& body) { body.fields(body, describe); }, event.body);
    return QString::fromStdString(std::string(name(event.body)) + describe.text());
}

} // namespace ipclab::test
