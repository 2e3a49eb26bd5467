// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#undef signals // Qt's, for a word that tracee.h uses

#include "ipc-core/capture/epoll_set.h"
#include "ipc-core/capture/file_locks.h"
#include "ipc-core/capture/lock_facts.h"
#include "ipc-core/capture/memory_sharers.h"
#include "ipc-core/capture/proc_maps.h"
#include "ipc-core/capture/wait_facts.h"

#include <QtTest>

#include <poll.h>
#include <sys/sysmacros.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <ctime>
#include <limits>
#include <random>

using namespace ipclab;

namespace {

constexpr std::uint32_t kWaitPrivate = 0x80;
constexpr std::uint32_t kWaitersBit = 0x80000000;

constexpr std::string_view kMaps
    = "55d0c0e00000-55d0c0e21000 rw-p 00000000 00:00 0                          [heap]\n"
      "7f1000000000-7f1000001000 rw-s 00000000 00:01 1027                       /dev/zero "
      "(deleted)\n"
      "7f1000001000-7f1000002000 rw-p 00000000 00:01 1028                       /a b (deleted)\n"
      "7f1000002000-7f1000003000 rw-s 00002000 fe:01 1029                       /tmp/a file\n";

constexpr std::string_view kLocks = "1: POSIX  ADVISORY  WRITE 4711 fe:01:1234 0 EOF\n"
                                    "1: -> POSIX  ADVISORY  WRITE 4712 fe:01:1234 0 EOF\n"
                                    "2: FLOCK  ADVISORY  WRITE 4713 00:1b:99 0 EOF\n"
                                    "2: -> FLOCK  ADVISORY  WRITE 4712 00:1b:99 0 EOF\n"
                                    "3: OFDLCK ADVISORY  READ  -1 00:1b:77 0 EOF\n"
                                    "3: -> OFDLCK ADVISORY  WRITE -1 00:1b:77 0 EOF\n"
                                    "4: LEASE  ACTIVE    READ 4711 00:1b:5 0 EOF\n";

constexpr auto kForEver = static_cast<std::uint64_t>(-1);

// A call of our own, as if it were another's.
Tid here()
{
    return Tid { getpid() };
}

std::uint64_t addressOf(const void* what)
{
    return reinterpret_cast<std::uint64_t>(what);
}

OpenCall callOn(Call call, std::array<std::uint64_t, 6> args)
{
    OpenCall made;
    made.call = call;
    made.args = args;
    return made;
}

LockSigns signs(std::uint32_t operation, std::uint32_t value, const FutexWords& words)
{
    return lockSigns({ 0x1000, operation, value }, words);
}

} // namespace

// What the kernel's texts and a lock's own words say.
class WaitParsersTest : public QObject {
    Q_OBJECT

private slots:
    void aMutexIsBelievedByItsWords();
    void whatOnlyWaitsLikeAMutexIsNone();
    void aWordThatIsANumberNamesItsThread();
    void aMappingIsFoundByAddress();
    void onlySharedMappingsAreShared();
    void aNameIsAWayIn();
    void whatIsLeftOfASetIsNotForgotten();
    void whatIsToHaveRoomIsToldApart();
    void aTimeBeyondAllClocksIsForEver();
    void anEpollSetIsListed();
    void aTimerIsSetOrNot();
    void fileLocksSayWhoWaitsForWhom();
    void aLeaseIsNoLockThatOthersWaitFor();
    void damagedTextsAreHarmless();
    void memoryThatAnotherUserMayHaveIsOpenToStrangers();
};

void WaitParsersTest::aMutexIsBelievedByItsWords()
{
    const LockSigns mutex = signs(kWaitPrivate, 2, { 2, 0, 4711, 1, 0 });
    QCOMPARE(mutex.kind, LockKind::Mutex);
    QCOMPARE(mutex.owner, std::optional(Tid { 4711 }));
    QVERIFY(!mutex.robust);
    QVERIFY(mutex.unchecked); // it is normal: anybody may unlock it
    const LockSigns recursive = signs(kWaitPrivate, 2, { 2, 3, 4711, 1, 1 });
    QCOMPARE(recursive.owner, std::optional(Tid { 4711 }));
    QVERIFY(!recursive.unchecked);
    QVERIFY(!signs(kWaitPrivate, 2, { 2, 0, 4711, 1, 0x82 }).unchecked); // errorcheck, shared
    QVERIFY(signs(kWaitPrivate, 2, { 2, 0, 4711, 1, 0x83 }).unchecked); // adaptive, shared
}

