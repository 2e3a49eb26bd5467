// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"
#include "views/calls/calls_model.h"
#include "views/calls/calls_panel.h"
#include "views/calls/calls_table.h"
#include "views/map/map_graph.h"
#include "views/map/map_view.h"
#include "views/traffic/bytes_pane.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"
#include "views/traffic/traffic_table.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QMenu>
#include <QMenuBar>
#include <QTabWidget>
#include <QToolTip>
#include <QWindow>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

QMenu* openMenu()
{
    return qobject_cast<QMenu*>(QApplication::activePopupWidget());
}

} // namespace

// Context menus as a person opens them: the window is given the click or the key, and Qt finds whom
// it is for.
class WindowMenusTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRightClickOnACardStopsItsProcess();
    void theMenuKeyOnACardStopsItsProcess();
    void aRightClickOnACallChoosesItsChannel();
    void theMenuKeyOnACallChoosesItsChannel();
    void aRightClickOnBytesOfTheTrafficCopiesThem();
    void theMenuKeyOnBytesOfTheTrafficCopiesThem();
    void theMapIsZoomedFromTheViewMenuAndByItsKeysFromAnywhere();
    void theViewMenuFoldsWhatDescendsFromWhoIsChosen();
    void whatCannotBeDoneSaysWhyInTheMenus();

private:
    void rightClick(const QWidget& on, QPoint place) const;
    void menuKey() const; // for whoever has the focus
    void pickByMouse(const QString& beginning);
    void pickByKeys(const QString& beginning);
    [[nodiscard]] QAction* entry(const QString& beginning) const;
    [[nodiscard]] QMenu& mapMenu() const;
    [[nodiscard]] const Process* cat() const;
    [[nodiscard]] bool catIs(ProcessState state) const { return cat() && cat()->state() == state; }
    void show(QWidget* panel);
    void chooseTheRead();
    void chooseTheBytes();
    [[nodiscard]] BytesPane& bytes() const { return *m_window->findChild<BytesPane*>(); }

    std::unique_ptr<MainWindow> m_window;
};

