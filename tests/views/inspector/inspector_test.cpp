// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/inspector/shown_inspector.h"
#include "tests/views/support/found.h"
#include "views/inspector/fact_list.h"
#include "views/inspector/inspector_facts.h"
#include "views/inspector/signal_button.h"
#include "views/inspector/why_box.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace ipclab {

namespace {

QString sentenceOf(const InspectorPanel& panel)
{
    const auto* const box = panel.findChild<WhyBox*>();
    return box ? box->accessibleDescription() : QString();
}

// The visible button whose text, or accessible name, has these words.
QAbstractButton* buttonSaying(const InspectorPanel& panel, const QString& words)
{
    for (auto* const button : panel.findChildren<QAbstractButton*>()) {
        if (button->isVisible()
            && (button->text().contains(words) || button->accessibleName().contains(words)))
            return button;
    }
    return nullptr;
}

} // namespace

class InspectorTest : public QObject {
    Q_OBJECT

private slots:
    void init()
    {
        Look look;
        qApp->setStyleSheet(look.styleSheet());
    }

    void whoIsHeldSaysWhatItWillDo()
    {
        Stage stage;
        stage.story.lab(1);
        stage.story.launch(20, 1, { "child" });
        stage.story.pipe(1);
        stage.story.open(20, 4, 1, Access::Write);
        stage.story.tell(1, UserAction { "hold_process", {}, Pid { 20 } });
        stage.story.show(stage.cursor);
        stage.selection.choose(Pid { 20 });
        InspectorPanel panel(stage.context);
        panel.resize(panel.sizeHint());
        panel.show();
        const QSignalSpy steps(&panel, &InspectorPanel::stepWanted);
        const QSignalSpy holds(&panel, &InspectorPanel::holdWanted);
        const QString step = QStringLiteral("Let it make one call");
        QVERIFY(!buttonSaying(panel, step)->isEnabled()); // it does not stand yet
        stage.story.tell(20, ThreadHeld { Call::Write, 4, ChannelId { 1 }, 29 });
        stage.story.show(stage.cursor);
        QVERIFY(sentenceOf(panel).contains(
            QStringLiteral("You hold child: it will write 29 bytes into pipe A.")));
        QTest::mouseClick(buttonSaying(panel, step), Qt::LeftButton);
        QCOMPARE(steps.count(), 1);
        QCOMPARE(steps.last().at(0).value<Pid>(), Pid { 20 });
        QTest::mouseClick(buttonSaying(panel, QStringLiteral("Let it go on")), Qt::LeftButton);
        QCOMPARE(holds.last().at(1).toBool(), false);
        QTRY_COMPARE(cutOff(panel), QString());
        saveIfAsked(panel, QStringLiteral("inspector-held"));
    }

    void whoFailedIsQuotedWithTheLastLineOnItsStderr()
    {
        Stage stage;
        stage.story.lab(1);
        stage.story.launch(20, 1, { "sh" });
        stage.story.write(20, 2, 1, "sh: 1: first\nsh: 2: \x1b[1m\"|\" unexpected\n");
        stage.story.write(20, 2, 1, "\n");
        stage.story.write(20, 1, 1, "elsewhere\n");
        stage.story.show(stage.cursor);
        const auto why = [&] {
            return processFacts(stage.cursor.world(), stage.cursor.log(), Pid { 20 }, {}).why;
        };
        QVERIFY2(!why().contains(QStringLiteral("said last")), qPrintable(why()));
        stage.story.tell(20, ProcessExited { 2, {}, false });
        stage.story.show(stage.cursor);
        QVERIFY2(
            why().endsWith(QStringLiteral(u"It said last: “sh: 2: ‹ESC›[1m\"|\" unexpected”.")),
            qPrintable(why()));
    }

