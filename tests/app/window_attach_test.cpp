// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/session_folder.h"
#include "app/session_opening.h"
#include "ipc-core/log/session_file.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/capture/running.h"
#include "tests/words.h"
#include "views/attach/attach_sheet.h"
#include "views/attach/running_model.h"
#include "views/map/map_view.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPushButton>
#include <QTableView>

#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <ranges>
#include <variant>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

} // namespace

// A process that runs already, chosen in the real window, watched, and let go unharmed.
class WindowAttachTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aProcessIsAttachedToByKeyboardShownAndLetGo();
    void aProcessIsAttachedToByMouseAndStopDoesNotEndIt();
    void itsChildrenAreShownToo();
    void theCardsMenuLetsItGo();
    void closingTheWindowLeavesItAlive();
    void whoEndsWhileChosenIsSaidToBeGone();
    void whoIsTracedAlreadyIsRefusedAndWhatWasOpenStays();
    void ourselvesAndWhoStartedUsAreNotOffered();
    void whatWasRecordedSaysThatItWasAttachedTo();
    void theSheetIsArrangedAsItWasAtTheNextStart();

private:
    [[nodiscard]] LabPresenter& presenter() const { return m_window->presenter(); }
    [[nodiscard]] const World& world() const { return m_window->cursor().world(); }
    [[nodiscard]] AttachSheet* sheet() const { return m_window->findChild<AttachSheet*>(); }
    [[nodiscard]] QTableView* table() const { return sheet()->findChild<QTableView*>(); }
    [[nodiscard]] QString note() const
    {
        return sheet()->findChild<QLabel*>(q("attachNote"))->text();
    }
    [[nodiscard]] QPushButton* attachButton() const
    {
        return sheet()->findChild<QPushButton*>(q("attachNow"));
    }
    void openSheet(); // by its key
    void choose(Pid pid); // by what is typed
    void attach(Pid pid);
    [[nodiscard]] bool shows(Pid pid) const;
    [[nodiscard]] bool did(std::string_view what) const; // the person, in this run
    // It was let go, and does what it did.
    static void goesOn(Running& program, const char* words);

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowAttachTest::init()
{
    QDir(sessionsFolder()).removeRecursively();
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, q("en"), false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowAttachTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowAttachTest::theSheetIsArrangedAsItWasAtTheNextStart()
{
    openSheet();
    sheet()->resize(sheet()->width() + 60, sheet()->height() + 40);
    table()->horizontalHeader()->resizeSection(RunningModel::Name, 201);
    const QSize size = sheet()->size();
    QTest::keyClick(sheet(), Qt::Key_Escape);
    QTRY_VERIFY(!sheet()->isVisible());
    m_window.reset();
    init();
    openSheet();
    QTRY_COMPARE(sheet()->size(), size);
    QCOMPARE(table()->columnWidth(RunningModel::Name), 201);
}

void WindowAttachTest::openSheet()
{
    QTest::keyClick(m_window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QVERIFY(sheet());
    QVERIFY(QTest::qWaitForWindowActive(sheet()));
}

void WindowAttachTest::choose(Pid pid)
{
    auto* const search = sheet()->findChild<QLineEdit*>(q("attachSearch"));
    search->clear();
    QTest::keyClicks(search, QString::number(pid.value));
    QTRY_VERIFY2(note().contains(q("(%1)").arg(pid.value)), qPrintable(note()));
}

bool WindowAttachTest::shows(Pid pid) const
{
    const Process* const process = world().process(pid);
    return process && process->alive() && process->by == StartedBy::Attach;
}

bool WindowAttachTest::did(std::string_view what) const
{
    const EventLog& log = *m_window->cursor().wholeLog();
    return std::ranges::any_of(std::views::iota(EventIndex { 0 }, log.size()), [&](EventIndex i) {
        const auto* const action = std::get_if<UserAction>(&log[i].body);
        return action && action->what == what;
    });
}

void WindowAttachTest::attach(Pid pid)
{
    openSheet();
    choose(pid);
    QTest::keyClick(sheet()->findChild<QLineEdit*>(q("attachSearch")), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shows(pid), kPatience);
    QVERIFY(!sheet()->isVisible());
}

void WindowAttachTest::goesOn(Running& program, const char* words)
{
    QTRY_VERIFY(program.state() == 'S');
    program.send(QByteArray(words) + '\n');
    QVERIFY(program.says(QByteArray(words) + '\n'));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0); // by itself, as if nobody had come
}

void WindowAttachTest::aProcessIsAttachedToByKeyboardShownAndLetGo()
{
    Running program({ q("/bin/cat") });
    attach(program.pid());
    QCOMPARE(m_window->windowTitle(), q("attached to cat (%1) — IPC Lab").arg(program.pid().value));
    QVERIFY(presenter().busy());
    const Process& process = *world().process(program.pid());
    QVERIFY(world().descriptor(program.pid(), 0));
    QTRY_VERIFY(
        process.threads.begin()->second.call); // what it waits in was entered before we came
    program.send("seen\n");
    QVERIFY(program.says("seen\n"));
    QTRY_VERIFY(std::ranges::any_of(
        std::views::iota(EventIndex { 0 }, m_window->cursor().end()), [&](EventIndex i) {
            const auto* const written
                = std::get_if<BytesWritten>(&(*m_window->cursor().wholeLog())[i].body);
            return written && written->bytes.kept == "seen\n";
        }));
    // Nobody here can start it again.
    QVERIFY(!m_person->button(q("run"))->isEnabled());
    m_window->activateWindow(); // as a window manager does when the sheet closes
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().busy(), kPatience);
    QTRY_VERIFY2(
        shownNotice(*m_window).contains(q("was let go")), qPrintable(shownNotice(*m_window)));
    QVERIFY(m_window->cursor().endWorld().process(program.pid())->ending->detached);
    QVERIFY(did("attach") && did("detach"));
    QVERIFY(!did("stop")); // nobody was ended
    goesOn(program, "after");
}

