// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/inspector/shown_inspector.h"
#include "views/common/numbers.h"
#include "views/inspector/buffer_list.h"
#include "views/inspector/fact_list.h"
#include "views/inspector/inspector_facts.h"
#include "views/inspector/section.h"
#include "views/inspector/signal_button.h"
#include "views/inspector/waiting_bytes.h"
#include "views/inspector/why_box.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <set>

namespace ipclab {

using namespace std::string_view_literals;

namespace {

FactList* listNamed(const InspectorPanel& panel, const QString& name)
{
    for (auto* const list : panel.findChildren<FactList*>()) {
        if (list->accessibleName() == name && list->isVisible())
            return list;
    }
    return nullptr;
}

QStringList linesOf(const FactList* list)
{
    QStringList lines;
    for (const FactRow& row : list ? list->rows() : std::vector<FactRow> {})
        lines += QStringList({ row.left, row.words, row.right }).join(QLatin1Char('|'));
    return lines;
}

void clickLink(FactList* list, int row, bool other)
{
    const QRect place = list->linkRect(row, other);
    QVERIFY(!place.isEmpty());
    QTest::mouseClick(list, Qt::LeftButton, {}, place.center());
}

} // namespace

class InspectorPartsTest : public QObject {
    Q_OBJECT

private slots:
    void eachDirectionHasItsOwnWordsThoughNobodyWatchedReadsThere()
    {
        Story story;
        story.lab(1);
        story.launch(10, 1, { "nc" });
        story.channel(2, ChannelKind::Tcp);
        story.open(10, 3, 2, Access::ReadWrite, End::First);
        std::set<QString> words;
        const auto rows
            = channelFacts(story.world, LogView(story.log, story.log.size()), ChannelId { 2 })
                  .totals;
        for (const FactRow& row : rows)
            words.insert(row.words);
        QCOMPARE(rows.size(), std::size_t { 4 });
        QCOMPARE(words.size(), rows.size());
        QVERIFY(words.contains(QStringLiteral("written → others")));
    }

    void aStreamWithoutABufferIsSaidInAWordAndExplained()
    {
        Story story;
        story.lab(1);
        story.launch(10, 1, { "cat" });
        StdioLevel level;
        level.stream = "stderr";
        level.fd = 2;
        level.mode = BufferMode::None;
        story.tell(10, level);
        const ProcessFacts facts
            = processFacts(story.world, LogView(story.log, story.log.size()), Pid { 10 }, {});
        QCOMPARE(facts.buffers.size(), std::size_t { 1 });
        QCOMPARE(facts.buffers.front().level, QStringLiteral("unbuffered")); // it is never cut
        QVERIFY(!facts.buffers.front().rest.isEmpty());
    }

    void init()
    {
        Look look;
        qApp->setStyleSheet(look.styleSheet());
    }

    void whoAndWhatTheSentenceNamesAreLinksByMouse()
    {
        ShownInspector shown(tellEndlessDialog);
        shown.selection.choose(Pid { 5210 });
        auto* const sentence = shown.panel.findChild<QLabel*>(QStringLiteral("sentence"));
        QVERIFY(QTest::qWaitForWindowExposed(&shown.panel));
        QSignalSpy hovered(sentence, &QLabel::linkHovered);
        QSet<Pid> pids;
        QSet<ChannelId> channels;
        for (int y = 4; y < sentence->height(); y += 6) {
            for (int x = 4; x < sentence->width(); x += 6) {
                shown.selection.choose(Pid { 5210 });
                QTest::mouseClick(sentence, Qt::LeftButton, {}, QPoint(x, y));
                if (shown.selection.channel())
                    channels.insert(shown.selection.channel());
                else
                    pids.insert(shown.selection.pid());
            }
        }
        QCOMPARE(pids, (QSet<Pid> { Pid { 5210 }, Pid { 5211 } }));
        QCOMPARE(channels, (QSet<ChannelId> { ChannelId { 2 }, ChannelId { 3 } }));
    }

