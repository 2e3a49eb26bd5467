// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "views/calls/call_painter.h"

#include <QAbstractItemView>

#include <optional>

class QHeaderView;

namespace ipclab {

class CallsModel;

// The rows of calls: of one height, so that neither a frame nor a row that comes costs more for all
// the others. Stays at the newest as long as that is in view, and else where it is. GUI thread.
class CallsTable : public QAbstractItemView {
    Q_OBJECT

public:
    static constexpr int kMostCopied = 20'000; // rows

    CallsTable(CallsModel& model, Look& look, QWidget* parent = nullptr);

    [[nodiscard]] bool following() const { return m_following; }
    void setFollowing(bool following);
    void setTitled(bool titled); // the names of the columns are shown
    [[nodiscard]] int topRow() const;
    [[nodiscard]] int rowsInView() const; // whole ones
    [[nodiscard]] bool anyWaitingInView() const;
    [[nodiscard]] QString selectedText() const;
    void copySelection() const;
    void choose(int row); // alone, and in view
    void bringIntoView(int row); // with some before and after it

    [[nodiscard]] QRect visualRect(const QModelIndex& index) const override;
    void scrollTo(const QModelIndex& index, ScrollHint hint = EnsureVisible) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint& point) const override;
    void reset() override;

signals:
    void wanted(int row, bool itsEnd); // to go to that moment
    // The viewport has painted the rows up to that event.
    void painted(ipclab::EventIndex index);

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int horizontalOffset() const override { return 0; }
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex&) const override { return false; }
    void setSelection(const QRect& rect, QItemSelectionModel::SelectionFlags flags) override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection& selection) const override;
    void rowsInserted(const QModelIndex& parent, int first, int last) override;
    void updateGeometries() override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void currentChanged(const QModelIndex& current, const QModelIndex& previous) override;
    bool viewportEvent(QEvent* event) override;

private:
    void applyLook();
    void fitColumns();
    void paintRow(QPainter& painter, const CallPainter& words, int row, bool moment) const;
    [[nodiscard]] CallCells cellsOf(int row) const;
    [[nodiscard]] QRect rectOf(int row) const;
    void noteScroll();

    CallsModel& m_model;
    Look& m_look;
    QHeaderView* m_header;
    int m_rowHeight = 20;
    bool m_following = true;
    bool m_moving = false; // by itself, not by the person
};

} // namespace ipclab
