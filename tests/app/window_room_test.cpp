// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortcuts_sheet.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"
#include "views/catalog/catalog_view.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QSettings>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>
#include <QWindow>

#include <algorithm>
#include <cstdlib>
#include <memory>

using namespace ipclab;
using namespace ipclab::test;

// What the window does for the room it stands in, and what it remembers of it.
class WindowRoomTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void theSystemsTextSizeIsFollowed();
    void aRingFollowsThePointerAndTheMouseGoesThroughIt();
    void theRingIsInWhicheverWindowThePointerIs();
    void theRingIsForTheRoomUnlessOneSaysOtherwise();
    void theCatalogBeginsWhereOneWas();
    void theWindowIsAsItWasLeft();
    void whatATeacherNeedsStandsFirstOnTheSheet();
    void aNoticeThatIsReadChangesWithTheLanguage();
    void theWindowCanBeAsNarrowAsTheTopBarIsInTwoRows();
    void everyTabHasItsWholeNameForTheRoom();
    void whatIsAboveTheTrafficHasRoomBesideEachOther();

private:
    void open(const QString& lab = {}, const QString& language = {});
    QAction* action(const char* name) const;
    QWidget* ring() const { return m_window->findChild<QWidget*>(q("pointerMark")); }
    void point(QWidget& at, const QPoint& place) const; // as the window system tells it

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowRoomTest::init()
{
    QSettings(QSettings::IniFormat, QSettings::UserScope, q("ipclab"), q("ipclab")).clear();
}

void WindowRoomTest::cleanup()
{
    m_person.reset();
    m_window.reset();
    QTRY_COMPARE(livingChildren(), QStringList());
}

