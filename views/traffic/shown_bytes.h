// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/traffic_row.h"

#include <QString>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ipclab {

struct ByteRange {
    std::size_t begin = 0;
    std::size_t end = 0; // behind it
    [[nodiscard]] std::size_t size() const { return end - begin; }
    bool operator==(const ByteRange&) const = default;
};

// Bytes as characters of a page, and which character stands for which bytes.
struct ShownBytes {
    QString text;
    std::vector<ByteRange> bytesOf; // of each character; empty: it is between them

    // What characters from `first` to before `behind` stand for; nothing: no byte.
    [[nodiscard]] std::optional<ByteRange> bytesIn(std::size_t first, std::size_t behind) const;
    // The characters from the first to the last of those bytes; of a dump, in its first column.
    [[nodiscard]] ByteRange charactersOf(const ByteRange& bytes) const;
};

// Text: one line a line. Hex: offset, hexadecimal and ASCII. Both: each line as text, and its bytes
// under it. `perLine` bytes in a line of a dump.
ShownBytes shownBytes(std::string_view bytes, BytesShown shown, std::size_t perLine);

} // namespace ipclab
