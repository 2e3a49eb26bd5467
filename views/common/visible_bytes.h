// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>
#include <limits>
#include <string_view>

namespace ipclab {

// Bytes of unknown make as text in which nothing hides: ⏎ for a newline, ⇥ for a tab, other control
// codes by name (‹ESC›), what is not UTF-8 as ‹0xFF›, and characters that would turn or hide their
// neighbours as ‹U+202E›. It ends with the first character at or beyond `most`. Any thread.
QString visibleText(std::string_view bytes, qsizetype most = std::numeric_limits<qsizetype>::max());

// How many bytes at the end begin a UTF-8 character whose rest has not come yet (0 to 3).
std::size_t unfinishedTail(std::string_view bytes);

// "48 65 6C", `perLine` places wide, and "Hel" with a dot for what has no picture of its own.
QString hexColumn(std::string_view bytes, std::size_t perLine);
QString asciiColumn(std::string_view bytes);

} // namespace ipclab
