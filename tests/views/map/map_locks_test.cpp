// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/map/shown_map.h"
#include "views/map/map_locks.h"

#include <QTest>

#include <algorithm>
#include <vector>

namespace ipclab {

namespace {

void waitForLock(Story& story, int tid, LockWaiting waiting, Call call = Call::Futex,
    unsigned channel = 0, int pid = 0)
{
    CallEntered entered;
    entered.call = call;
    entered.channel = ChannelId { channel };
    story.tell(pid == 0 ? tid : pid, tid, entered);
    story.tell(pid == 0 ? tid : pid, tid, waiting);
}

LockWaiting mutexOf(std::uint64_t address, int owner)
{
    LockWaiting waiting;
    waiting.address = address;
    waiting.owner = Tid { owner };
    waiting.lock = LockKind::Mutex;
    return waiting;
}

// A word in memory: whose it is nobody knows.
LockWaiting wordOf(std::uint64_t address, const std::vector<Pid>& pids)
{
    LockWaiting waiting;
    waiting.address = address;
    waiting.lock = LockKind::Word;
    waiting.pids = pids;
    return waiting;
}

LockWaiting fileLock(int owner)
{
    LockWaiting waiting;
    waiting.owner = Tid { owner };
    waiting.lock = LockKind::File;
    return waiting;
}

void tellDeadlock(Story& story, std::vector<Pid> pids, std::vector<Tid> tids,
    std::vector<ChannelId> channels = {})
{
    FindingBegan began;
    began.kind = FindingKind::Deadlock;
    began.pids = pids;
    began.tids = tids;
    began.channels = channels;
    story.tell(0, began);
}

// Two processes on a terminal; first.py has the lock on a file, second.py waits for it.
void tellFlock(Story& story)
{
    story.lab(1);
    story.terminal(1, 1, 5);
    story.launch(100, 1, { "python3", "first.py" });
    story.launch(101, 1, { "python3", "second.py" });
    story.onTerminal(100, 1);
    story.onTerminal(101, 1);
    story.channel(2, ChannelKind::File, "/tmp/counter");
    story.open(100, 3, 2, Access::Write);
    story.open(101, 3, 2, Access::Write);
}

// Each has one of two mutexes in memory that both have, and waits for the other.
void tellMutexCycle(Story& story)
{
    tellFlock(story);
    story.at(3);
    waitForLock(story, 100, mutexOf(0x7f0000001000, 101));
    waitForLock(story, 101, mutexOf(0x7f0000001040, 100));
    tellDeadlock(story, { Pid { 100 }, Pid { 101 } }, { Tid { 100 }, Tid { 101 } });
}

// Two threads of one process.
void tellThreadCycle(Story& story)
{
    story.lab(1);
    story.launch(100, 1, { "./workers" });
    story.tell(100, 102, ThreadStarted {});
    story.at(3);
    waitForLock(story, 100, mutexOf(0x5000, 102));
    waitForLock(story, 102, mutexOf(0x5040, 100), Call::Futex, 0, 100);
    tellDeadlock(story, { Pid { 100 } }, { Tid { 100 }, Tid { 102 } });
}

void tellFileCycle(Story& story)
{
    tellFlock(story);
    story.channel(3, ChannelKind::File, "/tmp/journal");
    story.open(100, 4, 3, Access::Write);
    story.open(101, 4, 3, Access::Write);
    story.at(3);
    waitForLock(story, 100, fileLock(101), Call::Flock, 2);
    waitForLock(story, 101, fileLock(100), Call::Flock, 3);
    tellDeadlock(story, { Pid { 100 }, Pid { 101 } }, { Tid { 100 }, Tid { 101 } },
        { ChannelId { 2 }, ChannelId { 3 } });
}

void tellMemory(Story& story)
{
    tellFlock(story);
    story.channel(4, ChannelKind::Shm, "/dev/shm/scores");
    story.open(100, 5, 4, Access::ReadWrite);
    story.tell(101, ChannelAttached { ChannelId { 4 } });
    story.channel(5, ChannelKind::Semaphore, "semid 3");
    story.tell(100, ChannelAttached { ChannelId { 5 } });
    story.tell(101, ChannelAttached { ChannelId { 5 } });
    story.channel(6, ChannelKind::Eventfd, "anon_inode:[eventfd]");
    story.open(100, 6, 6, Access::ReadWrite);
    story.open(101, 6, 6, Access::ReadWrite);
}

const MapTube* tubeOf(const MapGraph& graph, const MapNode& node)
{
    const auto tube = std::ranges::find(graph.tubes, node, &MapTube::node);
    return tube == graph.tubes.end() ? nullptr : &*tube;
}

const MapLink* linkOf(const MapGraph& graph, int pid, const MapNode& tube, MapLink::Role role)
{
    const auto link = std::ranges::find_if(graph.links, [&](const MapLink& one) {
        return one.card == nodeOf(Pid { pid }) && one.tube == tube && one.role == role;
    });
    return link == graph.links.end() ? nullptr : &*link;
}

std::vector<const LinkItem*> linksIn(const MapScene& scene)
{
    std::vector<const LinkItem*> found;
    for (const QGraphicsItem* const item : scene.items()) {
        if (const auto* const link = dynamic_cast<const LinkItem*>(item))
            found.push_back(link);
    }
    return found;
}

QString overlap(const MapScene& scene)
{
    const std::vector<MapNode> nodes = scene.nodes();
    for (std::size_t one = 0; one < nodes.size(); ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            if (scene.rectOf(nodes[one]).intersects(scene.rectOf(nodes[other])))
                return QStringLiteral("%1 and %2").arg(nodes[one].number).arg(nodes[other].number);
        }
    }
    return {};
}

void saveIfAsked(QWidget& widget, const QString& name)
{
    const QString folder = qEnvironmentVariable("IPCLAB_PICTURES");
    if (!folder.isEmpty())
        QVERIFY(widget.grab().save(folder + QLatin1Char('/') + name + QStringLiteral(".png")));
}

} // namespace