void WaitParsersTest::whatOnlyWaitsLikeAMutexIsNone()
{
    // stdio's lock: a pointer where a mutex has its owner and its users
    QCOMPARE(signs(kWaitPrivate, 2, { 2, 1, 0xf7d81740, 0x7f10, 0 }).kind, LockKind::Word);
    QCOMPARE(signs(kWaitPrivate, 2, { 2, 1, 4711, 0x7f10, 0 }).kind, LockKind::Word);
    QCOMPARE(signs(kWaitPrivate, 2, { 2, 0, 4711, 0, 0 }).kind, LockKind::Word); // nobody uses it
    QCOMPARE(signs(kWaitPrivate, 2, { 0, 0, 4711, 1, 0 }).kind, LockKind::Word); // not locked
    QCOMPARE(signs(kWaitPrivate, 0, { 0, 0, 4711, 1, 0 }).kind, LockKind::Word); // a condition
    const std::uint32_t one[] { 2 };
    QCOMPARE(lockSigns({ 0, kWaitPrivate, 2 }, one).kind, LockKind::Word);
    QCOMPARE(lockSigns({ 0, kWaitPrivate, 2 }, {}).kind, LockKind::Word);
}

void WaitParsersTest::aWordThatIsANumberNamesItsThread()
{
    constexpr std::uint32_t kLockPi = 0x86;
    constexpr std::uint32_t kJoin = 0x109;
    QCOMPARE(signs(kLockPi, 0, { kWaitersBit | 12 }).owner, std::optional(Tid { 12 }));
    const LockSigns robust
        = signs(kWaitPrivate, kWaitersBit | 12, { kWaitersBit | 12, 1, 12, 1, 16 });
    QCOMPARE(robust.owner, std::optional(Tid { 12 }));
    QVERIFY(robust.robust);
    QCOMPARE(signs(kWaitPrivate, kWaitersBit | 12, { 0 }).kind, LockKind::Word); // it is free
    QCOMPARE(signs(kWaitPrivate, kWaitersBit | 12, { kWaitersBit | 12 }).kind, LockKind::Word);
    QCOMPARE(signs(kJoin, 12, { 12 }).kind, LockKind::Join);
    QCOMPARE(signs(kJoin, 12, { 0 }).kind, LockKind::Word); // it has ended
    QCOMPARE(signs(kJoin | kWaitPrivate, 12, { 12 }).kind, LockKind::Word);
}

void WaitParsersTest::aMappingIsFoundByAddress()
{
    const auto mapping = mappingAt(kMaps, 0x7f1000002fff);
    QVERIFY(mapping);
    QVERIFY(mapping->shared);
    QCOMPARE(mapping->device, makedev(0xfe, 1));
    QCOMPARE(mapping->inode, std::uint64_t { 1029 });
    QCOMPARE(mapping->name, std::string("/tmp/a file"));
    QVERIFY(!mappingAt(kMaps, 0x7f1000003000));
    QCOMPARE(mappingAt(kMaps, 0x55d0c0e00000)->name, std::string("[heap]"));
}

void WaitParsersTest::onlySharedMappingsAreShared()
{
    QVERIFY(mapsToo(kMaps, *mappingAt(kMaps, 0x7f1000000000)));
    QVERIFY(!mapsToo(kMaps, *mappingAt(kMaps, 0x7f1000001000))); // a copy
    QVERIFY(!mapsToo("", *mappingAt(kMaps, 0x7f1000000000)));
}

void WaitParsersTest::aNameIsAWayIn()
{
    const auto nameless = [](const char* name) {
        Mapping mapping;
        mapping.name = name;
        mapping.inode = ~std::uint64_t { 0 };
        return isNameless(mapping);
    };
    QVERIFY(nameless("/dev/zero (deleted)"));
    QVERIFY(nameless("/memfd:buffer (deleted)"));
    QVERIFY(nameless("/SYSV00000000 (deleted)"));
    QVERIFY(nameless("/tmp/gone (deleted)"));
    QVERIFY(!nameless("/SYSV00001234 (deleted)"));
    QVERIFY(!nameless("/tmp/there"));
    QVERIFY(!nameless("/no/such/folder/gone (deleted)"));
}