void WindowRoomTest::open(const QString& lab, const QString& language)
{
    m_window
        = std::make_unique<MainWindow>(WindowOptions { lab, language, false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

QAction* WindowRoomTest::action(const char* name) const
{
    return m_window->findChild<QAction*>(QLatin1String(name));
}

void WindowRoomTest::point(QWidget& at, const QPoint& place) const
{
    // From elsewhere: where the mouse is already, no move is told.
    QTest::mouseMove(at.window()->windowHandle(), at.mapTo(at.window(), place + QPoint(3, 0)));
    QTest::mouseMove(at.window()->windowHandle(), at.mapTo(at.window(), place));
    QApplication::processEvents();
}

void WindowRoomTest::theSystemsTextSizeIsFollowed()
{
    const QFont usual = QApplication::font();
    open({}, q("en"));
    QCOMPARE(m_window->look().scale(), 1.0);
    QFont large = usual;
    large.setPointSizeF(16.5); // at 96 dots per inch one and a half of the usual
    QApplication::setFont(large);
    QTRY_COMPARE(m_window->look().scale(), 1.5);
    QCOMPARE(m_window->look().body().pixelSize(), 20);
    m_window.reset();
    open({}, q("en")); // and from the start
    QCOMPARE(m_window->look().scale(), 1.5);
    QApplication::setFont(usual);
    QTRY_COMPARE(m_window->look().scale(), 1.0);
}

void WindowRoomTest::everyTabHasItsWholeNameForTheRoom()
{
    open(q("first-pipe"), q("es"));
    m_window->resize(1280, 720);
    const auto* const bar = m_window->findChild<QTabWidget*>(q("panels"))->tabBar();
    const auto tightest = [&] {
        int least = bar->width();
        for (int i = 0; i < bar->count(); ++i)
            least = std::min(least,
                bar->tabRect(i).width() - bar->fontMetrics().horizontalAdvance(bar->tabText(i)));
        return least;
    };
    QTRY_VERIFY(bar->tabRect(bar->count() - 1).right() < bar->width());
    const int atTheDesk = tightest();
    m_window->look().setProjector(true);
    QTRY_VERIFY(bar->tabRect(bar->count() - 1).right() < bar->width()); // no arrows lead to it
    QVERIFY(tightest() > 0);
    m_window->look().setProjector(false);
    QTRY_COMPARE(tightest(), atTheDesk);
}

void WindowRoomTest::whatIsAboveTheTrafficHasRoomBesideEachOther()
{
    open(q("first-pipe"), q("es"));
    m_window->resize(1280, 720);
    m_window->look().setProjector(true);
    auto* const all = m_window->findChild<QToolButton*>(q("showAllTraffic"));
    all->show(); // as when a channel is chosen
    const QWidget* const bar = all->parentWidget();
    QTRY_VERIFY2(bar->width() >= bar->minimumSizeHint().width(),
        qPrintable(
            QStringLiteral("%1 of %2").arg(bar->width()).arg(bar->minimumSizeHint().width())));
    QTRY_VERIFY(all->isVisible() && all->width() >= all->sizeHint().width());
}

void WindowRoomTest::aRingFollowsThePointerAndTheMouseGoesThroughIt()
{
    open({}, q("en"));
    QAbstractButton* const topic = m_person->button(q("topic-pipes"));
    QVERIFY(topic);
    point(*topic, { 5, 5 });
    QVERIFY(!ring()); // at the desk it is not asked for
    action("pointer-ring")->trigger();
    point(*topic, topic->rect().center());
    QVERIFY(ring() && ring()->isVisible());
    const QPoint centre = topic->mapTo(m_window.get(), topic->rect().center());
    QVERIFY(ring()->geometry().contains(centre));
    QVERIFY((ring()->geometry().center() - centre).manhattanLength() <= 2);
    QCOMPARE(m_window->childAt(centre), topic);

    const QImage resting = ring()->grab().toImage();
    QTest::mouseClick(m_window->windowHandle(), Qt::LeftButton, {}, centre);
    QTRY_VERIFY(topic->isChecked()); // what is below was pressed
    QVERIFY(ring()->grab().toImage() != resting); // and that is seen
    QTRY_COMPARE(ring()->grab().toImage(), resting); // for a moment

    point(*m_window, { 300, 300 });
    QVERIFY((ring()->geometry().center() - QPoint(300, 300)).manhattanLength() <= 2);
    action("pointer-ring")->trigger();
    QVERIFY(!ring());
    point(*m_window, { 320, 300 });
    QVERIFY(!ring());
}

void WindowRoomTest::theRingIsInWhicheverWindowThePointerIs()
{
    open({}, q("en"));
    action("pointer-ring")->trigger();
    action("shortcuts")->trigger();
    auto* const sheet = m_window->findChild<ShortcutsSheet*>();
    QTRY_VERIFY(sheet && sheet->isVisible() && sheet->windowHandle()->isExposed());
    point(*m_window, { 300, 300 });
    QCOMPARE(ring()->window(), m_window.get());
    point(*sheet, { 60, 60 });
    QCOMPARE(ring()->window(), sheet);
    QCOMPARE(m_window->findChildren<QWidget*>(q("pointerMark")).size(), 1);
    delete sheet; // with the ring in it
    QVERIFY(!ring());
    point(*m_window, { 300, 300 });
    QCOMPARE(ring()->window(), m_window.get());
}

void WindowRoomTest::theRingIsForTheRoomUnlessOneSaysOtherwise()
{
    open({}, q("en"));
    const auto shown = [this] { return action("pointer-ring")->isChecked(); };
    QVERIFY(!shown());
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QVERIFY(m_window->look().projector() && shown());
    point(*m_window, { 300, 300 });
    QVERIFY(ring());
    const int across = ring()->width();
    QTest::keyClick(m_window.get(), Qt::Key_F12);
    QVERIFY(!shown() && !ring());
    m_window.reset();
    open({}, q("en")); // it is projected still
    QVERIFY(m_window->look().projector() && !shown());
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QTest::keyClick(m_window.get(), Qt::Key_F12);
    QVERIFY(shown());
    point(*m_window, { 310, 300 });
    QVERIFY(ring() && ring()->width() < across);
    QTest::keyClick(m_window.get(), Qt::Key_F11);
    QVERIFY(!shown()); // each has its own
}

void WindowRoomTest::theCatalogBeginsWhereOneWas()
{
    open(q("zombies"), q("en"));
    m_window.reset();
    open({}, q("en"));
    auto* const catalog = m_window->findChild<CatalogView*>();
    QTRY_VERIFY(catalog->focusProxy()->hasFocus());
    m_person->press(Qt::Key_Return);
    QTRY_VERIFY(m_window->presenter().runner());
    QCOMPARE(m_window->presenter().runner()->lab().id, std::string("zombies"));
}

void WindowRoomTest::theWindowIsAsItWasLeft()
{
    open(q("zombies"));
    const auto tabs = [this] { return m_window->findChild<QTabWidget*>(q("panels")); };
    const auto columns = [this] {
        for (QSplitter* one : m_window->findChildren<QSplitter*>())
            if (one->orientation() == Qt::Horizontal && one->count() == 3)
                return one;
        return static_cast<QSplitter*>(nullptr);
    };
    const auto rows = [&] { return qobject_cast<QSplitter*>(columns()->widget(1)); };
    action("theme-dark")->trigger();
    m_window->findChild<QAction*>(q("Español"))->trigger();
    m_window->resize(1180, 690);
    columns()->setSizes({ 260, 590, 330 });
    rows()->setSizes({ 200, 320 });
    tabs()->setCurrentIndex(2);
    QApplication::processEvents();
    m_window->close();
    const QSize size = m_window->size();
    const QList<int> wide = columns()->sizes();
    const QList<int> tall = rows()->sizes();
    m_window.reset();

    open(q("zombies"));
    QApplication::processEvents();
    QVERIFY(m_window->look().dark() && action("theme-dark")->isChecked());
    QVERIFY(m_window->findChild<QAction*>(q("Español"))->isChecked());
    QCOMPARE(action("run")->text(), q("&Ejecutar"));
    QCOMPARE(m_window->size(), size);
    QCOMPARE(columns()->sizes(), wide);
    const auto share
        = [](const QList<int>& sizes) { return 100 * sizes[0] / (sizes[0] + sizes[1]); };
    QVERIFY(std::abs(share(rows()->sizes()) - share(tall)) <= 1); // the bar above may be another
    QCOMPARE(tabs()->currentIndex(), 2);
    m_window->findChild<QAction*>(q("English"))->trigger();
}

void WindowRoomTest::whatATeacherNeedsStandsFirstOnTheSheet()
{
    open({}, q("en"));
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto* const sheet = m_window->findChild<ShortcutsSheet*>();
    QTRY_VERIFY(sheet && sheet->isVisible());
    QStringList words;
    for (const QLabel* const label : sheet->findChildren<QLabel*>())
        words.append(label->text());
    QCOMPARE(words.value(0), q("In the classroom"));
    const qsizetype end = words.indexOf(q("File"));
    for (const char* const key : { "F11", "F10", "F12", "F2", "Ctrl+P", "F7", "F8", "Ctrl+End" }) {
        const qsizetype at = words.indexOf(q(key));
        QVERIFY2(at > 0 && at < end, key);
    }
}

void WindowRoomTest::aNoticeThatIsReadChangesWithTheLanguage()
{
    open(q("no-such-lab"), q("en"));
    QCOMPARE(shownNotice(*m_window), q("There is no lab “no-such-lab”."));
    m_window->findChild<QAction*>(q("Español"))->trigger();
    QTRY_COMPARE(shownNotice(*m_window), q("No existe la práctica «no-such-lab»."));
    const auto words = [] { return NoticeBar::tr("Dismiss"); };
    m_window->findChild<NoticeBar*>()->offer(words, words, [] {});
    QCOMPARE(m_person->button(q("offered"))->text(), q("Cerrar aviso"));
    m_window->findChild<QAction*>(q("English"))->trigger();
    QTRY_COMPARE(m_person->button(q("offered"))->text(), q("Dismiss")); // and what it offers
    QCOMPARE(shownNotice(*m_window), q("Dismiss"));
}

void WindowRoomTest::theWindowCanBeAsNarrowAsTheTopBarIsInTwoRows()
{
    open(q("endless-dialog"), q("en"));
    m_window->resize(1280, 720); // the switches stand in the first row
    QApplication::processEvents();
    m_window->resize(1060, 720);
    QTRY_COMPARE(m_window->width(), 1060);
}

WINDOW_TEST_MAIN(WindowRoomTest)
#include "window_room_test.moc"
