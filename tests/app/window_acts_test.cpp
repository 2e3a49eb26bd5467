// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/grade.h"
#include "app/session.h"
#include "app/session_opening.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "views/console/console_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_graph.h"
#include "views/map/map_view.h"
#include "views/traffic/traffic_model.h"

#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QTabWidget>
#include <QTemporaryDir>

#include <algorithm>
#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

} // namespace

// What the person does to a process or a channel, on the map: it happens, and a replay says so.
class WindowActsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aProcessIsStoppedAndContinuedFromItsMenu();
    void bytesAreTypedIntoAChannelAndItsEndIsClosed();
    void whatThePersonDidIsToldInTheTraffic();
    void whatArrivedIsShownAsItWasAtTheMoment();
    void nothingCanBeDoneToWhatWasRecorded();
    void ofAPipeBetweenTwoProgramsNoEndIsOurs();
    void theProgramsThatRanAreToldInAReplay();
    void ofACompilerThatIsGivenUpNothingIsLeft();
    void whoStopsWhileARestartWaitsStopsThatToo();
    void whoHasEndedTakesNoMoreLines_data();
    void whoHasEndedTakesNoMoreLines();
    void aSaveThatTakesLongCanBeGivenUp();
    void noOtherSaveBeginsWhileOneGoesOn();

private:
    void run(const QString& command);
    QMenu* menuOf(const MapNode& node);
    bool pick(const MapNode& node, const QString& beginning);
    QString recorded();
    QStringList said() const; // what the traffic tells of the person
    QString shown() const; // in IPC Lab's end
    const Process* named(std::string_view name) const;
    const World& world() const { return m_window->cursor().world(); }
    LabPresenter& presenter() const { return m_window->presenter(); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void WindowActsTest::init()
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowActsTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowActsTest::run(const QString& command)
{
    m_window->openCommand(
        { command, QStringLiteral("pipe"), QStringLiteral("pipe"), QStringLiteral("/") });
}

const Process* WindowActsTest::named(std::string_view name) const
{
    const std::vector<const Process*> found = world().named(name);
    return found.empty() ? nullptr : found.back();
}

QMenu* WindowActsTest::menuOf(const MapNode& node)
{
    auto* const map = m_window->findChild<MapView*>();
    if (!QTest::qWaitFor([&] { return !map->rectOf(node).isEmpty(); }, kPatience))
        return nullptr;
    const QPoint place = map->rectOf(node).center();
    QContextMenuEvent event(QContextMenuEvent::Mouse, place, map->viewport()->mapToGlobal(place));
    QApplication::sendEvent(map->viewport(), &event);
    return m_window->findChild<QMenu*>(QStringLiteral("acts"));
}

bool WindowActsTest::pick(const MapNode& node, const QString& beginning)
{
    QMenu* const menu = menuOf(node);
    if (!menu)
        return false;
    for (QAction* action : menu->actions()) {
        if (!action->text().startsWith(beginning) || !action->isEnabled())
            continue;
        action->trigger();
        menu->close();
        m_window->activateWindow();
        return QTest::qWaitFor(
            [&] { return !m_window->findChild<QMenu*>(QStringLiteral("acts")); });
    }
    return false;
}

QString WindowActsTest::recorded()
{
    const QString path = m_folder.filePath(QStringLiteral("run.jsonl"));
    presenter().save(path);
    return QTest::qWaitFor([&] { return !presenter().copy().active(); }, kPatience) ? path
                                                                                    : QString();
}

QStringList WindowActsTest::said() const
{
    const auto& model = *m_window->findChild<TrafficModel*>();
    QStringList words;
    for (int row = 0; row < model.rowCount(); ++row) {
        if (model.kindAt(row) == TrafficKind::Person)
            words += model.words(row).remark;
    }
    return words;
}

QString WindowActsTest::shown() const
{
    QString all;
    for (const TranscriptLine& line : m_window->findChild<ConsolePanel*>()->transcript().lines())
        all += line.text;
    return all;
}

void WindowActsTest::aProcessIsStoppedAndContinuedFromItsMenu()
{
    run(QStringLiteral("/bin/cat"));
    QTRY_VERIFY_WITH_TIMEOUT(
        named("cat") && named("cat")->state() == ProcessState::Waiting, kPatience);
    const MapNode cat = nodeOf(named("cat")->pid);
    QVERIFY(pick(cat, QStringLiteral("Stop ")));
    QTRY_COMPARE_WITH_TIMEOUT(named("cat")->state(), ProcessState::Stopped, kPatience);
    QVERIFY(pick(cat, QStringLiteral("Let ")));
    QTRY_COMPARE_WITH_TIMEOUT(named("cat")->state(), ProcessState::Waiting, kPatience);
}

void WindowActsTest::bytesAreTypedIntoAChannelAndItsEndIsClosed()
{
    run(QStringLiteral("/bin/cat"));
    QTRY_VERIFY_WITH_TIMEOUT(
        named("cat") && named("cat")->state() == ProcessState::Waiting, kPatience);
    const MapNode input = nodeOf(world().descriptor(named("cat")->pid, 0)->channel);
    QVERIFY(pick(input, QStringLiteral("Type into")));
    auto* const line
        = m_window->findChild<ConsolePanel*>()->findChild<QLineEdit*>(QStringLiteral("line"));
    QTRY_COMPARE(QApplication::focusWidget(), line);
    QTest::keyClicks(line, QStringLiteral("hello"));
    QTest::keyClick(line, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(QStringLiteral("hello")), kPatience);
    QVERIFY(pick(input, QStringLiteral("Close IPC Lab")));
    QTRY_VERIFY_WITH_TIMEOUT(named("cat")->ending, kPatience); // end of file
    QCOMPARE(named("cat")->ending->code, std::optional(0));
}

void WindowActsTest::whatThePersonDidIsToldInTheTraffic()
{
    run(QStringLiteral("/bin/cat"));
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().session()->inputs().isEmpty() && named("cat")
            && named("cat")->state() == ProcessState::Waiting,
        kPatience);
    presenter().send(presenter().session()->inputs().front(), "a%2b\n");
    presenter().closeInput(presenter().session()->inputs().front());
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().busy(), kPatience);
    const auto told = [&] {
        return said().contains(QStringLiteral("You run it"))
            && !said().filter(QStringLiteral("You type “a%2b")).isEmpty()
            && !said().filter(QStringLiteral("You close the input of")).isEmpty();
    };
    QTRY_VERIFY2(told(), qPrintable(said().join(u'|')));
    const QStringList live = said();
    m_window->openSession(recorded());
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
    const_cast<TimeCursor&>(m_window->cursor()).goLive();
    QTRY_COMPARE(said(), live);
}

