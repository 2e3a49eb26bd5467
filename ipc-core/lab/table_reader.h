// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab_problem.h"
#include "ipc-core/lab/toml_node.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// Collects what is wrong with one file. Bounded: after 100 problems the rest is not told.
class ProblemList {
public:
    ProblemList(std::string file, Problems& problems)
        : m_file(std::move(file))
        , m_problems(&problems)
    {
    }
    void add(ProblemKind kind, int line, int column, std::string subject,
        std::string expected = {}) const;
    void add(
        ProblemKind kind, const TomlNode& at, std::string subject, std::string expected = {}) const
    {
        add(kind, at.line, at.column, std::move(subject), std::move(expected));
    }

private:
    std::string m_file;
    Problems* m_problems;
};

std::string listed(const std::vector<std::string>& words); // "a, b, c"

// Takes the values out of one table, each with its type checked. What `finish` finds untaken is
// unknown: a typing error. A missing or wrong value is a problem and reads as an empty one.
class TableReader {
public:
    // A node that is no table is a problem, and reads as an empty table.
    TableReader(const TomlNode& node, std::string name, const ProblemList& problems);

    [[nodiscard]] bool has(std::string_view key) const;
    [[nodiscard]] const TomlNode& node() const { return *m_node; }
    const TomlNode* take(std::string_view key); // nullptr: absent
    const TomlNode* need(std::string_view key); // the same, and a problem
    std::optional<std::string> text(std::string_view key);
    std::string needText(std::string_view key);
    std::string needId(std::string_view key);
    std::optional<std::int64_t> number(std::string_view key);
    bool flag(std::string_view key); // absent is false
    std::vector<std::string> texts(std::string_view key); // absent is empty
    const TomlNode::Array& items(std::string_view key); // at most kMostLabItems; absent is empty
    void finish();

    [[nodiscard]] const ProblemList& problems() const { return *m_problems; }

private:
    [[nodiscard]] const TomlEntry* entry(std::string_view key) const;
    std::string textOf(const TomlNode& node, std::string_view key);

    const TomlNode* m_node;
    std::string m_name;
    const ProblemList* m_problems;
    std::set<std::string, std::less<>> m_taken;
};

} // namespace ipclab