    // Between two calls nothing stands: the next press must not be the neighbour's, which would let
    // it go on freely.
    void steppingByKeyboardStaysOnTheStep()
    {
        Stage stage;
        stage.story.lab(1);
        stage.story.launch(20, 1, { "child" });
        stage.story.tell(1, UserAction { "hold_process", {}, Pid { 20 } });
        stage.story.tell(20, ThreadHeld { Call::Write, 4, {}, 29 });
        stage.story.show(stage.cursor);
        stage.selection.choose(Pid { 20 });
        InspectorPanel panel(stage.context);
        panel.resize(panel.sizeHint());
        panel.show();
        QVERIFY(QTest::qWaitForWindowActive(&panel));
        const QSignalSpy steps(&panel, &InspectorPanel::stepWanted);
        const QSignalSpy holds(&panel, &InspectorPanel::holdWanted);
        const auto tell = [&stage](const EventBody& body) {
            stage.story.tell(20, body);
            stage.cursor.advance();
        };
        auto* const step = buttonSaying(panel, QStringLiteral("Let it make one call"));
        step->setFocus();
        QTest::keyClick(step, Qt::Key_Space);
        QCOMPARE(steps.count(), 1);
        tell(ThreadReleased {});
        QCOMPARE(QApplication::focusWidget(), step);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(steps.count(), 1); // nothing stands
        QCOMPARE(holds.count(), 0);
        tell(ThreadHeld { Call::Read, 3, {}, 10 });
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
        QCOMPARE(steps.count(), 2);
        tell(ThreadReleased {});
        buttonSaying(panel, QStringLiteral("Let it go on"))->setFocus();
        QVERIFY(!step->isEnabled()); // nobody is on it any more
    }

    void withNobodyChosenItShowsTheDeadlock()
    {
        ShownInspector stage(tellEndlessDialog);
        InspectorPanel& panel = stage.panel;
        QCOMPARE(panel.shownProcess(), Pid { 5210 });
        QVERIFY2(sentenceOf(panel).contains(QStringLiteral("Nobody can go on")),
            qPrintable(sentenceOf(panel)));
    }

    void itFollowsTheSelectionAndTheMoment()
    {
        ShownInspector stage(tellDelayedOutput);
        InspectorPanel& panel = stage.panel;
        stage.selection.choose(Pid { 4712 });
        QVERIFY(sentenceOf(panel).contains(QStringLiteral("58 bytes")));
        stage.cursor.goToTime(kSecond);
        QVERIFY2(
            sentenceOf(panel).contains(QStringLiteral("29 bytes")), qPrintable(sentenceOf(panel)));
    }

    void buttonsAskForTheSignalTheyName()
    {
        ShownInspector stage(tellDelayedOutput);
        InspectorPanel& panel = stage.panel;
        stage.selection.choose(Pid { 4712 });
        QSignalSpy wanted(&panel, &InspectorPanel::signalWanted);
        auto* const usr1 = buttonSaying(panel, QStringLiteral("SIGUSR1"));
        QVERIFY(usr1);
        QCOMPARE(usr1->accessibleName(), QStringLiteral("Send SIGUSR1 (default: ends)"));
        QVERIFY((usr1->focusPolicy() & Qt::TabFocus) != 0);
        usr1->setFocus();
        QTest::keyClick(usr1, Qt::Key_Space);
        QCOMPARE(wanted.count(), 1);
        QCOMPARE(wanted.at(0).at(0).value<Pid>(), Pid { 4712 });
        QCOMPARE(wanted.at(0).at(1).toInt(), SIGUSR1);
        QVERIFY(buttonSaying(panel, QStringLiteral("SIGINT (handler)")));
        QVERIFY(buttonSaying(panel, QStringLiteral("SIGHUP (ignored)")));
    }

    void whoIsSentASignalStaysShown()
    {
        ShownInspector stage(tellEndlessDialog);
        InspectorPanel& panel = stage.panel;
        QCOMPARE(stage.selection.pid(), Pid {}); // nobody is chosen: it shows one by itself
        const QSignalSpy wanted(&panel, &InspectorPanel::signalWanted);
        buttonSaying(panel, QStringLiteral("SIGSTOP"))->click();
        QCOMPARE(wanted.count(), 1);
        QVERIFY(stage.selection.pid());
        QCOMPARE(stage.selection.pid(), wanted.at(0).at(0).value<Pid>());
    }

    void aDeadlockOffersWaysOut()
    {
        ShownInspector stage(tellEndlessDialog);
        InspectorPanel& panel = stage.panel;
        auto* const button = buttonSaying(panel, QStringLiteral("Send SIGTERM to child.py"));
        QVERIFY(button);
        QSignalSpy wanted(&panel, &InspectorPanel::signalWanted);
        button->click();
        QCOMPARE(wanted.at(0).at(0).value<Pid>(), Pid { 5211 });
        QCOMPARE(wanted.at(0).at(1).toInt(), SIGTERM);
    }

