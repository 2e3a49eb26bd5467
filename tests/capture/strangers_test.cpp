// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/wait.h"
#include "tests/capture/watched.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <memory>
#include <optional>
#include <string>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// A program that nobody watches, and holds this as its stdout. It does nothing.
class Sleeper {
public:
    explicit Sleeper(int fd)
        : m_pid(fork())
    {
        if (m_pid == 0) {
            prctl(PR_SET_PDEATHSIG, SIGKILL); // a test that crashes leaves nobody
            dup2(fd, STDOUT_FILENO);
            execlp("sleep", "sleep", "60", nullptr);
            _exit(1);
        }
    }
    ~Sleeper() { end(); }
    void end()
    {
        if (m_pid > 0) {
            kill(m_pid, SIGKILL);
            waitpid(m_pid, nullptr, 0);
        }
        m_pid = 0;
    }
    [[nodiscard]] Pid pid() const { return Pid { m_pid }; }

private:
    pid_t m_pid;
};

std::array<UniqueFd, 2> pairOf(bool socket)
{
    std::array<int, 2> ends {};
    const bool made = socket ? socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0
                             : pipe2(ends.data(), O_CLOEXEC) == 0;
    return made ? std::array { UniqueFd(ends[0]), UniqueFd(ends[1]) } : std::array<UniqueFd, 2> {};
}

bool hasStranger(const World& world, Pid pid, End end)
{
    return std::ranges::any_of(world.channels, [&](const auto& entry) {
        return entry.second.strangers == std::vector { Stranger { pid, "sleep", end } };
    });
}

// What its first thread waits for, if it waits for that.
std::optional<Wait> waitFor(WaitReason reason, const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    const auto wait = process ? waitOf(world, *process) : std::nullopt;
    return wait && wait->reason == reason ? wait : std::nullopt;
}

// The first connection that `server` accepts: at an address like "127.0.0.1:5000".
UniqueFd connectionTo(const std::string& server)
{
    UniqueFd client(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port
        = htons(static_cast<std::uint16_t>(std::stoi(server.substr(server.rfind(':') + 1))));
    const auto* const at = reinterpret_cast<const sockaddr*>(&address);
    return connect(client.get(), at, sizeof address) == 0 ? std::move(client) : UniqueFd();
}

} // namespace

// Who holds the other end of what was inherited.
class StrangersTest : public QObject {
    Q_OBJECT

private slots:
    void whoHoldsTheOtherEndIsNamed_data();
    void whoHoldsTheOtherEndIsNamed();
    void whoMayReadIsNamedToo();
    void ofChannelsOfTheirOwnNobodyIsAsked();
    void whoPromptsOnAStrangersTerminalFindsNothingThere();
    void whoGreetsAStrangerFindsNothingInItsConnection();
    void whatAStrangerHasNoRoomForIsAtItsEnd();
    void whatAStrangerReadIsNoLongerInThePipe();
};

void StrangersTest::whoHoldsTheOtherEndIsNamed_data()
{
    QTest::addColumn<bool>("socket");
    QTest::newRow("pipe") << false;
    QTest::newRow("socket") << true;
}

void StrangersTest::whoHoldsTheOtherEndIsNamed()
{
    QFETCH(bool, socket);
    auto [in, out] = pairOf(socket);
    const auto sleeper = std::make_unique<Sleeper>(out.get());
    out.reset();
    LaunchSpec spec = specOf({ "cat" });
    spec.stdio[0] = std::move(in);
    Watched run(std::move(spec), {});
    QVERIFY(run.sees(
        [&](const World& world) { return hasStranger(world, sleeper->pid(), End::Second); }));
    QCOMPARE(all<ChannelHeld>(run.log()).front().event->pid, run.pid());
    sleeper->end();
    QVERIFY(run.ends()); // we do not keep the end of file away
}

void StrangersTest::whoMayReadIsNamedToo()
{
    auto [in, out] = pairOf(false);
    const auto sleeper = std::make_unique<Sleeper>(in.get());
    in.reset();
    LaunchSpec spec = specOf({ "yes" });
    spec.stdio[1] = std::move(out);
    Watched run(std::move(spec), {});
    QVERIFY(run.sees(
        [&](const World& world) { return hasStranger(world, sleeper->pid(), End::First); }));
    sleeper->end();
    QVERIFY(run.ends());
    QCOMPARE(run.world().process(run.pid())->ending->signal, SIGPIPE);
}