void WindowActsTest::whatArrivedIsShownAsItWasAtTheMoment()
{
    run(QStringLiteral("/bin/sh -c 'echo first; read line; echo second; echo third >&2'"));
    m_window->findChild<QTabWidget*>()->setCurrentWidget(m_window->findChild<ConsolePanel*>());
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(QStringLiteral("first")), kPatience);
    const EventIndex moment = m_window->cursor().end();
    QTRY_VERIFY(!presenter().session()->inputs().isEmpty());
    presenter().send(presenter().session()->inputs().front(), "go\n");
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(QStringLiteral("second")), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().busy(), kPatience);
    auto& cursor = const_cast<TimeCursor&>(m_window->cursor());
    cursor.goTo(moment);
    QTRY_VERIFY(!shown().contains(QStringLiteral("second")));
    QVERIFY(shown().contains(QStringLiteral("first")));
    cursor.goTo(0);
    QTRY_COMPARE(shown(), QString());
    cursor.goLive();
    QTRY_VERIFY(shown().contains(QStringLiteral("second")));

    m_window->openSession(recorded());
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
    cursor.goLive();
    for (const char* const words : { "first", "go", "second", "third" })
        QTRY_VERIFY2(shown().contains(QLatin1String(words)), words);
    cursor.goTo(moment);
    QTRY_VERIFY(!shown().contains(QStringLiteral("second")));
    QVERIFY(shown().contains(QStringLiteral("first")));
}

