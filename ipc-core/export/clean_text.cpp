// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/export/clean_text.h"

#include "ipc-core/events/json_text.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD"; // U+FFFD
constexpr std::size_t kLongestSequence = 4; // RFC 3629

// Of the character that `bytes` begins with; 0 where none does.
std::size_t characterLength(std::string_view bytes)
{
    for (std::size_t length = 1; length <= std::min(kLongestSequence, bytes.size()); ++length) {
        if (isUtf8(bytes.substr(0, length)))
            return length;
    }
    return 0;
}

bool isControl(std::string_view character)
{
    const auto code = static_cast<unsigned char>(character.front());
    if (character.size() == 1)
        return code < 0x20 || code == 0x7F;
    // U+0080 to U+009F: some terminals take them as escape sequences.
    return code == 0xC2 && static_cast<unsigned char>(character[1]) < 0xA0;
}

} // namespace

std::string cleanText(std::string_view bytes, std::size_t most)
{
    std::string clean;
    while (!bytes.empty()) {
        const std::size_t length = characterLength(bytes);
        const std::string_view character = bytes.substr(0, std::max<std::size_t>(length, 1));
        const std::string_view shown
            = length == 0 || isControl(character) ? kReplacement : character;
        if (clean.size() + shown.size() > most)
            break;
        clean += shown;
        bytes.remove_prefix(character.size());
    }
    return clean;
}

} // namespace ipclab
