// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/link_name.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/proc_parse.h"
#include "ipc-core/capture/sock_diag.h"
#include "ipc-core/capture/socket_map.h"
#include "ipc-core/survey/control_groups.h"

#include <QtTest>

#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <random>

using namespace ipclab;

namespace {

constexpr std::string_view kStat
    = "4711 (a) R (b) S 12 13 14 34819 15 4194304 1 2 3 4 5 6 7 8 20 0 1 0 987654 100 10 "
      "18446744073709551615 1 2 3 4 5 0 0 0 0 0 0 0 17 0 0 0 0 0 0 1 2 3 4 5 6 7 19\n";
constexpr std::string_view kStatus
    = "Name:\tcat\nState:\tS (sleeping)\nTgid:\t4711\nPid:\t4712\nPPid:\t1\nTracerPid:\t99\n"
      "Uid:\t1000\t1001\t1000\t1000\nSigPnd:\t0000000000000001\nShdPnd:\t0000000000004000\n"
      "SigBlk:\t0000000000010000\nSigIgn:\t0000000000001000\nSigCgt:\t0000000000002000\n";
constexpr std::string_view kSyscall
    = "0 0x3 0x7ffe00000000 0x400 0x0 0x0 0x0 0x7ffe12345678 0x7f0012345678\n";
constexpr std::string_view kInfo
    = "pos:\t0\nflags:\t02000002\neventfd-count:                1f\neventfd-id: 12\n"
      "tty-index:\t3\nscm_fds: 2";

} // namespace

class ParseTest : public QObject {
    Q_OBJECT

private slots:
    void aNameMayHoldAnything();
    void statusHasTheSignalsAsSets();
    void aStatusIsReadToItsEndWhateverIsInIt();
    void aCallHasItsArguments();
    void whoRunsIsInNoCall();
    void aDescriptorsInfoIsReadWhateverItsKind();
    void linksTellChannelsApart();
    void controlGroupsTellServicesAndUsersApart();
    void nonsenseIsNothing();
    void changedBytesNeverBreakIt();
    void ourOwnSocketsAreListed();
    void aNetlinkMessageOfImpossibleLengthIsNotBelieved();
};

void ParseTest::aNameMayHoldAnything()
{
    const auto stat = parseStat(kStat);
    QVERIFY(stat.has_value());
    QCOMPARE(stat->name, std::string("a) R (b"));
    QVERIFY(stat->state == TaskState::Sleeping);
    QCOMPARE(stat->parent, Pid { 12 });
    QCOMPARE(stat->group, Pid { 13 });
    QCOMPARE(stat->session, Pid { 14 });
    QCOMPARE(stat->terminal, 34819U);
    QCOMPARE(stat->foreground, Pid { 15 });
    QVERIFY(!stat->kernelThread);
    QCOMPARE(stat->startTime, 987654U);
    QCOMPARE(stat->exitCode, 19U);
}

void ParseTest::statusHasTheSignalsAsSets()
{
    const auto status = parseStatus(kStatus);
    QVERIFY(status.has_value());
    QCOMPARE(status->process, Pid { 4711 });
    QCOMPARE(status->tracer, Pid { 99 });
    QCOMPARE(status->user, std::optional<std::uint32_t>(1001));
    QCOMPARE(status->pending, 0x4001U);
    QCOMPARE(status->blocked, 0x10000U);
    QCOMPARE(status->caught, 0x2000U);
}

// The programs of some machines are in hundreds of groups, and one may call itself anything.
void ParseTest::aStatusIsReadToItsEndWhateverIsInIt()
{
    std::string groups = "Groups:\t";
    for (int group = 1'000'000; group < 1'000'900; ++group)
        groups += std::to_string(group) + ' ';
    std::string text(kStatus);
    text.replace(0, text.find('\n'), "Name:\tTgid: 1");
    text.insert(text.find("SigPnd:"), groups + '\n');
    QVERIFY(text.size() > 4096);
    const auto status = parseStatus(text);
    QVERIFY(status.has_value());
    QCOMPARE(status->process, Pid { 4711 });
    QCOMPARE(status->caught, 0x2000U);
    QCOMPARE(fieldAfter(text, "Tgid:"), std::string("4711"));
    QCOMPARE(fieldAfter(text, "SigCgt:"), std::string("0000000000002000"));

    std::string before(16, '\0');
    prctl(PR_GET_NAME, before.data());
    prctl(PR_SET_NAME, "Tgid: 1");
    const auto ours = parseStatus(statusText(Pid { getpid() }, Tid { gettid() }));
    prctl(PR_SET_NAME, before.data());
    QVERIFY(ours.has_value());
    QCOMPARE(ours->process, Pid { getpid() });
}

void ParseTest::aCallHasItsArguments()
{
    const auto call = parseSyscall(kSyscall);
    QVERIFY(call.has_value());
    QCOMPARE(call->number, 0);
    QCOMPARE(call->args[0], 3U);
    QCOMPARE(call->args[2], 0x400U);
    QCOMPARE(parseSyscall("-1 0x7ffe 0x7f00\n")->number, -1);
}

void ParseTest::whoRunsIsInNoCall()
{
    QVERIFY(parseSyscall("running\n")->running);
}

