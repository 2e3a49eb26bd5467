// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/toml_node.h"

#include <algorithm>
#include <string_view>
#include <toml++/toml.h>

namespace ipclab {

namespace {

TomlNode copyOf(const toml::node& from);

TomlNode::Table copyOf(const toml::table& from)
{
    TomlNode::Table table;
    for (const auto& [key, node] : from) {
        const toml::source_position at = key.source().begin;
        table.push_back({ std::string(key.str()), static_cast<int>(at.line),
            static_cast<int>(at.column), copyOf(node) });
    }
    // toml++ sorts by key; problems are told in the order of the file.
    std::ranges::stable_sort(
        table, {}, [](const TomlEntry& entry) { return std::pair(entry.line, entry.column); });
    return table;
}

TomlNode copyOf(const toml::node& from)
{
    TomlNode node;
    node.line = static_cast<int>(from.source().begin.line);
    node.column = static_cast<int>(from.source().begin.column);
    if (const auto* table = from.as_table()) {
        node.value = copyOf(*table);
    } else if (const auto* array = from.as_array()) {
        TomlNode::Array items;
        for (const toml::node& item : *array)
            items.push_back(copyOf(item));
        node.value = std::move(items);
    } else if (const auto* text = from.as_string()) {
        node.value = text->get();
    } else if (const auto* number = from.as_integer()) {
        node.value = number->get();
    } else if (const auto* flag = from.as_boolean()) {
        node.value = flag->get();
    }
    return node;
}

} // namespace

std::optional<TomlNode> parseToml(
    const std::string& content, const std::string& file, Problems& problems)
{
    try {
        const toml::table document = toml::parse(std::string_view(content));
        return copyOf(static_cast<const toml::node&>(document));
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        problems.push_back({ ProblemKind::Syntax, file, static_cast<int>(at.line),
            static_cast<int>(at.column), std::string(error.description()), {} });
        return std::nullopt;
    }
}

} // namespace ipclab
