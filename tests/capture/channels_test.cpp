// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <algorithm>
#include <csignal>
#include <map>
#include <set>

using namespace ipclab;
using namespace ipclab::test;

namespace {

std::vector<std::string> texts(const std::vector<Found<BytesRead>>& reads)
{
    std::vector<std::string> found;
    for (const auto& one : reads) {
        if (one.body->count > 0)
            found.emplace_back(one.body->bytes.kept);
    }
    return found;
}

std::vector<const Channel*> ofKind(const World& world, ChannelKind kind)
{
    std::vector<const Channel*> found;
    for (const auto& [id, channel] : world.channels) {
        if (channel.kind == kind)
            found.push_back(&channel);
    }
    return found;
}

} // namespace

class ChannelsTest : public QObject {
    Q_OBJECT

private slots:
    void eachOfManyMessagesIsAnEvent();
    void aDescriptorSentThroughASocketIsOfTheSameChannel();
    void aFifoThatIsOnlyInASocketKeepsItsBytes();
    void aWriteEndInFlightKeepsItsReaderFromBeingStuck();
    void aDatagramGoesToTheSocketWithItsAddress();
    void whatAReaderLeavesOfADatagramIsGone();
    void aDatagramToNobodyIsLost();
    void aDatagramWithoutRoomIsLost();
    void aUnixDatagramSocketIsOneChannelToo();
    void whatIsLeftInAFifoIsGoneWithItsLastDescriptor();
    void whatIsLeftInAFifoIsGoneWithTheLastWhoWaitsToOpenIt_data();
    void whatIsLeftInAFifoIsGoneWithTheLastWhoWaitsToOpenIt();
    void whoMayWaitToOpenAFifoIsInTheCallFromItsEntryOn();
    void aFifoThatIsOpenedAgainAndAgainInVainIsOne();
    void whoMayWaitForAFileLockIsInTheCallFromItsEntryOn();
    void whatWakesIsToldBeforeWhoIsWoken();
    void systemVObjectsAreChannels();
    void memoryStaysAttachedWithoutItsDescriptor();
    void anonymousMemoryIsHadInCommonByWhoWasForked();
    void aMessageQueueIsAChannel();
    void theLevelOfAFullQueueIsThatOfItsMessages();
    void filesWithoutANumberAreToldApart();
    void aReaderThatKeepsAWriteEndIsALeak();
    void anOrphanThatKeepsAWriteEndIsALeak();
    void whoMayStillWriteIsNoLeak();
};

void ChannelsTest::eachOfManyMessagesIsAnEvent()
{
    Watched run({ tracee("channels"), "many" });
    QVERIFY(run.ends());
    const auto reads = all<BytesRead>(run.log(), run.pid());
    const std::vector<std::string> read = texts(reads);
    const std::vector<std::string> last(read.end() - 2, read.end());
    QCOMPARE(last, (std::vector<std::string> { "one", "two2three" }));
    QCOMPARE(reads.back().body->call, Call::Recvmmsg);
    const auto writes = all<BytesWritten>(run.log(), run.pid());
    QCOMPARE(writes.back().body->count, 9U);
    QCOMPARE(std::string(writes.back().body->bytes.kept), std::string("two2three"));
    for (const Queue& queue : ofKind(run.world(), ChannelKind::Unix).front()->queues)
        QCOMPARE(queue.bytes, 0U);
}

void ChannelsTest::aDescriptorSentThroughASocketIsOfTheSameChannel()
{
    Watched run({ tracee("channels"), "rights" });
    QVERIFY(run.ends());
    const Pid child = run.children().front();
    const auto sent = all<DescriptorSent>(run.log(), run.pid());
    QCOMPARE(sent.size(), 1U);
    const Channel* const pipe = ofKind(run.world(), ChannelKind::Pipe).back();
    QCOMPARE(bytesWritten(run.log(), pipe->id, child), std::string("through"));
    QCOMPARE(bytesRead(run.log(), pipe->id, run.pid()), std::string("through"));
    const auto opened = all<DescriptorOpened>(run.log(), child);
    QVERIFY(std::ranges::any_of(opened, [&](const auto& one) {
        return one.body->call == Call::Recvmsg && one.body->channel == pipe->id
            && one.body->end == End::Second;
    }));
    QVERIFY(ofKind(run.world(), ChannelKind::Unix).front()->inFlight.empty());
}