    // The sentence counts seconds: that must not throw the keyboard off its link.
    void theLinksOfTheSentenceAreReachedByKeyboardWhileItChanges()
    {
        ShownInspector shown(tellDelayedOutput);
        shown.selection.choose(Pid { 4711 });
        auto* const why = shown.panel.findChild<WhyBox*>();
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        why->setFocus();
        QStringList named;
        for (int i = 0;
             i < 12 && !why->accessibleDescription().startsWith(QStringLiteral("writer.py:")); ++i)
            QTest::keyClick(why, Qt::Key_Right);
        QVERIFY2(why->accessibleDescription().startsWith(QStringLiteral("writer.py: link")),
            qPrintable(why->accessibleDescription()));
        shown.then([](Story& story) {
            story.at(5);
            story.tell(4711, UserAction { "look", {}, {} });
        });
        QVERIFY(why->accessibleDescription().startsWith(QStringLiteral("writer.py: link")));
        QTest::keyClick(why, Qt::Key_Return);
        QCOMPARE(shown.selection.pid(), Pid { 4712 });
    }

    void ofTwoEndedProcessesOfOneNameNeitherIsALink()
    {
        Story story;
        story.lab(1);
        story.launch(10, 1, { "sh" });
        for (const int pid : { 20, 21 }) {
            story.launch(pid, 10, { "cat" });
            story.tell(pid, ProcessExited { 0, {}, false });
        }
        const QString sentence = QStringLiteral("sh waits for cat");
        const auto meant = [&](int about) {
            for (const Named& one : namedIn(sentence, story.world, Pid { about })) {
                if (one.name == QStringLiteral("cat"))
                    return one.target.pid;
            }
            return Pid { -1 };
        };
        QCOMPARE(meant(10), Pid {});
        QCOMPARE(meant(21), Pid { 21 }); // it speaks of itself
    }