void WindowActsTest::nothingCanBeDoneToWhatWasRecorded()
{
    run(QStringLiteral("/bin/cat"));
    QTRY_VERIFY_WITH_TIMEOUT(
        named("cat") && named("cat")->state() == ProcessState::Waiting, kPatience);
    const Pid cat = named("cat")->pid;
    m_window->openSession(recorded()); // in which it lives to the end
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened() && named("cat"), kPatience);
    QVERIFY(named("cat")->alive());
    QMenu* const menu = menuOf(nodeOf(cat));
    QVERIFY(menu);
    const QList<QAction*> acts = menu->actions(); // below the line is how the map is looked at
    const auto line = std::ranges::find_if(acts, &QAction::isSeparator);
    QVERIFY(line != acts.begin());
    QVERIFY(std::ranges::none_of(acts.begin(), line, &QAction::isEnabled));
    menu->close();
    const auto* const inspector = m_window->findChild<InspectorPanel*>();
    QTRY_COMPARE(inspector->shownProcess(), cat);
    const Person person(*m_window);
    const auto* const button = person.find<QAbstractButton>([&](const QAbstractButton& one) {
        return inspector->isAncestorOf(&one)
            && one.accessibleName().startsWith(QStringLiteral("Send SIGTERM"));
    });
    QVERIFY(button);
    QVERIFY(!button->isEnabled());
}