void ChannelsTest::aFifoThatIsOnlyInASocketKeepsItsBytes()
{
    const QTemporaryDir folder;
    Watched run({ tracee("channels"), "fifo-in-flight",
        folder.filePath(QStringLiteral("fifo")).toStdString() });
    QVERIFY(run.ends());
    const auto fifos = ofKind(run.world(), ChannelKind::Fifo);
    QCOMPARE(fifos.size(), 1U);
    QCOMPARE(bytesWritten(run.log(), fifos.front()->id), std::string("kept"));
    QCOMPARE(bytesRead(run.log(), fifos.front()->id), std::string("kept"));
    QVERIFY(std::ranges::none_of(all<ChannelLevel>(run.log()), [&](const auto& one) {
        return one.body->channel == fifos.front()->id && one.body->bytes == 0;
    }));
}

void ChannelsTest::aWriteEndInFlightKeepsItsReaderFromBeingStuck()
{
    Watched run({ tracee("channels"), "in-flight" });
    QVERIFY(run.sees([](const World& world) {
        const auto sockets = ofKind(world, ChannelKind::Unix);
        const auto pipes = ofKind(world, ChannelKind::Pipe);
        return !sockets.empty() && !pipes.empty()
            && world.writerInFlight(pipes.back()->id, End::First) == sockets.front()
            && world.writers(pipes.back()->id, End::First).empty();
    }));
    // Its reader holds the socket too, so it could take the end out: but it waits. No verdict that
    // it does not understand.
    QVERIFY(!run.sees([](const World& world) { return !world.findings.empty(); }, 500));
}

void ChannelsTest::aDatagramGoesToTheSocketWithItsAddress()
{
    Watched run({ tracee("channels"), "udp" });
    QVERIFY(run.ends());
    const Pid client = run.children().front();
    const auto sockets = ofKind(run.world(), ChannelKind::Udp);
    QCOMPARE(sockets.size(), 2U);
    const auto writes = all<BytesWritten>(run.log(), client);
    QCOMPARE(writes.size(), 1U);
    QCOMPARE(writes.front().body->channel, sockets[0]->id); // the server's
    QCOMPARE(writes.front().body->end, End::Second);
    QCOMPARE(bytesWritten(run.log(), sockets[1]->id, run.pid()), std::string("answer"));
    QCOMPARE(bytesRead(run.log(), sockets[1]->id, client), std::string("answer"));
    QCOMPARE(sockets[0]->senders, std::vector { client });
    QVERIFY(!run.sawFinding(FindingKind::LostDatagram));
}

void ChannelsTest::whatAReaderLeavesOfADatagramIsGone()
{
    Watched run({ tracee("channels"), "udp" });
    QVERIFY(run.ends());
    const auto sockets = ofKind(run.world(), ChannelKind::Udp);
    QCOMPARE(bytesRead(run.log(), sockets[0]->id, run.pid()), std::string("que"));
    QVERIFY(std::ranges::any_of(all<BytesRead>(run.log(), run.pid()), [](const auto& one) {
        return one.body->dropped == 5; // of "question"
    }));
    QCOMPARE(sockets[0]->queueAt(End::First).bytes, 0U);
}

void ChannelsTest::aDatagramToNobodyIsLost()
{
    Watched run({ tracee("channels"), "udp-nobody" });
    QVERIFY(run.ends());
    const auto writes = all<BytesWritten>(run.log(), run.pid());
    QCOMPARE(writes.size(), 1U);
    QVERIFY(writes.front().body->lost);
    QVERIFY(run.sawFinding(FindingKind::LostDatagram));
}

void ChannelsTest::aDatagramWithoutRoomIsLost()
{
    Watched run({ tracee("channels"), "udp-flood" });
    QVERIFY(run.ends());
    const auto writes = all<BytesWritten>(run.log(), run.pid());
    const auto lost = std::ranges::count_if(writes, [](const auto& one) { return one.body->lost; });
    const auto reads = all<BytesRead>(run.log(), run.pid());
    const auto got = std::ranges::count_if(
        reads, [](const auto& one) { return one.body->call == Call::Recvfrom; });
    QVERIFY(lost > 0);
    QCOMPARE(lost + got, 20); // of each datagram it is known where it went
    QVERIFY(run.sawFinding(FindingKind::LostDatagram));
    QCOMPARE(ofKind(run.world(), ChannelKind::Udp).front()->queueAt(End::First).bytes, 0U);
}

