// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_accessible.h"

#include "views/calls/calls_model.h"
#include "views/calls/calls_table.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <map>

namespace ipclab {

namespace {

// One row, by its place among those in view: what it says is asked anew each time.
class AccessibleCall : public QAccessibleInterface {
public:
    AccessibleCall(CallsTable& table, int place)
        : m_table(table)
        , m_place(place)
    {
    }

    [[nodiscard]] bool isValid() const override { return row() < m_table.model()->rowCount(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* child(int) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface*) const override { return -1; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(&m_table);
    }
    [[nodiscard]] QString text(QAccessible::Text which) const override
    {
        return which == QAccessible::Name && isValid()
            ? index().data(Qt::AccessibleTextRole).toString()
            : QString();
    }
    void setText(QAccessible::Text, const QString&) override { }
    [[nodiscard]] QRect rect() const override
    {
        const QRect row(0, m_table.visualRect(index()).top(), m_table.viewport()->width(),
            m_table.visualRect(index()).height());
        return { m_table.viewport()->mapToGlobal(row.topLeft()), row.size() };
    }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        state.selectable = true;
        state.focusable = true;
        state.selected = m_table.selectionModel()->isRowSelected(row());
        state.focused = m_table.hasFocus() && m_table.currentIndex().row() == row();
        return state;
    }

private:
    [[nodiscard]] int row() const { return m_table.topRow() + m_place; }
    [[nodiscard]] QModelIndex index() const { return m_table.model()->index(row(), 0); }

    CallsTable& m_table;
    const int m_place;
};

class AccessibleCalls : public QAccessibleWidget {
public:
    explicit AccessibleCalls(CallsTable& table)
        : QAccessibleWidget(&table, QAccessible::List)
        , m_table(table)
    {
    }
    ~AccessibleCalls() override
    {
        for (const auto& [place, id] : m_rows)
            QAccessible::deleteAccessibleInterface(id);
    }

    [[nodiscard]] int childCount() const override
    {
        return std::clamp(m_table.model()->rowCount() - m_table.topRow(), 0, m_table.rowsInView());
    }
    [[nodiscard]] QAccessibleInterface* child(int place) const override
    {
        if (place < 0 || place >= childCount())
            return nullptr;
        const auto known = m_rows.find(place);
        if (known != m_rows.end())
            return QAccessible::accessibleInterface(known->second);
        auto* const made = new AccessibleCall(m_table, place);
        m_rows[place] = QAccessible::registerAccessibleInterface(made);
        return made;
    }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* wanted) const override
    {
        for (const auto& [place, id] : m_rows) {
            if (QAccessible::accessibleInterface(id) == wanted)
                return place;
        }
        return -1;
    }
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override
    {
        const QPoint point = m_table.viewport()->mapFromGlobal(QPoint(x, y));
        const QModelIndex index = m_table.indexAt(point);
        return index.isValid() ? child(index.row() - m_table.topRow()) : nullptr;
    }
    [[nodiscard]] QAccessibleInterface* focusChild() const override
    {
        const QModelIndex current = m_table.currentIndex();
        return current.isValid() ? child(current.row() - m_table.topRow()) : nullptr;
    }

private:
    CallsTable& m_table;
    mutable std::map<int, QAccessible::Id> m_rows; // by place, as many as were ever in view
};

QAccessibleInterface* accessibleCalls(const QString&, QObject* object)
{
    auto* const table = qobject_cast<CallsTable*>(object);
    return table ? new AccessibleCalls(*table) : nullptr;
}

} // namespace

void makeCallsAccessible()
{
    static bool once = false;
    if (!once)
        QAccessible::installFactory(accessibleCalls);
    once = true;
}

} // namespace ipclab
