// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/step_reader.h"

#include "ipc-core/lab/condition_reader.h"
#include "ipc-core/lab/word_reader.h"

#include <algorithm>
#include <array>

namespace ipclab {

namespace {

std::map<std::string, Condition> readShows(TableReader& table, const AskChoice& ask, const Lab& lab)
{
    std::map<std::string, Condition> shows;
    const TomlNode* const node = table.take("shows");
    if (!node)
        return shows;
    TableReader entries(*node, "shows", table.problems());
    for (const std::string& choice : ask.choices) {
        const TomlNode* const entry = entries.need(choice);
        if (auto condition = entry ? readCondition(*entry, lab, table.problems()) : std::nullopt)
            shows.emplace(choice, std::move(*condition));
    }
    entries.finish();
    return shows;
}

std::optional<Ask> readAsk(const TomlNode& node, const Lab& lab, const ProblemList& problems)
{
    TableReader table(node, "ask", problems);
    if (!node.table())
        return std::nullopt;
    Ask ask;
    if (table.has("mode_of")) {
        const StreamRef of = readStream(table, "mode_of");
        ask = AskMode { of, readMode(table, "answer").value_or(BufferMode::Full) };
    } else if (table.has("choices")) {
        AskChoice own { table.texts("choices"), table.needText("answer"), {} };
        if (std::ranges::find(own.choices, own.answer) == own.choices.end())
            problems.add(ProblemKind::UnknownValue, node, own.answer, listed(own.choices));
        own.shows = readShows(table, own, lab);
        ask = std::move(own);
    } else {
        const StreamRef of = readStream(table, "of");
        ask = AskPlace { of, readPlace(table, "answer").value_or(Place::Writer) };
    }
    table.finish();
    return ask;
}

// A run that `key` names: the first one if it is absent or just true.
std::string readRun(TableReader& table, std::string_view key, const Lab& lab)
{
    const TomlNode* const node = table.take(key);
    if (lab.runs.empty() || !node || std::get_if<bool>(&node->value))
        return lab.runs.empty() ? std::string() : lab.runs.front().name;
    std::string name = table.needText(key);
    if (node->text() && !lab.runNamed(name)) {
        std::vector<std::string> names;
        names.reserve(lab.runs.size());
        for (const LabRun& run : lab.runs)
            names.push_back(run.name);
        table.problems().add(ProblemKind::UnknownRun, *node, name.substr(0, 64), listed(names));
    }
    return name;
}

Action readSet(TableReader& table, const Lab& lab)
{
    auto [name, value] = readSwitchSetting(table, "set", "to", lab);
    return DoSet { std::move(name), std::move(value) };
}

Action readWait(TableReader& table, const Lab& lab)
{
    const auto until = readCondition(*table.need("wait"), lab, table.problems());
    return DoWait { until.value_or(Condition {}) };
}

// A process that `key` names; empty, all, if it is just true.
std::string readAnyOrAll(TableReader& table, std::string_view key)
{
    const TomlNode* const node = table.take(key);
    if (node && std::get_if<bool>(&node->value))
        return table.flag(key), std::string();
    return table.needText(key);
}

Action readSlow(TableReader& table)
{
    const auto slow = table.number("slow");
    if (slow == 1 || slow == 10 || slow == 100)
        return DoSlow { static_cast<unsigned>(*slow) };
    table.problems().add(ProblemKind::UnknownValue, *table.take("slow"),
        std::to_string(slow.value_or(0)), "1, 10, 100");
    return DoSlow {};
}

struct DoKey {
    std::string_view key;
    Action (*read)(TableReader& table, const Lab& lab);
};
constexpr auto kDoKeys = std::to_array<DoKey>({
    { "run",
        [](TableReader& t, const Lab& lab) -> Action {
            const TomlNode* const node = t.take("run");
            return DoRun { node && node->text() ? readRun(t, "run", lab)
                                                : (t.flag("run"), std::string()) };
        } },
    { "stop", [](TableReader& t, const Lab&) -> Action { return t.flag("stop"), DoStop {}; } },
    { "signal",
        [](TableReader& t, const Lab&) -> Action {
            return DoSignal { t.needText("to"), readSignal(t, "signal") };
        } },
    { "type",
        [](TableReader& t, const Lab& lab) -> Action {
            std::string text = t.needText("type");
            return DoType { readRun(t, "to", lab), std::move(text) };
        } },
    { "close",
        [](TableReader& t, const Lab& lab) -> Action {
            return DoClose { readRun(t, "close", lab) };
        } },
    { "set", [](TableReader& t, const Lab& lab) { return readSet(t, lab); } },
    { "reading",
        [](TableReader& t, const Lab&) -> Action { return DoRead { t.flag("reading") }; } },
    { "wait", [](TableReader& t, const Lab& lab) { return readWait(t, lab); } },
    { "hold",
        [](TableReader& t, const Lab&) -> Action {
            return DoHold { readAnyOrAll(t, "hold"), true };
        } },
    { "release",
        [](TableReader& t, const Lab&) -> Action {
            return DoHold { readAnyOrAll(t, "release"), false };
        } },
    { "step",
        [](TableReader& t, const Lab&) -> Action {
            std::string process = t.needText("step");
            return DoStep { std::move(process), readCalls(t, "before"),
                t.text("mark").value_or("") };
        } },
    { "slow", [](TableReader& t, const Lab&) { return readSlow(t); } },
});

std::optional<Action> readAction(const TomlNode& node, const Lab& lab, const ProblemList& problems)
{
    TableReader table(node, "do", problems);
    if (!node.table())
        return std::nullopt;
    const auto kind
        = std::ranges::find_if(kDoKeys, [&](const DoKey& one) { return table.has(one.key); });
    if (kind == kDoKeys.end()) {
        std::vector<std::string> keys;
        keys.reserve(kDoKeys.size());
        for (const DoKey& one : kDoKeys)
            keys.emplace_back(one.key);
        const auto& entries = *node.table();
        problems.add(ProblemKind::UnknownAction, node,
            entries.empty() ? "" : entries.front().key.substr(0, 64), listed(keys));
        return std::nullopt;
    }
    const Action action = kind->read(table, lab);
    table.finish();
    return action;
}

std::optional<Hint> readHint(const TomlNode& node, const Lab& lab, const ProblemList& problems)
{
    TableReader table(node, "hint", problems);
    if (!node.table())
        return std::nullopt;
    Hint hint;
    hint.say = table.needId("say");
    hint.line = node.line;
    if (const TomlNode* const when = table.take("when"))
        hint.when = readCondition(*when, lab, problems);
    for (const TomlNode& item : table.items("by")) {
        if (auto action = readAction(item, lab, problems))
            hint.by.push_back(std::move(*action));
    }
    table.finish();
    return hint;
}

} // namespace

LabStep readStep(const TomlNode& node, const Lab& lab, const ProblemList& problems)
{
    TableReader table(node, "step", problems);
    LabStep step;
    step.line = node.line;
    step.id = table.needId("id");
    if (const TomlNode* const ask = table.take("ask"))
        step.ask = readAsk(*ask, lab, problems);
    for (const TomlNode& item : table.items("do")) {
        if (auto action = readAction(item, lab, problems))
            step.actions.push_back(std::move(*action));
    }
    table.need("expect");
    for (const TomlNode& item : table.items("expect")) {
        if (auto condition = readCondition(item, lab, problems))
            step.expect.push_back(std::move(*condition));
    }
    for (const TomlNode& item : table.items("hint")) {
        if (auto hint = readHint(item, lab, problems))
            step.hints.push_back(std::move(*hint));
    }
    table.finish();
    return step;
}

} // namespace ipclab
