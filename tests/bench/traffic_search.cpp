// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_search.h"
#include "tests/bench/figures.h"
#include "tests/bench/typical_run.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/view_context.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"

#include <QApplication>
#include <QComboBox>
#include <QLineEdit>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <random>

namespace {

using namespace ipclab;
using namespace ipclab::bench;

constexpr EventIndex kEvents = 1'000'000;
constexpr EventIndex kLines = 45'000; // of a writer; each has a number, by tens
constexpr double kFirstResults = 100; // ms

double ms(std::int64_t nanoseconds)
{
    return static_cast<double>(nanoseconds) / 1e6;
}

// A panel on a run of a million events, all of its rows taken.
class Shown {
public:
    Shown()
    {
        TypicalRun(m_log).tellUntil(kEvents);
        m_cursor.setLog(&m_log);
        while (m_cursor.advance()) { }
        m_panel.resize(900, 500);
        m_panel.show();
        waitUntil([this] { return m_panel.model().isComplete(); });
        m_search.open();
    }

    // As the person sees it: from Enter until the row is painted, or it is said that none has it.
    double find(const QString& text)
    {
        m_panel.findChild<QLineEdit*>()->setText(text);
        return took([this] { m_search.find(-1); }, [this] { return !m_search.looking(); });
    }

    // Until the first rows of that channel are painted.
    double follow(int entry)
    {
        auto& channels = *m_panel.findChild<QComboBox*>();
        return took([&] { channels.setCurrentIndex(entry); },
            [this] { return m_panel.model().rowCount() > 0; });
    }
    void rest()
    {
        waitUntil([this] { return m_panel.model().isComplete(); });
    }

private:
    static void waitUntil(const std::function<bool()>& done)
    {
        do
            QApplication::processEvents();
        while (!done());
    }
    double took(const std::function<void()>& begin, const std::function<bool()>& done)
    {
        const std::int64_t from = threadTime();
        begin();
        waitUntil(done);
        m_panel.grab();
        return ms(threadTime() - from);
    }

    EventLog m_log;
    TimeCursor m_cursor;
    Selection m_selection;
    Look m_look;
    TrafficPanel m_panel { ViewContext { m_cursor, m_selection, m_look } };
    TrafficSearch& m_search = *m_panel.findChild<TrafficSearch*>();
};

} // namespace

// traffic_search TIMES
int main(int argc, char** argv)
{
    const int times = argc > 1 ? std::atoi(argv[1]) : 20;
    const QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    Shown shown;
    std::mt19937 dice(7); // the same each time
    std::uniform_int_distribution<EventIndex> anywhere(0, kLines - 1);
    std::vector<double> common;
    std::vector<double> one;
    std::vector<double> none;
    std::vector<double> filtered;
    for (int i = 0; i < times; ++i) {
        for (const char* const text : { "sigterm", "read(3)", "sort", "the writer 1" })
            common.push_back(shown.find(QString::fromLatin1(text)));
        // Few rows have it, wherever in the log.
        one.push_back(shown.find(QStringLiteral("line %1 of").arg(10 * anywhere(dice))));
    }
    for (int i = 0; i < std::max(times / 5, 3); ++i) {
        none.push_back(shown.find(QStringLiteral("no such text %1").arg(i)));
        for (const int entry : { 2, 3, 1, 0 }) {
            filtered.push_back(shown.follow(entry));
            shown.rest();
        }
    }
    bool good = print({ "traffic: search, a text that many rows of a million events have", "ms",
        common, kFirstResults });
    good = print({ "    a text that a few have, wherever they are", "ms", one, kFirstResults })
        && good;
    print({ "    a text that nothing has: all of it looked at", "ms", none, {} });
    return print({ "traffic: another channel, its first rows", "ms", filtered, kFirstResults })
            && good
        ? EXIT_SUCCESS
        : EXIT_FAILURE;
}
