// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include "ipc-core/base/unique_fd.h"

#include <QTemporaryFile>

#include <fcntl.h>
#include <sys/eventfd.h>
#include <sys/file.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstddef>
#include <cstring>

using namespace ipclab;
using namespace ipclab::test;

namespace {

bool inDeadlock(const World& world)
{
    return world.finding(FindingKind::Deadlock) != nullptr;
}

bool waitsIn(const World& world, Pid pid, Call call)
{
    const Process* const process = world.process(pid);
    return process && std::ranges::any_of(process->threads, [call](const auto& entry) {
        return entry.second.call && entry.second.call->call == call;
    });
}

// Where a watched program can meet us: abstract, unix(7). A child of it finds it by its number.
class Meeting {
public:
    Meeting()
    {
        sockaddr_un address {};
        address.sun_family = AF_UNIX;
        m_name.copy(address.sun_path + 1, m_name.size());
        const std::size_t length = offsetof(sockaddr_un, sun_path) + 1 + m_name.size();
        if (bind(m_fd.get(), reinterpret_cast<const sockaddr*>(&address),
                static_cast<socklen_t>(length))
                != 0
            || listen(m_fd.get(), 1) != 0)
            qFatal("cannot listen");
    }
    [[nodiscard]] UniqueFd accepted() const
    {
        return UniqueFd(accept4(m_fd.get(), nullptr, nullptr, SOCK_CLOEXEC));
    }
    [[nodiscard]] const std::string& name() const { return m_name; }

private:
    std::string m_name = "ipclab-woken-" + std::to_string(getpid());
    UniqueFd m_fd { socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0) };
};

// A message of one byte and one descriptor.
struct Parcel {
    char byte = 'x';
    iovec bytes { &byte, 1 };
    alignas(cmsghdr) std::array<char, CMSG_SPACE(sizeof(int))> control {};
    msghdr header {};

    Parcel()
    {
        header.msg_iov = &bytes;
        header.msg_iovlen = 1;
        header.msg_control = control.data();
        header.msg_controllen = control.size();
    }
};

bool sendDescriptor(int through, int fd)
{
    Parcel parcel;
    cmsghdr* const control = CMSG_FIRSTHDR(&parcel.header);
    control->cmsg_level = SOL_SOCKET;
    control->cmsg_type = SCM_RIGHTS;
    control->cmsg_len = CMSG_LEN(sizeof fd);
    std::memcpy(CMSG_DATA(control), &fd, sizeof fd);
    return sendmsg(through, &parcel.header, 0) == 1;
}

UniqueFd receiveDescriptor(int through)
{
    Parcel parcel;
    if (recvmsg(through, &parcel.header, MSG_CMSG_CLOEXEC) != 1)
        return {};
    const cmsghdr* const control = CMSG_FIRSTHDR(&parcel.header);
    int fd = -1;
    if (control)
        std::memcpy(&fd, CMSG_DATA(control), sizeof fd);
    return UniqueFd(fd);
}

std::vector<std::string> python(const std::string& script)
{
    return { "/usr/bin/python3", "-c",
        "import ctypes, fcntl, os, signal, socket, struct, sys, time\n"
        "def ofd(fd, how, sort):\n"
        "  fcntl.fcntl(fd, how, struct.pack('hhqqi4x', sort, 0, 0, 0, 0))\n"
        "def met():\n"
        "  s = socket.socket(socket.AF_UNIX); s.connect('\\0' + sys.argv[1]); return s\n"
        "def received(s):\n"
        "  return socket.recv_fds(s, 1, 1)[1][0]\n"
        "def taken(pid, fd):\n"
        "  got = ctypes.CDLL(None).syscall(438, os.pidfd_open(pid), fd, 0)\n" // pidfd_getfd
        "  if got < 0: sys.exit(77)\n"
        "  return got\n"
            + script };
}

} // namespace

