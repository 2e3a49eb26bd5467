// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/focus_keeper.h"

#include <QAbstractButton>
#include <QApplication>
#include <QKeyEvent>
#include <QWidget>

namespace ipclab {

namespace {

bool takesKeys(const QWidget& widget)
{
    return widget.isVisible() && widget.isEnabled()
        && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

// The first in it, in the order of Tab; or itself.
QWidget* firstIn(QWidget& place)
{
    if (takesKeys(place))
        return &place;
    for (QWidget* one = place.nextInFocusChain(); one && one != &place;
         one = one->nextInFocusChain()) {
        if (place.isAncestorOf(one) && takesKeys(*one))
            return one;
    }
    return nullptr;
}

bool isEnter(const QEvent& event)
{
    if (event.type() != QEvent::KeyPress)
        return false;
    const int key = static_cast<const QKeyEvent&>(event).key();
    return key == Qt::Key_Return || key == Qt::Key_Enter;
}

} // namespace

FocusKeeper::FocusKeeper(QWidget& window)
    : QObject(&window)
    , m_window(window)
{
    m_look.setSingleShot(true);
    connect(&m_look, &QTimer::timeout, this, &FocusKeeper::find);
    connect(qApp, &QApplication::focusChanged, this, &FocusKeeper::noteLoss);
    window.installEventFilter(this);
}

// Only what the button itself, and all it stands in, had no use for comes up to the window.
bool FocusKeeper::eventFilter(QObject* watched, QEvent* event)
{
    auto* const button = isEnter(*event) && !static_cast<QKeyEvent*>(event)->isAutoRepeat()
        ? qobject_cast<QAbstractButton*>(m_window.focusWidget())
        : nullptr;
    if (!button || !button->isEnabled())
        return QObject::eventFilter(watched, event);
    button->click(); // may take the button away, and all
    return true;
}

void FocusKeeper::noteLoss(const QWidget* old, const QWidget* now)
{
    if (now || !old)
        return;
    m_ofSheet = old->window()->parentWidget() == &m_window;
    if (m_ofSheet)
        m_sheet = old->window();
    else if (m_window.isAncestorOf(old))
        m_place = old->parentWidget();
    else
        return;
    m_look.start(0);
}

// Not while another window has the keys, or a menu.
void FocusKeeper::find()
{
    const bool closed = m_ofSheet && (!m_sheet || !m_sheet->isVisible());
    if (closed && !QApplication::activeWindow())
        m_window.activateWindow();
    if (QApplication::focusWidget() || !m_window.isActiveWindow()
        || QApplication::activePopupWidget())
        return;
    for (QWidget* place = m_place ? m_place.data() : &m_window; place;
         place = place->parentWidget()) {
        QWidget* const next = place->isVisible() ? firstIn(*place) : nullptr;
        if (next)
            return next->setFocus(Qt::OtherFocusReason);
    }
}

} // namespace ipclab
