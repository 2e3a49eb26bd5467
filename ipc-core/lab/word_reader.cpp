// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/word_reader.h"

#include "ipc-core/base/signal_name.h"

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

bool isStreamWord(std::string_view word)
{
    constexpr auto kWords
        = std::to_array<std::string_view>({ "stdin", "stdout", "stderr", "file" });
    return std::ranges::find(kWords, word) != kWords.end()
        || (!word.empty() && word.size() <= 6
            && word.find_first_not_of("0123456789") == std::string_view::npos);
}

} // namespace

std::optional<std::size_t> readWord(TableReader& table, std::string_view key,
    const std::vector<std::string>& words, ProblemKind unknown)
{
    const std::string word = table.needText(key);
    const auto found = std::ranges::find(words, word);
    if (found != words.end())
        return static_cast<std::size_t>(found - words.begin());
    if (const TomlNode* const node = table.take(key); node && node->text())
        table.problems().add(unknown, *node, word.substr(0, 64), listed(words));
    return std::nullopt;
}

std::vector<Call> readCalls(TableReader& table, std::string_view key)
{
    const TomlNode* const node = table.take(key);
    if (!node)
        return {};
    std::vector<std::string> names;
    if (const std::string* const one = node->text())
        names = { *one };
    else
        names = table.texts(key);
    std::vector<Call> calls;
    for (const std::string& name : names) {
        if (const auto call = callNamed(name))
            calls.push_back(*call);
        else
            table.problems().add(ProblemKind::UnknownWord, *node, name.substr(0, 64));
    }
    return calls;
}

StreamRef readStream(TableReader& table, std::string_view key)
{
    const std::string text = table.needText(key);
    const std::size_t dot = text.rfind('.');
    StreamRef ref { text.substr(0, dot), dot == std::string::npos ? "" : text.substr(dot + 1) };
    const TomlNode* const node = table.take(key);
    if (node && node->text() && (ref.process.empty() || !isStreamWord(ref.stream)))
        table.problems().add(ProblemKind::UnknownStream, *node, text.substr(0, 64),
            "NAME.stdin, NAME.stdout, NAME.stderr, NAME.file, NAME.3");
    return ref;
}

SwitchSetting readSwitchSetting(
    TableReader& table, std::string_view nameKey, std::string_view valueKey, const Lab& lab)
{
    SwitchSetting setting { table.needText(nameKey), table.needText(valueKey) };
    const TomlNode* const nameNode = table.take(nameKey);
    const TomlNode* const valueNode = table.take(valueKey);
    if (!nameNode || !nameNode->text() || !valueNode || !valueNode->text())
        return setting;
    const LabSwitch* const known = lab.switchNamed(setting.name);
    if (!known) {
        std::vector<std::string> names;
        names.reserve(lab.switches.size());
        for (const LabSwitch& one : lab.switches)
            names.push_back(one.name);
        table.problems().add(
            ProblemKind::UnknownSwitch, *nameNode, setting.name.substr(0, 64), listed(names));
    } else if (std::ranges::find(known->values, setting.value) == known->values.end()) {
        table.problems().add(ProblemKind::UnknownValue, *valueNode, setting.value.substr(0, 64),
            listed(known->values));
    }
    return setting;
}

int readSignal(TableReader& table, std::string_view key)
{
    const auto text = table.text(key);
    if (!text)
        return 0;
    const auto number = signalNamed(*text);
    if (!number)
        table.problems().add(ProblemKind::UnknownSignal, *table.take(key), text->substr(0, 64),
            "SIGTERM, SIGINT, SIGKILL, SIGUSR1, …");
    return number.value_or(0);
}

std::optional<BufferMode> readMode(TableReader& table, std::string_view key)
{
    const auto found = readWord(table, key, namesUpTo(BufferMode::None), ProblemKind::UnknownMode);
    return found ? std::optional(static_cast<BufferMode>(*found)) : std::nullopt;
}

std::optional<Place> readPlace(TableReader& table, std::string_view key)
{
    const auto found = readWord(table, key, namesUpTo(Place::Read), ProblemKind::UnknownPlace);
    return found ? std::optional(static_cast<Place>(*found)) : std::nullopt;
}

} // namespace ipclab
