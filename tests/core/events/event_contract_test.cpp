// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/event_json.h"
#include "tests/core/support/described.h"

#include <QtTest>

#include <csignal>
#include <set>

using namespace ipclab;
using namespace std::string_view_literals;

namespace {

struct Golden {
    EventBody body;
    const char* fields; // what follows i, t, pid, tid
};

const int kFds[] { 3, 5 };
const Pid kPids[] { Pid { 100 }, Pid { 101 } };
const ChannelId kChannels[] { ChannelId { 1 }, ChannelId { 2 } };

template <typename Moved> Moved moved(Call call)
{
    Moved body;
    body.fd = 1;
    body.channel = ChannelId { 4 };
    body.end = End::Second;
    body.call = call;
    body.requested = 10;
    body.count = 7;
    body.bytes = { "hello\n" };
    body.cut = 1;
    return body;
}

BytesRead messageRead(std::uint64_t count, std::uint32_t dropped)
{
    BytesRead body;
    body.channel = ChannelId { 4 };
    body.call = Call::Recvfrom;
    body.requested = 4;
    body.count = body.cut = count;
    body.dropped = dropped;
    body.empty = count + dropped == 0;
    return body;
}

template <typename Named> Named named()
{
    Named body;
    body.fd = 3;
    body.channel = ChannelId { 2 };
    body.local = "127.0.0.1:80";
    body.remote = "127.0.0.1:4000";
    body.backlog = 5;
    return body;
}

SocketConnected unaccepted()
{
    SocketConnected body = named<SocketConnected>();
    body.listener = ChannelId { 9 };
    return body;
}

template <typename Noted> Noted noted()
{
    Noted body;
    body.kind = FindingKind::StdioStuck;
    body.pids = kPids;
    body.channels = kChannels;
    return body;
}

const Tid kTids[] { Tid { 100 }, Tid { 105 } };

template <typename Noted> Noted deadlock()
{
    Noted body;
    body.pids = kPids;
    body.tids = kTids;
    return body;
}

// What other programs read. A line that changes here breaks them.
const Golden kLines[] {
    { ProcessStarted { Pid { 99 }, StartedBy::Vfork, true },
        R"("event":"process_started","ppid":99,"by":"vfork","self":true)" },
    { ProcessStarted { Pid {}, StartedBy::Launch, false },
        R"("event":"process_started","ppid":0,"by":"launch")" },
    { ProcessStarted { Pid { 99 }, StartedBy::Clone, false, Pid { 98 }, true },
        R"("event":"process_started","ppid":99,"by":"clone","maker":98,"shares_memory":true)" },
    { ProcessStarted { Pid { 99 }, StartedBy::Launch, false, {}, false, "on-pipe" },
        R"("event":"process_started","ppid":99,"by":"launch","run":"on-pipe")" },
    { ProcessStarted { Pid { 99 }, StartedBy::Fork, false, {}, false, {}, Tid { 105 } },
        R"("event":"process_started","ppid":99,"by":"fork","by_thread":105)" },
    { ThreadStarted {}, R"("event":"thread_started")" },
    { ThreadStarted { Tid { 105 } }, R"("event":"thread_started","by_thread":105)" },
    { ThreadExited {}, R"("event":"thread_exited")" },
    { ProgramExecuted { "/usr/bin/python3", { "python3\0child.py\0"sv } },
        R"("event":"program_executed","path":"/usr/bin/python3","argv":["python3","child.py"])" },
    { ProgramExecuted { "/bin/cat", { "cat\0"sv }, true },
        R"("event":"program_executed","path":"/bin/cat","argv":["cat"],"orphaned_group":true)" },
    { ProgramBegan {
          "/home/ana", WordList { "TERM=xterm\0API_KEY\0"sv }, 2, { "nofile=1024:4096\0"sv } },
        R"("event":"program_began","folder":"/home/ana","environment":["TERM=xterm","API_KEY"],)"
        R"("more_environment":2,"limits":["nofile=1024:4096"])" },
    { ProgramBegan { {}, WordList {}, 0, {} },
        R"("event":"program_began","environment":[],"more_environment":0,"limits":[])" },
    { ProgramBegan {}, R"("event":"program_began","limits":[])" },
    { ProcessExited { 0, {}, false }, R"("event":"process_exited","code":0)" },
    { ProcessExited { {}, {}, false, true }, R"("event":"process_exited","detached":true)" },
    { ProcessExited { {}, { SIGSEGV }, true },
        R"("event":"process_exited","signal":"SIGSEGV","core":true)" },
    { ProcessReaped { Pid { 99 } }, R"("event":"process_reaped","by":99)" },
    { ProcessAdopted { Pid { 1 } }, R"("event":"process_adopted","parent":1)" },
    { ProcessStopped { { SIGTSTP } }, R"("event":"process_stopped","signal":"SIGTSTP")" },
    { ProcessContinued { { SIGCONT } }, R"("event":"process_continued","signal":"SIGCONT")" },
    { ProcessStarted { Pid { 1 }, StartedBy::Attach, false },
        R"("event":"process_started","ppid":1,"by":"attach")" },
    { ProcessStarted { Pid { 1 }, StartedBy::Found, false },
        R"("event":"process_started","ppid":1,"by":"found")" },
    { ProcessSurveyed { TaskState::DiskSleep, 1000, Pid { 7 }, { EPERM }, "/dev/pts/3", Pid { 100 },
          Pid { 101 } },
        R"("event":"process_surveyed","state":"disk_sleep","user":1000,"tracer":7,)"
        R"("refused":"EPERM","terminal":"/dev/pts/3","group":100,"foreground":101)" },
    { ProcessSurveyed {}, R"("event":"process_surveyed","state":"unknown")" },
    { DescriptorOpened { 4, ChannelId { 2 }, Access::ReadWrite, End::Second, Call::Fcntl, 3 },
        R"("event":"descriptor_opened","fd":4,"channel":2,"access":"rw","end":"second",)"
        R"("call":"fcntl","from":3)" },
    { DescriptorSent { 4, ChannelId { 2 }, End::Second },
        R"("event":"descriptor_sent","fd":4,"through":2,"end":"second")" },
    { ChannelAttached { ChannelId { 2 }, Call::Semget },
        R"("event":"channel_attached","channel":2,"call":"semget")" },
    { ChannelHeld { ChannelId { 2 }, End::Second, kPids, { "sleep\0cat\0"sv } },
        R"("event":"channel_held","channel":2,"end":"second","pids":[100,101],)"
        R"("names":["sleep","cat"])" },
    { ChannelHeld { ChannelId { 2 }, End::First, {}, {}, true },
        R"("event":"channel_held","channel":2,"end":"first","names":[],"closed":true)" },
    { ChannelDetached { ChannelId { 2 } }, R"("event":"channel_detached","channel":2)" },
    { DescriptorOpened { 0, ChannelId { 2 }, Access::Read, End::First, Call::Unknown, {} },
        R"("event":"descriptor_opened","fd":0,"channel":2,"access":"r","end":"first")" },
    { DescriptorClosed { 4 }, R"("event":"descriptor_closed","fd":4)" },
    { ChannelCreated { ChannelId { 2 }, ChannelKind::Pty, "/dev/pts/3", true },
        R"("event":"channel_created","channel":2,"kind":"pty","name":"/dev/pts/3","outside":true)" },
    { ChannelCreated { ChannelId { 3 }, ChannelKind::Unix, "socketpair", false, false, true },
        R"("event":"channel_created","channel":3,"kind":"unix","name":"socketpair","messages":true)" },
    { ChannelLevel { ChannelId { 2 }, 12, 65536, End::First },
        R"("event":"channel_level","channel":2,"bytes":12,"capacity":65536,"end":"first")" },
    { ChannelLevel { ChannelId { 2 }, 50, {}, End::Second, 100 },
        R"("event":"channel_level","channel":2,"bytes":50,"end":"second","least":100)" },
    { moved<BytesWritten>(Call::Write),
        R"("event":"bytes_written","fd":1,"channel":4,"end":"second","call":"write",)"
        R"("requested":10,"count":7,"text":"hello\n","cut":1)" },
    { moved<BytesRead>(Call::Recvfrom),
        R"("event":"bytes_read","fd":1,"channel":4,"end":"second","call":"recvfrom",)"
        R"("requested":10,"count":7,"text":"hello\n","cut":1)" },
    { messageRead(4, 6),
        R"("event":"bytes_read","channel":4,"end":"first","call":"recvfrom","requested":4,)"
        R"("count":4,"cut":4,"dropped":6)" },
    { messageRead(0, 0),
        R"("event":"bytes_read","channel":4,"end":"first","call":"recvfrom","requested":4,)"
        R"("count":0,"empty":true)" },
    { CallEntered { Call::Ppoll, 3, ChannelId { 1 }, 5 * kSecond, Pid { -1 }, kFds, 9 },
        R"("event":"call_entered","call":"ppoll","fd":3,"channel":1,"timeout":5000000000,)"
        R"("child":-1,"fds":[3,5],"requested":9)" },
    { CallReturned { Call::Write, {}, { EPIPE }, 1 },
        R"("event":"call_returned","call":"write","error":"EPIPE","fd":1)" },
    { CallReturned { Call::Dup2, -1, {}, {} },
        R"("event":"call_returned","call":"dup2","result":-1)" },
    { CallReturned { Call::Alarm, 0, {}, {}, 0, { SIGALRM } },
        R"("event":"call_returned","call":"alarm","result":0,"timeout":0,"signal":"SIGALRM")" },
    { CallReturned { Call::TimerSettime, 0, {}, {}, 5 * kSecond, {}, true },
        R"("event":"call_returned","call":"timer_settime","result":0,"timeout":5000000000,)"
        R"("repeats":true)" },
    { CallReturned { Call::Bind, {}, { EADDRINUSE }, 3, {}, {}, false, AddressUser::Connection,
          Pid { 7 }, 80 },
        R"("event":"call_returned","call":"bind","error":"EADDRINUSE","fd":3,)"
        R"("in_use_by":"connection","holder":7,"port":80)" },
    { SignalSent { Pid { 101 }, { SIGTERM } },
        R"("event":"signal_sent","to":101,"signal":"SIGTERM")" },
    { SignalDelivered { { SIGINT }, SignalAction::Handler },
        R"("event":"signal_delivered","signal":"SIGINT","action":"handler")" },
    { SignalDelivered { { SIGINT }, SignalAction::Handler, 2 },
        R"("event":"signal_delivered","signal":"SIGINT","action":"handler","merged":2)" },
    { SignalDelivered { { SIGINT }, SignalAction::Default, {}, { {}, {}, SignalSource::Terminal } },
        R"("event":"signal_delivered","signal":"SIGINT","action":"default","by":"terminal")" },
    { SignalIgnored { { SIGCHLD } }, R"("event":"signal_ignored","signal":"SIGCHLD")" },
    { SignalIgnored { { SIGHUP }, { Pid { 7 }, "bash", {} } },
        R"("event":"signal_ignored","signal":"SIGHUP","from":7,"name":"bash")" },
    { SignalActionSet { { SIGPIPE }, SignalAction::Ignore },
        R"("event":"signal_action_set","signal":"SIGPIPE","action":"ignore")" },
    { SignalMaskSet { { 0b10000000'00000011 } },
        R"("event":"signal_mask_set","blocked":["SIGHUP","SIGINT","SIGSTKFLT"])" },
    { SignalMaskSet {}, R"("event":"signal_mask_set","blocked":[])" },
    { StdioLevel { "sys.stdout", 1, BufferMode::Line, 14, 2, 8192, { "ab" }, true },
        R"("event":"stdio_level","stream":"sys.stdout","fd":1,"mode":"line","pending":14,)"
        R"("unread":2,"capacity":8192,"text":"ab","gone":true)" },
    { named<SocketBound>(),
        R"("event":"socket_bound","fd":3,"channel":2,"local":"127.0.0.1:80",)"
        R"("remote":"127.0.0.1:4000","backlog":5)" },
    { named<SocketListening>(),
        R"("event":"socket_listening","fd":3,"channel":2,"local":"127.0.0.1:80",)"
        R"("remote":"127.0.0.1:4000","backlog":5)" },
    { named<SocketConnected>(),
        R"("event":"socket_connected","fd":3,"channel":2,"local":"127.0.0.1:80",)"
        R"("remote":"127.0.0.1:4000","backlog":5)" },
    { named<SocketAccepted>(),
        R"("event":"socket_accepted","fd":3,"channel":2,"local":"127.0.0.1:80",)"
        R"("remote":"127.0.0.1:4000","backlog":5)" },
    { unaccepted(),
        R"("event":"socket_connected","fd":3,"channel":2,"local":"127.0.0.1:80",)"
        R"("remote":"127.0.0.1:4000","backlog":5,"listener":9)" },
    { LockWaiting { 0x7f00'1234, Tid { 100 } },
        R"("event":"lock_waiting","address":2130711092,"owner":100)" },
    { LockWaiting { 16, {} }, R"("event":"lock_waiting","address":16)" },
    { LockWaiting { 0, Tid { 100 }, LockKind::File, kPids, true, {} },
        R"("event":"lock_waiting","address":0,"owner":100,"lock":"file","pids":[100,101],)"
        R"("outside":true)" },
    { LockWaiting { 0, {}, LockKind::Semaphores, {}, true, 7 },
        R"("event":"lock_waiting","address":0,"lock":"semaphores","outside":true,"id":7)" },
    { LockWaiting { 0, Tid { 100 }, LockKind::Mutex, kPids, false, {}, true },
        R"("event":"lock_waiting","address":0,"owner":100,"lock":"mutex","pids":[100,101],)"
        R"("unchecked":true)" },
    { WaitLasts { Call::EpollWait, kFds, 5 * kSecond, {}, {}, false },
        R"("event":"wait_lasts","call":"epoll_wait","fds":[3,5],"timeout":5000000000)" },
    { WaitLasts { Call::Openat, {}, {}, "/tmp/f", Access::Write, true },
        R"("event":"wait_lasts","call":"openat","path":"/tmp/f","access":"w","outside":true)" },
    { LineKnown { "/home/ana/child.c", 31 },
        R"("event":"line_known","file":"/home/ana/child.c","line":31)" },
    { ThreadHeld { Call::Write, 1, ChannelId { 4 }, 29, {}, {}, {}, {} },
        R"("event":"thread_held","call":"write","fd":1,"channel":4,"requested":29)" },
    { ThreadHeld { Call::Kill, {}, {}, {}, Pid { 101 }, { SIGTERM }, {}, {} },
        R"("event":"thread_held","call":"kill","to":101,"signal":"SIGTERM")" },
    { ThreadHeld { Call::Openat, {}, {}, {}, {}, {}, "/tmp/f", "read" },
        R"("event":"thread_held","call":"openat","path":"/tmp/f","mark":"read")" },
    { ThreadHeld {}, R"("event":"thread_held")" },
    { ThreadReleased {}, R"("event":"thread_released")" },
    { noted<FindingBegan>(),
        R"("event":"finding_began","kind":"stdio_stuck","pids":[100,101],"channels":[1,2])" },
    { deadlock<FindingBegan>(),
        R"("event":"finding_began","kind":"deadlock","pids":[100,101],"tids":[100,105])" },
    { noted<FindingEnded>(),
        R"("event":"finding_ended","kind":"stdio_stuck","pids":[100,101],"channels":[1,2])" },
    { deadlock<FindingEnded>(),
        R"("event":"finding_ended","kind":"deadlock","pids":[100,101],"tids":[100,105])" },
    { LimitNoted { SightLimit::ForeignCalls }, R"("event":"limit_noted","limit":"foreign_calls")" },
    { LimitNoted { SightLimit::Payload, ChannelId { 3 } },
        R"("event":"limit_noted","limit":"payload","channel":3)" },
    { UserAction { "signal", "SIGTERM", Pid { 100 } },
        R"("event":"user_action","what":"signal","detail":"SIGTERM","to":100)" },
    { UserAction { "bookmark", "here", {}, 7 },
        R"("event":"user_action","what":"bookmark","detail":"here","moment":7)" },
};

Event eventWith(const EventBody& body)
{
    return { 1'500'000'001, Pid { 100 }, Tid { 102 }, body };
}

QString text(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

// The lines of a session file, letter for letter.
class EventContractTest : public QObject {
    Q_OBJECT

private slots:
    void everyKindOfEventHasALine();
    void anEventIsWrittenAsTheContractSays_data() { rows(); }
    void anEventIsWrittenAsTheContractSays();
    void aLineOfTheContractIsReadBack_data() { rows(); }
    void aLineOfTheContractIsReadBack();
    void timeHasNineDecimals();

private:
    void rows();
};

void EventContractTest::rows()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < static_cast<int>(std::size(kLines)); ++i)
        QTest::addRow("%d %s", i, name(kLines[i].body).data()) << i;
}

void EventContractTest::everyKindOfEventHasALine()
{
    std::set<std::size_t> kinds;
    for (const Golden& golden : kLines)
        kinds.insert(golden.body.index());
    QCOMPARE(kinds.size(), std::variant_size_v<EventBody>);
}

void EventContractTest::anEventIsWrittenAsTheContractSays()
{
    QFETCH(int, index);
    const std::string line = toJsonLine(7, eventWith(kLines[index].body));
    const std::string start = R"({"i":7,"t":1.500000001,"pid":100,"tid":102,)";
    QCOMPARE(text(line), text(start + kLines[index].fields + "}"));
}

void EventContractTest::aLineOfTheContractIsReadBack()
{
    QFETCH(int, index);
    const std::string start = R"({"i":7,"t":1.500000001,"pid":100,"tid":102,)";
    EventReader reader;
    const Result<Event> event = reader.read(start + kLines[index].fields + "}");
    QVERIFY(event.ok());
    QCOMPARE(test::described(*event), test::described(eventWith(kLines[index].body)));
}

void EventContractTest::timeHasNineDecimals()
{
    const Event event { 42, Pid { 1 }, Tid { 1 }, ThreadStarted {} };
    QCOMPARE(text(toJsonLine(0, event)),
        text(R"({"i":0,"t":0.000000042,"pid":1,"tid":1,"event":"thread_started"})"));
}

QTEST_GUILESS_MAIN(EventContractTest)
#include "event_contract_test.moc"
