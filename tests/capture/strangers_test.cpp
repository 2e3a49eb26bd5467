// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <fcntl.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <memory>

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

} // namespace

// Who holds the other end of what was inherited.
class StrangersTest : public QObject {
    Q_OBJECT

private slots:
    void whoHoldsTheOtherEndIsNamed_data();
    void whoHoldsTheOtherEndIsNamed();
    void whoMayReadIsNamedToo();
    void ofChannelsOfTheirOwnNobodyIsAsked();
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

CAPTURE_TEST_MAIN(StrangersTest)
#include "strangers_test.moc"