class MapLocksTest : public QObject {
    Q_OBJECT

private slots:
    void aFileThatNobodyWaitsForIsNotDrawnAndItsLockIs()
    {
        Story story;
        tellFlock(story);
        const MapNode file = nodeOf(ChannelId { 2 });
        QVERIFY(!tubeOf(mapGraph(story.world), file));
        waitForLock(story, 101, fileLock(100), Call::Flock, 2);
        const MapGraph graph = mapGraph(story.world);
        const MapTube* const tube = tubeOf(graph, file);
        QVERIFY(tube && tube->lock);
        const MapLink* const waits = linkOf(graph, 101, file, MapLink::Role::Waits);
        const MapLink* const owns = linkOf(graph, 100, file, MapLink::Role::Owns);
        QVERIFY(waits && waits->writes && !waits->reads); // to what it wants
        QVERIFY(owns && owns->reads && !owns->writes); // to who has it
        QVERIFY(!linkOf(graph, 100, file, MapLink::Role::Waits));
        const TubeFacts facts = tubeFacts(story.world, *tube);
        QVERIFY(facts.shape == TubeShape::Lock);
        QCOMPARE(facts.name, QStringLiteral("lock on file counter"));
        QCOMPARE(facts.notes[0], QStringLiteral("held by first.py"));
        QCOMPARE(facts.notes[1], QStringLiteral("second.py waits"));
        QVERIFY(!facts.deadlock);
        story.leave(101, Call::Flock);
        QVERIFY(!tubeOf(mapGraph(story.world), file));
    }

    void whatProcessesHaveInCommonIsDrawnAndWhatOneHasIsNot()
    {
        Story story;
        tellMemory(story);
        const MapGraph graph = mapGraph(story.world);
        for (const unsigned channel : { 4U, 5U, 6U }) {
            const MapTube* const tube = tubeOf(graph, nodeOf(ChannelId { channel }));
            QVERIFY2(tube, qPrintable(QString::number(channel)));
            const TubeFacts facts = tubeFacts(story.world, *tube);
            QCOMPARE(facts.notes[0], QStringLiteral("used by 2 processes"));
            QVERIFY(facts.flows.empty());
        }
        story.tell(101, ChannelDetached { ChannelId { 4 } });
        QVERIFY(!tubeOf(mapGraph(story.world), nodeOf(ChannelId { 4 })));
    }

