// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/traffic_rows.h"

#include <QAbstractTableModel>

#include <optional>

namespace ipclab {

class TimeCursor;

// What moved, and what came of signals and processes, up to the cursor's moment: the newest
// `kMostRows` or some more, older ones counted. Each event of the log is looked at once, as the log
// grows; from then on any moment is as quick to show as any other. Rows point into the log and are
// put into words when they are painted. GUI thread.
class TrafficModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Process, Call, Channel, Size, Bytes, ColumnCount };

    static constexpr std::size_t kMostRows = 20'000;
    // As time goes on, the oldest go so many at once: it costs a table as much as it has rows.
    static constexpr std::size_t kGoAtOnce = 5'000;
    // Looking at so many events takes a few milliseconds; the rest waits for the next turn.
    static constexpr EventIndex kMostPerTurn = 50'000;

    explicit TrafficModel(const TimeCursor& cursor, QObject* parent = nullptr);

    // Shows the cursor's moment as far as the log was looked at, and looks at more of it. True: not
    // yet at all, call again next turn.
    bool follow();
    [[nodiscard]] bool isComplete() const; // all rows up to the moment are there
    void forget(); // another log
    void setFilter(ChannelId channel, bool fileReads); // channel 0: all channels
    void setShown(BytesShown shown);

    [[nodiscard]] ChannelId followed() const { return m_channel; } // 0: all
    [[nodiscard]] BytesShown shown() const { return m_shown; }
    [[nodiscard]] const TrafficRows& all() const { return m_rows; } // of the whole log
    [[nodiscard]] std::uint64_t olderRows() const { return m_first; }
    [[nodiscard]] TrafficKind kindAt(int row) const { return m_rows[indexOf(row)].kind; }
    [[nodiscard]] std::optional<int> rowOf(EventIndex event) const; // among those shown
    [[nodiscard]] EventIndex eventAt(int row) const { return m_rows[indexOf(row)].index; }
    [[nodiscard]] const TrafficRow& rowAt(int row) const { return m_rows[indexOf(row)]; }
    [[nodiscard]] std::optional<unsigned> processAt(int row) const; // its sign's number
    [[nodiscard]] QString whoAt(int row) const; // "child.py 4712": who has no eyes for signs
    [[nodiscard]] std::string_view bytesAt(int row) const;
    [[nodiscard]] std::uint64_t countAt(int row) const; // those too that were not kept
    [[nodiscard]] RowWords words(int row) const;
    [[nodiscard]] QString bytesWordsAt(int row) const; // of them these alone
    [[nodiscard]] QString remarkAt(int row) const; // and these
    [[nodiscard]] QString line(int row) const; // its cells, tabs between them
    [[nodiscard]] RowSources sources() const; // of the moment

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

signals:
    void forgotten(); // no row of before is one of now

private:
    struct Window { // rows of all
        std::size_t first = 0;
        std::size_t last = 0; // behind it
    };

    [[nodiscard]] std::size_t indexOf(int row) const
    {
        return m_first + static_cast<std::size_t>(row);
    }
    [[nodiscard]] const Event& eventOf(int row) const;
    [[nodiscard]] QString cell(int row, int column) const;
    [[nodiscard]] Window windowAt(EventIndex moment) const;
    void show(const Window& window);
    void removeOutside(const Window& window);
    void insertUpTo(const Window& window);
    void repaintAll();

    const TimeCursor& m_cursor;
    TrafficRows m_rows; // all
    std::size_t m_first = 0; // of them the model's rows: from here
    std::size_t m_last = 0; // to here, this one not
    ChannelId m_channel;
    BytesShown m_shown = BytesShown::Text;
};

} // namespace ipclab