void WaitParsersTest::whatIsLeftOfASetIsNotForgotten()
{
    std::vector<pollfd> set(2000, pollfd { 5, POLLIN, 0 });
    Polled polled;
    waitFacts(here(), callOn(Call::Poll, { addressOf(set.data()), 300, kForEver }), polled);
    QVERIFY(polled.whole);
    QCOMPARE(polled.fds.size(), 300U);
    Polled more;
    waitFacts(here(), callOn(Call::Poll, { addressOf(set.data()), 2000, kForEver }), more);
    QVERIFY(!more.whole);
    Polled unreadable;
    waitFacts(here(), callOn(Call::Poll, { 8, 3, kForEver }), unreadable);
    QVERIFY(!unreadable.whole);
    Polled selected;
    waitFacts(here(), callOn(Call::Select, { 2000, addressOf(set.data()) }), selected);
    QVERIFY(!selected.whole);
}

void WaitParsersTest::whatIsToHaveRoomIsToldApart()
{
    std::vector<pollfd> set { { 5, POLLOUT, 0 }, { 6, POLLOUT | POLLERR, 0 }, { -1, POLLIN, 0 } };
    Polled polled;
    waitFacts(here(), callOn(Call::Poll, { addressOf(set.data()), 3, kForEver }), polled);
    QCOMPARE(polled.room, (std::vector { 5, 6 }));
    QVERIFY(polled.onlyRoom);
    set[1].events |= POLLIN;
    Polled both;
    waitFacts(here(), callOn(Call::Poll, { addressOf(set.data()), 3, kForEver }), both);
    QCOMPARE(both.room, (std::vector { 5, 6 }));
    QVERIFY(!both.onlyRoom);
    fd_set five {};
    FD_SET(5, &five);
    Polled written;
    waitFacts(here(), callOn(Call::Select, { 8, 0, addressOf(&five) }), written);
    QCOMPARE(written.room, std::vector { 5 });
    QVERIFY(written.onlyRoom);
    Polled read;
    waitFacts(here(), callOn(Call::Select, { 8, addressOf(&five) }), read);
    QVERIFY(read.room.empty() && !read.onlyRoom);
}

