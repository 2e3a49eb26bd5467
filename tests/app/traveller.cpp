// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/traveller.h"

#include "tests/app/open_window.h"
#include "views/map/map_view.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTabBar>
#include <QTabWidget>

#include <utility>

namespace ipclab::test {

namespace {

QAction* entryOf(const QMenuBar& bar, const QAction& action)
{
    for (QAction* const entry : bar.actions()) {
        if (entry->menu()->actions().contains(&action))
            return entry;
    }
    return nullptr;
}

void pressKeys(QWidget* widget, QKeyCombination keys)
{
    QTest::keyClick(widget, keys.key(), keys.keyboardModifiers());
}

} // namespace

Traveller::Traveller(Hand hand, QString language, bool greeted)
    : m_hand(hand)
    , m_language(std::move(language))
    , m_window(std::make_unique<MainWindow>(
          WindowOptions { {}, {}, false, {}, labFolders(), {}, greeted }))
    , m_person(std::make_unique<Person>(*m_window))
{
    m_window->resize(1280, 720);
    m_window->show();
}

bool Traveller::ready() const
{
    if (!QTest::qWaitForWindowActive(m_window.get()))
        return false;
    const QString name = m_language == QStringLiteral("es") ? QStringLiteral("Español")
                                                            : QStringLiteral("English");
    const auto* const action = m_window->findChild<QAction*>(name);
    // Not by command(), which takes a key where there is one.
    return action
        && (byMouse() ? m_person->clickMenu(*m_window->menuBar(), name) : keyedCommand(*action))
        && soon([&] { return action->isChecked(); }) && back();
}

// Without a window manager nobody gives the window the keys again when a menu is closed.
bool Traveller::back() const
{
    m_window->activateWindow();
    return QTest::qWaitForWindowActive(m_window.get());
}

QString Traveller::words(const char* english, const char* spanish) const
{
    return QString::fromUtf8(m_language == QStringLiteral("es") ? spanish : english);
}

bool Traveller::soon(const std::function<bool()>& isSo) const
{
    return QTest::qWaitFor(isSo, kPatience);
}

// As by the wheel.
bool Traveller::bringIntoView(QWidget* widget) const
{
    for (QWidget* at = widget->parentWidget(); at; at = at->parentWidget()) {
        if (auto* const area = qobject_cast<QScrollArea*>(at))
            area->ensureWidgetVisible(widget);
    }
    return soon([&] { return Person::seen(*widget); });
}

bool Traveller::use(const std::function<QAbstractButton*()>& button)
{
    if (!soon([&] { return button() && button()->isEnabled(); }))
        return false;
    if (byMouse())
        return bringIntoView(button()) && m_person->click(button());
    const QAbstractButton* const wanted = button();
    if (wanted->group() ? !m_person->arrowTo(*wanted) : !m_person->tabTo(wanted)) {
        qWarning() << "no key leads to" << wanted << "from" << Person::focus();
        return false;
    }
    if (!wanted->isCheckable() || !wanted->isChecked())
        m_person->press(Qt::Key_Space);
    return true;
}

bool Traveller::use(const QString& button)
{
    return use([this, button] { return m_person->button(button); });
}

// Opened by its letter, and gone through by the arrows.
bool Traveller::keyedCommand(const QAction& action) const
{
    const QAction* const entry = entryOf(*m_window->menuBar(), action);
    if (!entry)
        return false;
    const QKeySequence letter = QKeySequence::mnemonic(entry->text());
    if (letter.isEmpty())
        return false;
    pressKeys(Person::focus() ? Person::focus() : m_window.get(), letter[0]);
    QMenu* const menu = entry->menu();
    if (!soon([&] { return menu->isVisible(); }))
        return false;
    for (int i = 0; i < 60 && menu->activeAction() != &action; ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QTest::keyClick(menu, menu->activeAction() == &action ? Qt::Key_Return : Qt::Key_Escape);
    return menu->isHidden();
}

bool Traveller::command(const QString& name)
{
    const auto* const action = m_window->findChild<QAction*>(name);
    if (!action || !soon([&] { return action->isEnabled(); }))
        return false;
    if (byMouse())
        return m_person->clickMenu(*m_window->menuBar(), name) && back();
    if (action->shortcut().isEmpty())
        return keyedCommand(*action) && back();
    pressKeys(Person::focus() ? Person::focus() : m_window.get(), action->shortcut()[0]);
    return true;
}

bool Traveller::openLab(const QString& id)
{
    const LabCatalog catalog(labFolders());
    const Lab* const lab = catalog.find(id);
    auto* const list = m_person->find<QListView>(
        [](const QListView& one) { return !one.inherits("QListWidget"); });
    if (!lab || !list)
        return false;
    const QString title = QString::fromStdString(lab->guideIn(m_language.toStdString()).title);
    QModelIndex wanted;
    for (int row = 0; row < list->model()->rowCount() && !wanted.isValid(); ++row) {
        const QModelIndex index = list->model()->index(row, 0);
        if (index.data(Qt::AccessibleTextRole).toString().contains(title))
            wanted = index;
    }
    if (!wanted.isValid())
        return false;
    if (byMouse()) {
        if (!Person::clickEntry(*list, wanted))
            return false;
    } else {
        if (!m_person->tabTo(list))
            return false;
        m_person->press(Qt::Key_Home);
        for (int i = 0; i < list->model()->rowCount() && list->currentIndex() != wanted; ++i)
            m_person->press(Qt::Key_Down);
        m_person->press(Qt::Key_Return);
    }
    return soon([&] { return m_window->presenter().runner() && reads(title); });
}

bool Traveller::type(const std::function<QLineEdit*()>& field, const QString& words)
{
    if (!soon([&] { return field() && field()->isEnabled() && field()->isVisible(); }))
        return false;
    QLineEdit* const line = field();
    if (byMouse() ? !bringIntoView(line) || !m_person->click(line) : !m_person->tabTo(line))
        return false;
    pressKeys(line, QKeyCombination(Qt::CTRL, Qt::Key_A));
    QTest::keyClicks(line, words);
    return line->text() == words;
}

bool Traveller::nameFile(const QString& path)
{
    QFileDialog* dialog = nullptr;
    if (!soon([&] { return (dialog = m_window->findChild<QFileDialog*>()) != nullptr; }))
        return false;
    auto* const field = dialog->findChild<QLineEdit*>(QStringLiteral("fileNameEdit"));
    const QPointer<QFileDialog> open(dialog);
    // It begins where a name is typed.
    if (byMouse())
        QTest::mouseClick(field, Qt::LeftButton);
    else if (dialog->focusWidget() != field)
        return false;
    QApplication::clipboard()->setText(path); // typed, Qt would list what it could be, later
    pressKeys(field, QKeyCombination(Qt::CTRL, Qt::Key_A));
    pressKeys(field, QKeyCombination(Qt::CTRL, Qt::Key_V));
    if (byMouse()) {
        auto* const box = dialog->findChild<QDialogButtonBox*>();
        for (QAbstractButton* button : box->buttons()) {
            if (box->buttonRole(button) == QDialogButtonBox::AcceptRole)
                QTest::mouseClick(button, Qt::LeftButton);
        }
    } else {
        QTest::keyClick(field, Qt::Key_Return);
    }
    return soon([&] { return open.isNull(); }) && back();
}

bool Traveller::goToTab(const QString& name)
{
    auto* const tabs = m_window->findChild<QTabWidget*>(QStringLiteral("panels"));
    const auto named = [&](int at) { return tabs->tabText(at).remove(u'&') == name; };
    if (byMouse()) {
        for (int at = 0; at < tabs->count(); ++at) {
            if (named(at))
                QTest::mouseClick(
                    tabs->tabBar(), Qt::LeftButton, {}, tabs->tabBar()->tabRect(at).center());
        }
    } else {
        if (!command(QStringLiteral("go-tabs")))
            return false;
        for (int i = 0; i < tabs->count() && !named(tabs->currentIndex()); ++i)
            m_person->press(Qt::Key_PageDown, Qt::ControlModifier);
    }
    return named(tabs->currentIndex());
}

bool Traveller::predict(const QString& choice)
{
    return use(choice) && use(words("That is my prediction", "Esta es mi predicción"))
        && soon([&] { return !m_window->presenter().runner()->needsPrediction(); });
}

bool Traveller::reads(const QString& words) const
{
    const auto says = [&](const QString& text) { return text.contains(words); };
    return m_person->find<QLabel>([&](const QLabel& one) { return says(one.text()); })
        || m_person->find<QAbstractButton>([&](const QAbstractButton& one) {
               return says(one.text()) || says(one.accessibleName());
           })
        || m_person->find<QPlainTextEdit>(
            [&](const QPlainTextEdit& one) { return says(one.toPlainText()); })
        || m_person->find<QWidget>([&](const QWidget& one) { return says(one.accessibleName()); });
}

bool Traveller::mapSays(const QString& words) const
{
    const auto* const map = m_person->find<MapView>([](const MapView&) { return true; });
    return map && map->accessibleDescription().contains(words);
}

void addTravellers()
{
    QTest::addColumn<Hand>("hand");
    QTest::addColumn<QString>("language");
    QTest::newRow("mouse, English") << Hand::Mouse << QStringLiteral("en");
    QTest::newRow("keyboard, English") << Hand::Keyboard << QStringLiteral("en");
    QTest::newRow("mouse, Spanish") << Hand::Mouse << QStringLiteral("es");
    QTest::newRow("keyboard, Spanish") << Hand::Keyboard << QStringLiteral("es");
}

} // namespace ipclab::test
