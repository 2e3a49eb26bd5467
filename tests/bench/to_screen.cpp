// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folders.h"
#include "app/main_window.h"
#include "ipc-core/capture/capture.h"
#include "tests/bench/figures.h"
#include "views/traffic/traffic_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QTimer>

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <limits>
#include <string_view>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr double kTwoFrames = 33; // ms at 60 Hz

// When a line of the slow writer was written, as the line itself says, CLOCK_MONOTONIC; nothing if
// the event is none.
std::optional<std::int64_t> writtenAt(const Event& event)
{
    const auto* const written = std::get_if<BytesWritten>(&event.body);
    if (!written || !written->bytes.kept.starts_with("slow "))
        return std::nullopt;
    const std::string_view line = written->bytes.kept;
    const std::string_view time = line.substr(line.find(' ', 5) + 1);
    std::int64_t at = 0;
    const auto read = std::from_chars(time.data(), time.data() + time.size(), at);
    return read.ec == std::errc() ? std::optional(at) : std::nullopt;
}

// Notes when each line of the slow writer has been painted.
class Lines {
public:
    void painted(const LogView& log, EventIndex last)
    {
        const std::int64_t moment = now();
        for (; m_looked <= last && m_looked < log.size(); ++m_looked) {
            const Event& event = log[m_looked];
            const std::optional<std::int64_t> written = writtenAt(event);
            if (!written)
                continue;
            m_channel = std::get<BytesWritten>(event.body).channel;
            m_lines.push_back({ *written, event.at, moment });
        }
    }
    void forget() { m_lines.clear(); }
    [[nodiscard]] ChannelId channel() const { return m_channel; }

    [[nodiscard]] std::vector<double> toLog() const { return times(&Line::logged, true); }
    [[nodiscard]] std::vector<double> toScreen() const { return times(&Line::painted, false); }
    [[nodiscard]] std::vector<double> logToScreen() const
    {
        std::vector<double> all;
        for (const Line& line : m_lines)
            all.push_back(static_cast<double>(line.painted - line.logged - start()) / 1e6);
        return all;
    }

private:
    struct Line {
        std::int64_t written = 0; // CLOCK_MONOTONIC, as the others
        std::int64_t logged = 0; // in the log's own time
        std::int64_t painted = 0;
    };

    // Where the log's time began: no line is logged before it is written, and the quickest is
    // logged some microseconds after.
    [[nodiscard]] std::int64_t start() const
    {
        std::int64_t latest = std::numeric_limits<std::int64_t>::min();
        for (const Line& line : m_lines)
            latest = std::max(latest, line.written - line.logged);
        return latest;
    }
    [[nodiscard]] std::vector<double> times(std::int64_t Line::*moment, bool ofLog) const
    {
        std::vector<double> all;
        for (const Line& line : m_lines)
            all.push_back(
                static_cast<double>(line.*moment + (ofLog ? start() : 0) - line.written) / 1e6);
        return all;
    }

    EventIndex m_looked = 0;
    ChannelId m_channel;
    std::vector<Line> m_lines;
};

void printRate(const LogView& log)
{
    EventIndex lines = 0;
    for (EventIndex i = 0; i < log.size(); ++i) {
        const auto* const written = std::get_if<BytesWritten>(&log[i].body);
        lines += written && written->bytes.kept.starts_with("flood ") ? 1 : 0;
    }
    const double seconds = static_cast<double>(log[log.size() - 1].at) / kSecond;
    printNote(fmt::format("beside {:.0f} lines a second of another child; {:.0f} events a second",
        static_cast<double>(lines) / seconds, static_cast<double>(log.size()) / seconds));
}

// Chooses the channel in the panel as a person does.
void choose(const TrafficPanel& panel, ChannelId channel)
{
    auto* const channels = panel.findChild<QComboBox*>();
    channels->setCurrentIndex(std::max(channels->findData(channel.value), 0));
}

// Runs the two writers in the real window. `chosen`: only the slow one's channel is shown, so that
// its text is what the screen has; else all rows run past.
bool measure(const QString& writers, int seconds, bool chosen)
{
    WindowOptions options;
    options.labFolders = labFolders();
    MainWindow window(std::move(options));
    window.show();
    window.openCommand({ QStringLiteral("%1 %2").arg(writers).arg(seconds),
        QStringLiteral("terminal"), QStringLiteral("terminal"), {} });
    auto* const panel = window.findChild<TrafficPanel*>();
    Lines lines;
    bool chose = !chosen;
    QObject::connect(panel, &TrafficPanel::painted, panel, [&](EventIndex last) {
        lines.painted(LogView(*window.cursor().wholeLog()), last);
        if (chose || !lines.channel())
            return;
        chose = true;
        lines.forget(); // those seen before were in all the rows
        QMetaObject::invokeMethod(
            panel, [&] { choose(*panel, lines.channel()); }, Qt::QueuedConnection);
    });
    QEventLoop loop;
    QObject::connect(&window.presenter(), &LabPresenter::activityChanged, &loop, [&](bool busy) {
        if (!busy)
            loop.quit();
    });
    QTimer::singleShot(seconds * 3000 + 5000, &loop, &QEventLoop::quit);
    loop.exec();

    const std::string shown = chosen ? "its channel chosen" : "all rows";
    const bool good = print(
        { "a child's line: log to screen, " + shown, "ms", lines.logToScreen(), kTwoFrames });
    print({ "    before its write to the log", "ms", lines.toLog(), {} });
    print({ "    before its write to the screen", "ms", lines.toScreen(), {} });
    printRate(LogView(*window.cursor().wholeLog()));
    return good;
}

} // namespace

// to_screen SECONDS TWO_WRITERS
int main(int argc, char** argv)
{
    if (argc != 3)
        return 2;
    prepareProcess();
    const QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    const int seconds = std::atoi(argv[1]);
    const QString writers = QString::fromLocal8Bit(argv[2]);
    const bool text = measure(writers, seconds, true);
    const bool rows = measure(writers, seconds, false);
    return text && rows ? 0 : 1;
}