void WaitParsersTest::aTimeBeyondAllClocksIsForEver()
{
    Polled none;
    timespec time { std::numeric_limits<time_t>::max(), 0 };
    const OpenCall sleeps = callOn(Call::Nanosleep, { addressOf(&time) });
    QVERIFY(!waitFacts(here(), sleeps, none)->timeout);
    time.tv_sec = 9'223'372'037;
    QVERIFY(!waitFacts(here(), sleeps, none)->timeout);
    time = { 9'000'000'000, 1 };
    QCOMPARE(waitFacts(here(), sleeps, none)->timeout, 9'000'000'000 * kSecond + 1);
    time = { -1, -1 }; // EINVAL
    QCOMPARE(waitFacts(here(), sleeps, none)->timeout, Nanoseconds { 0 });
    timeval both { std::numeric_limits<time_t>::max(), 2'000'000 };
    const OpenCall selects = callOn(Call::Select, { 0, 0, 0, 0, addressOf(&both) });
    QVERIFY(!waitFacts(here(), selects, none)->timeout);
    both.tv_sec = 1;
    QCOMPARE(waitFacts(here(), selects, none)->timeout, 3 * kSecond);
}

void WaitParsersTest::anEpollSetIsListed()
{
    constexpr std::string_view kInfo
        = "pos:\t0\nflags:\t02\nmnt_id:\t15\nino:\t1057\n"
          "tfd:        5 events:       19 data:                5  pos:0 ino:2f sdev:d\n"
          "tfd:       12 events: 80000001 data:     7f0000001234  pos:0 ino:421 sdev:f\n";
    QCOMPARE(epollMembers(kInfo),
        (std::vector<EpollMember> { { 5, 0x19, 0x2f }, { 12, 0x80000001, 0x421 } }));
    QCOMPARE(epollMembers("tfd: x").size(), 1U); // in it all the same
}

void WaitParsersTest::aTimerIsSetOrNot()
{
    constexpr std::string_view kHead = "clockid: 1\nticks: 0\nsettime flags: 00\n";
    const auto isSet = [&](const char* rest) { return timerIsSet(std::string(kHead) + rest); };
    QVERIFY(!isSet("it_value: (0, 0)\nit_interval: (0, 0)\n"));
    QVERIFY(!isSet("it_value: (0, 0)\nit_interval: (1, 0)\n"));
    QVERIFY(isSet("it_value: (3, 0)\nit_interval: (0, 0)\n"));
    QVERIFY(isSet("it_value: (0, 17)\nit_interval: (0, 0)\n"));
    QVERIFY(timerIsSet("ticks: 1\nit_value: (0, 0)\n"));
    QVERIFY(timerIsSet("")); // unknown
    QCOMPARE(timerLeft("ticks: 0\nit_value: (2, 5)\n"), std::optional(2 * kSecond + 5));
    QVERIFY(!timerLeft("ticks: 0\nit_value: (0, 0)\n"));
    QVERIFY(!timerLeft(""));
}

void WaitParsersTest::fileLocksSayWhoWaitsForWhom()
{
    const std::vector<FileLock> locks = fileLocks(kLocks);
    QCOMPARE(locks.size(), 7U);
    const auto posix = locksWaitedFor(locks, Pid { 4712 }, 1234);
    QCOMPARE(posix.size(), 1U);
    QCOMPARE(posix.front().pid, 4711);
    QCOMPARE(posix.front().of, FileLockOf::Process);
    QCOMPARE(locksWaitedFor(locks, Pid { 4712 }, 99).front().of, FileLockOf::Description);
    QCOMPARE(locksWaitedFor(locks, Pid { 1 }, 77).front().pid, -1); // it may be that one
    QVERIFY(locksWaitedFor(locks, Pid { 4711 }, 1234).empty());
}

void WaitParsersTest::aLeaseIsNoLockThatOthersWaitFor()
{
    const std::vector<FileLock> locks = fileLocks("4: LEASE  ACTIVE    READ 4711 00:1b:5 0 EOF\n"
                                                  "4: -> LEASE  ACTIVE    READ 4712 00:1b:5 0 EOF");
    QCOMPARE(locks.size(), 2U);
    QCOMPARE(locks.front().of, FileLockOf::Lease);
    QCOMPARE(locks.front().pid, 4711);
    QVERIFY(locksWaitedFor(locks, Pid { 4712 }, 5).empty());
}

void WaitParsersTest::damagedTextsAreHarmless()
{
    std::mt19937 random(1);
    for (std::string text : { std::string(kMaps), std::string(kLocks),
             std::string("tfd: 5 events: 19 ino:2f\nticks: 1\nit_value: (0, 5)\n") }) {
        for (int i = 0; i < 3000; ++i) {
            std::string damaged = text.substr(0, random() % (text.size() + 1));
            for (int k = 0; k < 3 && !damaged.empty(); ++k)
                damaged[random() % damaged.size()] = static_cast<char>(random());
            mappingAt(damaged, 0x7f1000000000);
            epollMembers(damaged);
            timerIsSet(damaged);
            locksWaitedFor(fileLocks(damaged), Pid { 4712 }, 99);
        }
    }
}

namespace {

// As an ordinary user, to whom the memory of our parent, who is root, is closed; so is that of our
// child, who is of the same user and younger than the watching.
class AsNobody {
public:
    bool isOutside(const std::string& name)
    {
        Mapping shared;
        shared.shared = true;
        shared.device = 1;
        shared.inode = ++m_inode; // no answer is remembered for it
        shared.name = name;
        return m_sharers.of(shared, true).outside;
    }

private:
    EventLog m_log;
    Recorder m_recorder { m_log };
    Tracees m_nobody;
    MemorySharers m_sharers { m_recorder, m_nobody, false };
    std::uint64_t m_inode = 4711;
};

int sharersAsNobody()
{
    constexpr uid_t kNobody = 65534;
    if (setresuid(kNobody, kNobody, kNobody) != 0)
        return 4;
    AsNobody us;
    const bool aStranger = us.isOutside("/memfd:one (deleted)") // comes to anybody
        && !us.isOutside("/dev/shm/one (deleted)") // a name that is gone, to those who knew it
        && !us.isOutside("/dev/zero (deleted)"); // only who was forked has that
    const pid_t young = fork();
    if (young == 0)
        _exit(pause());
    const bool oneOfUs
        = us.isOutside("/dev/shm/one (deleted)") && !us.isOutside("/dev/zero (deleted)");
    kill(young, SIGKILL);
    waitpid(young, nullptr, 0);
    return (aStranger ? 0 : 1) + (oneOfUs ? 0 : 2);
}

} // namespace

void WaitParsersTest::memoryThatAnotherUserMayHaveIsOpenToStrangers()
{
    if (geteuid() != 0)
        QSKIP("only root can become somebody else");
    const pid_t user = fork();
    if (user == 0)
        _exit(sharersAsNobody());
    int status = 0;
    QCOMPARE(waitpid(user, &status, 0), user);
    QCOMPARE(WEXITSTATUS(status), 0);
}

QTEST_GUILESS_MAIN(WaitParsersTest)
#include "wait_parsers_test.moc"
