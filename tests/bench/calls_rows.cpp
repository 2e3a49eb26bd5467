// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"
#include "tests/bench/typical_run.h"
#include "views/calls/calls_model.h"
#include "views/calls/calls_panel.h"
#include "views/calls/calls_table.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/view_context.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr EventIndex kFew = 10'000;
constexpr EventIndex kMany = 1'000'000;
constexpr int kProcesses = 40;
constexpr double kFirstResults = 100; // ms
constexpr double kFrame = 8; // ms
constexpr double kRatio = 1.3;

double ms(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

// A panel on a run of so many events.
struct Shown {
    EventLog log;
    TypicalRun run { log };
    TimeCursor cursor;
    Selection selection;
    Look look;
    std::unique_ptr<CallsPanel> panel;

    explicit Shown(EventIndex events)
    {
        for (int i = 0; i < kProcesses; ++i) {
            const Pid pid { 900 + i };
            log.append({ 0, pid, Tid { pid.value }, ProcessStarted { {}, StartedBy::Launch } });
        }
        run.tellUntil(events);
        cursor.setLog(&log);
        while (cursor.advance()) { }
        panel = std::make_unique<CallsPanel>(ViewContext { cursor, selection, look });
        panel->resize(900, 500);
        panel->show();
        lookAtAll();
    }
    void lookAtAll()
    {
        do
            QApplication::processEvents();
        while (panel->model().looking());
    }
};

// As the person sees it: from the change until rows of it are painted.
double firstRows(Shown& shown, const QString& text, int wanted)
{
    const std::int64_t from = threadTime();
    shown.panel->findChild<QLineEdit*>()->setText(text);
    shown.panel->findChild<QComboBox*>(QStringLiteral("wanted"))->setCurrentIndex(wanted);
    do
        QApplication::processEvents();
    while (shown.panel->model().rowCount() == 0 && shown.panel->model().looking());
    shown.panel->grab();
    const double took = ms(threadTime() - from);
    shown.lookAtAll();
    return took;
}

double wholeSearch(Shown& shown, const QString& text)
{
    const std::int64_t from = threadTime();
    shown.panel->findChild<QLineEdit*>()->setText(text);
    shown.lookAtAll();
    return ms(threadTime() - from);
}

// What has come since the last frame, and the picture of it.
std::vector<double> frames(Shown& shown, int times)
{
    std::vector<double> all;
    for (int i = 0; i < times; ++i) {
        shown.run.tellUntil(shown.log.size() + 800);
        while (shown.cursor.end() < shown.log.size()) {
            const std::int64_t from = threadTime();
            shown.cursor.advance();
            shown.panel->grab();
            all.push_back(ms(threadTime() - from));
        }
    }
    return all;
}

} // namespace

int main(int argc, char** argv)
{
    const int times = argc > 1 ? std::atoi(argv[1]) : 100;
    const QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    Shown few(kFew);
    Shown many(kMany);
    std::vector<double> first;
    std::vector<double> whole;
    for (int i = 0; i < std::max(times / 10, 3); ++i) {
        for (const CallsWanted wanted :
            { CallsWanted::Transfers, CallsWanted::Signals, CallsWanted::Processes })
            first.push_back(firstRows(many, {}, static_cast<int>(wanted)));
        first.push_back(firstRows(many, QStringLiteral("line %1").arg(i + 7), 0));
        first.push_back(firstRows(many, QStringLiteral("sigterm"), 0));
        whole.push_back(wholeSearch(many, QStringLiteral("no such text %1").arg(i)));
        firstRows(many, {}, 0);
    }
    bool good
        = print({ "calls: filter, first rows of a million events", "ms", first, kFirstResults });
    print({ "    a text that nothing has: all of it looked at", "ms", whole, {} });
    const std::vector<double> small = frames(few, times);
    const std::vector<double> large = frames(many, times);
    print({ "calls: a frame at ten thousand events", "ms", small, kFrame });
    good = print({ "calls: a frame at a million events", "ms", large, kFrame }) && good;
    const double ratio = median(large) / median(small);
    good = print({ "    that in relation to ten thousand", "", { ratio }, kRatio }) && good;
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
