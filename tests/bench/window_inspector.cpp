// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the inspector costs when what it shows is another one: of 40 processes, with few events in
// the log and with many. The bytes that wait in its pipe were written longer ago than it looks
// back, so it looks back as far as it ever does.
#include "tests/bench/figures.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/inspector/inspector_panel.h"

#include <QApplication>

#include <cstdlib>
#include <string>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr int kProcesses = 40;
constexpr int kFirstPid = 4711;
constexpr double kFrame = 8; // ms
constexpr ChannelId kPipe { 1 };

// All hold both ends of one pipe, in which something waits; then one sleeps again and again.
void tell(EventLog& log, EventIndex events)
{
    Nanoseconds now = 0;
    const auto add = [&](int pid, const EventBody& body) {
        log.append({ now += 20'000, Pid { pid }, Tid { pid }, body });
    };
    add(kFirstPid, ChannelCreated { kPipe, ChannelKind::Pipe, "pipe:[1]" });
    for (int pid = kFirstPid; pid < kFirstPid + kProcesses; ++pid) {
        add(pid, ProcessStarted { Pid { pid == kFirstPid ? 0 : kFirstPid }, StartedBy::Fork });
        add(pid, ProgramExecuted { "/usr/bin/talk", { { "talk\0", 5 } } });
        add(pid, DescriptorOpened { 3, kPipe, Access::Read, End::First, Call::Pipe2, {} });
        add(pid, DescriptorOpened { 4, kPipe, Access::Write, End::Second, Call::Pipe2, {} });
        add(pid, StdioLevel { "stdout", 4, BufferMode::Full, 5, 0, 4096, { "kept\n" } });
    }
    BytesWritten written;
    written.fd = 4;
    written.channel = kPipe;
    written.end = End::Second;
    written.requested = written.count = 16;
    written.bytes = { "sixteen letters!" };
    add(kFirstPid, written);
    CallEntered sleeps;
    sleeps.call = Call::ClockNanosleep;
    sleeps.timeout = kSecond;
    CallReturned woken;
    woken.call = Call::ClockNanosleep;
    woken.result = 0;
    while (log.size() < events) {
        add(kFirstPid + 1, sleeps);
        add(kFirstPid + 1, woken);
    }
}

std::vector<double> framesOf(EventIndex events, int times)
{
    EventLog log;
    tell(log, events);
    TimeCursor cursor;
    Selection selection;
    Look look;
    InspectorPanel panel({ cursor, selection, look });
    panel.setFolds("+"); // all parts are open
    panel.resize(290, 700);
    panel.show();
    cursor.setLog(&log);
    while (cursor.advance()) { }
    std::vector<double> frames;
    for (int i = 0; i < times; ++i) {
        const std::int64_t from = threadTime();
        if (i % 4 == 0)
            selection.choose(kPipe);
        else
            selection.choose(Pid { kFirstPid + i % kProcesses });
        panel.viewport()->repaint();
        frames.push_back(static_cast<double>(threadTime() - from) / 1e6);
    }
    return frames;
}

} // namespace

int main(int argc, char** argv)
{
    const int times = argc > 1 ? std::atoi(argv[1]) : 200;
    const QApplication app(argc, argv);
    bool good = true;
    double few = 0;
    for (const EventIndex events : { EventIndex { 40'000 }, EventIndex { 1'000'000 } }) {
        const std::vector<double> frames = framesOf(events, times);
        good = print({ "inspector: another one of " + std::to_string(events)
                       + " events, 40 processes",
                   "ms", frames, kFrame })
            && good;
        if (few > 0)
            good = print({ "inspector: many events against few", "ratio", { median(frames) / few },
                       1.3, Figure::Judged::Median })
                && good;
        few = median(frames);
    }
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