void WindowMenusTest::init()
{
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, q("en"), false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_window->openCommand({ q("cat"), q("pipe"), q("pipe"), q("/") });
    LabPresenter& presenter = m_window->presenter();
    QTRY_VERIFY_WITH_TIMEOUT(catIs(ProcessState::Waiting), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(
        presenter.session() && !presenter.session()->inputs().isEmpty(), kPatience);
    presenter.send(presenter.session()->inputs().front(), "hello\n");
}

void WindowMenusTest::cleanup()
{
    if (QMenu* const menu = openMenu())
        menu->close();
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

const Process* WindowMenusTest::cat() const
{
    const std::vector<const Process*> found = m_window->cursor().world().named("cat");
    return found.empty() ? nullptr : found.back();
}

void WindowMenusTest::rightClick(const QWidget& on, QPoint place) const
{
    QTest::mouseClick(
        m_window->windowHandle(), Qt::RightButton, {}, on.mapTo(m_window.get(), place));
}

// As the platform hands it on; where the pointer is does not matter.
void WindowMenusTest::menuKey() const
{
    QContextMenuEvent event(
        QContextMenuEvent::Keyboard, QPoint(1, 1), m_window->mapToGlobal(QPoint(1, 1)));
    QApplication::sendEvent(m_window->windowHandle(), &event);
}

QAction* WindowMenusTest::entry(const QString& beginning) const
{
    for (QAction* action : openMenu()->actions()) {
        if (action->isEnabled() && action->text().startsWith(beginning))
            return action;
    }
    return nullptr;
}

QMenu& WindowMenusTest::mapMenu() const
{
    const auto* const closer = m_window->findChild<QAction*>(q("map-closer"));
    for (QObject* const one : closer->associatedObjects()) {
        if (auto* const menu = qobject_cast<QMenu*>(one))
            return *menu;
    }
    qFatal("the map has no menu");
}

void WindowMenusTest::pickByMouse(const QString& beginning)
{
    QTRY_VERIFY(openMenu());
    QMenu& menu = *openMenu();
    QAction* const wanted = entry(beginning);
    QVERIFY2(wanted, qPrintable(beginning));
    QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(wanted).center());
    QTRY_VERIFY(!openMenu());
}

void WindowMenusTest::pickByKeys(const QString& beginning)
{
    QTRY_VERIFY(openMenu());
    QMenu& menu = *openMenu();
    const QAction* const wanted = entry(beginning);
    QVERIFY2(wanted, qPrintable(beginning));
    for (int i = 0; i < menu.actions().size() && menu.activeAction() != wanted; ++i)
        QTest::keyClick(&menu, Qt::Key_Down);
    QCOMPARE(menu.activeAction(), wanted);
    QTest::keyClick(&menu, Qt::Key_Return);
    QTRY_VERIFY(!openMenu());
}

void WindowMenusTest::aRightClickOnACardStopsItsProcess()
{
    auto& map = *m_window->findChild<MapView*>();
    const MapNode card = nodeOf(cat()->pid);
    QTRY_VERIFY(!map.rectOf(card).isEmpty());
    rightClick(map, map.rectOf(card).center());
    QCOMPARE(m_window->selection().pid(), cat()->pid);
    pickByMouse(q("Stop cat"));
    QTRY_VERIFY_WITH_TIMEOUT(catIs(ProcessState::Stopped), kPatience);
    rightClick(map, map.rectOf(card).center());
    pickByMouse(q("Let cat continue"));
    QTRY_VERIFY_WITH_TIMEOUT(catIs(ProcessState::Waiting), kPatience);
}

void WindowMenusTest::theMenuKeyOnACardStopsItsProcess()
{
    auto& map = *m_window->findChild<MapView*>();
    const MapNode card = nodeOf(cat()->pid);
    QTRY_VERIFY(!map.rectOf(card).isEmpty());
    map.setFocus();
    const Person person(*m_window);
    for (int i = 0; i < 20 && map.focusedNode() != card; ++i)
        person.press(Qt::Key_Tab);
    QVERIFY(map.focusedNode() == card);
    menuKey();
    QTRY_VERIFY(openMenu());
    // At the card, not where the pointer is.
    const QRect seen(map.mapToGlobal(map.rectOf(card).topLeft()), map.rectOf(card).size());
    QVERIFY(openMenu()->geometry().intersects(seen));
    pickByKeys(q("Stop cat"));
    QTRY_VERIFY_WITH_TIMEOUT(catIs(ProcessState::Stopped), kPatience);
}

void WindowMenusTest::show(QWidget* panel)
{
    m_window->findChild<QTabWidget*>(q("panels"))->setCurrentWidget(panel);
    QTRY_VERIFY(panel->isVisible());
}

// That which waits for what is typed.
void WindowMenusTest::chooseTheRead()
{
    auto& panel = *m_window->findChild<CallsPanel*>();
    show(&panel);
    CallsModel& model = panel.model();
    const auto isRead = [&](int row) { return model.line(row).contains(q("read(0")); };
    const auto found = [&] {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (isRead(row))
                return row;
        }
        return -1;
    };
    QTRY_VERIFY_WITH_TIMEOUT(found() >= 0, kPatience);
    auto& table = *panel.findChild<CallsTable*>();
    table.setCurrentIndex(model.index(found(), CallsModel::What));
    table.setFocus();
}

void WindowMenusTest::aRightClickOnACallChoosesItsChannel()
{
    chooseTheRead();
    auto& table = *m_window->findChild<CallsTable*>();
    const ChannelId in = m_window->cursor().world().descriptor(cat()->pid, 0)->channel;
    QVERIFY(m_window->selection().channel() != in);
    QVERIFY(Person::waitForEntry(table, table.currentIndex()));
    rightClick(*table.viewport(), table.visualRect(table.currentIndex()).center());
    pickByMouse(q("Choose "));
    QCOMPARE(m_window->selection().channel(), in);
}

void WindowMenusTest::theMenuKeyOnACallChoosesItsChannel()
{
    chooseTheRead();
    const ChannelId in = m_window->cursor().world().descriptor(cat()->pid, 0)->channel;
    QVERIFY(m_window->selection().channel() != in);
    menuKey();
    pickByKeys(q("Choose "));
    QCOMPARE(m_window->selection().channel(), in);
}

void WindowMenusTest::chooseTheBytes()
{
    auto& panel = *m_window->findChild<TrafficPanel*>();
    show(&panel);
    auto& table = *panel.findChild<TrafficTable*>();
    // Not that they were typed, which is told before they are written.
    const auto& model = static_cast<const TrafficModel&>(*table.model());
    const auto found = [&] {
        int row = model.rowCount() - 1;
        while (row >= 0 && model.bytesAt(row) != "hello\n")
            --row;
        return row;
    };
    QTRY_VERIFY_WITH_TIMEOUT(found() >= 0, kPatience);
    const QModelIndex last = model.index(found(), 0);
    QVERIFY(Person::clickEntry(table, last));
    QTRY_VERIFY(bytes().isVisible() && bytes().toPlainText().contains(q("hello")));
    QApplication::clipboard()->clear();
}