void WindowAttachTest::aProcessIsAttachedToByMouseAndStopDoesNotEndIt()
{
    Running program({ q("/bin/cat") });
    QVERIFY(m_person->clickButton(q("attachButton"))); // of the workbench
    QVERIFY(QTest::qWaitForWindowActive(sheet()));
    const auto rowOf = [&] {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (table()->model()->index(row, RunningModel::Number).data().toInt()
                == program.pid().value)
                return row;
        }
        return -1;
    };
    QTRY_VERIFY(rowOf() >= 0);
    const QModelIndex index = table()->model()->index(rowOf(), RunningModel::Command);
    QVERIFY(Person::clickEntry(*table(), index));
    QTRY_VERIFY(attachButton()->isEnabled());
    QTest::mouseClick(attachButton(), Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(shows(program.pid()), kPatience);
    QCOMPARE(m_person->button(q("stop"))->text(), q("Detach"));
    QVERIFY(m_person->clickButton(q("stop")));
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().busy(), kPatience);
    goesOn(program, "alive");
}

void WindowAttachTest::itsChildrenAreShownToo()
{
    Running program({ q("/bin/sh"), q("-c"), q("while read line; do /bin/echo $line; done") });
    attach(program.pid());
    program.send("one\n");
    QVERIFY(program.says("one\n"));
    QTRY_VERIFY_WITH_TIMEOUT(!world().named("echo").empty(), kPatience);
    QVERIFY(m_person->clickButton(q("stop")));
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().busy(), kPatience);
    goesOn(program, "two");
}

void WindowAttachTest::theCardsMenuLetsItGo()
{
    Running program({ q("/bin/cat") });
    attach(program.pid());
    m_window->selection().choose(program.pid());
    auto* const page = m_window->findChild<LabPage*>();
    QMetaObject::invokeMethod(
        page->findChild<MapView*>(), "menuWanted", Q_ARG(QPoint, QPoint(300, 300)));
    QMenu* menu = nullptr;
    QTRY_VERIFY((menu = page->findChild<QMenu*>(q("acts"))) && menu->isVisible());
    const QList<QAction*> actions = menu->actions();
    const auto found = std::ranges::find_if(
        actions, [](const QAction* one) { return one->text().startsWith(q("Let cat go: ")); });
    QVERIFY(found != actions.end());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(*found).center());
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().busy(), kPatience);
    goesOn(program, "alive");
}

