// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/event_match.h"

#include "ipc-core/events/event_json.h"
#include "ipc-core/lab/process_ref.h"

#include <simdjson.h>

#include <algorithm>
#include <string_view>

namespace ipclab {

namespace {

// The descriptor an event is about, the bytes it moved, and its signal, where it has them.
struct EventParts {
    std::optional<int> fd;
    std::optional<std::uint64_t> count;
    int signal = 0;
};
EventParts partsOf(const EventBody& body)
{
    return std::visit(
        [](const auto& one) {
            EventParts parts;
            if constexpr (requires { one.fd; })
                parts.fd = one.fd;
            if constexpr (requires {
                              one.requested;
                              one.count;
                          })
                parts.count = one.count;
            if constexpr (requires { one.signal.value; })
                parts.signal = one.signal.value;
            return parts;
        },
        body);
}

using Element = simdjson::dom::element;

// One value of a field against one that is wanted.
class ValueMatch {
public:
    ValueMatch(const Element& found, bool part, const World& world)
        : m_found(found)
        , m_part(part)
        , m_world(world)
    {
    }

    bool operator()(const std::string& wanted) const
    {
        std::string_view text;
        if (m_found.get(text) == simdjson::SUCCESS)
            return m_part ? text.find(wanted) != std::string_view::npos : text == wanted;
        std::int64_t number = 0;
        const Process* const process = processNamed(m_world, wanted);
        return process && m_found.get(number) == simdjson::SUCCESS && process->pid.value == number;
    }
    bool operator()(std::int64_t wanted) const
    {
        std::int64_t number = 0;
        return m_found.get(number) == simdjson::SUCCESS && number == wanted;
    }
    bool operator()(bool wanted) const
    {
        bool found = false;
        return m_found.get(found) == simdjson::SUCCESS && found == wanted;
    }

private:
    const Element& m_found;
    bool m_part;
    const World& m_world;
};

bool valueMatches(const Element& found, const FieldWanted& wanted, const World& world)
{
    return std::ranges::any_of(wanted.values, [&](const FieldWanted::Value& value) {
        return std::visit(ValueMatch(found, wanted.part, world), value);
    });
}

bool fieldMatches(const simdjson::dom::object& line, const FieldWanted& wanted, const World& world)
{
    Element found;
    if (line.at_key(wanted.name).get(found) != simdjson::SUCCESS)
        return std::ranges::any_of(
            wanted.values, [](const auto& value) { return value == FieldWanted::Value(false); });
    simdjson::dom::array list;
    if (found.get(list) != simdjson::SUCCESS)
        return valueMatches(found, wanted, world);
    return std::ranges::any_of(
        list, [&](const Element& one) { return valueMatches(one, wanted, world); });
}

bool fieldsMatch(const std::vector<FieldWanted>& wanted, const World& world, const Event& event)
{
    if (wanted.empty())
        return true;
    simdjson::dom::parser parser;
    simdjson::dom::object line;
    const std::string text = toJsonLine(0, event);
    return parser.parse(text).get(line) == simdjson::SUCCESS
        && std::ranges::all_of(
            wanted, [&](const FieldWanted& field) { return fieldMatches(line, field, world); });
}

bool isAbout(
    const StreamRef& of, const StreamTarget& target, const World& world, const Event& event)
{
    if (of.process.empty())
        return true;
    if (!of.stream.empty())
        return event.pid == target.pid() && target.fd() && partsOf(event.body).fd == target.fd();
    const Process* const process = processNamed(world, of.process);
    return process && process->pid == event.pid;
}

} // namespace

bool matches(
    const EventWanted& wanted, const StreamTarget& target, const World& after, const Event& event)
{
    if (name(event.body) != wanted.event)
        return false;
    const EventParts parts = partsOf(event.body);
    return (!wanted.count || parts.count == wanted.count)
        && (wanted.signal == 0 || parts.signal == wanted.signal)
        && isAbout(wanted.of, target, after, event) && fieldsMatch(wanted.fields, after, event);
}

} // namespace ipclab
