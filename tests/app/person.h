// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QButtonGroup>
#include <QMenu>
#include <QMenuBar>
#include <QtTest>

#include <functional>

namespace ipclab::test {

// Someone at the window, with a keyboard or a mouse, who sees only what is visible.
class Person {
public:
    explicit Person(QWidget& window)
        : m_window(window)
    {
    }

    static bool seen(const QWidget& widget)
    {
        return widget.isVisible() && !widget.visibleRegion().isEmpty();
    }

    // The first visible one that fits.
    template <typename Widget>
    [[nodiscard]] Widget* find(const std::function<bool(const Widget&)>& fits) const
    {
        for (Widget* widget : m_window.findChildren<Widget*>()) {
            if (widget->isVisible() && fits(*widget))
                return widget;
        }
        return nullptr;
    }
    // A button by what a screen reader says, or by its text or object name.
    [[nodiscard]] QAbstractButton* button(const QString& name) const
    {
        return find<QAbstractButton>([&](const QAbstractButton& one) {
            return one.accessibleName() == name || one.objectName() == name || one.text() == name;
        });
    }

    // Keyboard.
    static QWidget* focus() { return QApplication::focusWidget(); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) const
    {
        QTest::keyClick(focus() ? focus() : &m_window, key, modifiers);
    }
    // Presses Tab until that has the focus. False: it cannot be reached.
    bool tabTo(const QWidget* wanted) const
    {
        for (int i = 0; wanted && i < 200; ++i) {
            if (focus() == wanted)
                return true;
            press(Qt::Key_Tab);
        }
        return false;
    }
    bool pressButton(const QString& name) const
    {
        // What was just made is shown when the events are through.
        if (!QTest::qWaitFor([&] { return button(name) != nullptr; }))
            return false;
        const QAbstractButton* const wanted = button(name);
        if (wanted->group() ? !arrowTo(*wanted) : !tabTo(wanted))
            return false;
        if (!wanted->isChecked())
            press(Qt::Key_Space);
        return true;
    }
    // Tab reaches one of a group, and the arrows the others.
    bool arrowTo(const QAbstractButton& wanted) const
    {
        const auto inGroup = [&] { return wanted.group()->buttons().contains(focus()); };
        for (int i = 0; !inGroup() && i < 200; ++i)
            press(Qt::Key_Tab);
        for (const Qt::Key key : { Qt::Key_Right, Qt::Key_Left }) {
            for (int i = 0; inGroup() && focus() != &wanted && i < 9; ++i)
                press(key);
        }
        return focus() == &wanted;
    }

    // Mouse.
    bool click(QWidget* widget) const
    {
        if (!widget || !widget->isEnabled() || !seen(*widget))
            return false;
        const QPoint middle = widget->visibleRegion().boundingRect().center();
        QTest::mouseClick(widget, Qt::LeftButton, {}, middle);
        return true;
    }
    bool clickButton(const QString& name) const
    {
        return QTest::qWaitFor([&] { return button(name) && seen(*button(name)); })
            && click(button(name));
    }
    // An entry of a list or a table is no target before that is laid out: it has no place.
    static bool waitForEntry(QAbstractItemView& view, const QModelIndex& index)
    {
        return QTest::qWaitFor([&] {
            view.scrollTo(index);
            const QRect place = view.visualRect(index);
            return !place.isEmpty() && view.viewport()->rect().contains(place.center());
        });
    }
    static bool clickEntry(QAbstractItemView& view, const QModelIndex& index)
    {
        if (!waitForEntry(view, index))
            return false;
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.visualRect(index).center());
        return true;
    }
    bool clickMenu(QMenuBar& bar, const QString& actionName) const
    {
        for (QAction* entry : bar.actions()) {
            for (QAction* action : entry->menu()->actions()) {
                if (action->objectName() != actionName)
                    continue;
                QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.actionGeometry(entry).center());
                if (!entry->menu()->isVisible())
                    return false;
                QTest::mouseClick(entry->menu(), Qt::LeftButton, {},
                    entry->menu()->actionGeometry(action).center());
                return true;
            }
        }
        return false;
    }

private:
    QWidget& m_window;
};

} // namespace ipclab::test