void ChannelsTest::aUnixDatagramSocketIsOneChannelToo()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("letters")).toStdString();
    Watched run({ tracee("channels"), "unix-datagram", path });
    QVERIFY(run.ends());
    const auto sockets = ofKind(run.world(), ChannelKind::Unix);
    QCOMPARE(sockets.size(), 2U);
    QCOMPARE(sockets[0]->local, path);
    QCOMPARE(bytesWritten(run.log(), sockets[0]->id), std::string("letter"));
    QCOMPARE(bytesRead(run.log(), sockets[0]->id), std::string("letter"));
}

void ChannelsTest::whatIsLeftInAFifoIsGoneWithItsLastDescriptor()
{
    const QTemporaryDir folder;
    LaunchSpec spec = specOf({ "sh", "-c",
        "mkfifo door; exec 3<>door; echo hello >&3; exec 3>&-; exec 4<>door; echo yes >&4; read x "
        "<&4" });
    spec.folder = folder.path().toStdString();
    Watched run(std::move(spec), {});
    QVERIFY(run.ends());
    const auto fifos = ofKind(run.world(), ChannelKind::Fifo);
    QCOMPARE(fifos.size(), 2U);
    QCOMPARE(fifos[0]->queues[0].written, 6U);
    QCOMPARE(fifos[0]->queues[0].bytes, 0U);
    QCOMPARE(fifos[1]->queues[0].written, 4U);
    QCOMPARE(fifos[1]->queues[0].read, 4U);
    QCOMPARE(fifos[1]->queues[0].bytes, 0U);
}

void ChannelsTest::whatIsLeftInAFifoIsGoneWithTheLastWhoWaitsToOpenIt_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("and is killed") << SIGKILL;
    QTest::newRow("and is interrupted") << SIGUSR1;
}

void ChannelsTest::whatIsLeftInAFifoIsGoneWithTheLastWhoWaitsToOpenIt()
{
    QFETCH(int, signal);
    const QTemporaryDir folder;
    Watched run({ "/usr/bin/python3", "-c",
        "import os, signal, sys, time\n"
        "def interrupt(*_): raise InterruptedError\n"
        "signal.signal(signal.SIGUSR1, interrupt)\n"
        "os.chdir(sys.argv[1]); os.mkfifo('f')\n"
        "reader = os.open('f', os.O_RDONLY | os.O_NONBLOCK)\n"
        "writer = os.open('f', os.O_WRONLY); os.write(writer, b'old'); os.close(writer)\n"
        "child = os.fork()\n"
        "if child == 0:\n"
        "    os.close(reader)\n"
        "    try: os.open('f', os.O_RDONLY)\n" // waits for a writer
        "    except InterruptedError: os._exit(0)\n"
        "sleeps = lambda: open(f'/proc/{child}/stat').read().split()[2] == 'S'\n"
        "while not sleeps(): time.sleep(0.01)\n"
        "os.close(reader); os.kill(child, int(sys.argv[2])); os.waitpid(child, 0)\n"
        "again = os.open('f', os.O_RDWR); os.write(again, b'new'); os.read(again, 9)\n",
        folder.path().toStdString(), std::to_string(signal) });
    QVERIFY(run.ends());
    const auto fifos = ofKind(run.world(), ChannelKind::Fifo);
    QCOMPARE(fifos.size(), 2U);
    QCOMPARE(fifos[0]->queues[0].written, 3U);
    QCOMPARE(fifos[0]->queues[0].bytes, 0U);
    QCOMPARE(bytesRead(run.log(), fifos[1]->id), std::string("new"));
    QCOMPARE(fifos[1]->queues[0].bytes, 0U);
}

void ChannelsTest::whoMayWaitToOpenAFifoIsInTheCallFromItsEntryOn()
{
    const QTemporaryDir folder;
    Watched run({ "/usr/bin/python3", "-c",
        "import os, sys\n"
        "os.chdir(sys.argv[1]); os.mkfifo('f')\n"
        "if os.fork() == 0:\n"
        "    os.open('f', os.O_RDONLY); os._exit(0)\n"
        "os.open(sys.argv[1] + '/f', os.O_WRONLY); os.wait()\n",
        folder.path().toStdString() });
    QVERIFY(run.ends());
    const Channel* const fifo = ofKind(run.world(), ChannelKind::Fifo).front();
    World world;
    std::vector<Call> calls; // that they are in when it is open
    for (EventIndex i = 0; i < run.log().size(); ++i) {
        const Event& event = run.log()[i];
        const auto* const open = std::get_if<DescriptorOpened>(&event.body);
        if (open && open->channel == fifo->id) {
            const auto& call = world.process(event.pid)->threads.at(event.tid).call;
            calls.push_back(call ? call->call : Call::Unknown);
        }
        apply(world, event);
    }
    QCOMPARE(calls, (std::vector { Call::Openat, Call::Openat })); // the second did not wait
}

