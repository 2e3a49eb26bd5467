// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/ignored_signals.h"
#include "views/traffic/kept_bytes.h"
#include "views/traffic/traffic_row.h"

#include <QAbstractTableModel>

#include <deque>
#include <optional>
#include <vector>

namespace ipclab {

class TimeCursor;

// What moved, and what came of signals and processes, up to the cursor's moment: the newest
// `kMostRows`, older ones counted. Rows point into the log and are put into words when they are
// painted. GUI thread.
class TrafficModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Process, Call, Channel, Size, Bytes, ColumnCount };
    enum Role { RemarkRole = Qt::UserRole, BytesRole };

    static constexpr std::size_t kMostRows = 20'000;
    // Looking at so many events takes a few milliseconds; the rest waits for the next turn.
    static constexpr EventIndex kMostPerTurn = 50'000;

    explicit TrafficModel(const TimeCursor& cursor, QObject* parent = nullptr);

    // Comes closer to the cursor's moment. True: it is not there yet, call again next turn.
    bool follow();
    void forget(); // another log
    void setFilter(ChannelId channel, bool fileReads); // channel 0: all channels
    void setShown(BytesShown shown);

    [[nodiscard]] BytesShown shown() const { return m_shown; }
    [[nodiscard]] std::uint64_t olderRows() const { return m_older; }
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
    static std::size_t indexOf(int row) { return static_cast<std::size_t>(row); }
    [[nodiscard]] bool wanted(const TrafficRow& row) const;
    [[nodiscard]] bool isTold(const TrafficRow& row) const;
    void take(EventIndex index, std::vector<TrafficRow>& rows);
    void add(std::vector<TrafficRow> rows);
    void dropOldest(std::size_t count);
    void showUpTo(EventIndex moment);
    [[nodiscard]] std::size_t countUpTo(EventIndex moment) const;
    void repaintAll();

    const TimeCursor& m_cursor;
    KeptBytes m_kept;
    IgnoredSignals m_ignored;
    std::deque<TrafficRow> m_rows; // the first m_visible of them are the model's
    std::size_t m_visible = 0; // the others are later than the moment
    EventIndex m_scanned = 0; // events looked at
    std::uint64_t m_older = 0;
    ChannelId m_channel;
    bool m_fileReads = false;
    BytesShown m_shown = BytesShown::Text;
};

} // namespace ipclab