// Ways for a wait to end that are easily overlooked: each is no deadlock, and where nobody is left
// to go that way, still one.
class WokenTest : public QObject {
    Q_OBJECT

private slots:
    void aLockOnADescriptionOfAStrangerIsNoDeadlock_data();
    void aLockOnADescriptionOfAStrangerIsNoDeadlock();
    void aLockWhoseDescriptionAStrangerWasSentIsNoDeadlock();
    void whatCameFromAStrangerIsNoDeadlock_data();
    void whatCameFromAStrangerIsNoDeadlock();
    void whatCameFromOneOfOursIsStillADeadlock_data();
    void whatCameFromOneOfOursIsStillADeadlock();
    void whoCanBeWokenIsNoDeadlock_data();
    void whoCanBeWokenIsNoDeadlock();
    void whomNobodyIsLeftToWakeIsInADeadlock_data() { whoCanBeWokenIsNoDeadlock_data(); }
    void whomNobodyIsLeftToWakeIsInADeadlock();
};

void WokenTest::aLockOnADescriptionOfAStrangerIsNoDeadlock_data()
{
    QTest::addColumn<int>("ours"); // our lock, who are strangers
    QTest::addColumn<QString>("script");
    QTest::newRow("waited for by a description") << F_WRLCK << "ofd(f, 38, fcntl.F_WRLCK)";
    QTest::newRow("waited for by a process") << F_WRLCK << "fcntl.lockf(f, fcntl.LOCK_EX)";
    QTest::newRow("and one of ours has the same")
        << F_RDLCK << "ofd(os.open(sys.argv[1], 2), 37, fcntl.F_RDLCK); ofd(f, 38, fcntl.F_WRLCK)";
}

void WokenTest::aLockOnADescriptionOfAStrangerIsNoDeadlock()
{
    QFETCH(int, ours);
    QFETCH(QString, script);
    QTemporaryFile file;
    QVERIFY(file.open());
    struct flock whole { };
    whole.l_type = static_cast<short>(ours);
    QVERIFY(fcntl(file.handle(), F_OFD_SETLK, &whole) == 0);
    std::vector<std::string> argv
        = python("f = os.open(sys.argv[1], os.O_RDWR)\n" + script.toStdString() + "\n");
    argv.push_back(file.fileName().toStdString());
    Watched run(argv);
    QVERIFY(run.sees([&](const World& world) { return waitsIn(world, run.pid(), Call::Fcntl); }));
    QVERIFY(!run.sees(inDeadlock, 500));
    QVERIFY(all<LockWaiting>(run.log(), run.pid()).back().body->outside);
}

void WokenTest::aLockWhoseDescriptionAStrangerWasSentIsNoDeadlock()
{
    const Meeting meeting;
    QTemporaryFile file;
    QVERIFY(file.open());
    const auto argv = [&](const char* sends) {
        std::vector<std::string> words = python("a, b = (os.open(sys.argv[2], 2) for i in 'ab')\n"
                                                "fcntl.flock(a, fcntl.LOCK_EX)\n"
            + std::string(sends) + "fcntl.flock(b, fcntl.LOCK_EX)\n");
        words.push_back(meeting.name());
        words.push_back(file.fileName().toStdString());
        return words;
    };
    Watched run(argv("socket.send_fds(met(), [b'x'], [a])\n"));
    const UniqueFd client = meeting.accepted();
    const UniqueFd theirs = receiveDescriptor(client.get());
    QVERIFY(run.sees([&](const World& world) { return waitsIn(world, run.pid(), Call::Flock); }));
    QVERIFY(!run.sees(inDeadlock, 500));
    QVERIFY(flock(theirs.get(), LOCK_UN) == 0);
    QVERIFY(run.ends());
    Watched alone(argv(""));
    QVERIFY(alone.sees(inDeadlock));
}

void WokenTest::whatCameFromAStrangerIsNoDeadlock_data()
{
    QTest::addColumn<bool>("pipe"); // else an eventfd
    QTest::addColumn<QString>("script");
    const auto opened = "f = [os.open(f'/proc/{sys.argv[2]}/fd/{n}', os.O_RDONLY + i)"
                        " for i, n in enumerate(sys.argv[3:5])][0]";
    const auto taken = "f = [taken(int(sys.argv[2]), int(n)) for n in sys.argv[3:5]][0]";
    const auto sent = "s = met(); f = [received(s) for i in range(2)][0]";
    QTest::newRow("a pipe that was sent") << true << sent;
    QTest::newRow("a pipe, by pidfd_getfd") << true << taken;
    QTest::newRow("a pipe, by its holder's list") << true << opened;
    QTest::newRow("an eventfd that was sent") << false << sent;
    QTest::newRow("an eventfd, by pidfd_getfd") << false << taken;
}