void ChannelsTest::aFifoThatIsOpenedAgainAndAgainInVainIsOne()
{
    const QTemporaryDir folder;
    Watched run({ "/usr/bin/python3", "-c",
        "import os, signal, sys\n"
        "def late(*_): raise TimeoutError\n"
        "signal.signal(signal.SIGALRM, late); os.chdir(sys.argv[1]); os.mkfifo('f')\n"
        "for n in range(5):\n"
        "    signal.setitimer(signal.ITIMER_REAL, 0.02)\n"
        "    try: open('f')\n"
        "    except TimeoutError: pass\n",
        folder.path().toStdString() });
    QVERIFY(run.ends());
    const auto fifos = ofKind(run.world(), ChannelKind::Fifo);
    QCOMPARE(fifos.size(), 1U);
    const auto waits = [&](const auto& one) { return one.body->channel == fifos.front()->id; };
    QCOMPARE(std::ranges::count_if(all<CallEntered>(run.log()), waits), 5);
}

void ChannelsTest::whoMayWaitForAFileLockIsInTheCallFromItsEntryOn()
{
    Watched run({ "/usr/bin/python3", "-c",
        "import fcntl\n"
        "fcntl.flock(open('/proc/self/exe'), fcntl.LOCK_SH)\n" });
    QVERIFY(run.ends());
    const auto locks = [](const auto& one) { return one.body->call == Call::Flock; };
    QCOMPARE(std::ranges::count_if(all<CallEntered>(run.log()), locks), 1);
    QCOMPARE(std::ranges::count_if(all<CallReturned>(run.log()), locks), 1); // and goes on
}

void ChannelsTest::whatWakesIsToldBeforeWhoIsWoken()
{
    CaptureOptions parallel;
    parallel.oneCpu = false;
    for (const CaptureOptions& options : { CaptureOptions {}, parallel }) {
        Watched run(specOf({ tracee("channels"), "eventfd-rounds" }), options);
        QVERIFY(run.ends());
        std::map<ChannelId, int> waiting;
        int reads = 0;
        for (EventIndex i = 0; i < run.log().size(); ++i) {
            const EventBody& body = run.log()[i].body;
            if (const auto* const written = std::get_if<BytesWritten>(&body))
                ++waiting[written->channel];
            const auto* const read = std::get_if<BytesRead>(&body);
            if (!read || run.world().channel(read->channel)->kind != ChannelKind::Eventfd)
                continue;
            ++reads;
            QVERIFY(--waiting[read->channel] >= 0);
        }
        QCOMPARE(reads, 600);
    }
}

void ChannelsTest::systemVObjectsAreChannels()
{
    Watched run({ tracee("channels"), "system-v" });
    QVERIFY(run.ends());
    const auto queues = ofKind(run.world(), ChannelKind::Queue);
    QCOMPARE(queues.size(), 1U);
    QCOMPARE(bytesWritten(run.log(), queues.front()->id), std::string("message"));
    QCOMPARE(bytesRead(run.log(), queues.front()->id), std::string("message"));
    QCOMPARE(queues.front()->queueAt(End::First).bytes, 0U);
    QCOMPARE(ofKind(run.world(), ChannelKind::Semaphore).size(), 1U);
    const auto segments = ofKind(run.world(), ChannelKind::Shm);
    QCOMPARE(segments.size(), 1U);
    const auto detached = all<ChannelDetached>(run.log(), run.pid());
    QCOMPARE(detached.size(), 1U);
    QCOMPARE(detached.front().body->channel, segments.front()->id);
    const auto byChild = all<ChannelDetached>(run.log(), run.children().front());
    QCOMPARE(byChild.size(), 1U); // it had it from its parent, shmat(2)
    QVERIFY(byChild.front().index < detached.front().index);
}

void ChannelsTest::memoryStaysAttachedWithoutItsDescriptor()
{
    Watched run({ tracee("channels"), "mapped" });
    QVERIFY(run.ends());
    const auto attached = all<ChannelAttached>(run.log());
    QCOMPARE(attached.size(), 1U);
    QCOMPARE(attached.front().event->pid, run.pid());
    const Channel* const memory = run.world().channel(attached.front().body->channel);
    QVERIFY(memory && memory->kind == ChannelKind::Shm);
    const auto opened = all<DescriptorOpened>(run.log(), run.pid());
    const auto ofIt = std::ranges::find_if(
        opened, [&](const auto& one) { return one.body->channel == memory->id; });
    QVERIFY(ofIt != opened.end());
    std::size_t closes = 0; // of its two descriptors: said with the second
    for (const auto& one : all<DescriptorClosed>(run.log(), run.pid()))
        closes += one.index > ofIt->index && one.index < attached.front().index ? 1 : 0;
    QCOMPARE(closes, 1U);
    const auto detached = all<ChannelDetached>(run.log());
    QCOMPARE(detached.size(), 1U); // the child has it still
    QCOMPARE(detached.front().event->pid, run.pid());
    QCOMPARE(detached.front().body->channel, memory->id);
}