    void aDescriptorLeadsToItsChannelAndToItsOtherEnd()
    {
        ShownInspector shown(tellDelayedOutput);
        shown.selection.choose(Pid { 4712 });
        const QString files = QStringLiteral("Open files");
        clickLink(listNamed(shown.panel, files), 1, true);
        QCOMPARE(shown.selection.pid(), Pid { 4711 });
        shown.selection.choose(Pid { 4712 });
        clickLink(listNamed(shown.panel, files), 1, false);
        QCOMPARE(shown.selection.channel(), ChannelId { 2 });
        shown.selection.choose(Pid { 4712 });
        FactList* const list = listNamed(shown.panel, files);
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Home);
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_Right);
        QCOMPARE(list->accessibleDescription(),
            QStringLiteral("descriptor 1, for writing: pipe A, read by reader.py\n"
                           "link to reader.py\n2 of 3"));
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(shown.selection.pid(), Pid { 4711 });
    }

    void aLineIsCopiedAndItsMenuLeadsWhereItsLinksDo()
    {
        ShownInspector shown(tellDelayedOutput);
        shown.selection.choose(Pid { 4712 });
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        FactList* const list = listNamed(shown.panel, QStringLiteral("Open files"));
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Down);
        QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("1\tpipe A → reader.py\tw"));
        QContextMenuEvent asked(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QApplication::sendEvent(list, &asked);
        QPointer<QMenu> menu = list->findChild<QMenu*>();
        QVERIFY(menu);
        QStringList ways;
        for (const QAction* const action : menu->actions())
            ways += action->text();
        QCOMPARE(ways,
            QStringList({ QStringLiteral("Go to pipe A"), QStringLiteral("Go to reader.py"),
                QStringLiteral("Copy") }));
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Return);
        QCOMPARE(shown.selection.pid(), Pid { 4711 });
    }

    void theFamilyLeadsToEachOfItAndIsBounded()
    {
        ShownInspector shown([](Story& story) {
            story.lab(1);
            story.launch(10, 1, { "sh" });
            for (int pid = 20; pid < 32; ++pid)
                story.launch(pid, 10, { "cat" }, StartedBy::Fork);
            story.tell(20, ProcessExited { 0, {}, false });
            story.tell(21, ProcessExited { 0, {}, false });
            story.tell(21, ProcessReaped { Pid { 10 } });
        });
        shown.selection.choose(Pid { 10 });
        const QString family = QStringLiteral("Family and threads");
        const QStringList lines = linesOf(listNamed(shown.panel, family));
        QCOMPARE(lines.size(), 10); // the parent, eight, and how many more
        QCOMPARE(lines.at(1), QStringLiteral("child|cat (22)|running")); // alive first
        QCOMPARE(lines.last(), QStringLiteral("|+3 more|")); // the zombie is one, who is gone not
        clickLink(listNamed(shown.panel, family), 1, false);
        QCOMPARE(shown.selection.pid(), Pid { 22 });
        clickLink(listNamed(shown.panel, family), 0, false);
        QCOMPARE(shown.selection.pid(), Pid { 10 });
    }

    void aSignalSaysWhatItWouldDoAndWhetherItIsPendingOrBlocked()
    {
        ShownInspector shown([](Story& story) {
            tellDelayedOutput(story);
            story.tell(4712, 4790, ThreadStarted {});
            story.tell(4712, SignalMaskSet { { (1U << (SIGUSR1 - 1)) | (1U << (SIGTERM - 1)) } });
            story.tell(4712, 4790, SignalMaskSet { { 1U << (SIGUSR1 - 1) } });
            story.tell(4711, SignalSent { Pid { 4712 }, { SIGUSR1 } });
        });
        shown.selection.choose(Pid { 4712 });
        const QStringList lines
            = linesOf(listNamed(shown.panel, QStringLiteral("What a signal would do")));
        QVERIFY(lines.contains(QStringLiteral("|HUP|ignored")));
        QVERIFY(lines.contains(QStringLiteral("|INT|handler")));
        QVERIFY2(lines.contains(QStringLiteral("|USR1|default: ends · pending · blocked")),
            qPrintable(lines.join(QLatin1Char('\n'))));
        QVERIFY(lines.contains(QStringLiteral("|TERM|default: ends · blocked in 1 of 2 threads")));
        QVERIFY(lines.contains(QStringLiteral("|KILL|cannot be caught")));
    }

    void inAnOrphanedGroupWhatWouldStopDoesNothing()
    {
        ShownInspector shown([](Story& story) {
            tellDelayedOutput(story);
            story.tell(4712, ProgramExecuted { "/bin/cat", {}, true });
        });
        shown.selection.choose(Pid { 4712 });
        const QString words = QStringLiteral("does nothing: its process group is orphaned");
        const QStringList lines
            = linesOf(listNamed(shown.panel, QStringLiteral("What a signal would do")));
        QVERIFY2(lines.contains(QStringLiteral("|TSTP, TTIN, TTOU|") + words),
            qPrintable(lines.join(QLatin1Char('\n'))));
        const ProcessFacts facts
            = processFacts(shown.story.world, LogView(shown.story.log), Pid { 4712 }, {});
        for (const SignalFact& fact : facts.signalActions)
            QCOMPARE(fact.action == words, stopsByDefault(fact.signal));
    }

    void aSignalThatCameLeadsToItsMoment()
    {
        ShownInspector shown([](Story& story) {
            tellDelayedOutput(story);
            story.tell(4711, SignalSent { Pid { 4712 }, { SIGINT } });
            story.at(5);
            story.tell(4712, SignalDelivered { { SIGINT }, SignalAction::Handler });
            story.at(6);
            story.tell(4712, UserAction { "look", {}, {} });
        });
        shown.selection.choose(Pid { 4712 });
        FactList* const list = listNamed(shown.panel, QStringLiteral("Signals that came"));
        QCOMPARE(linesOf(list),
            QStringList({ QStringLiteral("INT|went to its handler|5.0 s"),
                QStringLiteral("INT|sent by reader.py|4.0 s") }));
        const QPoint middle = list->rect().center();
        QContextMenuEvent wanted(QContextMenuEvent::Keyboard, middle, list->mapToGlobal(middle));
        QApplication::sendEvent(list, &wanted);
        auto* const menu = list->findChild<QMenu*>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().front()->text(), QStringLiteral("Go to that moment"));
        menu->close();
        clickLink(list, 1, false);
        QVERIFY(!shown.cursor.live());
        QCOMPARE(shown.cursor.moment(), shown.cursor.end() - 2);
        QCOMPARE(shown.selection.pid(), Pid { 4712 });
        QCOMPARE(linesOf(list).size(), 1); // the other had not come yet
    }

    void ofASignalOfAStrangerItIsSaidWhoseItWas()
    {
        ShownInspector shown([](Story& story) {
            tellDelayedOutput(story);
            const SignalOrigin shell { Pid { 7 }, "bash", {} };
            story.tell(4712, SignalDelivered { { SIGUSR1 }, SignalAction::Handler, {}, shell });
            story.at(5);
            const SignalOrigin key { {}, {}, SignalSource::Terminal };
            story.tell(4712, SignalIgnored { { SIGINT }, key });
            story.at(6);
            story.tell(4712, UserAction { "look", {}, {} });
        });
        shown.selection.choose(Pid { 4712 });
        QCOMPARE(linesOf(listNamed(shown.panel, QStringLiteral("Signals that came"))),
            QStringList({ QStringLiteral("INT|was ignored|from the terminal · 5.0 s"),
                QStringLiteral("USR1|went to its handler|from bash 7, not watched · 4.0 s") }));
    }

    void whatAProgramKeepsIsShownByteByByte()
    {
        ShownInspector shown(tellEndlessDialog);
        shown.selection.choose(Pid { 5211 });
        const auto buffers
            = processFacts(shown.story.world, LogView(shown.story.log), Pid { 5211 }, {}).buffers;
        QCOMPARE(buffers.size(), std::size_t { 1 });
        QCOMPARE(buffers.front().title, QStringLiteral("stdout → pipe B"));
        QCOMPARE(buffers.front().bytes, QStringLiteral("I am fine, thank you, parent.⏎⏎"));
        QVERIFY(buffers.front().level.startsWith(QStringLiteral("31 of 12")));
        QVERIFY(buffers.front().size.contains(QStringLiteral("two steps")));
        BytesBox* shownBytes = nullptr;
        for (auto* const box : shown.panel.findChildren<BytesBox*>()) {
            if (box->isVisible())
                shownBytes = box;
        }
        QVERIFY(shownBytes);
        QVERIFY(shownBytes->toPlainText().contains(QStringLiteral("thank you")));
        QCOMPARE(shownBytes->verticalScrollBar()->maximum(), 0); // all of it is to be seen
    }

    void whatWaitsInAPipeIsShownFromTheByteThatIsReadNext()
    {
        ShownInspector shown([](Story& story) {
            tellDelayedOutput(story);
            story.write(4712, 1, 2, "one\ntwo\n", End::Second);
            story.write(4712, 1, 2, "three\n", End::Second);
            story.read(4711, 3, 2, "one\n");
        });
        const auto contents = [&] {
            return channelFacts(shown.story.world, LogView(shown.story.log), ChannelId { 2 })
                .contents;
        };
        QCOMPARE(contents().size(), std::size_t { 1 });
        QCOMPARE(contents().front().bytes, QStringLiteral("two⏎three⏎"));
        QVERIFY(contents().front().size.contains(QStringLiteral("16 pages")));
        shown.story.read(4711, 3, 2, "two\nthree\n");
        QCOMPARE(contents().front().bytes, QString());
        QCOMPARE(contents().front().rest, QString());
        shown.story.write(4712, 1, 2, std::string(3000, 'x'), End::Second);
        QCOMPARE(contents().front().bytes.size(), qsizetype { WaitingBytes::kMost });
        QVERIFY(contents().front().rest.contains(countText(3000 - WaitingBytes::kMost)));
        // What was measured is not what was written: then the contents are not known.
        shown.story.tell(4712, ChannelLevel { ChannelId { 2 }, 17, 65536 });
        QCOMPARE(contents().front().bytes, QString());
        QVERIFY(contents().front().rest.contains(QStringLiteral("not known")));
    }

    void howItBeganIsShownAndWhatIsNotKeptIsSaid()
    {
        ShownInspector shown([](Story& story) {
            story.lab(1);
            story.launch(10, 1, { "python3", "child.py", "--flush=no" });
            story.tell(10,
                ProgramBegan { "/home/ana", WordList { "TERM=xterm\0API_KEY\0"sv }, 2,
                    { "nofile=1024:4096\0core=0:unlimited\0"sv } });
            story.launch(11, 1, { "old" });
        });
        shown.selection.choose(Pid { 10 });
        QCOMPARE(linesOf(listNamed(shown.panel, QStringLiteral("Arguments"))),
            QStringList({ QStringLiteral("in|/home/ana|"), QStringLiteral("0|python3|"),
                QStringLiteral("1|child.py|"), QStringLiteral("2|--flush=no|") }));
        QVERIFY(!listNamed(shown.panel, QStringLiteral("Environment"))); // it is folded at first
        shown.panel.setFolds("+");
        QCOMPARE(linesOf(listNamed(shown.panel, QStringLiteral("Environment"))),
            QStringList({ QStringLiteral("|API_KEY|value not kept"), QStringLiteral("|TERM|xterm"),
                QStringLiteral("|+2 more|") }));
        const QStringList limits = linesOf(listNamed(shown.panel, QStringLiteral("Limits")));
        QCOMPARE(limits.size(), 2);
        QVERIFY(limits.at(0).startsWith(QStringLiteral("|open files|1")));
        QCOMPARE(limits.at(1), QStringLiteral("|core dump|0 B · at most no limit"));
        shown.selection.choose(Pid { 11 });
        QVERIFY(!listNamed(shown.panel, QStringLiteral("Environment")));
        const auto notes = shown.panel.findChildren<QLabel*>();
        QVERIFY(std::ranges::any_of(notes, [](const QLabel* note) {
            return note->isVisible() && note->text().contains(QStringLiteral("not known"));
        }));
    }

    void whoEndedByALimitIsSaidToHave()
    {
        Story story;
        story.lab(1);
        const auto ends = [&](int pid, ProcessExited how, std::string_view limits) {
            story.launch(pid, 1, { "program" });
            story.tell(pid, ProgramBegan { {}, {}, 0, { limits } });
            story.tell(pid, how);
            return processFacts(story.world, LogView(story.log), Pid { pid }, {}).why;
        };
        const ProcessExited killed { std::nullopt, SIGXCPU, false };
        QVERIFY(ends(10, killed, "cpu=2:3\0"sv).contains(QStringLiteral("as long as it may, 2 s")));
        QVERIFY(!ends(11, killed, "cpu=unlimited:unlimited\0"sv).contains(QStringLiteral("may")));
        const ProcessExited failed { 1, 0, false };
        QVERIFY(ends(12, failed, "as=64000000:64000000\0"sv).contains(QStringLiteral("ENOMEM")));
        QVERIFY(!ends(13, failed, "as=unlimited:unlimited\0"sv).contains(QStringLiteral("ENOMEM")));
        const ProcessExited well { 0, 0, false };
        QVERIFY(!ends(14, well, "as=64000000:64000000\0"sv).contains(QStringLiteral("ENOMEM")));
    }

    void allOpenFilesAreShownToWhoWantsThem()
    {
        ShownInspector shown([](Story& story) {
            story.lab(1);
            story.launch(10, 1, { "server" });
            story.launch(11, 1, { "other" });
            story.pipe(1);
            for (int fd = 0; fd < 700; ++fd)
                story.open(10, fd, 1, Access::Read);
        });
        shown.selection.choose(Pid { 10 });
        const auto lines
            = [&] { return linesOf(listNamed(shown.panel, QStringLiteral("Open files"))); };
        const auto button = [&]() -> QPushButton* {
            for (auto* const one : shown.panel.findChildren<QPushButton*>()) {
                if (one->isVisible() && one->isCheckable() && one->text().contains(u"Show"))
                    return one;
            }
            return nullptr;
        };
        QCOMPARE(lines().size(), 24);
        QVERIFY(button());
        button()->setFocus();
        QTest::keyClick(button(), Qt::Key_Space);
        QCOMPARE(lines().size(), 513); // that is enough of them
        QVERIFY(lines().at(511).startsWith(QStringLiteral("511|pipe A")));
        QCOMPARE(lines().last(), QStringLiteral("|+188 more|"));
        QCOMPARE(button()->text(), QStringLiteral("Show the first 24"));
        QTest::keyClick(button(), Qt::Key_Space);
        QCOMPARE(lines().size(), 24);
        shown.selection.choose(Pid { 11 });
        QVERIFY(!button());
    }

    void whatAFileSaysTooMuchOfIsCut()
    {
        Story story;
        story.lab(1);
        story.launch(10, 1, { "child" });
        std::string words;
        std::string limits;
        for (int i = 0; i < 4000; ++i) {
            words += "A" + std::to_string(i) + '\0';
            limits += "x\x1b=1:2\0"sv;
        }
        story.tell(10, ProgramBegan { {}, WordList { words }, 7, { limits } });
        const ProcessFacts facts = processFacts(story.world, LogView(story.log), Pid { 10 }, {});
        QCOMPARE(facts.environment.size(), std::size_t { 257 });
        QCOMPARE(facts.environment.back().words,
            QStringLiteral("+%1 more").arg(countText(4000 - 256 + 7)));
        QVERIFY(facts.limitRows.size() <= 32);
        QCOMPARE(facts.limitRows.front().words, QStringLiteral("x‹ESC›"));
    }

    void aPartIsFoldedByMouseAndByKeyboardAndThatIsRemembered()
    {
        ShownInspector shown(tellDelayedOutput);
        shown.selection.choose(Pid { 4712 });
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        auto* const files = shown.panel.findChild<Section*>(QStringLiteral("files"));
        QTest::mouseClick(files->header(), Qt::LeftButton);
        QVERIFY(!listNamed(shown.panel, QStringLiteral("Open files")));
        QAccessibleInterface* const spoken = QAccessible::queryAccessibleInterface(files->header());
        QCOMPARE(spoken->text(QAccessible::Name), QStringLiteral("Open files"));
        QVERIFY(!spoken->state().checked);
        InspectorPanel later(shown.context);
        later.setFolds(shown.panel.folds());
        QVERIFY(!later.findChild<Section*>(QStringLiteral("files"))->isOpen());
        QVERIFY(!later.findChild<Section*>(QStringLiteral("limits"))->isOpen());
        QVERIFY(later.findChild<Section*>(QStringLiteral("family"))->isOpen());
        files->header()->setFocus();
        QTest::keyClick(files->header(), Qt::Key_Space);
        QVERIFY(listNamed(shown.panel, QStringLiteral("Open files")));
    }

    // The page turns to whoever is most worth a look, at any moment.
    void whatIsPressedMeansWhoWasShownThen()
    {
        ShownInspector shown(tellEndlessDialog);
        QVERIFY(QTest::qWaitForWindowActive(&shown.panel));
        const Pid aimed { 5211 };
        const QSignalSpy sent(&shown.panel, &InspectorPanel::signalWanted);
        const QSignalSpy held(&shown.panel, &InspectorPanel::holdWanted);
        auto* const hold = shown.panel.findChild<QPushButton*>(QStringLiteral("hold"));
        const QList<SignalButton*> buttons = shown.panel.findChildren<SignalButton*>();
        for (QPushButton* const button : { hold, static_cast<QPushButton*>(buttons.back()) }) {
            shown.selection.choose(aimed);
            QTRY_COMPARE(shown.panel.shownProcess(), aimed);
            QTest::mousePress(button, Qt::LeftButton);
            shown.selection.choose(Pid { 5210 });
            QCOMPARE(shown.panel.shownProcess(), Pid { 5210 });
            QTest::mouseRelease(button, Qt::LeftButton);
        }
        QCOMPARE(held.count(), 1);
        QCOMPARE(held.front().front().value<Pid>(), aimed);
        QCOMPARE(sent.count(), 1);
        QCOMPARE(sent.front().front().value<Pid>(), aimed);

        shown.selection.choose(aimed);
        QTest::mouseClick(buttons.front(), Qt::LeftButton); // more…
        auto* const menu = shown.panel.findChild<QMenu*>();
        QVERIFY(menu && !menu->isEmpty());
        shown.selection.choose(Pid { 5210 });
        menu->actions().front()->trigger();
        menu->close();
        QCOMPARE(sent.count(), 2);
        QCOMPARE(sent.back().front().value<Pid>(), aimed);
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::InspectorPartsTest)
#include "inspector_parts_test.moc"
