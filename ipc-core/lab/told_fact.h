// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/condition.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// A fact of the run that a guide's text tells, in its place: "{{pid child}}",
// "{{holders child.stdin write}}".
struct ToldFact {
    enum class Kind : std::uint8_t { ProcessId, Exit, Fd, Level, Pending, Unread, Holders };

    Kind kind = Kind::ProcessId;
    StreamRef of; // of ProcessId and Exit the process alone
    bool writes = true; // of Holders: of the write end
    bool operator==(const ToldFact&) const = default;
};

// What stands between the braces; nothing if it means nothing.
std::optional<ToldFact> toldFact(std::string_view words);

// A text in pieces: words, and between them what is in double braces.
struct TextPiece {
    std::string_view text; // without the braces
    bool inBraces = false;
};
std::vector<TextPiece> piecesOf(std::string_view text);

} // namespace ipclab
