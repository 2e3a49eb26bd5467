// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/person.h"
#include "tests/app/random_person.h"

#include <QAbstractScrollArea>
#include <QComboBox>
#include <QContextMenuEvent>
#include <QFile>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QWheelEvent>

#include <array>

// The mouse, the menus, and what takes several steps.

namespace ipclab::test {

namespace {

constexpr std::array kSizes { QSize(1280, 720), QSize(1024, 640), QSize(1440, 900),
    QSize(1920, 1080), QSize(800, 600), QSize(600, 2000) };
constexpr std::array kViews { "theme-system", "theme-light", "theme-dark", "English", "Español",
    "projector", "high-contrast", "less-motion" };
constexpr int kSessions = 3;
constexpr int kShortWait = 300; // ms: as long as a person looks at most, here

QString at(const QWidget& widget, const QPoint& place)
{
    return QStringLiteral("%1 %2,%3")
        .arg(QLatin1String(widget.metaObject()->className()))
        .arg(place.x())
        .arg(place.y());
}

// Who gets the mouse: of what scrolls, its inside.
QWidget* underMouse(QWidget* widget)
{
    auto* const area = qobject_cast<QAbstractScrollArea*>(widget);
    return area && area->viewport() ? area->viewport() : widget;
}

} // namespace

QString RandomPerson::viewMenu()
{
    const QString name = QString::fromUtf8(oneOf(kViews));
    Person(*m_window).clickMenu(*m_window->menuBar(), name);
    return name;
}

QString RandomPerson::anyMenu()
{
    QMenuBar& bar = *m_window->menuBar();
    QAction* const entry = bar.actions().at(below(static_cast<int>(bar.actions().size())));
    QTest::mouseClick(&bar, Qt::LeftButton, {}, bar.actionGeometry(entry).center());
    return entry->text();
}

QString RandomPerson::chooseInBox()
{
    const auto boxes = [&] {
        std::vector<QComboBox*> found;
        for (QComboBox* box : m_window->findChildren<QComboBox*>()) {
            if (box->isEnabled() && Person::seen(*box))
                found.push_back(box);
        }
        return found;
    }();
    if (boxes.empty())
        return {};
    QComboBox& box = *boxes[static_cast<std::size_t>(below(static_cast<int>(boxes.size())))];
    box.setFocus();
    if (below(2) == 0)
        QTest::mouseClick(&box, Qt::LeftButton); // its list
    else
        QTest::keyClick(&box, below(2) == 0 ? Qt::Key_Down : Qt::Key_Up);
    return box.objectName() + QLatin1Char(' ') + box.accessibleName();
}

QString RandomPerson::mouse()
{
    const QPoint inWindow(below(m_window->width()), below(m_window->height()));
    QWidget* widget = m_window->childAt(inWindow);
    if (!widget)
        return {};
    widget = underMouse(widget);
    const QPoint place = widget->mapFrom(m_window.get(), inWindow);
    const QString where = at(*widget, place);
    const int kind = below(6);
    if (kind == 0) {
        QTest::mouseClick(widget, Qt::LeftButton, {}, place);
        return QStringLiteral("click ") + where;
    }
    if (kind == 1) {
        QTest::mouseDClick(widget, Qt::LeftButton, {}, place);
        return QStringLiteral("double click ") + where;
    }
    if (kind == 2) {
        QTest::mouseMove(widget, place);
        return QStringLiteral("hover ") + where;
    }
    if (kind == 3) {
        const QPointer<QWidget> dragged(widget);
        const QPoint to(place.x() + below(200) - 100, place.y() + below(200) - 100);
        QTest::mousePress(widget, Qt::LeftButton, {}, place);
        for (int i = 1; i <= 3 && dragged; ++i)
            QTest::mouseMove(widget, place + (to - place) * i / 3);
        if (dragged)
            QTest::mouseRelease(widget, Qt::LeftButton, {}, to);
        return QStringLiteral("drag ") + where;
    }
    const Qt::KeyboardModifiers modifiers
        = kind == 4 ? Qt::KeyboardModifiers(Qt::ControlModifier) : Qt::KeyboardModifiers();
    const int turns = 1 + below(5);
    const int way = below(2) == 0 ? 120 : -120;
    for (int i = 0; i < turns; ++i) {
        QWheelEvent event(place, widget->mapToGlobal(place), {}, { 0, way }, Qt::NoButton,
            modifiers, Qt::NoScrollPhase, false);
        QApplication::sendEvent(widget, &event);
    }
    return QStringLiteral("wheel ") + where;
}

QString RandomPerson::contextMenu()
{
    const bool byKey = below(3) == 0;
    const QPoint inWindow(below(m_window->width()), below(m_window->height()));
    QWidget* widget = byKey ? QApplication::focusWidget() : m_window->childAt(inWindow);
    if (!widget)
        return {};
    const QPoint place
        = byKey ? widget->rect().center() : widget->mapFrom(m_window.get(), inWindow);
    const QString where = at(*widget, place);
    if (!byKey) // what is under it is chosen first, as by the right button
        QTest::mouseClick(widget, Qt::RightButton, {}, place);
    QContextMenuEvent event(byKey ? QContextMenuEvent::Keyboard : QContextMenuEvent::Mouse, place,
        widget->mapToGlobal(place));
    QApplication::sendEvent(widget, &event);
    return where;
}

QString RandomPerson::saveSession()
{
    const LabPresenter& presenter = m_window->presenter();
    if (!presenter.open())
        return {};
    const QString file = path(below(kSessions));
    QFile::remove(file); // else it asks
    key(Qt::Key_S, Qt::ControlModifier);
    return fileDialog(file) ? file : QStringLiteral("no dialog");
}

QString RandomPerson::openSession()
{
    const QString file = path(below(kSessions));
    if (!QFile::exists(file))
        return {};
    key(Qt::Key_O, Qt::ControlModifier);
    return fileDialog(file) ? file : QStringLiteral("no dialog");
}

QString RandomPerson::resize()
{
    const QSize size = oneOf(kSizes);
    m_window->resize(size);
    return QStringLiteral("%1×%2").arg(size.width()).arg(size.height());
}

QString RandomPerson::editCode()
{
    for (QPlainTextEdit* text : m_window->findChildren<QPlainTextEdit*>()) {
        if (!text->isEnabled() || text->isReadOnly() || !Person::seen(*text))
            continue;
        text->setFocus();
        QTest::keyClick(text, below(2) == 0 ? Qt::Key_Home : Qt::Key_End, Qt::ControlModifier);
        QTest::keyClicks(text, QStringLiteral("# again "));
        QTest::keyClick(text, Qt::Key_Return);
        if (below(2) == 0)
            QTest::keyClick(text, Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(text, Qt::Key_Escape);
        return text->objectName();
    }
    return {};
}

// The programs get somewhere meanwhile.
QString RandomPerson::letHappen()
{
    const EventIndex before = m_window->cursor().end();
    const bool more
        = QTest::qWaitFor([&] { return m_window->cursor().end() >= before + 30; }, kShortWait);
    return more ? QStringLiteral("more happened") : QStringLiteral("for a moment");
}

QString RandomPerson::startAgain()
{
    closeWindow();
    openWindow();
    return QStringLiteral("the window");
}

} // namespace ipclab::test