    void theKeyTabGoesFromTheTopToTheBottom()
    {
        ShownInspector stage(tellEndlessDialog);
        InspectorPanel& panel = stage.panel;
        for (const Pid pid : { Pid { 5210 }, Pid { 5211 } }) { // the buffers are others
            stage.selection.choose(pid);
            std::vector<int> tops;
            for (const QWidget* widget = panel.nextInFocusChain(); widget != &panel;
                 widget = widget->nextInFocusChain()) {
                if (widget->isVisible() && widget->isEnabled()
                    && (widget->focusPolicy() & Qt::TabFocus) != 0)
                    tops.push_back(widget->mapTo(&panel, QPoint()).y());
            }
            QVERIFY(tops.size() > 10);
            QVERIFY(std::ranges::is_sorted(tops));
        }
    }

    void theTimesOfItsFamilyGoOnThoughItDoesNotWait()
    {
        Stage stage;
        stage.story.launch(20, 1, { "parent" });
        stage.story.at(1);
        stage.story.launch(21, 20, { "child" });
        stage.story.at(2);
        stage.story.sleep(21, 30);
        stage.story.show(stage.cursor);
        stage.cursor.goLive();
        stage.cursor.setGrowing(true);
        stage.selection.choose(Pid { 20 });
        InspectorPanel panel(stage.context);
        panel.resize(290, 900);
        panel.show();
        const auto words = [&panel] {
            for (auto* const list : panel.findChildren<FactList*>()) {
                for (const FactRow& row : list->rows()) {
                    if (row.left == QStringLiteral("child"))
                        return row.right;
                }
            }
            return QString();
        };
        QTRY_VERIFY(!words().isEmpty());
        const QString first = words();
        QTRY_VERIFY(words() != first);
    }

    void anEndThatWeHoldCanBeClosed()
    {
        ShownInspector stage(tellEndlessDialog);
        InspectorPanel& panel = stage.panel;
        stage.selection.choose(ChannelId { 1 });
        QSignalSpy wanted(&panel, &InspectorPanel::closeEndWanted);
        auto* const button = buttonSaying(panel, QStringLiteral("Close IPC Lab"));
        QVERIFY(button);
        button->click();
        QCOMPARE(wanted.at(0).at(0).value<ChannelId>(), ChannelId { 1 });
        stage.selection.choose(ChannelId { 2 });
        QVERIFY(!buttonSaying(panel, QStringLiteral("Close IPC Lab")));
    }

    void anOpenFileNamesTheOtherEndAndLeadsToItsChannel()
    {
        ShownInspector stage(tellDelayedOutput);
        InspectorPanel& panel = stage.panel;
        stage.selection.choose(Pid { 4712 });
        FactList* files = nullptr;
        for (auto* const list : panel.findChildren<FactList*>()) {
            if (list->accessibleName() == QStringLiteral("Open files"))
                files = list;
        }
        QVERIFY(files);
        QCOMPARE(files->rows().at(1).words, QStringLiteral("pipe A → reader.py"));
        files->setFocus();
        QTest::keyClick(files, Qt::Key_Down);
        QTest::keyClick(files, Qt::Key_Return);
        QCOMPARE(stage.selection.channel(), ChannelId { 2 });
    }

    void anEndedProcessGetsNoSignals()
    {
        Stage stage;
        tellDelayedOutput(stage.story);
        stage.story.tell(4712, ProcessExited { 0, {}, false });
        InspectorPanel panel(stage.context);
        panel.show();
        stage.story.show(stage.cursor);
        stage.selection.choose(Pid { 4712 });
        for (auto* const button : test::found<SignalButton>(panel))
            QVERIFY(!button->isEnabled());
        QVERIFY(sentenceOf(panel).contains(QStringLiteral("zombie")));
    }

    void whatIsNotSeenOfAProcessIsSaid()
    {
        Stage stage;
        tellDelayedOutput(stage.story);
        stage.story.tell(4712, LimitNoted { SightLimit::StaticProgram });
        InspectorPanel panel(stage.context);
        panel.show();
        stage.story.show(stage.cursor);
        const auto says = [&panel](const QString& words) {
            const auto labels = panel.findChildren<QLabel*>();
            return std::ranges::any_of(labels, [&](const QLabel* label) {
                return label->isVisibleTo(&panel) && label->text().contains(words);
            });
        };
        stage.selection.choose(Pid { 4711 });
        QVERIFY(!says(QStringLiteral("linked statically")));
        stage.selection.choose(Pid { 4712 });
        QVERIFY(says(QStringLiteral("It is linked statically")));
    }

