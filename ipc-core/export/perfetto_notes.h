// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of export/ only: the fields of an event as notes of a TrackEvent, by their own names.
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/event_bodies.h"
#include "ipc-core/export/perfetto_packets.h"

#include <algorithm>
#include <concepts>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>

namespace ipclab {

class FieldNotes {
public:
    using Label = std::function<std::string(ChannelId)>;

    FieldNotes(TrackEvent& event, const Label& label)
        : m_event(event)
        , m_label(label)
    {
    }

    void operator()(std::string_view key, bool value)
    {
        if (value)
            m_event.note(key, std::int64_t { 1 });
    }
    void operator()(std::string_view key, std::integral auto value)
    {
        if constexpr (std::is_signed_v<decltype(value)>)
            m_event.note(key, std::int64_t { value });
        else
            m_event.note(key, std::uint64_t { value });
    }
    void operator()(std::string_view key, ChannelId id)
    {
        if (id)
            m_event.note(key, m_label(id));
    }
    template <typename Tag> void operator()(std::string_view key, Id<Tag, std::int32_t> id)
    {
        m_event.note(key, std::int64_t { id.value });
    }
    template <typename T> void operator()(std::string_view key, const std::optional<T>& value)
    {
        if (value)
            (*this)(key, *value);
    }
    template <typename Word>
    requires std::is_enum_v<Word>
    void operator()(std::string_view key, Word word) { m_event.note(key, name(word)); }
    void operator()(std::string_view key, std::string_view text)
    {
        if (!text.empty())
            m_event.note(key, text);
    }
    void operator()(std::string_view, const Payload& bytes) { (*this)("bytes", bytes.kept); }
    void operator()(std::string_view key, SignalNumber signal)
    {
        if (signal.value != 0)
            m_event.note(key, signalName(signal.value));
    }
    void operator()(std::string_view key, ErrorNumber error)
    {
        if (error.value != 0)
            m_event.note(key, errorName(error.value));
    }
    void operator()(std::string_view, const SignalSet&) { }
    void operator()(std::string_view, const WordList&) { } // a command line is its track's
    template <typename T> void operator()(std::string_view key, std::span<const T> values)
    {
        constexpr std::size_t kMost = 16;
        for (const T& value : values.subspan(0, std::min(kMost, values.size())))
            (*this)(key, value);
    }

private:
    TrackEvent& m_event;
    const Label& m_label;
};

} // namespace ipclab
