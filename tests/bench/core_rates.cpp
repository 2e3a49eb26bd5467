// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world_history.h"
#include "tests/bench/figures.h"
#include "tests/bench/traffic_story.h"

#include <fmt/core.h>

#include <cstdlib>
#include <memory>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr EventIndex kEvents = 1'000'000;

double millionsPerSecond(EventIndex events, std::int64_t nanoseconds)
{
    return static_cast<double>(events) * 1e3 / static_cast<double>(nanoseconds);
}

struct Rates {
    std::vector<double> appended;
    std::vector<double> folded;
    std::vector<double> withHistory;
};

void measure(Rates& rates)
{
    EventLog log;
    TrafficStory story(log);
    std::int64_t begin = threadTime();
    while (story.told() < kEvents)
        story.tell(static_cast<Nanoseconds>(story.told()) * 20'000);
    rates.appended.push_back(millionsPerSecond(kEvents, threadTime() - begin));

    World world;
    begin = threadTime();
    while (world.applied < log.size())
        apply(world, log[world.applied]);
    rates.folded.push_back(millionsPerSecond(log.size(), threadTime() - begin));

    WorldHistory history(log);
    begin = threadTime();
    while (history.extend(4000) > 0) { }
    rates.withHistory.push_back(millionsPerSecond(log.size(), threadTime() - begin));
}

// A run that never ends: what the log takes of the memory once it is full.
void fillALog()
{
    const EventLog::Limits limits;
    const std::uint64_t before = residentBytes();
    const auto log = std::make_unique<EventLog>();
    TrafficStory story(*log);
    while (log->dropped().events < limits.events / 4)
        story.tell(static_cast<Nanoseconds>(story.told()) * 20'000);
    printNote(fmt::format("a full log: {} events and {} MB resident; {} events and {} MB of bytes "
                          "left out, and counted",
        log->size(), (residentBytes() - before) >> 20, log->dropped().events,
        log->dropped().bytes >> 20));
}

} // namespace

// core_rates RUNS
int main(int argc, char** argv)
{
    const int runs = argc > 1 ? std::atoi(argv[1]) : 5;
    Rates rates;
    for (int i = 0; i < runs; ++i)
        measure(rates);
    print({ "events appended to a log, with their text, a second", "M", rates.appended, {} });
    print({ "events folded into a World, a second", "M", rates.folded, {} });
    print({ "events folded into a history, a second", "M", rates.withHistory, {} });
    printNote(fmt::format("an event is {} bytes, without its text", sizeof(Event)));
    fillALog();
}
