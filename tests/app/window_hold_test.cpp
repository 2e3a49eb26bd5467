// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "views/common/wording.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/timebar/density_bar.h"
#include "views/timebar/hold_strip.h"

#include <QComboBox>
#include <QLabel>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

} // namespace

// The learner is the scheduler: a real program in C, held from its first call, in the window.
class WindowHoldTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRunIsHeldFromItsFirstCallAndSteppedByKey();
    void theKeyStepsWhoIsShown();
    void whatIsLeftToDoIsNotWhatIsDone();
    void switchesThatAreSetAfterARunTakeAnother();
    void theChildIsMadeTheFirstByMouse();
    void oneProcessIsHeldByKey();
    void aSpeedIsChosenAndSaid();
    void whoIsHeldEndsWithTheWindow();

private:
    [[nodiscard]] const World& world() const { return m_window->cursor().world(); }
    [[nodiscard]] const Process* first() const
    {
        const auto all = world().named("family");
        const auto living = std::ranges::find_if(all, &Process::alive);
        return living == all.end() ? nullptr : *living;
    }
    [[nodiscard]] bool standsBefore(const Process* process, Call call) const
    {
        const Thread* const next = process ? process->nextHeld() : nullptr;
        return next && next->ahead->call == call;
    }
    [[nodiscard]] QStringList lines() const // of the strip, as they are seen
    {
        QStringList words;
        for (const auto* label :
            m_window->findChild<HoldStrip*>()->findChildren<QLabel*>(QStringLiteral("holdWords"))) {
            if (label->isVisible())
                words += label->text();
        }
        return words;
    }
    void runHeld();
    void letWrite(const Process& process);

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowHoldTest::init()
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { QStringLiteral("two-returns"), {}, false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_VERIFY(m_window->presenter().runner());
    QVERIFY(m_person->clickButton(QStringLiteral("c")));
}

void WindowHoldTest::cleanup()
{
    m_window.reset();
    QVERIFY(livingChildren().isEmpty());
}

void WindowHoldTest::runHeld()
{
    m_person->press(Qt::Key_P, Qt::ControlModifier);
    m_person->press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(standsBefore(first(), Call::Write), kPatience);
    QTRY_COMPARE(lines().size(), 1);
    QVERIFY(lines().front().startsWith(QStringLiteral("will write ")));
}

void WindowHoldTest::aRunIsHeldFromItsFirstCallAndSteppedByKey()
{
    runHeld();
    QVERIFY(world().paused);
    const auto lived = [this] { return world().named("family").size(); };
    QCOMPARE(lived(), std::size_t { 1 }); // it has not forked
    m_person->press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(lived(), std::size_t { 2 }, kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 2, kPatience);
    // The inspector says it of the one that is shown.
    const auto* const inspector = m_window->findChild<InspectorPanel*>();
    const auto says = [&](const QString& what) {
        return m_person->find<QLabel>([&](const QLabel& one) {
            return inspector->isAncestorOf(&one) && one.text().contains(what);
        }) != nullptr;
    };
    QTRY_VERIFY(says(QStringLiteral("will write")));
    m_person->press(Qt::Key_P, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!world().paused, kPatience);
    QTRY_VERIFY(lines().isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    // As it was then: everything that is shown comes from the World.
    auto* const bar = m_window->findChild<DensityBar*>();
    bar->setFocus();
    for (int i = 0; i < 200 && lines().size() != 2; ++i)
        m_person->press(Qt::Key_Left);
    QCOMPARE(lines().size(), 2);
    QVERIFY(!m_person->button(QStringLiteral("Let it make one call"))->isEnabled());
    m_person->press(Qt::Key_Home);
    QVERIFY(lines().isEmpty());
}

void WindowHoldTest::theKeyStepsWhoIsShown()
{
    runHeld();
    m_person->press(Qt::Key_F9);
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 2, kPatience);
    const auto* const inspector = m_window->findChild<InspectorPanel*>();
    const auto since = [&](Pid pid) {
        const Thread* const next = world().process(pid)->nextHeld();
        return next ? std::optional(next->ahead->since) : std::nullopt;
    };
    const Pid parent = first()->pid;
    const Pid child = world().named("family").back()->pid;
    m_window->selection().choose(child);
    QTRY_COMPARE(inspector->shownProcess(), child);
    m_window->selection().clear(); // nobody is chosen, and the child still shown
    const auto parents = since(parent);
    for (int i = 0; i < 2; ++i) { // the second time the parent has stood longer
        QCOMPARE(inspector->shownProcess(), child);
        QTRY_VERIFY_WITH_TIMEOUT(since(child), kPatience);
        const auto before = since(child);
        m_person->press(Qt::Key_F9);
        QTRY_VERIFY_WITH_TIMEOUT(since(child) != before, kPatience);
        QCOMPARE(since(parent), parents);
    }
}