    void signalsThatCameAreListed()
    {
        Stage stage;
        tellDelayedOutput(stage.story);
        stage.story.tell(4711, SignalSent { Pid { 4712 }, { SIGUSR1 } });
        const ProcessFacts facts
            = processFacts(stage.story.world, LogView(stage.story.log), Pid { 4712 }, {});
        QCOMPARE(facts.recentSignals.at(0).left, QStringLiteral("USR1"));
        QCOMPARE(facts.recentSignals.at(0).words, QStringLiteral("sent by reader.py"));
    }

    void whatIsShownDoesNotFlickerBetweenProcesses()
    {
        Story story;
        for (const int pid : { 10, 11 }) {
            story.at(pid);
            story.launch(pid, 1, { "child" });
            story.sleep(pid, 100);
        }
        story.at(50);
        story.tell(0, UserAction { "look", {}, {} });
        QCOMPARE(mostInteresting(story.world, {}), Pid { 10 }); // which waits for longer
        QCOMPARE(mostInteresting(story.world, Pid { 11 }), Pid { 11 });
        QCOMPARE(mostInteresting(World {}, Pid { 11 }), Pid {});
    }

    void itSaysWhoseChildAndWhoseParentAProcessIs()
    {
        ShownInspector stage(tellFamily);
        InspectorPanel& panel = stage.panel;
        const auto familyOf = [&](int pid) {
            stage.selection.choose(Pid { pid });
            QStringList lines;
            for (auto* const list : panel.findChildren<FactList*>()) {
                if (list->accessibleName() != QStringLiteral("Family and threads"))
                    continue;
                for (const FactRow& row : list->rows())
                    lines += QStringList { row.left, row.words, row.right }.join(QLatin1Char(' '));
            }
            return lines.join(QLatin1Char('\n'));
        };
        QCOMPARE(familyOf(4711),
            QStringLiteral("parent IPC Lab \nchild one.py (4712) running\n"
                           "child two.py (4713) sleeping · 5.0 s left"));
        QCOMPARE(familyOf(4712),
            QStringLiteral("parent parent.py (4711) waiting · wait4() 0 s\n"
                           "thread 4712 waits in clock_nanosleep(), 0 s\n"
                           "thread 4812 running\nthread 4813 running"));
        QCOMPARE(familyOf(4713),
            QStringLiteral("parent parent.py (4711) waiting · wait4() 0 s\n"
                           "child true (4714) zombie"));
        stage.story.at(2);
        stage.story.tell(4711, ProcessExited { 0, {}, false });
        stage.story.tell(4712, ProcessAdopted { Pid { 4000 } });
        stage.story.tell(4713, ProcessAdopted { Pid { 1 } }); // never in view
        stage.story.show(stage.cursor);
        QVERIFY(familyOf(4712).startsWith(
            QStringLiteral("adopted by IPC Lab \nstarted by parent.py (4711) zombie")));
        QVERIFY(familyOf(4713).startsWith(
            QStringLiteral("adopted by process 1 \nstarted by parent.py (4711) zombie")));
        QCOMPARE(familyOf(4711), QStringLiteral("parent IPC Lab "));
    }

    void aSignalThatDoesNothingByDefaultWasNotIgnored()
    {
        Stage stage;
        tellFamily(stage.story);
        const auto last = [&stage] {
            return processFacts(stage.story.world, LogView(stage.story.log), Pid { 4713 }, {})
                .recentSignals.front()
                .words;
        };
        stage.story.tell(4713, SignalIgnored { { SIGCHLD } });
        QCOMPARE(last(), QStringLiteral("did nothing, which is its default"));
        stage.story.tell(4713, SignalActionSet { { SIGCHLD }, SignalAction::Ignore });
        stage.story.tell(4713, SignalIgnored { { SIGCHLD } });
        QCOMPARE(last(), QStringLiteral("was ignored"));
        stage.story.tell(4713, SignalIgnored { { SIGTTIN } });
        QCOMPARE(last(), QStringLiteral("did nothing, as its process group is orphaned"));
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::InspectorTest)
#include "inspector_test.moc"
