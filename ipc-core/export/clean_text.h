// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace ipclab {

// Bytes of unknown make as UTF-8 without control codes: each of those, and what is no UTF-8, is
// U+FFFD. Cut, between two characters, so that it has at most `most` bytes.
std::string cleanText(std::string_view bytes, std::size_t most);

} // namespace ipclab
