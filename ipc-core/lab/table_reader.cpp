// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/table_reader.h"

#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/lab_loader.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostProblems = 100;
const TomlNode::Array kNoItems;

} // namespace

void ProblemList::add(
    ProblemKind kind, int line, int column, std::string subject, std::string expected) const
{
    if (m_problems->size() < kMostProblems)
        m_problems->push_back(
            { kind, m_file, line, column, std::move(subject), std::move(expected) });
}

std::string listed(const std::vector<std::string>& words)
{
    std::string all;
    for (const std::string& word : words)
        all += (all.empty() ? "" : ", ") + word;
    return all;
}

TableReader::TableReader(const TomlNode& node, std::string name, const ProblemList& problems)
    : m_node(&node)
    , m_name(std::move(name))
    , m_problems(&problems)
{
    if (!node.table())
        problems.add(ProblemKind::WrongType, node, m_name, "table");
}

const TomlEntry* TableReader::entry(std::string_view key) const
{
    if (!m_node->table())
        return nullptr;
    const auto found = std::ranges::find(*m_node->table(), key, &TomlEntry::key);
    return found == m_node->table()->end() ? nullptr : &*found;
}

bool TableReader::has(std::string_view key) const
{
    return entry(key) != nullptr;
}

const TomlNode* TableReader::take(std::string_view key)
{
    m_taken.emplace(key);
    const TomlEntry* const found = entry(key);
    return found ? &found->node : nullptr;
}

const TomlNode* TableReader::need(std::string_view key)
{
    const TomlNode* const found = take(key);
    if (!found && m_node->table())
        m_problems->add(ProblemKind::MissingKey, *m_node, std::string(key), m_name);
    return found;
}

std::string TableReader::textOf(const TomlNode& node, std::string_view key)
{
    const std::string* const text = node.text();
    if (!text)
        m_problems->add(ProblemKind::WrongType, node, std::string(key), "string");
    else if (text->size() > kMostLabTextBytes || text->find('\0') != std::string::npos)
        m_problems->add(
            ProblemKind::TooLarge, node, std::string(key), std::to_string(kMostLabTextBytes));
    else
        return *text;
    return {};
}

std::optional<std::string> TableReader::text(std::string_view key)
{
    const TomlNode* const found = take(key);
    return found ? std::optional(textOf(*found, key)) : std::nullopt;
}

std::string TableReader::needText(std::string_view key)
{
    const TomlNode* const found = need(key);
    return found ? textOf(*found, key) : std::string();
}

std::string TableReader::needId(std::string_view key)
{
    std::string id = needText(key);
    const TomlNode* const found = take(key);
    if (found && found->text() && !isLabId(id))
        m_problems->add(ProblemKind::BadId, *found, id.substr(0, 64));
    return id;
}

std::optional<std::int64_t> TableReader::number(std::string_view key)
{
    const TomlNode* const found = take(key);
    if (!found)
        return std::nullopt;
    const auto* const number = std::get_if<std::int64_t>(&found->value);
    if (number && *number >= 0)
        return *number;
    m_problems->add(ProblemKind::WrongType, *found, std::string(key), "integer");
    return std::nullopt;
}

bool TableReader::flag(std::string_view key)
{
    const TomlNode* const found = take(key);
    if (!found)
        return false;
    const auto* const flag = std::get_if<bool>(&found->value);
    if (!flag)
        m_problems->add(ProblemKind::WrongType, *found, std::string(key), "boolean");
    return flag && *flag;
}

const TomlNode::Array& TableReader::items(std::string_view key)
{
    const TomlNode* const found = take(key);
    if (!found)
        return kNoItems;
    const TomlNode::Array* const array = found->array();
    if (!array)
        m_problems->add(ProblemKind::WrongType, *found, std::string(key), "array");
    else if (array->size() > kMostLabItems)
        m_problems->add(
            ProblemKind::TooLarge, *found, std::string(key), std::to_string(kMostLabItems));
    else
        return *array;
    return kNoItems;
}

std::vector<std::string> TableReader::texts(std::string_view key)
{
    std::vector<std::string> texts;
    for (const TomlNode& item : items(key))
        texts.push_back(textOf(item, key));
    return texts;
}

void TableReader::finish()
{
    if (!m_node->table())
        return;
    for (const TomlEntry& entry : *m_node->table()) {
        if (!m_taken.contains(entry.key))
            m_problems->add(
                ProblemKind::UnknownKey, entry.line, entry.column, entry.key.substr(0, 64), m_name);
    }
}

} // namespace ipclab
