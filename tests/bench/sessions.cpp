// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_reader.h"
#include "ipc-core/world/session_folding.h"
#include "tests/bench/commands.h"
#include "tests/bench/figures.h"
#include "tests/bench/scratch.h"
#include "tests/bench/typical_run.h"

#include <fmt/core.h>
#include <simdjson.h>

#include <cstdio>
#include <cstdlib>
#include <malloc.h>
#include <optional>
#include <random>
#include <sstream>
#include <string>
#include <vector>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr EventIndex kEvents = 1'000'000;
constexpr double kMegabyte = 1e6;

double millisecondsSince(std::int64_t begin)
{
    return static_cast<double>(now() - begin) / 1e6;
}

// A recorded run. Returns the size of its file; 0: it could not be written.
std::uint64_t record(const std::string& path)
{
    EventLog log;
    TypicalRun run(log);
    run.tellUntil(kEvents);
    Result<SessionWriter> writer = SessionWriter::create(path, {});
    if (!writer || !writer->writeNew(LogView(log)) || !writer->close(log.dropped()))
        return 0;
    const Result<SessionReader> reader = SessionReader::open(path);
    return reader ? reader->bytesTotal() : 0;
}

// The file read by simdjson as its manual says it for JSON Lines, all of every line.
double parseAlone(const std::string& path)
{
    const std::int64_t begin = now();
    simdjson::dom::parser parser;
    simdjson::dom::document_stream lines;
    std::uint64_t count = 0;
    if (parser.load_many(path).get(lines) == simdjson::SUCCESS) {
        for (const auto line : lines)
            count += line.error() == simdjson::SUCCESS ? 1 : 0;
    }
    return count > kEvents ? millisecondsSince(begin) : 0;
}

double foldAlone(const EventLog& log)
{
    const std::int64_t begin = now();
    World world;
    while (world.applied < log.size())
        apply(world, log[world.applied]);
    return millisecondsSince(begin);
}

std::vector<double> seek(const WorldHistory& history)
{
    constexpr int kSeeks = 2000;
    std::mt19937 random(7);
    std::uniform_int_distribution<EventIndex> anywhere(0, history.size());
    std::vector<double> taken;
    for (int i = 0; i < kSeeks; ++i) {
        const EventIndex moment = anywhere(random);
        const std::int64_t begin = now();
        const World world = history.at(moment);
        taken.push_back(millisecondsSince(begin));
        if (world.applied != moment)
            return {};
    }
    return taken;
}

bool measureOpening(int runs)
{
    const Scratch file;
    const std::uint64_t size = record(file.path());
    if (size == 0) {
        std::fprintf(stderr, "cannot write %s\n", file.path().c_str());
        return false;
    }
    malloc_trim(0);
    const std::uint64_t before = residentBytes();
    std::vector<double> opening;
    std::vector<double> alone;
    std::vector<double> folding;
    std::vector<double> ratios;
    std::vector<double> seeks;
    std::vector<double> memory;
    for (int i = 0; i < runs; ++i) {
        const std::int64_t begin = now();
        const Result<FoldedSession> opened = foldSession( // as the window does it
            file.path(), [](std::uint64_t, std::uint64_t) { return true; });
        if (!opened || opened->saved.log->size() < kEvents || opened->saved.linesSkipped > 0)
            return false;
        opening.push_back(millisecondsSince(begin));
        memory.push_back(static_cast<double>(residentBytes() - before) / kMegabyte);
        folding.push_back(foldAlone(*opened->saved.log));
        alone.push_back(parseAlone(file.path()));
        ratios.push_back(opening.back() / (alone.back() + folding.back()));
        const std::vector<double> taken = seek(*opened->history);
        seeks.insert(seeks.end(), taken.begin(), taken.end());
    }
    const double anEvent = static_cast<double>(size) / static_cast<double>(kEvents);
    printNote(fmt::format("{} events in {:.0f} MB, {:.0f} bytes an event: an hour of {:.0f} events "
                          "a second is 50 MB",
        kEvents, static_cast<double>(size) / kMegabyte, anEvent, 50e6 / anEvent / 3600));
    printNote(fmt::format(
        "simdjson alone {:.0f} ms, the fold alone {:.0f} ms", median(alone), median(folding)));
    bool good = print({ "open a session of a million events", "ms", opening, 3000 });
    good = print({ "the same, over simdjson alone and the fold", "", ratios, 1.5,
               Figure::Judged::Median })
        && good;
    good = print({ "seek in it", "ms", seeks, 16 }) && good;
    return print({ "memory of it: log and history", "MB", memory, 300 }) && good;
}

// What the command took by its own clock: it printed the time before and after.
std::optional<double> timeOf(const std::optional<Ran>& ran)
{
    std::int64_t begin = 0;
    std::int64_t end = 0;
    if (!ran || !(std::istringstream(ran->errors) >> begin >> end) || end <= begin)
        return std::nullopt;
    return static_cast<double>(end - begin);
}

// What recording costs the watched program: it is watched in both cases, in turn.
bool measureRecording(
    const char* what, const std::string& ipclab, const std::vector<std::string>& command, int runs)
{
    constexpr int kTimes = 3; // as many runs: they are short
    const Scratch file;
    const auto watch = [&](std::vector<std::string> words) {
        words.insert(words.begin(), { ipclab, "watch", "-o", "/dev/null" });
        words.insert(
            words.end(), { "--", "sh", "-c", R"(date +%s%N >&2; "$@"; date +%s%N >&2)", "sh" });
        words.insert(words.end(), command.begin(), command.end());
        return timeOf(run({ words, {}, true }));
    };
    std::vector<double> ratios;
    for (int i = 0; i < kTimes * runs; ++i) {
        const auto bare = watch({});
        const auto recorded = watch({ "--record", file.path() });
        if (!bare || !recorded)
            return false;
        ratios.push_back(*recorded / *bare);
    }
    const Result<SavedSession> session = readSession(file.path());
    const Result<SessionReader> reader = SessionReader::open(file.path());
    if (session && reader && session->log->size() > 0)
        printNote(fmt::format("{}: {} events, {} bytes an event", what, session->log->size(),
            reader->bytesTotal() / session->log->size()));
    return print({ std::string(what) + ": recorded over watched", "", ratios, 1.03,
        Figure::Judged::Median });
}

} // namespace

// sessions RUNS IPCLAB PING_PONG
int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    const int runs = std::atoi(argv[1]);
    const bool opened = measureOpening(runs);
    const bool talked
        = measureRecording("20 000 round trips by two pipes", argv[2], { argv[3], "20000" }, runs);
    const bool flowed = measureRecording("dd in 30 000 blocks to cat", argv[2],
        { "sh", "-c", "dd if=/dev/zero bs=4k count=30000 2>/dev/null | cat >/dev/null" }, runs);
    return opened && talked && flowed ? 0 : 1;
}
