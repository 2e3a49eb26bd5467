// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/memory_batch.h"
#include "ipc-core/capture/xray/python_layout.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ipclab {

// What the text layer of a stream makes of bytes, as far as their number depends on it.
enum class TextEncoding : std::uint8_t { Utf8, OneByte, Other };

TextEncoding textEncoding(std::string_view name); // as Python calls it: "utf-8", "ISO-8859-1"

struct EncodedText {
    std::uint64_t bytes = 0;
    std::string text; // the first of them, kMaxStdioText at most
};

// The characters of a str from one of them on, as the bytes they were decoded from. (Line ends
// that were translated count as they are now.) Nothing if that cannot be known.
std::optional<EncodedText> encodedRest(
    Pid pid, const PythonLayout& layout, Address str, std::uint64_t from, TextEncoding encoding);

// Appends what a str, bytes, or list of them holds, until the text has kMaxStdioText bytes. Stops
// at what it cannot read.
void appendPending(Pid pid, const PythonLayout& layout, Address object, std::string& text);

// A str as UTF-8; nothing if it is none, or has more characters than that.
std::optional<std::string> wholeText(
    Pid pid, const PythonLayout& layout, Address str, std::size_t most);
// The same of a bytes object.
std::optional<std::vector<std::byte>> wholeBytes(
    Pid pid, const PythonLayout& layout, Address object, std::size_t most);

} // namespace ipclab