void WokenTest::whatCameFromAStrangerIsNoDeadlock()
{
    QFETCH(bool, pipe);
    QFETCH(QString, script);
    prctl(PR_SET_PTRACER, PR_SET_PTRACER_ANY); // else Yama may keep what is ours from it
    const Meeting meeting;
    std::array<int, 2> ends {};
    if (pipe)
        QVERIFY(pipe2(ends.data(), O_CLOEXEC) == 0);
    else
        ends = { eventfd(0, EFD_CLOEXEC), eventfd(0, EFD_CLOEXEC) };
    const std::array mine { UniqueFd(ends[0]), UniqueFd(ends[1]) };
    std::vector<std::string> argv = python(script.toStdString() + "\nos.read(f, 8)\n");
    for (const std::string& word : { meeting.name(), std::to_string(getpid()),
             std::to_string(ends[0]), std::to_string(ends[1]) })
        argv.push_back(word);
    Watched run(argv);
    UniqueFd client;
    if (script.startsWith(QLatin1String("s ="))) {
        client = meeting.accepted();
        QVERIFY(sendDescriptor(client.get(), ends[0]) && sendDescriptor(client.get(), ends[1]));
    }
    const auto waits = [&](const World& world) {
        const Process* const process = world.process(run.pid());
        return process && std::ranges::any_of(process->threads, [&](const auto& entry) {
            const auto& call = entry.second.call;
            return call && call->call == Call::Read && call->channel
                && world.channel(call->channel)->kind
                == (pipe ? ChannelKind::Pipe : ChannelKind::Eventfd);
        });
    };
    QVERIFY(run.sees([&](const World& world) {
        const Process* const process = world.process(run.pid());
        return waits(world) || (process && process->ending);
    }));
    if (!waits(run.world()))
        QSKIP("it may not take what is ours");
    QVERIFY(!run.sees(inDeadlock, 500));
    const std::uint64_t one = 1;
    QVERIFY(write(ends[pipe ? 1 : 0], &one, sizeof one) == sizeof one);
    QVERIFY(run.ends());
}

void WokenTest::whatCameFromOneOfOursIsStillADeadlock_data()
{
    QTest::addColumn<QString>("script");
    QTest::newRow("sent") << "a, b = socket.socketpair()\n"
                             "socket.send_fds(a, [b'x'], [r]); r = received(b)";
    QTest::newRow("by pidfd_getfd") << "r = taken(os.getpid(), r)";
    QTest::newRow("by its holder's list") << "r = os.open(f'/proc/self/fd/{r}', os.O_RDONLY)";
}

void WokenTest::whatCameFromOneOfOursIsStillADeadlock()
{
    QFETCH(QString, script);
    Watched run(python("r, w = os.pipe()\n" + script.toStdString() + "\nos.read(r, 1)\n"));
    QVERIFY(run.sees(inDeadlock));
}

void WokenTest::whoCanBeWokenIsNoDeadlock_data()
{
    QTest::addColumn<QString>("way");
    for (const char* const way : { "stopped", "continued", "stopped-or-ended", "word", "join" })
        QTest::newRow(way) << QString::fromLatin1(way);
    for (const int signal : { SIGABRT, SIGTRAP, SIGXCPU, SIGPROF, SIGPIPE, SIGSEGV })
        QTest::addRow("signal %d", signal) << QString::number(signal);
}

void WokenTest::whoCanBeWokenIsNoDeadlock()
{
    QFETCH(QString, way);
    Watched run({ tracee("woken"), way.toStdString(), "live" });
    QVERIFY(run.ends());
    QVERIFY(!run.sawFinding(FindingKind::Deadlock));
}

void WokenTest::whomNobodyIsLeftToWakeIsInADeadlock()
{
    QFETCH(QString, way);
    Watched run({ tracee("woken"), way.toStdString() });
    QVERIFY(run.sees([&](const World& world) { // it, and not who would have woken it
        return std::ranges::any_of(world.findings, [&](const Finding& finding) {
            return finding.kind == FindingKind::Deadlock && finding.pids.front() == run.pid()
                && finding.pids.size() == (way.endsWith(QLatin1String("ed")) ? 2U : 1U);
        });
    }));
}

CAPTURE_TEST_MAIN(WokenTest)
#include "woken_test.moc"
