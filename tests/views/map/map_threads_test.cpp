// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/world_story.h"
#include "views/common/look.h"
#include "views/map/card_item.h"
#include "views/map/map_threads.h"

#include <QImage>
#include <QPainter>
#include <QTest>

#include <algorithm>
#include <csignal>

namespace ipclab {

namespace {

CardFacts factsOf(const Story& story, int pid)
{
    const MapGraph graph = mapGraph(story.world);
    const auto card = std::ranges::find(graph.cards, nodeOf(Pid { pid }), &MapCard::node);
    return card == graph.cards.end() ? CardFacts {} : cardFacts(story.world, *card, {});
}

// One runs, one waits for a mutex that another has, one sleeps.
void tellThreads(Story& story)
{
    story.launch(100, 1, { "./workers" });
    for (const int tid : { 101, 102 })
        story.tell(100, tid, ThreadStarted {});
    CallEntered futex;
    futex.call = Call::Futex;
    story.tell(100, 101, futex);
    LockWaiting waiting;
    waiting.address = 0x5000;
    waiting.owner = Tid { 100 };
    waiting.lock = LockKind::Mutex;
    story.tell(100, 101, waiting);
    CallEntered sleep;
    sleep.call = Call::ClockNanosleep;
    sleep.timeout = 5 * kSecond;
    story.tell(100, 102, sleep);
}

QImage painted(const Look& look, const CardFacts& facts)
{
    CardItem item(look, false);
    item.show(facts);
    QImage image(item.boundingRect().size().toSize(), QImage::Format_ARGB32);
    image.fill(look.colour(Ink::Background));
    QPainter painter(&image);
    painter.translate(-item.boundingRect().topLeft());
    item.paint(&painter, nullptr, nullptr);
    return image;
}

} // namespace

class MapThreadsTest : public QObject {
    Q_OBJECT

private slots:
    void eachThreadOfSeveralHasItsMark()
    {
        Story story;
        tellThreads(story);
        using Marks = std::vector<StateMark>;
        QVERIFY(factsOf(story, 100).threadMarks
            == (Marks { StateMark::Running, StateMark::Waiting, StateMark::Sleeping }));
        story.tell(100, ProcessStopped { { SIGSTOP } });
        QVERIFY(factsOf(story, 100).threadMarks == Marks(3, StateMark::Stopped));
        story.launch(200, 1, { "cat" });
        QVERIFY(factsOf(story, 200).threadMarks.empty());
    }

    void onlyThoseOfTheDeadlockAreMarkedSo()
    {
        Story story;
        tellThreads(story);
        FindingBegan began;
        const std::vector<Pid> pids { Pid { 100 } };
        const std::vector<Tid> tids { Tid { 101 } };
        began.pids = pids;
        began.tids = tids;
        story.tell(0, began);
        QCOMPARE(threadStates(factsOf(story, 100).threadMarks),
            QStringLiteral("1 in a deadlock · 1 running · 1 sleeping"));
    }

    void theTipSaysWhichWaitsForWhat()
    {
        Story story;
        tellThreads(story);
        const QString tip = factsOf(story, 100).tip;
        QVERIFY2(tip.contains(QStringLiteral("workers runs")), qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral(
                     "thread 101 of workers waits in futex() for a lock that workers holds")),
            qPrintable(tip));
        QVERIFY2(tip.contains(QStringLiteral("thread 102 of workers sleeps")), qPrintable(tip));
        const QString words = mapSummary(story.world, mapGraph(story.world));
        QVERIFY2(words.contains(QStringLiteral("3 threads: 1 running · 1 waiting · 1 sleeping")),
            qPrintable(words));
    }

    void ofManyThreadsTheMostTellingAreShownAndTheTipIsBounded()
    {
        Story story;
        story.launch(100, 1, { "./workers" });
        for (int tid = 101; tid < 300; ++tid) {
            story.tell(100, tid, ThreadStarted {});
            CallEntered futex;
            futex.call = Call::Futex;
            if (tid != 250)
                story.tell(100, tid, futex);
        }
        const CardFacts facts = factsOf(story, 100);
        QCOMPARE(facts.threadMarks.size(), std::size_t { 200 });
        QVERIFY(facts.threadMarks[1] == StateMark::Running); // 250, beside the first
        QVERIFY(facts.tip.count(QStringLiteral("<br>")) <= 12);
    }

    void theMarksArePaintedApartAndNeedNoMoreRoom()
    {
        Story story;
        tellThreads(story);
        Look look;
        CardFacts facts = factsOf(story, 100);
        const QImage some = painted(look, facts);
        facts.threadMarks[0] = StateMark::Waiting;
        const QImage others = painted(look, facts);
        QVERIFY(some != others);
        facts.threadMarks.clear();
        QCOMPARE(painted(look, facts).size(), some.size());
        QVERIFY(painted(look, facts) != some);
    }

    void theLabSaysWhatItHolds()
    {
        Story story;
        story.lab(4000);
        story.terminal(1, 4000, 9);
        story.launch(100, 4000, { "cat" });
        story.onTerminal(100, 1);
        const CardFacts before = factsOf(story, 4000);
        story.write(4000, 9, 1, "hello\n", End::First);
        story.write(100, 1, 1, "hello back", End::Second);
        story.read(4000, 9, 1, "hello", End::First);
        story.tell(1, ChannelLevel { ChannelId { 1 }, 5, 4096 });
        const CardFacts facts = factsOf(story, 4000);
        QCOMPARE(
            facts.ends, (QStringList { QStringLiteral("5 B came"), QStringLiteral("6 B typed") }));
        for (const char* const words :
            { "process 4000", "5 B came", "5 B not read yet", "6 B typed" })
            QVERIFY2(facts.tip.contains(QString::fromLatin1(words)), qPrintable(facts.tip));
        const QString summary = mapSummary(story.world, mapGraph(story.world));
        QVERIFY2(summary.contains(QStringLiteral("IPC Lab, you, terminal: 5 B came")),
            qPrintable(summary));
        Look look; // bytes that come move nothing
        QCOMPARE(
            CardItem::boxFor(facts, look, true).size, CardItem::boxFor(before, look, true).size);
    }

    void theLinesOfTheLabFitIntoItsCardInThousands()
    {
        for (const bool projector : { false, true }) {
            Look look;
            look.setProjector(projector);
            const CardFacts facts;
            const qreal room = CardItem::boxFor(facts, look, true).size.width() - look.px(27);
            for (const char* const words : { "9 999 B came", "9 999 B typed" })
                QVERIFY(QFontMetricsF(look.small()).horizontalAdvance(QString::fromLatin1(words))
                    <= room);
        }
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MapThreadsTest)
#include "map_threads_test.moc"
