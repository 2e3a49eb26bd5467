// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calls/call_filter.h"
#include "views/calls/call_index.h"
#include "views/calls/call_words.h"

#include <QAbstractTableModel>

#include <optional>
#include <vector>

namespace ipclab {

class TimeCursor;

// Every call of the run and what happened besides, as far as the filter wants it: those before the
// moment and those later. Rows are found in portions that keep a frame short, from an anchor on
// both ways, and put into words when they are painted. 12 bytes a row. GUI thread.
class CallsModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { Time, Process, What, Took, ColumnCount };

    explicit CallsModel(const TimeCursor& cursor, QObject* parent = nullptr);

    // Takes what the log has anew and looks further. True: there is more, call again next turn.
    bool follow();
    void forget(); // another log
    // Begins anew with the rows about that event; nothing: with the newest.
    void setFilter(CallFilter filter, std::optional<EventIndex> anchor);
    void setNow(Nanoseconds now); // what waits has waited until then
    void retranslate();

    [[nodiscard]] const CallFilter& filter() const { return m_matcher.filter(); }
    [[nodiscard]] bool looking() const; // not all of the log has been looked at
    [[nodiscard]] int percentLooked() const;
    [[nodiscard]] bool waiting(int row) const; // at the moment
    [[nodiscard]] bool any() const { return m_index.size() > 0; }

    [[nodiscard]] CallRow callAt(int row) const { return m_index[baseAt(row)]; }
    [[nodiscard]] EventIndex eventAt(int row) const { return callAt(row).begin; }
    [[nodiscard]] std::optional<int> rowOf(EventIndex event) const; // if it is among those shown
    [[nodiscard]] std::optional<int> nearestRow(EventIndex event) const; // it, or the last before
    [[nodiscard]] std::optional<int> momentRow() const; // the last by the moment, if that is past
    [[nodiscard]] const CallWords& words(int row) const; // until the next call of any function
    [[nodiscard]] QString line(int row) const; // all of it, to be read aloud or copied

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation, int role) const override;

private:
    [[nodiscard]] std::uint32_t baseAt(int row) const;
    [[nodiscard]] std::size_t placeOf(std::uint32_t base) const; // of the first not before it
    [[nodiscard]] bool isListed(std::uint32_t base) const;
    [[nodiscard]] bool matches(std::uint32_t base) const;
    void look();
    void lookBack(std::vector<std::uint32_t>& found);
    void lookOn(std::vector<std::uint32_t>& found);
    void addBefore(const std::vector<std::uint32_t>& found);
    void addAfter(const std::vector<std::uint32_t>& found);
    void renew(std::uint32_t base);
    void insert(std::uint32_t base);
    void begin(std::optional<EventIndex> anchor);

    const TimeCursor& m_cursor;
    CallIndex m_index;
    CallMatcher m_matcher;
    std::uint32_t m_anchor = 0; // rows of the index
    std::uint32_t m_first = 0; // looked at from here
    std::uint32_t m_next = 0; // to here
    std::vector<std::uint32_t> m_before; // of those before the anchor, the nearest first
    std::vector<std::uint32_t> m_after;
    CallTimes m_times;
    mutable CallWords m_words;
    mutable int m_wordsOf = -1;
};

} // namespace ipclab