void ChannelsTest::anonymousMemoryIsHadInCommonByWhoWasForked()
{
    Watched run({ tracee("channels"), "anonymous" });
    bool both = false;
    QVERIFY(run.sees([&](const World& world) {
        both = both || std::ranges::count_if(world.processes, [](const auto& entry) {
            return entry.second.attached.size() == 1;
        }) == 2;
        return both;
    }));
    QVERIFY(run.ends());
    const auto attached = all<ChannelAttached>(run.log());
    QCOMPARE(attached.size(), 1U); // what is private is nobody's but its own
    QCOMPARE(attached.front().event->pid, run.pid());
    const auto memories = ofKind(run.world(), ChannelKind::Shm);
    QCOMPARE(memories.size(), 1U);
    QCOMPARE(memories.front()->id, attached.front().body->channel);
    QVERIFY(memories.front()->name.starts_with("anon_shmem:["));
    QVERIFY(!memories.front()->outside); // only fork(2) hands it on
    const auto detached = all<ChannelDetached>(run.log());
    QCOMPARE(detached.size(), 1U); // the child had it still, until it executed another program
    QCOMPARE(detached.front().event->pid, run.pid());
    const Process* const child = run.world().process(run.children().front());
    QVERIFY(child && child->attached.empty());
}

void ChannelsTest::aMessageQueueIsAChannel()
{
    const std::string name = "/ipclab-test-" + std::to_string(QCoreApplication::applicationPid());
    Watched run({ tracee("channels"), "queue", name });
    QVERIFY(run.ends());
    const auto queues = ofKind(run.world(), ChannelKind::Queue);
    QCOMPARE(queues.size(), 1U);
    QCOMPARE(bytesWritten(run.log(), queues.front()->id), std::string("urgent"));
    QCOMPARE(bytesRead(run.log(), queues.front()->id), std::string("urgent"));
}

void ChannelsTest::theLevelOfAFullQueueIsThatOfItsMessages()
{
    const std::string name = "/ipclab-full-" + std::to_string(QCoreApplication::applicationPid());
    Watched run({ tracee("channels"), "full-queue", name });
    QVERIFY(run.ends());
    QCOMPARE(ofKind(run.world(), ChannelKind::Queue).front()->name, name);
    const auto levels = all<ChannelLevel>(run.log(), run.pid());
    QVERIFY(!levels.empty());
    for (const auto& level : levels)
        QCOMPARE(level.body->bytes, std::uint64_t { 15 }); // three of five
}

void ChannelsTest::filesWithoutANumberAreToldApart()
{
    Watched run({ tracee("channels"), "nameless" });
    QVERIFY(run.ends());
    QCOMPARE(ofKind(run.world(), ChannelKind::Eventfd).size(), 2U);
    QCOMPARE(ofKind(run.world(), ChannelKind::Timerfd).size(), 2U); // the duplicate is no third
    QCOMPARE(ofKind(run.world(), ChannelKind::Epoll).size(), 2U);
}

void ChannelsTest::aReaderThatKeepsAWriteEndIsALeak()
{
    Watched run({ tracee("channels"), "leak-self" });
    QVERIFY(run.sees([&run](const World& world) {
        const Finding* const leak = world.finding(FindingKind::DescriptorLeak);
        return leak && leak->pids == std::vector { run.pid() };
    }));
}

void ChannelsTest::anOrphanThatKeepsAWriteEndIsALeak()
{
    Watched run({ tracee("channels"), "leak-orphan" });
    QVERIFY(run.sees([](const World& world) {
        const Finding* const leak = world.finding(FindingKind::DescriptorLeak);
        return leak && leak->pids.size() == 2;
    }));
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void ChannelsTest::whoMayStillWriteIsNoLeak()
{
    Watched run({ tracee("channels"), "no-leak" });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::DescriptorLeak));
}

CAPTURE_TEST_MAIN(ChannelsTest)
#include "channels_test.moc"