void WindowAttachTest::closingTheWindowLeavesItAlive()
{
    Running program({ q("/bin/cat") });
    attach(program.pid());
    QVERIFY(m_window->close());
    m_window.reset();
    goesOn(program, "alive");
}

void WindowAttachTest::whoEndsWhileChosenIsSaidToBeGone()
{
    Running program({ q("/bin/cat") });
    openSheet();
    choose(program.pid());
    program.closeInput();
    QCOMPARE(program.endsWith(), 0);
    QTest::mouseClick(attachButton(), Qt::LeftButton); // the list may not know it yet
    QTRY_VERIFY2(note().contains(q("no such process")) || note().contains(q("not in the list")),
        qPrintable(note()));
    QVERIFY(sheet()->isVisible());
    QVERIFY(!presenter().open());
    QTRY_VERIFY_WITH_TIMEOUT(!attachButton()->isEnabled(), kPatience); // the list knows it
}

void WindowAttachTest::whoIsTracedAlreadyIsRefusedAndWhatWasOpenStays()
{
    Running program({ q("/bin/cat") });
    m_window->openLab(q("first-pipe"));
    QVERIFY(presenter().runner());
    openSheet();
    choose(program.pid());
    QVERIFY(attachButton()->isEnabled());
    EventLog log;
    Capture other(log, {}, [](const LogView&) { return std::vector<Finding> {}; });
    std::atomic<bool> traced = false;
    other.attach(program.pid(), [&](const Result<Pid>& pid) { traced = static_cast<bool>(pid); });
    QTRY_VERIFY(traced);
    presenter().attach({ program.pid(), q("cat"), {} }); // it was free a moment ago
    QTRY_VERIFY2_WITH_TIMEOUT(
        note().contains(q("cat (%1) is not watched").arg(program.pid().value)), qPrintable(note()),
        kPatience);
    QVERIFY2(note().contains(q("one tracer at a time")), qPrintable(note()));
    QVERIFY(sheet()->isVisible());
    QVERIFY(presenter().runner()); // what was open is still open
    QTRY_VERIFY(!QDir(sessionsFolder()).exists()
        || QDir(sessionsFolder()).entryList({ q("*.jsonl") }).isEmpty());
    // The list says it beforehand by then.
    QTRY_VERIFY_WITH_TIMEOUT(!attachButton()->isEnabled(), kPatience);
    other.detach();
    QTRY_VERIFY(other.atRest());
    goesOn(program, "alive");
}

void WindowAttachTest::ourselvesAndWhoStartedUsAreNotOffered()
{
    openSheet();
    choose(Pid { ::getpid() });
    QVERIFY(!attachButton()->isEnabled());
    QVERIFY2(note().contains(q("It does not watch itself")), qPrintable(note()));
    choose(Pid { ::getppid() });
    QVERIFY(!attachButton()->isEnabled());
    QVERIFY2(!note().contains(q("It does not watch itself")), qPrintable(note()));
}

void WindowAttachTest::whatWasRecordedSaysThatItWasAttachedTo()
{
    Running program({ q("/bin/cat") });
    attach(program.pid());
    m_window->showCatalog();
    std::vector<KeptSession> kept;
    QTRY_VERIFY_WITH_TIMEOUT(!(kept = keptSessions()).empty(), kPatience);
    m_window->openSession(kept.front().path);
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
    QCOMPARE(presenter().opened()->saved.header.attached, program.pid().value);
    QVERIFY2(
        m_window->windowTitle().startsWith(q("attached to /bin/cat (%1)").arg(program.pid().value)),
        qPrintable(m_window->windowTitle()));
    goesOn(program, "alive");
}

WINDOW_TEST_MAIN(WindowAttachTest)
#include "window_attach_test.moc"
