// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include "ipc-core/capture/borrowed_descriptor.h"

#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <csignal>
#include <cstddef>
#include <utility>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// Has room for one more connection than `backlog` that nobody has accepted yet, listen(2).
class Listener {
public:
    explicit Listener(int backlog)
    {
        socklen_t length = sizeof m_address;
        m_address.sin_family = AF_INET;
        m_address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (bind(m_fd.get(), place(), length) != 0 || listen(m_fd.get(), backlog) != 0
            || getsockname(m_fd.get(), place(), &length) != 0)
            qFatal("cannot listen");
    }

    [[nodiscard]] int get() const { return m_fd.get(); }
    [[nodiscard]] UniqueFd connected() const
    {
        UniqueFd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
        return ::connect(client.get(), place(), sizeof m_address) == 0 ? std::move(client)
                                                                       : UniqueFd();
    }
    [[nodiscard]] UniqueFd accepted() const
    {
        return UniqueFd(accept4(get(), nullptr, nullptr, SOCK_CLOEXEC));
    }
    // Who connects has its place among them only when it has sent something: tcp(7).
    void defer(bool on) const
    {
        const int seconds = on ? 1 : 0;
        setsockopt(get(), IPPROTO_TCP, TCP_DEFER_ACCEPT, &seconds, sizeof seconds);
    }
    [[nodiscard]] unsigned unaccepted() const
    {
        tcp_info info {};
        socklen_t length = sizeof info;
        getsockopt(get(), IPPROTO_TCP, TCP_INFO, &info, &length);
        return info.tcpi_unacked; // of who listens: tcp_get_info() in net/ipv4/tcp.c
    }

private:
    [[nodiscard]] sockaddr* place() const { return reinterpret_cast<sockaddr*>(&m_address); }

    UniqueFd m_fd { socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0) };
    mutable sockaddr_in m_address {};
};

} // namespace

class DeadlocksTest : public QObject {
    Q_OBJECT

private slots:
    void twoThatWaitForEachOtherAreFound();
    void endingOneEndsTheFinding();
    void mutexesTakenCrosswiseAreFound();
    void whoCanStillMoveIsNoDeadlock_data();
    void whoCanStillMoveIsNoDeadlock();
    void whoseConnectionGivesUpIsNotStuck_data();
    void whoseConnectionGivesUpIsNotStuck();
    void whatIsNotAcknowledgedMayBeGivenUp();
    void whoMayHaveBeenSentAnEndCanWriteThere();
    void aReaderOfAnEndWeHoldIsNoDeadlock();
    void aReaderThatHoldsTheOnlyWriteEndIsOne();
    void aPythonThatIsInterruptedByItsChildIsNone();
    void whoCouldAcceptAndWaitsForTheClientIsStuckWithIt();
};

void DeadlocksTest::twoThatWaitForEachOtherAreFound()
{
    Watched run({ tracee("deadlocks"), "plain" });
    QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Deadlock); }));
    const Finding found = *run.world().finding(FindingKind::Deadlock);
    QCOMPARE(found.pids, (std::vector { run.pid(), run.children().front() }));
    QCOMPARE(found.channels.size(), 2U);
    for (const ChannelId channel : found.channels)
        QCOMPARE(run.world().channel(channel)->kind, ChannelKind::Pipe);
}

void DeadlocksTest::endingOneEndsTheFinding()
{
    Watched run({ tracee("deadlocks"), "plain" });
    QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Deadlock); }));
    run.capture().signal(run.children().front(), SIGKILL);
    QVERIFY(run.sees([](const World& world) { return !world.finding(FindingKind::Deadlock); }));
    run.capture().killAll();
    QVERIFY(run.ends());
    const auto began = all<FindingBegan>(run.log());
    const auto ended = all<FindingEnded>(run.log());
    QVERIFY(ended.front().body->kind == FindingKind::Deadlock);
    QCOMPARE(ended.front().body->tids.size(), 2U); // which one it was
    QVERIFY(std::ranges::equal(ended.front().body->tids, began.front().body->tids));
}

void DeadlocksTest::mutexesTakenCrosswiseAreFound()
{
    Watched run({ tracee("threads"), "crossed" });
    QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Deadlock); }));
    QCOMPARE(run.world().finding(FindingKind::Deadlock)->pids, (std::vector { run.pid() }));
    const auto locks = all<LockWaiting>(run.log(), run.pid());
    QCOMPARE(locks.size(), 2U);
    QCOMPARE(locks[0].body->owner, std::optional(locks[1].event->tid));
    QCOMPARE(locks[1].body->owner, std::optional(locks[0].event->tid));
}

void DeadlocksTest::whoCanStillMoveIsNoDeadlock_data()
{
    QTest::addColumn<QString>("way");
    QTest::newRow("one polls with a timeout") << QStringLiteral("timeout");
    QTest::newRow("an alarm wakes one") << QStringLiteral("alarm");
    QTest::newRow("an alarm set where the old one is told wakes one") << QStringLiteral("swap");
    QTest::newRow("a timer wakes one") << QStringLiteral("timer");
    QTest::newRow("a terminal lets nobody wait for long") << QStringLiteral("terminal");
    QTest::newRow("a ring that moves") << QStringLiteral("ring");
}