void WindowHoldTest::whatIsLeftToDoIsNotWhatIsDone()
{
    m_window->openLab(QStringLiteral("shared-value"));
    QVERIFY(m_person->clickButton(QStringLiteral("c")));
    const QString asked = QStringLiteral("let parent make its calls, up to its mark “before-read”");
    const auto label = [this] {
        const auto& steps = m_window->findChild<GuidePanel*>()->content().steps;
        return steps.empty() ? QString() : steps.front().actionLabel;
    };
    QVERIFY2(label().contains(asked), qPrintable(label()));
    m_person->press(Qt::Key_P, Qt::ControlModifier);
    m_person->press(Qt::Key_R, Qt::ControlModifier);
    const auto parent = [this]() -> const Process* {
        const auto all = world().named("parent");
        return all.empty() ? nullptr : all.front();
    };
    QTRY_VERIFY_WITH_TIMEOUT(parent() && parent()->nextHeld(), kPatience);
    m_window->selection().choose(parent()->pid);
    for (const char* const mark : { "before-read", "has-read" }) { // there, and later
        for (int i = 0; i < 200 && parent()->nextHeld()->ahead->mark != mark; ++i) {
            const Nanoseconds since = parent()->nextHeld()->ahead->since;
            m_person->press(Qt::Key_F9);
            QTRY_VERIFY_WITH_TIMEOUT(
                parent()->nextHeld() && parent()->nextHeld()->ahead->since != since, kPatience);
        }
        QCOMPARE(parent()->nextHeld()->ahead->mark, std::string(mark));
        // Both stand there, or were there; their numbers are in their names now.
        QTRY_VERIFY2(!label().contains(QStringLiteral("before-read")), qPrintable(label()));
        QVERIFY2(label().contains(QStringLiteral("wait4")), qPrintable(label())); // to be done
    }
    m_person->press(Qt::Key_Period, Qt::ControlModifier); // all have ended: it takes another run
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    QTRY_VERIFY2(label().contains(asked), qPrintable(label()));
    QVERIFY2(label().contains(QStringLiteral("Run →")), qPrintable(label()));
}

void WindowHoldTest::switchesThatAreSetAfterARunTakeAnother()
{
    m_window->openLab(QStringLiteral("zombies"));
    LabPresenter& presenter = m_window->presenter();
    presenter.predict(QStringLiteral("zombie"), QStringLiteral("listed"));
    presenter.run();
    QTRY_VERIFY_WITH_TIMEOUT(presenter.runner()->step(0).done, kPatience);
    presenter.predict(QStringLiteral("kill"), QStringLiteral("stays"));
    const auto left = [this] {
        const auto& steps = m_window->findChild<GuidePanel*>()->content().steps;
        const auto now = std::ranges::find(steps, GuideStage::Current, &GuideStep::state);
        return now == steps.end() ? QString() : now->actionLabel;
    };
    const QString both = QStringLiteral("Set cure to kill → Run");
    QTRY_COMPARE(left(), both);
    presenter.run(); // as the programs were before
    QTRY_VERIFY_WITH_TIMEOUT(presenter.runner()->runBegan(), kPatience);
    QTRY_COMPARE(left(), both);
    presenter.setSwitch(QStringLiteral("cure"), QStringLiteral("kill"));
    QTRY_COMPARE(left(), QStringLiteral("Run"));
    presenter.run();
    QTRY_VERIFY_WITH_TIMEOUT(left() != QStringLiteral("Run"), kPatience);
}

void WindowHoldTest::letWrite(const Process& process)
{
    QVERIFY(m_person->clickButton(
        QStringLiteral("%1: let it make one call").arg(processWithPid(process))));
}

void WindowHoldTest::theChildIsMadeTheFirstByMouse()
{
    runHeld();
    letWrite(*first()); // the line before fork
    QTRY_COMPARE_WITH_TIMEOUT(lines().size(), 2, kPatience);
    const Pid parent = first()->pid;
    const Process& child = *world().named("family").back();
    const Pid pid = child.pid;
    letWrite(child);
    const auto standsAtSleep
        = [&] { return standsBefore(world().process(pid), Call::ClockNanosleep); };
    QTRY_VERIFY_WITH_TIMEOUT(standsAtSleep(), kPatience);
    letWrite(*world().process(parent));
    QTRY_VERIFY_WITH_TIMEOUT(
        standsBefore(world().process(parent), Call::ClockNanosleep), kPatience);
    std::vector<Pid> writers;
    const LogView log = m_window->cursor().log();
    for (EventIndex i = 0; i < log.size(); ++i) {
        if (std::holds_alternative<BytesWritten>(log[i].body))
            writers.push_back(log[i].pid);
    }
    QCOMPARE(writers, (std::vector { parent, pid, parent }));
}

void WindowHoldTest::oneProcessIsHeldByKey()
{
    m_person->press(Qt::Key_R, Qt::ControlModifier);
    const auto sleeps = [this] {
        return first() && first()->state() == ProcessState::Waiting
            && world().named("family").size() == 2;
    };
    QTRY_VERIFY_WITH_TIMEOUT(sleeps(), kPatience);
    const auto* const inspector = m_window->findChild<InspectorPanel*>();
    QTRY_VERIFY(inspector->shownProcess());
    const Pid shown = inspector->shownProcess();
    m_person->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(world().process(shown)->held, kPatience);
    QVERIFY(!world().paused);
    m_person->press(Qt::Key_F9, Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!world().process(shown)->held, kPatience);
}

void WindowHoldTest::aSpeedIsChosenAndSaid()
{
    auto* const speed = m_window->findChild<QComboBox*>(QStringLiteral("speed"));
    QVERIFY(m_person->tabTo(speed));
    m_person->press(Qt::Key_Down); // before there is a run
    m_person->press(Qt::Key_R, Qt::ControlModifier);
    QTRY_COMPARE_WITH_TIMEOUT(world().slow, 10U, kPatience);
    QCOMPARE(speed->currentText(), QStringLiteral("1/10"));
    const auto* const words = m_window->findChild<QLabel*>(QStringLiteral("slowWords"));
    QTRY_VERIFY(words->isVisible());
    QVERIFY(words->text().contains(QStringLiteral("20 ms")));
    QTRY_VERIFY_WITH_TIMEOUT(world().named("family").size() == 2, kPatience);
}

void WindowHoldTest::whoIsHeldEndsWithTheWindow()
{
    runHeld();
    m_person->press(Qt::Key_Period, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    QTRY_VERIFY(!world().paused);
    runHeld(); // and cleanup() finds nobody
}

WINDOW_TEST_MAIN(WindowHoldTest)
#include "window_hold_test.moc"