void StrangersTest::ofChannelsOfTheirOwnNobodyIsAsked()
{
    Watched run({ "/bin/sh", "-c", "sleep 0.4 | cat" });
    QVERIFY(run.ends());
    QVERIFY(all<ChannelHeld>(run.log()).empty());
}

void StrangersTest::whoPromptsOnAStrangersTerminalFindsNothingThere()
{
    const UniqueFd master(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC));
    QVERIFY(master && grantpt(master.get()) == 0 && unlockpt(master.get()) == 0);
    LaunchSpec spec = specOf({ "/bin/sh", "-c", "printf 'name? '; read name" });
    for (UniqueFd& stream : spec.stdio)
        stream = UniqueFd(open(ptsname(master.get()), O_RDWR | O_NOCTTY | O_CLOEXEC));
    Watched run(std::move(spec), {});
    std::optional<Wait> wait;
    QVERIFY(run.sees([&](const World& world) {
        wait = waitFor(WaitReason::Data, world, run.pid());
        return wait && world.channel(wait->channel)->kind == ChannelKind::Pty;
    }));
    const Channel& terminal = *run.world().channel(wait->channel);
    QVERIFY(terminal.outside);
    QCOMPARE(terminal.queueAt(otherEnd(wait->queue)).written, 6U);
    QCOMPARE(terminal.queueAt(wait->queue).bytes, 0U);
    QVERIFY(wait->external);
}

void StrangersTest::whoGreetsAStrangerFindsNothingInItsConnection()
{
    Watched run({ "/usr/bin/python3", "-c",
        "import socket\n"
        "s, _ = socket.create_server(('127.0.0.1', 0)).accept()\n"
        "s.sendall(b'welcome'); s.recv(10)" });
    QTRY_COMPARE(all<SocketListening>(run.log()).size(), 1U);
    const UniqueFd client
        = connectionTo(std::string(all<SocketListening>(run.log()).front().body->local));
    QVERIFY(client);
    std::optional<Wait> wait;
    QVERIFY(run.sees([&](const World& world) {
        wait = waitFor(WaitReason::Data, world, run.pid());
        return wait && world.channel(wait->channel)->kind == ChannelKind::Tcp;
    }));
    const Channel& connection = *run.world().channel(wait->channel);
    QCOMPARE(connection.queueAt(otherEnd(wait->queue)).written, 7U);
    QCOMPARE(connection.queueAt(wait->queue).bytes, 0U);
}

void StrangersTest::whatAStrangerHasNoRoomForIsAtItsEnd()
{
    auto [ours, theirs] = pairOf(true);
    LaunchSpec spec = specOf({ "yes" });
    spec.stdio[1] = std::move(theirs);
    Watched run(std::move(spec), {});
    std::optional<Wait> wait;
    QVERIFY(run.sees([&](const World& world) {
        wait = waitFor(WaitReason::Room, world, run.pid());
        return wait && world.channel(wait->channel)->queueAt(wait->queue).written > 4096;
    }));
    const Descriptor* const own = run.world().descriptor(run.pid(), STDOUT_FILENO);
    QCOMPARE(wait->queue, otherEnd(own->end));
}

void StrangersTest::whatAStrangerReadIsNoLongerInThePipe()
{
    auto [in, out] = pairOf(false);
    LaunchSpec spec = specOf({ "/bin/sh", "-c", "echo a; echo b; sleep 1000" });
    spec.stdio[1] = std::move(out);
    Watched run(std::move(spec), {});
    const auto holds = [&](std::uint64_t bytes) {
        return [&run, bytes](const World& world) {
            const Descriptor* const own = world.descriptor(run.pid(), STDOUT_FILENO);
            const Channel* const pipe = own ? world.channel(own->channel) : nullptr;
            return pipe && pipe->queueAt(End::First).written == 4
                && pipe->queueAt(End::First).bytes == bytes;
        };
    };
    QVERIFY(run.sees(holds(4)));
    std::array<char, 16> bytes {};
    QCOMPARE(::read(in.get(), bytes.data(), bytes.size()), ssize_t { 4 });
    QVERIFY(run.sees(holds(0)));
    run.capture().killAll();
    QVERIFY(run.ends());
}

CAPTURE_TEST_MAIN(StrangersTest)
#include "strangers_test.moc"
