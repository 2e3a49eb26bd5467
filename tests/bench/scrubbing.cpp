// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter.h"
#include "app/main_window.h"
#include "app/session_opening.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/log/session_file.h"
#include "tests/bench/figures.h"
#include "tests/bench/typical_run.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"

#include <QApplication>
#include <QTemporaryDir>

#include <cstdlib>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr EventIndex kEvents = 1'000'000;
constexpr double kFrame = 16.7; // ms

double ms(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

bool writeSession(const std::string& path)
{
    EventLog log;
    TypicalRun(log).tellUntil(kEvents);
    Result<SessionWriter> writer = SessionWriter::create(path, {});
    return writer && writer->writeNew(LogView(log)) && writer->close(log.dropped());
}

// From the wish to see it until it is painted.
double open(MainWindow& window, const QString& path)
{
    const std::int64_t from = now();
    window.openSession(path);
    while (!window.presenter().opened())
        QApplication::processEvents(QEventLoop::WaitForMoreEvents, 5);
    QApplication::processEvents();
    return ms(now() - from);
}

struct Times {
    std::vector<double> passed;
    std::vector<double> processor; // of this thread: without what others do
};

// To a moment, with all panels painted, and all rows of the traffic among them.
void goTo(const TrafficModel& traffic, TimeCursor& cursor, EventIndex moment, Times& times)
{
    const std::int64_t from = now();
    const std::int64_t had = threadTime();
    cursor.goTo(moment);
    do
        QApplication::processEvents();
    while (!traffic.isComplete());
    times.passed.push_back(ms(now() - from));
    times.processor.push_back(ms(threadTime() - had));
}

bool printTimes(const std::string& what, const Times& times)
{
    const bool good = print({ what, "ms", times.passed, kFrame });
    print({ "    of it the processor's time", "ms", times.processor, {} });
    return good;
}

} // namespace

int main(int argc, char** argv)
{
    prepareProcess();
    const int times = argc > 1 ? std::atoi(argv[1]) : 300;
    const QApplication app(argc, argv);
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("million.jsonl"));
    if (!writeSession(path.toStdString()))
        return EXIT_FAILURE;
    MainWindow window({});
    window.resize(1280, 720);
    window.show();
    QApplication::processEvents();
    bool good = print({ "a session of a million events in the window", "ms", { open(window, path) },
        3000.0, Figure::Judged::Median });
    auto& cursor = const_cast<TimeCursor&>(window.cursor());
    const TrafficModel& traffic = window.findChild<TrafficPanel*>()->model();
    std::mt19937 dice(7); // the same each time
    std::uniform_int_distribution<EventIndex> anywhere(0, cursor.end());
    Times far;
    Times dragged;
    for (int i = 0; i < times; ++i)
        goTo(traffic, cursor, anywhere(dice), far);
    for (int i = 0; i < times; ++i) // as a hand does on a bar of a thousand pixels
        goTo(traffic, cursor, cursor.end() / 2 + static_cast<EventIndex>(i) * 1000, dragged);
    good = printTimes("any moment of it, all panels painted", far) && good;
    return printTimes("dragged along, all panels painted", dragged) && good ? EXIT_SUCCESS
                                                                            : EXIT_FAILURE;
}
