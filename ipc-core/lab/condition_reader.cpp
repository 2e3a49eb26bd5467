// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/condition_reader.h"

#include "ipc-core/lab/event_wanted_reader.h"
#include "ipc-core/lab/word_reader.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

namespace ipclab {

namespace {

constexpr auto kReasons = std::to_array<std::string_view>(
    { "data", "room", "connection", "peer", "child", "lock", "time", "signal", "any", "other" });

template <typename Word>
Word readWordUpTo(TableReader& table, std::string_view key, Word last, ProblemKind unknown)
{
    const auto found = readWord(table, key, namesUpTo(last), unknown);
    return found ? static_cast<Word>(*found) : Word {};
}

// above, below, at_least, at_most, equals; without any of them: at least one.
Range readRange(TableReader& table)
{
    Range range;
    bool said = false;
    const auto take = [&](std::string_view key, auto&& use) {
        if (const auto number = table.number(key)) {
            use(static_cast<std::uint64_t>(*number));
            said = true;
        }
    };
    take("above", [&](std::uint64_t n) { range.least = std::max(range.least, n + 1); });
    take("at_least", [&](std::uint64_t n) { range.least = std::max(range.least, n); });
    take("below", [&](std::uint64_t n) { range.most = std::min(range.most, n == 0 ? 0 : n - 1); });
    take("at_most", [&](std::uint64_t n) { range.most = std::min(range.most, n); });
    take("equals", [&](std::uint64_t n) { range = { n, n }; });
    if (!said)
        range.least = 1;
    return range;
}

Fact readFinding(TableReader& table)
{
    FindingHolds fact;
    fact.kind
        = readWordUpTo(table, "finding", FindingKind::IdleServer, ProblemKind::UnknownFinding);
    fact.of = table.texts("of");
    return fact;
}

Fact readWaiting(TableReader& table)
{
    IsWaiting fact { table.needText("waiting"), {}, {} };
    if (table.has("for")) {
        const std::vector<std::string> reasons { kReasons.begin(), kReasons.end() };
        if (const auto found = readWord(table, "for", reasons, ProblemKind::UnknownWord))
            fact.reason = static_cast<WaitReason>(*found);
    }
    if (const auto call = table.text("in")) {
        fact.call = callNamed(*call);
        if (!fact.call)
            table.problems().add(ProblemKind::UnknownWord, *table.take("in"), call->substr(0, 64));
    }
    return fact;
}

Fact readExited(TableReader& table)
{
    HasExited fact { table.needText("exited"), {}, readSignal(table, "signal") };
    if (const auto code = table.number("code"))
        fact.code = static_cast<int>(std::min<std::int64_t>(*code, 255));
    return fact;
}

Fact readArrived(TableReader& table)
{
    HasArrived fact { readStream(table, "arrived"), readRange(table), {} };
    fact.text = table.text("text").value_or("");
    return fact;
}

Fact readSeen(TableReader& table)
{
    EventWanted wanted = readEvent(table);
    return WasSeen { std::move(wanted), readRange(table) };
}

Fact readInOrder(TableReader& table)
{
    InOrder fact;
    for (const TomlNode& item : table.items("in_order")) {
        TableReader one(item, "in_order", table.problems());
        fact.wanted.push_back(readEvent(one));
        one.finish();
    }
    if (fact.wanted.size() < 2)
        table.problems().add(ProblemKind::WrongType, table.node(), "in_order", "array");
    return fact;
}

Fact readCount(TableReader& table, Counted what, std::string_view key)
{
    std::string process = table.needText(key);
    return CountIs { what, std::move(process), readRange(table) };
}

bool readEnd(TableReader& table) // true: the write end
{
    const auto found = readWord(table, "end", { "read", "write" }, ProblemKind::UnknownWord);
    return found.value_or(1) == 1;
}

Fact readHolds(TableReader& table)
{
    std::string process = table.needText("holds");
    const bool writes = readEnd(table);
    return HoldsEnd { std::move(process), writes, readStream(table, "of") };
}

Fact readHolders(TableReader& table)
{
    StreamRef of = readStream(table, "holders");
    const bool writes = readEnd(table);
    return HoldersAre { std::move(of), writes, readRange(table) };
}

Fact readSignalState(TableReader& table)
{
    SignalIs fact { table.needText("of"), readSignal(table, "signal"), {} };
    const auto state = readWord(table, "is",
        { "pending", "blocked", "ignored", "handled", "default" }, ProblemKind::UnknownWord);
    fact.state = static_cast<SignalState>(state.value_or(0));
    return fact;
}

Fact readSwitch(TableReader& table, const Lab& lab)
{
    auto [name, value] = readSwitchSetting(table, "switch", "is", lab);
    return SwitchIs { std::move(name), std::move(value) };
}

// "500ms" or "2s"; absent is 0.
Nanoseconds readDuration(TableReader& table, std::string_view key)
{
    const auto text = table.text(key);
    if (!text)
        return 0;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    const std::string_view unit(end, static_cast<std::size_t>(text->data() + text->size() - end));
    if (error == std::errc {} && number > 0 && number <= 60'000 && (unit == "ms" || unit == "s"))
        return number * (unit == "s" ? kSecond : kMillisecond);
    table.problems().add(
        ProblemKind::UnknownWord, *table.take(key), text->substr(0, 64), "500ms, 2s");
    return 0;
}

// The key that says what a condition is about, and how the rest of its table is read.
struct ConditionKey {
    std::string_view key;
    Fact (*read)(TableReader& table, const Lab& lab);
};
constexpr auto kConditionKeys = std::to_array<ConditionKey>({
    { "pending",
        [](TableReader& t, const Lab&) -> Fact {
            return PendingIs { readStream(t, "pending"), readRange(t) };
        } },
    { "unread",
        [](TableReader& t, const Lab&) -> Fact {
            return UnreadIs { readStream(t, "unread"), readRange(t) };
        } },
    { "level",
        [](TableReader& t, const Lab&) -> Fact {
            return LevelIs { readStream(t, "level"), readRange(t) };
        } },
    { "mode",
        [](TableReader& t, const Lab&) -> Fact {
            return ModeIs { readStream(t, "mode"), readMode(t, "is").value_or(BufferMode::Full) };
        } },
    { "wired",
        [](TableReader& t, const Lab&) -> Fact {
            return WiredTo { readStream(t, "wired"),
                readWordUpTo(t, "kind", ChannelKind::Semaphore, ProblemKind::UnknownWord) };
        } },
    { "room",
        [](TableReader& t, const Lab&) -> Fact {
            return RoomIs { readStream(t, "room"), readRange(t) };
        } },
    { "open", [](TableReader& t, const Lab&) -> Fact { return IsOpen { readStream(t, "open") }; } },
    { "holds", [](TableReader& t, const Lab&) { return readHolds(t); } },
    { "holders", [](TableReader& t, const Lab&) { return readHolders(t); } },
    { "processes",
        [](TableReader& t, const Lab&) { return readCount(t, Counted::Processes, "processes"); } },
    { "children",
        [](TableReader& t, const Lab&) { return readCount(t, Counted::Children, "children"); } },
    { "threads",
        [](TableReader& t, const Lab&) { return readCount(t, Counted::Threads, "threads"); } },
    { "arrived", [](TableReader& t, const Lab&) { return readArrived(t); } },
    { "finding", [](TableReader& t, const Lab&) { return readFinding(t); } },
    { "running",
        [](TableReader& t, const Lab&) -> Fact { return IsRunning { t.needText("running") }; } },
    { "waiting", [](TableReader& t, const Lab&) { return readWaiting(t); } },
    { "stopped",
        [](TableReader& t, const Lab&) -> Fact { return IsStopped { t.needText("stopped") }; } },
    { "zombie",
        [](TableReader& t, const Lab&) -> Fact { return IsZombie { t.needText("zombie") }; } },
    { "held",
        [](TableReader& t, const Lab&) -> Fact {
            std::string process = t.needText("held");
            return IsHeld { std::move(process), readCalls(t, "before"),
                t.text("mark").value_or("") };
        } },
    { "exited", [](TableReader& t, const Lab&) { return readExited(t); } },
    { "seen", [](TableReader& t, const Lab&) { return readSeen(t); } },
    { "in_order", [](TableReader& t, const Lab&) { return readInOrder(t); } },
    { "switch", [](TableReader& t, const Lab& lab) { return readSwitch(t, lab); } },
    { "signal", [](TableReader& t, const Lab&) { return readSignalState(t); } },
});

std::optional<Condition> readFact(TableReader& table, const Lab& lab)
{
    const auto kind = std::ranges::find_if(
        kConditionKeys, [&](const ConditionKey& one) { return table.has(one.key); });
    if (kind == kConditionKeys.end()) {
        std::vector<std::string> keys { "not" };
        for (const ConditionKey& one : kConditionKeys)
            keys.emplace_back(one.key);
        table.problems().add(ProblemKind::UnknownCondition, table.node(), {}, listed(keys));
        return std::nullopt;
    }
    Condition condition { kind->read(table, lab), false, table.flag("once"),
        readDuration(table, "lasting"), table.node().line };
    table.finish();
    return condition;
}

} // namespace

std::optional<Condition> readCondition(
    const TomlNode& node, const Lab& lab, const ProblemList& problems)
{
    TableReader table(node, "condition", problems);
    if (!node.table())
        return std::nullopt;
    const TomlNode* const inner = table.take("not");
    if (!inner)
        return readFact(table, lab);
    const Nanoseconds lasting = readDuration(table, "lasting");
    table.finish();
    TableReader innerTable(*inner, "not", problems);
    if (!inner->table())
        return std::nullopt;
    auto condition = readFact(innerTable, lab);
    if (!condition)
        return std::nullopt;
    condition->negated = true;
    condition->lasting = std::max(condition->lasting, lasting);
    return condition;
}

} // namespace ipclab
