// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/person.h"
#include "tests/app/random_person.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>

#include <algorithm>

// What opens over the window: menus, lists of boxes, sheets and questions.

namespace ipclab::test {

namespace {

constexpr int kMostTries = 12;

bool isAWindowOfItsOwn(const QWidget& widget)
{
    return widget.isVisible() && widget.windowType() != Qt::ToolTip;
}

// Of a tab that has nothing to show yet, what will show it may have the focus.
bool isInVisibleTab(const QWidget& widget)
{
    for (const QWidget* at = &widget; at && at->parentWidget(); at = at->parentWidget()) {
        if (qobject_cast<const QTabWidget*>(at->parentWidget()->parentWidget()))
            return at->isVisible();
    }
    return false;
}

QString inWords(const QWidget* widget)
{
    if (!widget)
        return QStringLiteral("nobody");
    return QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ')
        + widget->objectName() + QLatin1String(widget->isEnabled() ? "" : ", disabled")
        + QLatin1String(widget->isVisible() ? "" : ", hidden");
}

// What is open over the window, the newest first.
QWidget* openedOver(const QWidget& window)
{
    if (QWidget* const popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget* const modal = QApplication::activeModalWidget())
        return modal;
    for (QWidget* const other : QApplication::topLevelWidgets()) {
        if (other != &window && isAWindowOfItsOwn(*other))
            return other;
    }
    return nullptr;
}

} // namespace

void RandomPerson::close()
{
    ++m_closing;
    for (int tries = 0; m_window; ++tries) {
        QApplication::processEvents();
        QWidget* const opened = openedOver(*m_window);
        if (!opened)
            break;
        if (tries > kMostTries) {
            m_trouble = QStringLiteral("Esc does not close ")
                + QLatin1String(opened->metaObject()->className()) + QStringLiteral(" “")
                + opened->windowTitle() + QStringLiteral("”");
            break;
        }
        closeOne(*opened, tries);
    }
    --m_closing;
    if (m_closing == 0 && m_window && !m_window->isActiveWindow()) {
        m_window->activateWindow();
        if (!QTest::qWaitForWindowActive(m_window.get()))
            m_trouble = QStringLiteral("the window does not become active again");
    }
}

// At first by one of its ways, then by Esc.
void RandomPerson::closeOne(QWidget& opened, int tries)
{
    const bool choose = tries == 0 && m_closing < 2 && below(2) == 0;
    if (auto* const menu = qobject_cast<QMenu*>(&opened))
        return closeMenu(*menu, choose);
    std::vector<QAbstractButton*> buttons;
    for (QAbstractButton* button : opened.findChildren<QAbstractButton*>()) {
        if (button->isEnabled() && Person::seen(*button))
            buttons.push_back(button);
    }
    const bool ofFiles = qobject_cast<QFileDialog*>(&opened); // those may go anywhere
    if (choose && !ofFiles && !buttons.empty())
        QTest::mouseClick(oneOf(buttons), Qt::LeftButton);
    else if (choose && buttons.empty() && opened.windowType() == Qt::Popup)
        QTest::keyClick(&opened, Qt::Key_Return);
    else
        QTest::keyClick(opened.focusWidget() && opened.windowType() != Qt::Popup
                ? opened.focusWidget()
                : &opened,
            Qt::Key_Escape);
}

void RandomPerson::closeMenu(QMenu& menu, bool choose)
{
    QList<QAction*> possible;
    for (QAction* action : menu.actions()) {
        if (action->isEnabled() && !action->isSeparator() && action->isVisible()
            && action->objectName() != QStringLiteral("quit"))
            possible.append(action);
    }
    if (!choose || possible.isEmpty()) {
        QTest::keyClick(&menu, Qt::Key_Escape);
        return;
    }
    QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(oneOf(possible)).center());
}

bool RandomPerson::fileDialog(const QString& file)
{
    QFileDialog* dialog = nullptr;
    const auto open = [&] {
        dialog = qobject_cast<QFileDialog*>(QApplication::activeModalWidget());
        return dialog != nullptr;
    };
    if (!QTest::qWaitFor(open))
        return false;
    auto* const field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    field->setFocus();
    field->selectAll();
    QApplication::clipboard()->setText(file); // typed, Qt would list what it could be, later
    QTest::keyClick(field, Qt::Key_V, Qt::ControlModifier);
    QTest::keyClick(field, Qt::Key_Return);
    return true;
}

QString RandomPerson::trouble() const
{
    if (!m_trouble.isEmpty())
        return m_trouble;
    if (!m_window->isVisible())
        return QStringLiteral("the window is gone");
    const QWidget* const focus = QApplication::focusWidget();
    if (!focus)
        return QStringLiteral("the focus is nowhere, the active window %1; the window's was ")
                   .arg(inWords(QApplication::activeWindow()))
            + inWords(m_window->focusWidget());
    if (!(focus->isVisible() || isInVisibleTab(*focus)) || !m_window->isAncestorOf(focus))
        return QStringLiteral("the focus is on what is not seen: ") + inWords(focus)
            + (focus->isVisible()                  ? QStringLiteral(", in another window")
                    : m_window->presenter().open() ? QStringLiteral(", in a lab")
                                                   : QStringLiteral(", in the catalog"));
    return {};
}

} // namespace ipclab::test
