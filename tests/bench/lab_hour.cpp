// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/event_json.h"
#include "ipc-core/log/session_reader.h"
#include "tests/bench/commands.h"
#include "tests/bench/figures.h"
#include "tests/bench/scratch.h"

#include <fmt/core.h>

#include <array>
#include <cstdio>
#include <cstdlib>
#include <optional>
#include <string>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr double kMegabyte = 1e6;
constexpr double kHour = 3600; // s

struct Recorded {
    double seconds = 0;
    std::array<double, 2> halves {}; // MB of each half of the time
    EventIndex events = 0;
};

// What is recorded of the command, started again whenever it has ended, and of who reads what it
// prints, as IPC Lab does in a lab.
std::optional<Recorded> record(
    const std::string& ipclab, const std::string& seconds, const std::string& command)
{
    const Scratch file;
    const auto ran = run({ { ipclab, "watch", "-o", "/dev/null", "--record", file.path(),
        "--timeout", seconds, "--", "sh", "-c", "while " + command + "; do :; done | cat" } });
    const Result<SavedSession> session = readSession(file.path());
    if (!session || session->linesSkipped > 0 || session->log->size() == 0)
        return std::nullopt;
    (void)ran; // that it was ended by the clock is no success
    const EventLog& log = *session->log;
    Recorded recorded;
    recorded.events = log.size();
    const Nanoseconds end = log[log.size() - 1].at;
    recorded.seconds = static_cast<double>(end) / static_cast<double>(kSecond);
    for (EventIndex i = 0; i < log.size(); ++i)
        recorded.halves.at(2 * log[i].at < end ? 0 : 1)
            += static_cast<double>(toJsonLine(i, log[i]).size() + 1) / kMegabyte;
    return recorded;
}

} // namespace

// lab_hour SECONDS IPCLAB {NAME MOST COMMAND}…: what an hour of each records, from so many seconds
// of it, and how much that may be (0: for information). That it goes on so is shown by its halves:
// the first has the start, too.
int main(int argc, char** argv)
{
    if (argc < 6 || argc % 3 != 0)
        return 2;
    bool good = true;
    for (int i = 3; i + 2 < argc; i += 3) {
        const auto recorded = record(argv[2], argv[1], argv[i + 2]);
        if (!recorded) {
            std::fprintf(stderr, "nothing was recorded of %s\n", argv[i + 2]);
            return 1;
        }
        const double half = recorded->seconds / 2;
        const auto anHour = [&](double megabytes) { return megabytes / half * kHour; };
        printNote(
            fmt::format("{}: {} events in {:.0f} s, {:.1f} and {:.1f} MB an hour in the halves",
                argv[i], recorded->events, recorded->seconds, anHour(recorded->halves[0]),
                anHour(recorded->halves[1])));
        const double all = anHour((recorded->halves[0] + recorded->halves[1]) / 2);
        const double most = std::atof(argv[i + 1]);
        good = print({ fmt::format("an hour of {}", argv[i]), "MB", { all },
                   most > 0 ? std::optional(most) : std::nullopt })
            && good;
    }
    return good ? 0 : 1;
}