void WindowActsTest::ofAPipeBetweenTwoProgramsNoEndIsOurs()
{
    run(QStringLiteral("/bin/sh -c 'cat | cat'"));
    const auto waiting = [&] {
        const std::vector<const Process*> cats = world().named("cat");
        return cats.size() == 2 && std::ranges::all_of(cats, [](const Process* cat) {
            return cat->state() == ProcessState::Waiting;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(waiting() && !presenter().session()->inputs().isEmpty(), kPatience);
    int fed = 0;
    for (const Process* cat : world().named("cat")) {
        const ChannelId in = world().descriptor(cat->pid, 0)->channel;
        const bool ours = std::ranges::any_of(world().self()->descriptors,
            [&](const auto& held) { return held.second.channel == in; });
        fed += ours ? 1 : 0;
        for (const MapNode& node : { nodeOf(in), nodeOf(cat->pid) }) {
            QMenu* const menu = menuOf(node);
            QVERIFY(menu);
            const bool offered = std::ranges::any_of(menu->actions(), [](const QAction* action) {
                return action->isEnabled()
                    && (action->text().startsWith(QStringLiteral("Type into"))
                        || action->text().startsWith(QStringLiteral("Close IPC Lab")));
            });
            menu->close();
            QTRY_VERIFY(!m_window->findChild<QMenu*>(QStringLiteral("acts")));
            QCOMPARE(offered, ours);
        }
    }
    QCOMPARE(fed, 1);
}

void WindowActsTest::theProgramsThatRanAreToldInAReplay()
{
    m_window->openLab(QStringLiteral("first-pipe"));
    presenter().setVariant(Variant::Python);
    presenter().run();
    const auto runs = [&](bool python) {
        return std::ranges::any_of(world().processes, [&](const auto& one) {
            return one.second.isWatched() && one.second.alive()
                && (one.second.path.find("python") != std::string::npos) == python;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(runs(true), kPatience);
    const EventIndex early = m_window->cursor().end();
    presenter().setVariant(Variant::C);
    presenter().run();
    QTRY_VERIFY_WITH_TIMEOUT(runs(false) && !runs(true), kPatience);
    const QString path = recorded();
    m_window->openSession(path);
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
    auto& cursor = const_cast<TimeCursor&>(m_window->cursor());
    cursor.goLive();
    QTRY_COMPARE(presenter().variant(), Variant::C);
    QVERIFY(said().contains(QStringLiteral("You choose the programs in C")));
    cursor.goTo(early);
    QTRY_COMPARE(presenter().variant(), Variant::Python);
    KnownLabs labs(labFolders());
    const Result<Grade> grade = gradeOf(path, labs);
    QVERIFY(grade.ok());
    QCOMPARE(grade->variant, QStringLiteral("c"));
}

// A driver that is killed leaves what it has started, which is ours then.
void WindowActsTest::ofACompilerThatIsGivenUpNothingIsLeft()
{
    m_window->openLab(QStringLiteral("two-way-pipes"));
    presenter().setVariant(Variant::C);
    presenter().run();
    const auto compiles = [] {
        return std::ranges::any_of(livingChildren(), [](const QString& pid) {
            QFile passes(QStringLiteral("/proc/%1/task/%1/children").arg(pid));
            return passes.open(QIODevice::ReadOnly) && !passes.readAll().isEmpty();
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(compiles(), kPatience);
    m_window->showCatalog();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

// A program that does not end when it is asked to: what comes next waits until it is killed.
void WindowActsTest::whoStopsWhileARestartWaitsStopsThatToo()
{
    run(QStringLiteral("/bin/sh -c 'trap \"\" TERM; while :; do sleep 1; done'"));
    QTRY_VERIFY_WITH_TIMEOUT(named("sleep"), kPatience);
    presenter().run();
    presenter().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().busy(), kPatience);
    QTRY_COMPARE(said().count(QStringLiteral("You run it")), 1);
}

void WindowActsTest::whoHasEndedTakesNoMoreLines_data()
{
    QTest::addColumn<QString>("wiring");
    for (const char* const wiring : { "terminal", "pipe", "fifo", "socket", "unix" })
        QTest::newRow(wiring) << QString::fromLatin1(wiring);
}

void WindowActsTest::whoHasEndedTakesNoMoreLines()
{
    QFETCH(QString, wiring);
    std::signal(SIGPIPE, SIG_IGN); // as the program does; the test's frame has its own
    m_window->openCommand(
        { QStringLiteral("/bin/cat"), wiring, QStringLiteral("pipe"), QStringLiteral("/") });
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().session()->inputs().isEmpty() && named("cat")
            && named("cat")->state() == ProcessState::Waiting,
        kPatience);
    const QString input = presenter().session()->inputs().front();
    auto* const panel = m_window->findChild<ConsolePanel*>();
    auto* const line = panel->findChild<QLineEdit*>(QStringLiteral("line"));
    m_window->findChild<QTabWidget*>(QStringLiteral("panels"))->setCurrentWidget(panel);
    line->setFocus();
    QVERIFY(line->isEnabled());
    presenter().signal(named("cat")->pid, SIGKILL);
    QTRY_VERIFY_WITH_TIMEOUT(!line->isEnabled(), kPatience);
    QVERIFY(panel->isAncestorOf(QApplication::focusWidget()));
    presenter().send(input, "too late\n");
    QTRY_VERIFY_WITH_TIMEOUT(
        shownNotice(*m_window).contains(QStringLiteral("Not taken")), kPatience);
}

void WindowActsTest::aSaveThatTakesLongCanBeGivenUp()
{
    run(QStringLiteral("/bin/sh -c 'i=0; while [ $i -lt 3000 ]; do echo x; i=$((i+1)); done'"));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->cursor().end() > 5000 && !presenter().busy(), 4 * kPatience);
    const QString path = m_folder.filePath(QStringLiteral("given-up.jsonl"));
    QSignalSpy done(&presenter().copy(), &SessionCopy::done);
    bool asked = false;
    // The window was told before.
    connect(&presenter().copy(), &SessionCopy::advanced, this,
        [&] { asked = Person(*m_window).clickButton(QStringLiteral("Cancel")) || asked; });
    presenter().save(path);
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().copy().active(), kPatience);
    presenter().copy().disconnect(this);
    QVERIFY(asked);
    QCOMPARE(done.count(), 0);
    QVERIFY(!QFile::exists(path));
}

void WindowActsTest::noOtherSaveBeginsWhileOneGoesOn()
{
    run(QStringLiteral("/bin/echo done"));
    const auto* const save = m_window->findChild<QAction*>(QStringLiteral("save"));
    QVERIFY(save);
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->cursor().end() > 0 && !presenter().busy() && save->isEnabled(), kPatience);
    presenter().save(m_folder.filePath(QStringLiteral("first.jsonl")));
    QVERIFY(presenter().copy().active());
    QVERIFY(!save->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().copy().active(), kPatience);
    QVERIFY(save->isEnabled());
    presenter().save(m_folder.filePath(QStringLiteral("second.jsonl")));
    QVERIFY(!save->isEnabled());
    presenter().copy().cancel();
    QVERIFY(save->isEnabled());
}

WINDOW_TEST_MAIN(WindowActsTest)

#include "window_acts_test.moc"