    void whoWaitsForASemaphoreIsToldApartFromWhoUsesIt()
    {
        Story story;
        tellMemory(story);
        LockWaiting waiting;
        waiting.lock = LockKind::Semaphores;
        waiting.id = 3;
        waitForLock(story, 101, waiting, Call::Semop, 5);
        const MapGraph graph = mapGraph(story.world);
        const MapNode set = nodeOf(ChannelId { 5 });
        QVERIFY(linkOf(graph, 101, set, MapLink::Role::Waits));
        QVERIFY(!linkOf(graph, 100, set, MapLink::Role::Waits));
        QVERIFY(linkOf(graph, 100, set, MapLink::Role::Bytes));
        const TubeFacts facts = tubeFacts(story.world, *tubeOf(graph, set));
        QVERIFY(facts.shape == TubeShape::Semaphore);
        QCOMPARE(facts.notes[0], QStringLiteral("second.py waits"));
    }

    void onlySoManyAreDrawnAndTheRestIsCounted()
    {
        Story story;
        tellFlock(story);
        for (int i = 0; i < 20; ++i) {
            const auto channel = static_cast<unsigned>(100 + i);
            story.channel(channel, ChannelKind::Shm, "/dev/shm/part");
            story.open(100, 20 + i, channel, Access::ReadWrite);
            story.open(101, 20 + i, channel, Access::ReadWrite);
            story.launch(200 + i, 1, { "worker" });
            waitForLock(story, 200 + i, mutexOf(0x9000 + 64U * i, 100));
        }
        const MapGraph graph = mapGraph(story.world);
        const auto locks = std::ranges::count_if(
            graph.tubes, [](const MapTube& tube) { return tube.lock.has_value(); });
        QCOMPARE(static_cast<std::size_t>(locks), kMostLocks);
        QCOMPARE(graph.moreLocks, 20 - kMostLocks);
        QCOMPARE(graph.tubes.size(), 1 + kMostCommon + kMostLocks); // and the terminal
        QVERIFY(mapSummary(story.world, graph)
                    .contains(QStringLiteral("and 8 more locks that somebody waits for")));
    }

    void aLockWhoseOwnerIsNotKnownIsDrawnWithWhoWaits()
    {
        Story story;
        story.launch(100, 1, { "python3", "threads.py" });
        story.tell(100, 102, ThreadStarted {});
        const std::vector<Pid> own { Pid { 100 } };
        waitForLock(story, 102, wordOf(0x7000, own), Call::Futex, 0, 100);
        const MapGraph graph = mapGraph(story.world);
        QCOMPARE(graph.tubes.size(), std::size_t { 1 });
        const TubeFacts facts = tubeFacts(story.world, graph.tubes.front());
        QVERIFY(facts.shape == TubeShape::Lock);
        QVERIFY(!facts.deadlock);
        QCOMPARE(facts.name, QStringLiteral("lock or condition …7000"));
        QCOMPARE(facts.notes[0], QStringLiteral("who has it is not known"));
        QCOMPARE(facts.notes[1], QStringLiteral("thread 102 waits"));
        QVERIFY(linkOf(graph, 100, graph.tubes.front().node, MapLink::Role::Waits));
        QVERIFY(!linkOf(graph, 100, graph.tubes.front().node, MapLink::Role::Owns));
    }

    void thatOthersCouldReleaseALockIsNotThatTheyHoldIt()
    {
        Story story;
        story.launch(100, 1, { "python3", "board.py" });
        LockWaiting waiting = wordOf(0x7000, { Pid { 100 } });
        waiting.outside = true;
        waitForLock(story, 100, waiting);
        const MapGraph graph = mapGraph(story.world);
        QCOMPARE(tubeFacts(story.world, graph.tubes.front()).notes[0],
            QStringLiteral("a program not watched could release it"));
    }