void DeadlocksTest::whoCanStillMoveIsNoDeadlock()
{
    QFETCH(QString, way);
    Watched run({ tracee("deadlocks"), way.toStdString() });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void DeadlocksTest::whoseConnectionGivesUpIsNotStuck_data()
{
    QTest::addColumn<QString>("waits");
    QTest::newRow("in a write") << QStringLiteral("s.sendall(bytes(1 << 24))");
    QTest::newRow("in poll for room") << QStringLiteral("fill(); room()");
    QTest::newRow("in a read beside what it has sent")
        << QStringLiteral("(fill(), s.setblocking(True), s.recv(1)) if s is a else os.read(r, 1)");
}

void DeadlocksTest::whoseConnectionGivesUpIsNotStuck()
{
    QFETCH(QString, waits);
    Watched run({ "/usr/bin/python3", "-c",
        "import os, select, socket\n"
        "def fill():\n"
        "  s.setblocking(False)\n"
        "  try:\n"
        "    while True: s.send(bytes(1 << 16))\n"
        "  except BlockingIOError: pass\n"
        "def room():\n"
        "  p = select.poll()\n"
        "  p.register(s, select.POLLOUT)\n"
        "  p.poll()\n"
        "l = socket.create_server(('127.0.0.1', 0))\n"
        "a = socket.create_connection(l.getsockname())\n"
        "b = l.accept()[0]\n"
        "l.close()\n"
        "r, w = os.pipe()\n"
        "for s in a, b: s.setsockopt(socket.IPPROTO_TCP, 18, 600)\n" // TCP_USER_TIMEOUT
        "s, other = (a, b) if os.fork() else (b, a)\n"
        "other.close()\n"
        "if s is b: os.close(w)\n"
        "try: "
            + waits.toStdString()
            + "\n"
              "except OSError: pass\n" });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void DeadlocksTest::whatIsNotAcknowledgedMayBeGivenUp()
{
    const Listener server(1);
    server.defer(true); // the first gets its place when it sends, and two others have it by then
    const UniqueFd client = server.connected();
    server.defer(false);
    const UniqueFd others[] { server.connected(), server.connected() };
    QTRY_COMPARE(server.unaccepted(), 2U);
    const UniqueFd self = openPidfd(Pid { getpid() });
    QVERIFY(!mayGiveUpSending(self, client.get()));
    QVERIFY(!mayGiveUpSending(self, server.get()));
    QVERIFY(send(client.get(), "x", 1, 0) == 1);
    QVERIFY(mayGiveUpSending(self, client.get()));
    const UniqueFd accepted[] { server.accepted(), server.accepted() };
    QTRY_VERIFY(!mayGiveUpSending(self, client.get())); // it has sent it again
    QVERIFY(send(client.get(), "x", 1, 0) == 1);
    QVERIFY(!mayGiveUpSending(self, client.get())); // it was answered before
}

void DeadlocksTest::whoMayHaveBeenSentAnEndCanWriteThere()
{
    const std::string name = "ipclab-test-" + std::to_string(getpid());
    const UniqueFd server(socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address {};
    address.sun_family = AF_UNIX;
    name.copy(address.sun_path + 1, name.size()); // abstract, unix(7)
    const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + name.size());
    QVERIFY(bind(server.get(), reinterpret_cast<const sockaddr*>(&address), length) == 0);
    QVERIFY(listen(server.get(), 1) == 0);
    Watched run({ "/usr/bin/python3", "-c",
        "import os, socket\n"
        "r, w = os.pipe()\n"
        "s = socket.socket(socket.AF_UNIX)\n"
        "s.connect('\\0"
            + name
            + "')\n"
              "socket.send_fds(s, [b'x'], [w])\n"
              "os.read(r, 1)\n" });
    QVERIFY(run.sees([&](const World&) { return !all<DescriptorSent>(run.log()).empty(); }));
    QVERIFY(!run.sees([](const World& world) { return !world.findings.empty(); }, 700));
}

void DeadlocksTest::aReaderOfAnEndWeHoldIsNoDeadlock()
{
    int ends[2];
    QVERIFY(pipe2(ends, O_CLOEXEC) == 0);
    const UniqueFd ours(ends[1]);
    LaunchSpec spec = specOf({ "/bin/cat" });
    spec.stdio[0] = UniqueFd(ends[0]);
    spec.labEnds[0] = ours.get();
    Watched run(std::move(spec), {});
    // A zombie next to it would be found in a sixth of the time that this one waits.
    QVERIFY(run.sees([&](const World& world) {
        const Process* const cat = world.process(run.pid());
        return cat && cat->state() == ProcessState::Waiting;
    }));
    QVERIFY(!run.sees([](const World& world) { return !world.findings.empty(); }, 700));
}

void DeadlocksTest::aReaderThatHoldsTheOnlyWriteEndIsOne()
{
    const QString script = QStringLiteral("import os; r, w = os.pipe(); os.read(r, 1)");
    Watched run({ "/usr/bin/python3", "-c", script.toStdString() });
    QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Deadlock); }));
    QCOMPARE(run.world().finding(FindingKind::Deadlock)->pids, (std::vector { run.pid() }));
}

void DeadlocksTest::aPythonThatIsInterruptedByItsChildIsNone()
{
    Watched run({ "/usr/bin/python3", "-c",
        "import os, signal, time\n"
        "r, w = os.pipe(); parent = os.getpid()\n"
        "if os.fork() == 0:\n"
        "    os.close(r); os.close(w); time.sleep(0.7); os.kill(parent, signal.SIGINT); "
        "os._exit(0)\n"
        "try: os.read(r, 1)\n"
        "except KeyboardInterrupt: pass\n" });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void DeadlocksTest::whoCouldAcceptAndWaitsForTheClientIsStuckWithIt()
{
    Watched run({ tracee("sockets"), "never-accepted" });
    QVERIFY(run.sees([](const World& world) { return world.finding(FindingKind::Deadlock); }));
    const Finding found = *run.world().finding(FindingKind::Deadlock);
    QCOMPARE(found.pids, (std::vector { run.pid(), run.children().front() }));
}

CAPTURE_TEST_MAIN(DeadlocksTest)
#include "deadlocks_test.moc"
