// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarks_sheet.h"
#include "app/lab_page.h"
#include "app/notice_bar.h"
#include "app/session.h"
#include "app/session_opening.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/capture/watched.h"
#include "views/timebar/density_bar.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_table.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QListWidget>
#include <QTemporaryDir>

#include <sys/file.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

} // namespace

// Time in the window, by keys: other moments, the way of a byte, and notes that stay.
class WindowTimeTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void keysGoFromEventToEventWhereverTheFocusIs();
    void keysGoToTheEventsOfWhatIsSelected();
    void keysGoToTheEventsOfAChannel();
    void keysGoToTheFindings();
    void whereThereIsNoneFurtherThatIsSaid();
    void whoGoesToTheTimeBarMovesInTimeByTheNextKey();
    void whatWentWrongStaysSaid();
    void aReadByteLeadsToTheWriteAndToThePrintAndBack();
    void aBookmarkOfALiveRunIsInItsSession();
    void aBookmarkInAnOpenedFileIsAppendedToIt();
    void aBookmarkThatCannotBeKeptIsSaid();
    void aDeletedBookmarkComesBackWithUndo();
    void aClickOnTheFlagGoesToTheMoment();

private:
    void run(const QString& command);
    void runToTheEnd(const QString& command);
    QString recorded(); // the session of what ran, in a file of one's own
    void open(const QString& path);
    void note(const QString& words);
    QString notice() const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        m_person->press(key, modifiers);
    }
    const TimeCursor& cursor() const { return m_window->cursor(); }
    LabPresenter& presenter() const { return m_window->presenter(); }
    // The first row that fits, made the current one.
    bool chooseRow(TrafficKind kind, std::string_view bytes);
    TrafficModel& rows() const { return *m_window->findChild<TrafficModel*>(); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowTimeTest::init()
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowTimeTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowTimeTest::run(const QString& command)
{
    m_window->openCommand(
        { command, QStringLiteral("terminal"), QStringLiteral("pipe"), QStringLiteral("/") });
}

void WindowTimeTest::runToTheEnd(const QString& command)
{
    run(command);
    QTRY_VERIFY_WITH_TIMEOUT(cursor().end() > 5 && !presenter().busy(), kPatience);
}

QString WindowTimeTest::recorded()
{
    const QString path = m_folder.filePath(QStringLiteral("run.jsonl"));
    QFile::remove(path);
    presenter().save(path);
    return QTest::qWaitFor([&] { return !presenter().copy().active(); }, kPatience) ? path
                                                                                    : QString();
}

void WindowTimeTest::open(const QString& path)
{
    m_window->openSession(path);
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
}

QString WindowTimeTest::notice() const
{
    for (const NoticeBar* bar : m_window->findChildren<NoticeBar*>()) {
        if (bar->isVisible())
            return bar->message();
    }
    return {};
}

void WindowTimeTest::note(const QString& words)
{
    press(Qt::Key_B, Qt::ControlModifier);
    QInputDialog* dialog = nullptr;
    QTRY_VERIFY(dialog = m_window->findChild<QInputDialog*>());
    auto* const line = dialog->findChild<QLineEdit*>();
    line->selectAll();
    if (words.isEmpty())
        line->clear();
    QTest::keyClicks(line, words);
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<QInputDialog*>());
    m_window->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

bool WindowTimeTest::chooseRow(TrafficKind kind, std::string_view bytes)
{
    auto* const table = m_window->findChild<TrafficTable*>();
    for (int row = 0; row < rows().rowCount(); ++row) {
        if (rows().kindAt(row) != kind || rows().bytesAt(row) != bytes)
            continue;
        table->setCurrentIndex(rows().index(row, 0));
        return true;
    }
    return false;
}

void WindowTimeTest::keysGoFromEventToEventWhereverTheFocusIs()
{
    runToTheEnd(QStringLiteral("/bin/echo said"));
    const EventIndex end = cursor().end();
    auto* const table = m_window->findChild<TrafficTable*>();
    table->setFocus();
    press(Qt::Key_F7);
    QCOMPARE(cursor().moment(), end - 1);
    QVERIFY(!cursor().live());
    press(Qt::Key_F7);
    QCOMPARE(cursor().moment(), end - 2);
    press(Qt::Key_F8);
    QCOMPARE(cursor().moment(), end - 1);
    press(Qt::Key_F8); // the end is now
    QVERIFY(cursor().live());
    press(Qt::Key_F7);
    press(Qt::Key_End, Qt::ControlModifier);
    QVERIFY(cursor().live());
}

void WindowTimeTest::keysGoToTheEventsOfWhatIsSelected()
{
    runToTheEnd(QStringLiteral("/bin/sh -c 'echo one | cat'"));
    const Pid cat = cursor().world().named("cat").front()->pid;
    m_window->selection().choose(cat);
    const EventLog& log = *cursor().wholeLog();
    EventIndex before = cursor().moment();
    for (int i = 0; i < 5; ++i) {
        press(Qt::Key_F7, Qt::ShiftModifier);
        QVERIFY(cursor().moment() < before);
        before = cursor().moment();
        QVERIFY(isAbout(log[before - 1], { cat, {} }));
    }
    press(Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(cursor().moment() > before);
    QVERIFY(isAbout(log[cursor().moment() - 1], { cat, {} }));
}

void WindowTimeTest::keysGoToTheEventsOfAChannel()
{
    runToTheEnd(QStringLiteral("/bin/sh -c 'echo one | cat'"));
    const EventLog& log = *cursor().wholeLog();
    const auto written = all<BytesWritten>(log);
    QVERIFY(!written.empty());
    const ChannelId pipe = written.front().body->channel;
    m_window->selection().choose(pipe);
    const EventSubject subject { {}, pipe };
    const auto between = [&](EventIndex from, EventIndex to) { // moments that are passed over
        for (EventIndex i = from; i < to; ++i) {
            if (isAbout(log[i], subject))
                return true;
        }
        return false;
    };
    EventIndex before = cursor().moment();
    for (int i = 0; i < 3; ++i) {
        press(Qt::Key_F7, Qt::ShiftModifier);
        QVERIFY(cursor().moment() < before);
        QVERIFY(isAbout(log[cursor().moment() - 1], subject));
        QVERIFY(!between(cursor().moment(), before - 1));
        before = cursor().moment();
    }
    press(Qt::Key_F8, Qt::ShiftModifier);
    QVERIFY(cursor().moment() > before);
    QVERIFY(isAbout(log[cursor().moment() - 1], subject));
    QVERIFY(!between(before, cursor().moment() - 1));
}

void WindowTimeTest::keysGoToTheFindings()
{
    open(QStringLiteral(SESSIONS "/endless-dialog.jsonl"));
    const EventLog& log = *cursor().wholeLog();
    const auto began = [&](EventIndex moment) {
        return moment > 0 && std::holds_alternative<FindingBegan>(log[moment - 1].body);
    };
    QVERIFY(!all<FindingBegan>(log).empty());
    const_cast<TimeCursor&>(cursor()).goTo(0);
    press(Qt::Key_F8, Qt::ControlModifier);
    const EventIndex first = cursor().moment();
    QVERIFY(began(first));
    for (EventIndex moment = 1; moment < first; ++moment)
        QVERIFY(!began(moment));
    press(Qt::Key_F8); // beyond it, and back
    QCOMPARE(cursor().moment(), first + 1);
    press(Qt::Key_F7, Qt::ControlModifier);
    QCOMPARE(cursor().moment(), first);
}

void WindowTimeTest::whereThereIsNoneFurtherThatIsSaid()
{
    runToTheEnd(QStringLiteral("/bin/echo said"));
    press(Qt::Key_F8, Qt::ControlModifier);
    QCOMPARE(notice(), QStringLiteral("There is no later finding."));
    press(Qt::Key_F7);
    QCOMPARE(notice(), QString()); // it went somewhere: nothing to say
    press(Qt::Key_F8, Qt::ControlModifier);
    QVERIFY(!notice().isEmpty());
    press(Qt::Key_End, Qt::ControlModifier);
    QCOMPARE(notice(), QString());
}

void WindowTimeTest::whoGoesToTheTimeBarMovesInTimeByTheNextKey()
{
    runToTheEnd(QStringLiteral("/bin/echo said"));
    press(Qt::Key_5, Qt::ControlModifier);
    press(Qt::Key_Home);
    QCOMPARE(cursor().moment(), EventIndex(0));
    press(Qt::Key_Right);
    QCOMPARE(cursor().moment(), EventIndex(1));
    const QString path = recorded();
    m_window->showCatalog();
    open(path); // goes there by itself
    press(Qt::Key_Home);
    QTRY_COMPARE(cursor().moment(), EventIndex(0));
}

void WindowTimeTest::whatWentWrongStaysSaid()
{
    runToTheEnd(QStringLiteral("/bin/echo said"));
    auto* const bar = m_window->findChild<LabPage*>()->findChild<NoticeBar*>();
    const QString wrong = QStringLiteral("Something went wrong");
    bar->show(NoticeBar::Kind::Error, [wrong] { return wrong; });
    press(Qt::Key_F7, Qt::ControlModifier); // there is no earlier finding
    QCOMPARE(notice(), wrong);
    press(Qt::Key_F7);
    QCOMPARE(notice(), wrong);
    bar->dismiss();
    press(Qt::Key_F7, Qt::ControlModifier);
    QVERIFY(!notice().isEmpty());
    bar->show(NoticeBar::Kind::Error, [wrong] { return wrong; }); // instead of that
    press(Qt::Key_F7);
    QCOMPARE(notice(), wrong);
}

void WindowTimeTest::aReadByteLeadsToTheWriteAndToThePrintAndBack()
{
    runToTheEnd(
        QStringLiteral("/bin/sh -c 'PYTHONUNBUFFERED= python3 -c \"import time; print(1234); "
                       "time.sleep(0.3)\" | cat'"));
    QTRY_VERIFY(chooseRow(TrafficKind::Read, "1234\n"));
    const auto current = [&] {
        const QModelIndex row = m_window->findChild<TrafficTable*>()->currentIndex();
        return row.isValid() ? std::optional(rows().kindAt(row.row())) : std::nullopt;
    };
    press(Qt::Key_F6);
    QTRY_COMPARE(current(), std::optional(TrafficKind::Written));
    const EventLog& log = *cursor().wholeLog();
    const EventIndex write = cursor().moment() - 1;
    QVERIFY(std::holds_alternative<BytesWritten>(log[write].body));
    press(Qt::Key_F6, Qt::ShiftModifier);
    QTRY_COMPARE(current(), std::optional(TrafficKind::Kept));
    QVERIFY(cursor().moment() < write);
    QVERIFY(m_person->clickButton(QStringLiteral("otherEnd"))); // and by a click
    QTRY_COMPARE(current(), std::optional(TrafficKind::Written));
    QCOMPARE(cursor().moment(), write + 1);
    press(Qt::Key_F6);
    QTRY_COMPARE(current(), std::optional(TrafficKind::Read));
}

void WindowTimeTest::aBookmarkOfALiveRunIsInItsSession()
{
    run(QStringLiteral("/bin/sh -c 'echo said; read line'"));
    QTRY_VERIFY_WITH_TIMEOUT(cursor().end() > 10, kPatience);
    press(Qt::Key_F7);
    const EventIndex moment = cursor().moment();
    note(QStringLiteral("Here it waits"));
    QTRY_VERIFY_WITH_TIMEOUT(cursor().bookmarks().at(moment), kPatience);
    QCOMPARE(cursor().bookmarks().at(moment)->text, std::string("Here it waits"));
    const QString path = recorded();
    open(path);
    QCOMPARE(cursor().bookmarks().all().size(), std::size_t { 1 });
    QCOMPARE(cursor().bookmarks().at(moment)->text, std::string("Here it waits"));
}

void WindowTimeTest::aBookmarkInAnOpenedFileIsAppendedToIt()
{
    runToTheEnd(QStringLiteral("/bin/echo said"));
    const QString path = recorded();
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray before = file.readAll();
    open(path);
    press(Qt::Key_F7);
    const EventIndex moment = cursor().moment();
    note(QStringLiteral("An <i>end</i>"));
    QTRY_VERIFY(cursor().bookmarks().at(moment));
    file.seek(0);
    const QByteArray after = file.readAll();
    QVERIFY(after.startsWith(before));
    QCOMPARE(after.count('\n'), before.count('\n') + 1);
    open(path);
    QCOMPARE(cursor().bookmarks().at(moment)->text, std::string("An <i>end</i>"));
}

void WindowTimeTest::aBookmarkThatCannotBeKeptIsSaid()
{
    runToTheEnd(QStringLiteral("/bin/echo said"));
    const QString path = recorded();
    open(path);
    QFile other(path); // as another window writes it
    QVERIFY(other.open(QIODevice::ReadWrite));
    QCOMPARE(::flock(other.handle(), LOCK_EX | LOCK_NB), 0);
    note(QStringLiteral("Not now"));
    QVERIFY2(notice().contains(QStringLiteral("another IPC Lab")), qPrintable(notice()));
    QVERIFY(cursor().bookmarks().all().empty());
    other.close();
    QVERIFY(QFile::remove(path));
    note(QStringLiteral("Nowhere"));
    QVERIFY2(notice().contains(QStringLiteral("does not exist")), qPrintable(notice()));
    QVERIFY(cursor().bookmarks().all().empty());
}

void WindowTimeTest::aDeletedBookmarkComesBackWithUndo()
{
    runToTheEnd(QStringLiteral("/bin/echo said"));
    open(recorded());
    press(Qt::Key_F7);
    const EventIndex moment = cursor().moment();
    note(QStringLiteral("Keep me"));
    QTRY_VERIFY(cursor().bookmarks().at(moment));
    press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto* const sheet = m_window->findChild<BookmarksSheet*>();
    QVERIFY(sheet && sheet->isVisible());
    auto* const list = sheet->findChild<QListWidget*>();
    QCOMPARE(list->count(), 1);
    QVERIFY(list->item(0)->text().contains(QStringLiteral("Keep me")));
    QTest::keyClick(list, Qt::Key_Delete);
    QTRY_VERIFY(!cursor().bookmarks().at(moment));
    QCOMPARE(list->count(), 0);
    sheet->close();
    QVERIFY(m_person->clickButton(QStringLiteral("offered")));
    QTRY_VERIFY(cursor().bookmarks().at(moment));
    QCOMPARE(cursor().bookmarks().at(moment)->text, std::string("Keep me"));
}

void WindowTimeTest::aClickOnTheFlagGoesToTheMoment()
{
    runToTheEnd(QStringLiteral("/bin/sh -c 'sleep 0.2; echo said; sleep 0.2'"));
    open(recorded());
    auto* const bar = m_window->findChild<DensityBar*>();
    for (int i = 0; i < 12; ++i)
        press(Qt::Key_F7);
    const EventIndex moment = cursor().moment();
    const Nanoseconds time = cursor().time();
    note(QStringLiteral("There"));
    QTRY_VERIFY(cursor().bookmarks().at(moment));
    press(Qt::Key_End, Qt::ControlModifier);
    QVERIFY(cursor().live());
    QTest::mouseClick(bar, Qt::LeftButton, {}, QPoint(bar->xOf(time), 3));
    QCOMPARE(cursor().moment(), moment);
}

WINDOW_TEST_MAIN(WindowTimeTest)

#include "window_time_test.moc"