    void threadsThatMayHaveNothingToDoLeaveRoomForLocks()
    {
        Story story;
        story.launch(100, 1, { "./pool" });
        const std::vector<Pid> own { Pid { 100 } };
        for (int tid = 101; tid <= 110; ++tid) {
            story.tell(100, tid, ThreadStarted {});
            waitForLock(story, tid, wordOf(0x7000 + 64U * tid, own), Call::Futex, 0, 100);
        }
        waitForLock(story, 100, mutexOf(0x5000, 101));
        const MapGraph graph = mapGraph(story.world);
        QCOMPARE(graph.tubes.size(), 1 + kMostAlone);
        QVERIFY(tubeOf(graph, { MapNode::Kind::Lock, 0x5000, 100 }));
        QCOMPARE(graph.moreLocks, 10 - kMostAlone);
    }

    void theSameAddressInTwoProcessesIsTwoLocks()
    {
        Story story;
        for (const int pid : { 100, 200 }) {
            story.launch(pid, 1, { "./workers" });
            story.tell(pid, pid + 1, ThreadStarted {});
            waitForLock(story, pid + 1, mutexOf(0x5000, pid), Call::Futex, 0, pid);
        }
        QCOMPARE(mapGraph(story.world).tubes.size(), std::size_t { 2 });
    }

    void nothingMovesWhenALockAppearsOrGoes()
    {
        for (const double waitsAt : { 0.1, 5.0 }) { // also while all is still being arranged
            ShownMap stage(tellFlock);
            MapView& view = stage.view;
            const MapScene& map = view.map();
            std::map<MapNode, QRectF> before;
            for (const MapNode& node : map.nodes())
                before[node] = map.rectOf(node);
            stage.story.at(waitsAt);
            waitForLock(stage.story, 101, fileLock(100), Call::Flock, 2);
            QVERIFY(stage.cursor.advance());
            QCOMPARE(map.nodes().size(), before.size() + 1);
            for (const auto& [node, rect] : before)
                QCOMPARE(map.rectOf(node), rect);
            QVERIFY2(overlap(map).isEmpty(), qPrintable(overlap(map)));
            stage.story.leave(101, Call::Flock);
            QVERIFY(stage.cursor.advance());
            QCOMPARE(map.nodes().size(), before.size());
            for (const auto& [node, rect] : before)
                QCOMPARE(map.rectOf(node), rect);
        }
    }

    void aCycleOfLocksIsAsPlainAsOneOfPipes()
    {
        for (auto* const tell : { &tellMutexCycle, &tellFileCycle, &tellThreadCycle }) {
            Stage stage;
            tell(stage.story);
            MapView view(stage.context);
            view.resize(900, 600);
            stage.story.show(stage.cursor);
            const MapScene& map = view.map();
            int red = 0;
            for (const LinkItem* const link : linksIn(map)) {
                const bool ofLock = link->facts().role != MapLink::Role::Bytes;
                QCOMPARE(link->facts().deadlock, ofLock);
                red += ofLock ? 1 : 0;
            }
            QCOMPARE(red, 4);
            const MapGraph& graph = map.graph();
            const auto locks = std::ranges::count_if(graph.tubes, [&](const MapTube& tube) {
                return tube.lock && tubeFacts(stage.story.world, tube).deadlock;
            });
            QCOMPARE(locks, 2);
            const bool said = std::ranges::any_of(map.items(), [](const QGraphicsItem* item) {
                const auto* const word = dynamic_cast<const MapWord*>(item);
                return word && word->isVisible();
            });
            QVERIFY(said);
            QVERIFY2(overlap(map).isEmpty(), qPrintable(overlap(map)));
        }
    }

    void whoHasALockAndWaitsForItHasTwoLinesThatAreApart()
    {
        ShownMap stage(tellThreadCycle);
        MapView& view = stage.view;
        std::vector<LinkShape> shapes;
        for (const LinkItem* const link : linksIn(view.map()))
            shapes.push_back(link->facts().shape);
        QCOMPARE(shapes.size(), std::size_t { 4 });
        for (std::size_t one = 0; one < shapes.size(); ++one) {
            for (std::size_t other = 0; other < one; ++other) {
                QVERIFY(QLineF(shapes[one].atTube, shapes[other].atTube).length() > 10);
                QVERIFY(QLineF(shapes[one].atCard, shapes[other].atCard).length() > 5);
            }
        }
    }

