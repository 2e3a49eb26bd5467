// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/probe_words.h"

#include <charconv>
#include <climits>

namespace ipclab {
namespace {

constexpr std::string_view kRoot = "/ipclab-probe/";
constexpr std::string_view kVersion = "1/";
constexpr std::size_t kMaxObjects = 64;
constexpr std::size_t kMaxFacts = 16; // of one object

template <typename Number> std::optional<Number> parseNumber(std::string_view text)
{
    Number number {};
    const char* const end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    if (parsed.ec != std::errc {} || parsed.ptr != end)
        return std::nullopt;
    return number;
}

std::string_view takeWord(std::string_view& rest)
{
    const std::string_view word = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), word.size() + 1));
    return word;
}

bool addWord(std::string_view word, std::vector<ProbeObject>& objects)
{
    const std::size_t mark = word.find_first_of("@=");
    if (mark == word.npos)
        return false;
    const std::string_view name = word.substr(0, mark);
    const std::string_view value = word.substr(mark + 1);
    if (word[mark] == '@') {
        const auto address = parseNumber<Address>(value);
        if (!address || objects.size() == kMaxObjects)
            return false;
        objects.push_back({ name, *address, {} });
        return true;
    }
    if (objects.empty() || objects.back().facts.size() == kMaxFacts)
        return false;
    objects.back().facts.push_back({ name, value });
    return true;
}

} // namespace

std::string_view ProbeObject::text(std::string_view name) const
{
    for (const ProbeFact& fact : facts) {
        if (fact.name == name)
            return fact.value;
    }
    return {};
}

std::optional<std::int64_t> ProbeObject::number(std::string_view name) const
{
    return parseNumber<std::int64_t>(text(name));
}

bool isProbePath(std::string_view path)
{
    return path.starts_with(kRoot);
}

std::optional<ProbeWords> parseProbeWords(std::string_view path)
{
    if (!isProbePath(path) || path.size() > PATH_MAX)
        return std::nullopt;
    std::string_view rest = path.substr(kRoot.size());
    if (!rest.starts_with(kVersion))
        return std::nullopt;
    rest.remove_prefix(kVersion.size());
    const std::string_view topic = takeWord(rest);
    ProbeWords words;
    if (topic == "calibrate")
        words.topic = ProbeTopic::Calibrate;
    else if (topic == "frames")
        words.topic = ProbeTopic::Frames;
    else if (topic == "stream")
        words.topic = ProbeTopic::Stream;
    else
        return std::nullopt;
    while (!rest.empty()) {
        if (!addWord(takeWord(rest), words.objects))
            return std::nullopt;
    }
    return words;
}

} // namespace ipclab
