// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/ignored_signals.h"
#include "views/traffic/kept_bytes.h"
#include "views/traffic/row_choice.h"
#include "views/traffic/traffic_row.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>

namespace ipclab {

class TimeCursor;

// What moved, and what came of signals and processes, up to the cursor's moment: the newest
// `kMostRows`, older ones counted. Each event of the log is looked at once, as the log grows; from
// then on any moment is as quick to show as any other. Rows point into the log and are put into
// words when they are painted. GUI thread.
class TrafficModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Process, Call, Channel, Size, Bytes, ColumnCount };
    enum Role { RemarkRole = Qt::UserRole, BytesRole };

    static constexpr std::size_t kMostRows = 20'000;
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

    [[nodiscard]] BytesShown shown() const { return m_shown; }
    [[nodiscard]] std::uint64_t olderRows() const { return m_first; }
    [[nodiscard]] TrafficKind kindAt(int row) const { return m_rows[indexOf(row)].kind; }
    [[nodiscard]] std::optional<int> rowOf(EventIndex event) const; // among those shown
    [[nodiscard]] EventIndex eventAt(int row) const { return m_rows[indexOf(row)].index; }
    [[nodiscard]] std::string_view bytesAt(int row) const;
    [[nodiscard]] RowWords words(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

private:
    struct Window { // rows of all
        std::size_t first = 0;
        std::size_t last = 0; // behind it
    };

    [[nodiscard]] std::size_t indexOf(int row) const
    {
        return m_first + static_cast<std::size_t>(row);
    }
    void take(EventIndex index);
    [[nodiscard]] Window windowAt(EventIndex moment) const;
    void show(const Window& window);
    void removeOutside(const Window& window);
    void insertUpTo(const Window& window);
    [[nodiscard]] std::size_t countUpTo(EventIndex moment) const;
    void repaintAll();

    const TimeCursor& m_cursor;
    KeptBytes m_kept;
    IgnoredSignals m_ignored;
    RowChoice m_choice;
    std::deque<TrafficRow> m_rows; // of all that was looked at
    std::size_t m_first = 0; // of them the model's rows: from here
    std::size_t m_last = 0; // to here, this one not
    EventIndex m_scanned = 0; // events looked at
    BytesShown m_shown = BytesShown::Text;
};

} // namespace ipclab
