// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/event_wanted_reader.h"

#include "ipc-core/events/event.h"
#include "ipc-core/lab/word_reader.h"

#include <algorithm>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace ipclab {

namespace {

struct EventKind {
    std::string name;
    std::vector<std::string> fields;
};

template <typename Body> EventKind kindOf()
{
    EventKind kind { std::string(Body::kName), { "pid", "tid" } };
    Body body {};
    Body::fields(body, [&](std::string_view key, auto& value) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(value)>, Payload>)
            kind.fields.emplace_back("text"); // as a session file has it
        else
            kind.fields.emplace_back(key);
    });
    return kind;
}

template <std::size_t... I> std::vector<EventKind> allKinds(std::index_sequence<I...>)
{
    return { kindOf<std::variant_alternative_t<I, EventBody>>()... };
}

const std::vector<EventKind>& eventKinds()
{
    static const std::vector<EventKind> kAll
        = allKinds(std::make_index_sequence<std::variant_size_v<EventBody>>());
    return kAll;
}

std::optional<FieldWanted::Value> readValue(
    const TomlNode& node, std::string_view field, const ProblemList& problems)
{
    if (const std::string* text = node.text())
        return *text;
    if (const auto* number = std::get_if<std::int64_t>(&node.value))
        return *number;
    if (const auto* flag = std::get_if<bool>(&node.value))
        return *flag;
    problems.add(ProblemKind::WrongType, node, std::string(field), "string");
    return std::nullopt;
}

void readFields(TableReader& table, std::string_view key, const EventKind& kind, bool part,
    std::vector<FieldWanted>& fields)
{
    const TomlNode* const node = table.take(key);
    if (!node)
        return;
    TableReader entries(*node, std::string(key), table.problems());
    for (const std::string& name : kind.fields) {
        const TomlNode* const entry = entries.take(name);
        if (!entry)
            continue;
        FieldWanted field { name, {}, part };
        const TomlNode::Array alone { *entry };
        for (const TomlNode& item : entry->array() ? *entry->array() : alone) {
            if (auto value = readValue(item, name, table.problems()))
                field.values.push_back(std::move(*value));
        }
        fields.push_back(std::move(field));
    }
    entries.finish();
}

} // namespace

EventWanted readEvent(TableReader& table)
{
    std::vector<std::string> names;
    names.reserve(eventKinds().size());
    for (const EventKind& kind : eventKinds())
        names.push_back(kind.name);

    EventWanted wanted;
    const auto found = readWord(table, "seen", names, ProblemKind::UnknownWord);
    if (found)
        wanted.event = names[*found];
    if (table.has("of"))
        wanted.of = readStream(table, "of");
    else
        wanted.of.process = table.text("by").value_or("");
    if (const auto count = table.number("count"))
        wanted.count = static_cast<std::uint64_t>(*count);
    wanted.signal = readSignal(table, "signal");
    const EventKind& kind = eventKinds().at(found.value_or(0));
    readFields(table, "where", kind, false, wanted.fields);
    readFields(table, "has", kind, true, wanted.fields);
    return wanted;
}

} // namespace ipclab
