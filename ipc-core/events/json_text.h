// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

// Text of JSON (RFC 8259) and Base64 (RFC 4648, section 4).
bool isUtf8(std::string_view bytes);
std::size_t jsonLength(std::string_view text); // of it as a JSON string
void appendJsonString(std::string& to, std::string_view text); // quotes included; text is UTF-8
// Bytes of unknown make as a JSON string: what is not UTF-8 becomes U+FFFD.
void appendLossyJsonString(std::string& to, std::string_view bytes);
void appendBase64(std::string& to, std::string_view bytes);
std::optional<std::string> fromBase64(std::string_view text);

} // namespace ipclab
