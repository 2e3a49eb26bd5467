// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/support/bench.h"
#include "views/traffic/bytes_pane.h"
#include "views/traffic/bytes_side.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"
#include "views/traffic/traffic_table.h"

#include <QTextDocument>

#include <string_view>

namespace ipclab::test {

constexpr int kWriter = 21;
constexpr int kReader = 22;

inline QString q(const char* text)
{
    return QString::fromUtf8(text);
}

inline EventIndex last(const Bench& bench)
{
    return bench.log.size() - 1;
}

// A pipe from kWriter, descriptor 4, to kReader, descriptor 3, and what goes through it.
struct Joined : Bench {
    Joined()
    {
        process(0, kWriter, 0, "/bin/ana", { "ana\0", 4 });
        process(0, kReader, 0, "/bin/bea", { "bea\0", 4 });
        pipe(1, 1, kReader, 3, kWriter, 4);
    }
    EventIndex write(std::string_view bytes)
    {
        written(log.size() * kMillisecond, kWriter, 4, 1, bytes);
        return last(*this);
    }
    using Bench::read;
    EventIndex read(std::string_view bytes)
    {
        read(log.size() * kMillisecond, kReader, 3, 1, bytes);
        return last(*this);
    }
};

inline QString plain(const QString& html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText().replace(QChar::Nbsp, u' ');
}

// A panel that has taken all, and is to be seen.
struct ShownTraffic {
    explicit ShownTraffic(Bench& bench)
        : panel(bench.context())
    {
        bench.takeAll();
        panel.resize(900, 300);
        panel.show();
        table = panel.findChild<TrafficTable*>();
        pane = panel.findChild<BytesPane*>();
        box = panel.findChild<BytesSide*>();
    }
    [[nodiscard]] QString remark(EventIndex event) const
    {
        return panel.model().words(*panel.model().rowOf(event)).remark;
    }
    void choose(EventIndex event) const { table->selectRow(*panel.model().rowOf(event)); }
    [[nodiscard]] QString told() const { return plain(box->told()); }
    [[nodiscard]] EventIndex chosen() const
    {
        return panel.model().eventAt(table->currentIndex().row());
    }

    TrafficPanel panel;
    TrafficTable* table;
    BytesPane* pane;
    BytesSide* box;
};

} // namespace ipclab::test
