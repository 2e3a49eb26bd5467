// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the program costs when nothing happens: the share of one processor that all its threads
// take, in a real window: the catalog, a lab that nobody has run, a deadlock that stays, a crowd
// that sleeps, and what has ended.
#include "app/folders.h"
#include "app/lab_presenter.h"
#include "app/main_window.h"
#include "ipc-core/capture/capture.h"
#include "tests/bench/figures.h"

#include <QApplication>
#include <QTimer>

#include <sys/resource.h>

#include <cstdlib>
#include <functional>
#include <string>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr int kSettles = 12'000; // ms: durations are read in seconds then
constexpr int kASecond = 1'000; // ms
constexpr double kMost = 1; // per cent
constexpr EventIndex kEventsOfALab = 100; // its C programs are built by then, and run

double processorMs() // of all threads of this process, not of its children
{
    rusage used {};
    getrusage(RUSAGE_SELF, &used);
    const auto ms = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_usec) / 1e3;
    };
    return ms(used.ru_utime) + ms(used.ru_stime);
}

void stay(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

bool measure(const std::string& what, int seconds, MainWindow& window)
{
    stay(kSettles);
    std::vector<double> shares;
    for (int i = 0; i < seconds; ++i) {
        const std::int64_t from = now();
        const double had = processorMs();
        stay(kASecond);
        const double passed = static_cast<double>(now() - from) / 1e6;
        shares.push_back((processorMs() - had) * 100 / passed);
    }
    const EventLog* const log = window.cursor().wholeLog();
    const std::string events = log ? ", " + std::to_string(log->size()) + " events" : "";
    return print({ "idle: " + what + events, "% of one", shares, kMost, Figure::Judged::Median });
}

bool waitFor(const std::function<bool()>& fact)
{
    for (int i = 0; i < 1000 && !fact(); ++i)
        stay(10);
    return fact();
}

bool ofCommand(const QString& command, const std::string& what, int seconds, bool ended)
{
    WindowOptions options;
    options.labFolders = labFolders();
    MainWindow window(std::move(options));
    window.show();
    window.openCommand({ command, QStringLiteral("terminal"), QStringLiteral("terminal"), {} });
    const auto there = [&] {
        const EventLog* const log = window.cursor().wholeLog();
        return log && log->size() > 0 && window.presenter().busy() != ended;
    };
    return waitFor(there) && measure(what, seconds, window);
}

bool ofLab(int seconds)
{
    WindowOptions options;
    options.labFolders = labFolders();
    MainWindow window(std::move(options));
    window.show();
    bool good = measure("the catalog", seconds, window);
    window.openLab(QStringLiteral("full-both-ways"));
    good = measure("a lab that nobody has run", seconds, window) && good;
    window.presenter().setSwitch(QStringLiteral("input"), QStringLiteral("200KB"));
    window.presenter().run();
    const auto stands = [&] {
        const EventLog* const log = window.cursor().wholeLog();
        return log && log->size() > kEventsOfALab;
    };
    return waitFor(stands) && measure("a deadlock", seconds, window) && good;
}

} // namespace

int main(int argc, char** argv)
{
    prepareProcess();
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 10;
    const QApplication app(argc, argv);
    bool good = ofLab(seconds);
    good = ofCommand(QStringLiteral("sh -c 'for i in $(seq 40); do sleep 600 & done; wait'"),
               "40 that sleep", seconds, false)
        && good;
    good = ofCommand(QStringLiteral("true"), "one that has ended", seconds, true) && good;
    return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