    void bytesDoNotTravelAlongTheLinesOfALock()
    {
        Stage stage;
        tellFlock(stage.story);
        waitForLock(stage.story, 101, fileLock(100), Call::Flock, 2);
        MapView view(stage.context);
        view.resize(900, 600);
        stage.story.show(stage.cursor);
        view.show();
        stage.story.write(100, 3, 2, "41", End::First);
        QVERIFY(stage.cursor.advance());
        QVERIFY(!view.map().pulses().moving());
    }

    void amongFortyProcessesLocksFindRoomAndNothingMoves()
    {
        Stage stage;
        tellCrowd(stage.story, 40, 7);
        MapView view(stage.context);
        view.resize(1200, 800);
        stage.story.show(stage.cursor);
        const MapScene& map = view.map();
        std::map<MapNode, QRectF> before;
        for (const MapNode& node : map.nodes())
            before[node] = map.rectOf(node);
        for (int i = 0; i < 12; ++i)
            waitForLock(stage.story, 6010 + 2 * i, mutexOf(0x9000 + 64U * i, 6011 + i));
        QVERIFY(stage.cursor.advance());
        QCOMPARE(map.nodes().size(), before.size() + kMostLocks);
        for (const auto& [node, rect] : before)
            QCOMPARE(map.rectOf(node), rect);
        QVERIFY2(overlap(map).isEmpty(), qPrintable(overlap(map)));
    }

    void whoWaitsForALockOfADeadlockAndIsNoPartOfItHasNoRedLine()
    {
        Story story;
        tellMutexCycle(story);
        story.launch(102, 1, { "victim" });
        waitForLock(story, 102, mutexOf(0x7f0000001000, 101));
        story.launch(103, 1, { "other" });
        waitForLock(story, 103, mutexOf(0x7f0000002000, 102));
        const MapGraph graph = mapGraph(story.world);
        const MapTube* const other = tubeOf(graph, { MapNode::Kind::Lock, 0x7f0000002000 });
        QVERIFY(other && !tubeFacts(story.world, *other).deadlock);
        const MapTube* const cycle = tubeOf(graph, { MapNode::Kind::Lock, 0x7f0000001000 });
        QVERIFY(cycle && tubeFacts(story.world, *cycle).deadlock);
        QCOMPARE(cycle->lock->waiters.size(), std::size_t { 2 });
    }

    void aLockThatIsChosenSelectsWhoWaits()
    {
        ShownMap stage(tellMutexCycle);
        MapView& view = stage.view;
        const MapNode lock { MapNode::Kind::Lock, 0x7f0000001000 };
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.rectOf(lock).center());
        QCOMPARE(stage.selection.pid(), Pid { 100 });
    }

    void pictures()
    {
        for (const bool dark : { false, true }) {
            const auto draw = [&](const QString& name, auto tell) {
                Stage stage;
                stage.look.setDark(dark);
                qApp->setStyleSheet(stage.look.styleSheet());
                qApp->setPalette(stage.look.palette());
                tell(stage.story);
                MapView view(stage.context);
                view.resize(790, 500);
                stage.story.show(stage.cursor);
                view.show();
                QVERIFY(QTest::qWaitForWindowExposed(&view));
                saveIfAsked(view, name + QString::fromLatin1(dark ? "-dark" : "-light"));
            };
            draw(QStringLiteral("flock"), [](Story& story) {
                tellFlock(story);
                waitForLock(story, 101, fileLock(100), Call::Flock, 2);
            });
            draw(QStringLiteral("mutex-cycle"), tellMutexCycle);
            draw(QStringLiteral("file-cycle"), tellFileCycle);
            draw(QStringLiteral("thread-cycle"), tellThreadCycle);
            draw(QStringLiteral("memory"), tellMemory);
        }
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MapLocksTest)
#include "map_locks_test.moc"
