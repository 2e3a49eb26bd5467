// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/support/bench.h"
#include "views/plots/plot_feed.h"
#include "views/plots/plots_panel.h"

#include <QComboBox>
#include <QtTest>

namespace ipclab::test {

inline const LevelSeries* seriesOf(const PlotFeed& feed, Quantity quantity, const PlotKey& key)
{
    const auto found = feed.series(quantity).find(key);
    return found == feed.series(quantity).end() ? nullptr : &found->second;
}

inline PlotKey keyOf(unsigned channel, unsigned run = 1)
{
    PlotKey key;
    key.run = run;
    key.channel = ChannelId { channel };
    return key;
}

// A program that writes into its pipe, again at each start; the second time twice as much.
inline void runTwice(Bench& bench)
{
    for (unsigned run = 1; run <= 2; ++run) {
        const Nanoseconds start = (10 * run - 8) * kSecond;
        const int pid = 100 * static_cast<int>(run);
        bench.add(start, 1, UserAction { "run", {}, {} });
        bench.process(start, pid, 0, "/bin/child.py", std::string_view("child.py\0", 9));
        bench.pipe(start, run, pid, 3, pid, 4);
        for (int i = 1; i <= 4; ++i)
            bench.written(start + i * kSecond, pid, 4, run, std::string(run * 10, 'x'));
        bench.add(start + 5 * kSecond, pid, ProcessExited { 0, {}, false });
    }
}

inline void choose(PlotsPanel& panel, const char* box, int data)
{
    auto* const found = panel.findChild<QComboBox*>(QString::fromLatin1(box));
    QVERIFY(found && found->findData(data) >= 0);
    found->setCurrentIndex(found->findData(data));
}

// Shown, with all that the log has.
inline void showAll(PlotsPanel& panel, Bench& bench, QSize size = { 700, 250 })
{
    panel.resize(size);
    panel.show();
    bench.takeAll();
    QTRY_COMPARE(panel.feed().taken(), bench.log.size());
}

} // namespace ipclab::test
