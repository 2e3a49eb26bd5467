// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/told_fact.h"

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

struct Word {
    std::string_view word;
    ToldFact::Kind kind;
    bool ofStream;
};
constexpr auto kWords = std::to_array<Word>({
    { "pid", ToldFact::Kind::ProcessId, false },
    { "exit", ToldFact::Kind::Exit, false },
    { "fd", ToldFact::Kind::Fd, true },
    { "level", ToldFact::Kind::Level, true },
    { "pending", ToldFact::Kind::Pending, true },
    { "unread", ToldFact::Kind::Unread, true },
    { "holders", ToldFact::Kind::Holders, true },
});

// Up to the next blank, which goes, too; a guide's line may have been wrapped there.
std::string_view nextWord(std::string_view& rest)
{
    const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
    const std::string_view word = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return word;
}

} // namespace

std::optional<ToldFact> toldFact(std::string_view words)
{
    const auto known = std::ranges::find(kWords, nextWord(words), &Word::word);
    const std::string_view ref = nextWord(words);
    if (known == kWords.end() || ref.empty())
        return std::nullopt;
    ToldFact fact { known->kind, { std::string(ref), {} }, true };
    if (known->ofStream) {
        const std::size_t dot = ref.rfind('.');
        if (dot == std::string_view::npos || dot == 0 || dot + 1 == ref.size())
            return std::nullopt;
        fact.of = { std::string(ref.substr(0, dot)), std::string(ref.substr(dot + 1)) };
    }
    if (fact.kind == ToldFact::Kind::Holders) {
        const std::string_view end = nextWord(words);
        if (end != "write" && end != "read")
            return std::nullopt;
        fact.writes = end == "write";
    }
    return words.empty() ? std::optional(fact) : std::nullopt;
}

std::vector<TextPiece> piecesOf(std::string_view text)
{
    std::vector<TextPiece> pieces;
    while (!text.empty()) {
        const std::size_t open = text.find("{{");
        const std::size_t close = open == std::string_view::npos ? open : text.find("}}", open + 2);
        if (close == std::string_view::npos) {
            pieces.push_back({ text, false });
            break;
        }
        if (open > 0)
            pieces.push_back({ text.substr(0, open), false });
        pieces.push_back({ text.substr(open + 2, close - open - 2), true });
        text.remove_prefix(close + 2);
    }
    return pieces;
}

} // namespace ipclab