void ParseTest::aDescriptorsInfoIsReadWhateverItsKind()
{
    const std::string info(kInfo);
    QCOMPARE(fieldAfter(info, "flags:"), std::string("02000002"));
    QCOMPARE(fieldAfter(info, "eventfd-id:"), std::string("12"));
    QCOMPARE(fieldAfter(info, "eventfd-count:"), std::string("1f"));
    QCOMPARE(fieldAfter(info, "tty-index:"), std::string("3"));
    QCOMPARE(fieldAfter(info, "scm_fds:"), std::string("2"));
    QCOMPARE(fieldAfter(info, "fds:"), std::string()); // no line begins so
}

void ParseTest::linksTellChannelsApart()
{
    const auto is = [](std::string_view link, LinkKind kind, std::uint64_t number) {
        const LinkName name = linkNameOf(link);
        return name.kind == kind && (kind == LinkKind::Other || name.number == number);
    };
    QVERIFY(is("pipe:[12]", LinkKind::Pipe, 12));
    QVERIFY(is("socket:[34]", LinkKind::Socket, 34));
    QVERIFY(is("/dev/pts/3", LinkKind::PtySlave, 3));
    QVERIFY(is("/dev/pts/ptmx", LinkKind::PtyMaster, 0));
    QVERIFY(is("anon_inode:[eventfd]", LinkKind::Eventfd, 0));
    QVERIFY(is("/tmp/fifo", LinkKind::Path, 0));
    QVERIFY(is("/dev/null", LinkKind::Other, 0));
    QVERIFY(is("pipe:[]", LinkKind::Other, 0));
    QVERIFY(is("pipe:[12", LinkKind::Other, 0));
}

void ParseTest::controlGroupsTellServicesAndUsersApart()
{
    QCOMPARE(controlGroupIn("4:memory:/x\n0::/user.slice/user-1000.slice/session-2.scope\n"),
        std::string_view("/user.slice/user-1000.slice/session-2.scope"));
    QCOMPARE(controlGroupIn("4:memory:/x\n"), std::string_view());
    QCOMPARE(controlGroupIn({}), std::string_view());
    constexpr std::string_view kOurs = "/user.slice/user-1000.slice/session-2.scope";
    QVERIFY(areApart(kOurs, "/system.slice/cron.service"));
    QVERIFY(areApart("/system.slice/cups.service/x", "/system.slice/cron.service"));
    QVERIFY(areApart(kOurs, "/user.slice/user-1001.slice/session-3.scope"));
    QVERIFY(!areApart(kOurs, "/user.slice/user-1000.slice/session-3.scope"));
    QVERIFY(!areApart("/system.slice/docker-1.scope", "/system.slice/docker-1.scope/init"));
    for (const std::string_view unknown : { "", "/", "/init.scope", "/user.slice/", "nonsense" }) {
        QVERIFY(!areApart(kOurs, unknown));
        QVERIFY(!areApart(unknown, kOurs));
    }
}

void ParseTest::nonsenseIsNothing()
{
    for (const std::string_view text :
        { "", "\n", "(", ")", ")(", "1 (", "1 (a)", "1 (a) SS 1", "tfd", "Tgid", "0 0x" }) {
        QVERIFY(!parseStat(text));
        QVERIFY(!parseStatus(text));
        QVERIFY(!parseSyscall(text));
        QVERIFY(fieldAfter(std::string(text), "scm_fds:").empty());
    }
}

void ParseTest::changedBytesNeverBreakIt()
{
    std::mt19937 random(4711);
    for (int round = 0; round < 20'000; ++round) {
        for (const std::string_view text : { kStat, kStatus, kSyscall, kInfo }) {
            std::string changed(text.substr(0, random() % (text.size() + 1)));
            for (unsigned i = random() % 4; i > 0 && !changed.empty(); --i)
                changed[random() % changed.size()] = static_cast<char>(random());
            (void)parseStat(changed);
            (void)parseStatus(changed);
            (void)parseSyscall(changed);
            (void)fieldAfter(changed, "scm_fds:");
            (void)linkNameOf(changed);
            (void)parseSockets(changed, AF_UNIX, 0);
        }
    }
}

void ParseTest::ourOwnSocketsAreListed()
{
    std::array<int, 2> pair {};
    QCOMPARE(socketpair(AF_UNIX, SOCK_SEQPACKET, 0, pair.data()), 0);
    QCOMPARE(write(pair[0], "twelve bytes", 12), 12);
    const auto entries = sockets();
    QVERIFY(entries.ok());
    const SocketMap map(*entries);
    const auto inodeOf = [](int fd) {
        std::array<char, 64> link {};
        const std::string path = "/proc/self/fd/" + std::to_string(fd);
        return readlink(path.c_str(), link.data(), link.size() - 1) > 0
            ? linkNameOf(link.data()).number
            : 0;
    };
    const SocketEntry* const first = map.socket(inodeOf(pair[0]));
    const SocketEntry* const second = map.socket(inodeOf(pair[1]));
    close(pair[0]);
    close(pair[1]);
    QVERIFY(first);
    QVERIFY(second);
    QVERIFY(map.peer(*first) == second);
    QVERIFY(map.peer(*second) == first);
    QCOMPARE(second->receiveQueue, 12U);
    QCOMPARE(first->receiveQueue, 0U);
}

void ParseTest::aNetlinkMessageOfImpossibleLengthIsNotBelieved()
{
    std::string message(64, '\0');
    message.replace(0, 4, "\xff\xff\xff\xff"); // a length: minus one, or 4 GiB
    QVERIFY(parseSockets(message, AF_UNIX, 0).sockets.empty());
    QVERIFY(parseSockets(message, AF_INET, 6).sockets.empty());
}

QTEST_GUILESS_MAIN(ParseTest)
#include "parse_test.moc"
