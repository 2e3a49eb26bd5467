// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab_problem.h"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace ipclab {

// A TOML document as values with their places, so that only one file needs the parser.
struct TomlEntry;
struct TomlNode {
    using Array = std::vector<TomlNode>;
    using Table = std::vector<TomlEntry>; // in the order of the file
    struct Other { }; // a kind of value that labs do not use: a date, a fraction

    int line = 0;
    int column = 0;
    std::variant<Other, bool, std::int64_t, std::string, Array, Table> value;

    [[nodiscard]] const Table* table() const { return std::get_if<Table>(&value); }
    [[nodiscard]] const Array* array() const { return std::get_if<Array>(&value); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
};
struct TomlEntry {
    std::string key;
    int line = 0; // of the key
    int column = 0;
    TomlNode node;
};

// The document, or nothing and one problem (Syntax) with its place.
std::optional<TomlNode> parseToml(
    const std::string& content, const std::string& file, Problems& problems);

} // namespace ipclab