void WindowMenusTest::aRightClickOnBytesOfTheTrafficCopiesThem()
{
    chooseTheBytes();
    rightClick(*bytes().viewport(), QPoint(20, 10));
    pickByMouse(q("Select &all"));
    rightClick(*bytes().viewport(), QPoint(20, 10));
    pickByMouse(q("Copy as &text"));
    QCOMPARE(QApplication::clipboard()->text(), q("hello\n"));
}

void WindowMenusTest::theMenuKeyOnBytesOfTheTrafficCopiesThem()
{
    chooseTheBytes();
    bytes().setFocus();
    menuKey();
    pickByKeys(q("Select &all"));
    menuKey();
    pickByKeys(q("Copy as &text"));
    QCOMPARE(QApplication::clipboard()->text(), q("hello\n"));
}

void WindowMenusTest::theMapIsZoomedFromTheViewMenuAndByItsKeysFromAnywhere()
{
    const auto& map = *m_window->findChild<MapView*>();
    show(m_window->findChild<TrafficPanel*>());
    m_window->findChild<TrafficPanel*>()->setFocus();
    const auto scale = [&] { return map.transform().m11(); };
    const qreal whole = scale();
    const auto press = [this](Qt::Key key, Qt::KeyboardModifiers more = {}) {
        QTest::keyClick(m_window.get(), key, Qt::ControlModifier | more);
    };
    press(Qt::Key_Plus);
    press(Qt::Key_Plus);
    QVERIFY(scale() > whole * 1.4);
    press(Qt::Key_Minus);
    QVERIFY(scale() < whole * 1.4);
    press(Qt::Key_0, Qt::AltModifier);
    QCOMPARE(scale(), 1.0);
    press(Qt::Key_Plus);
    press(Qt::Key_0);
    QCOMPARE(scale(), whole);

    QStringList words;
    for (const QAction* const one : mapMenu().actions())
        words += one->text().remove(u'&');
    for (const char* const word :
        { "Closer", "Further", "All of it", "Real size (100 %)", "Find a process…", "Place anew" })
        QVERIFY2(words.contains(q(word)), word);
}

void WindowMenusTest::theViewMenuFoldsWhatDescendsFromWhoIsChosen()
{
    m_window->openCommand({ q("sh -c 'cat; true'"), q("pipe"), q("pipe"), q("/") });
    QTRY_VERIFY_WITH_TIMEOUT(catIs(ProcessState::Waiting), kPatience);
    const auto& map = *m_window->findChild<MapView*>();
    const Pid shell = cat()->parent;
    QTRY_VERIFY(!map.rectOf(nodeOf(cat()->pid)).isEmpty());
    m_window->selection().choose(shell);
    const auto act = [this](const char* name) {
        mapMenu().popup(m_window->mapToGlobal(QPoint(100, 100)));
        QAction* const action = m_window->findChild<QAction*>(QLatin1String(name));
        const bool enabled = action->isEnabled();
        action->trigger();
        mapMenu().close();
        return enabled;
    };
    QVERIFY(!act("map-unfold"));
    QVERIFY(act("map-fold"));
    QTRY_VERIFY(map.rectOf(nodeOf(cat()->pid)).isEmpty());
    QVERIFY(!act("map-fold"));
    QVERIFY(act("map-unfold"));
    QTRY_VERIFY(!map.rectOf(nodeOf(cat()->pid)).isEmpty());
}

void WindowMenusTest::whatCannotBeDoneSaysWhyInTheMenus()
{
    const auto silent = [&] {
        QStringList names;
        for (const QAction* const action : m_window->findChildren<QAction*>()) {
            const QAction plain(action->text());
            if (!action->objectName().isEmpty() && !action->isEnabled()
                && action->toolTip() == plain.toolTip())
                names += action->objectName();
        }
        return names;
    };
    emit mapMenu().aboutToShow();
    QCOMPARE(silent(), QStringList());
    auto* const forget = m_window->findChild<QAction*>(q("forget-progress"));
    QVERIFY(!forget->isEnabled());
    QMenu* const file = m_window->menuBar()->actions().front()->menu();
    file->popup(m_window->mapToGlobal(QPoint(0, 0)));
    const QPoint over = file->actionGeometry(forget).center();
    QHelpEvent asked(QEvent::ToolTip, over, file->mapToGlobal(over));
    QApplication::sendEvent(file, &asked);
    QCOMPARE(QToolTip::text(),
        QStringLiteral("Go to the catalog first: what is open would be noted again"));
    file->close();
    m_window->presenter().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    QCOMPARE(silent(), QStringList());
    m_window->showCatalog();
    QCOMPARE(silent(), QStringList());
    QVERIFY(forget->isEnabled());
}

WINDOW_TEST_MAIN(WindowMenusTest)

#include "window_menus_test.moc"
