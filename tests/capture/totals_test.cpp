// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is counted of a command is what strace counts of it.
#include "tests/capture/watched.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <map>
#include <type_traits>

using namespace ipclab;
using namespace ipclab::test;

namespace {

struct Total {
    std::uint64_t calls = 0;
    std::uint64_t bytes = 0;
    bool operator==(const Total&) const = default;
};
using Totals = std::map<std::string, Total>; // by call

// Those that return how many bytes they moved.
constexpr auto kTransfers
    = std::to_array<const char*>({ "read", "readv", "pread64", "preadv", "preadv2", "recvfrom",
        "recvmsg", "write", "writev", "pwrite64", "pwritev", "pwritev2", "sendto", "sendmsg" });
// Those that take bytes out of one descriptor and put them into another: both are told.
constexpr auto kCopies = std::to_array<const char*>({ "splice", "sendfile", "copy_file_range" });
// Those that return who was made.
constexpr auto kMakers = std::to_array<const char*>({ "fork", "vfork", "clone", "clone3" });
const std::string kMade = "threads and processes made";
const std::string kEnded = "threads and processes ended";
const std::string kExecuted = "programs executed";

bool isOneOf(const auto& names, const std::string& call)
{
    return std::ranges::find(names, call) != names.end();
}

QString traced()
{
    QStringList names { QStringLiteral("execve") };
    for (const char* const name : kTransfers)
        names << QString::fromLatin1(name);
    for (const char* const name : kCopies)
        names << QString::fromLatin1(name);
    for (const char* const name : kMakers)
        names << QString::fromLatin1(name);
    return QStringLiteral("trace=") + names.join(QLatin1Char(','));
}

void add(Totals& totals, const std::string& call, std::uint64_t bytes)
{
    ++totals[call].calls;
    totals[call].bytes += bytes;
}

void addReturned(Totals& totals, const std::string& call, std::uint64_t result)
{
    if (isOneOf(kMakers, call)) {
        add(totals, kMade, 0);
    } else if (call == "execve") {
        add(totals, kExecuted, 0);
    } else if (isOneOf(kCopies, call)) {
        add(totals, call + " from", result);
        add(totals, call + " to", result);
    } else {
        add(totals, call, result);
    }
}

// "1234  read(3, "x"..., 832) = 832", and the end of one that waited:
// "1234  <... read resumed>"x", 1) = 1"; "1234  +++ exited with 0 +++".
Totals straced(const QStringList& command)
{
    const QTemporaryDir folder;
    const QString to = folder.filePath(QStringLiteral("trace"));
    QProcess strace;
    strace.setStandardOutputFile(QProcess::nullDevice());
    strace.setStandardInputFile(QProcess::nullDevice());
    strace.start(QStringLiteral("strace"),
        QStringList { QStringLiteral("-f"), QStringLiteral("-q"), QStringLiteral("-s0"),
            QStringLiteral("-e"), traced(), QStringLiteral("-e"), QStringLiteral("signal=none"),
            QStringLiteral("-o"), to }
            + command);
    Totals totals;
    if (!strace.waitForFinished(60'000) || strace.exitCode() != 0)
        return totals;
    QFile file(to);
    if (!file.open(QIODevice::ReadOnly))
        return totals;
    static const QRegularExpression done(
        QStringLiteral(R"(^\d+ +(?:<\.\.\. )?([a-z0-9_]+)[ (].* = (\d+)$)"));
    for (const QByteArray& line : file.readAll().split('\n')) {
        const auto match = done.match(QString::fromLatin1(line));
        if (match.hasMatch())
            addReturned(totals, match.captured(1).toStdString(), match.captured(2).toULongLong());
        else if (line.contains(" +++ "))
            add(totals, kEnded, 0);
    }
    return totals;
}

template <typename Body> void addBytes(Totals& totals, const EventLog& log, const char* way)
{
    for (const auto& one : all<Body>(log)) {
        const std::string call(name(one.body->call));
        add(totals, isOneOf(kCopies, call) ? call + way : call, one.body->count);
    }
}

template <typename Body>
void addEvents(Totals& totals, const EventLog& log, const std::string& what)
{
    for (const auto& one : all<Body>(log)) {
        if constexpr (std::is_same_v<Body, ProcessStarted>) {
            if (one.body->self || one.body->by == StartedBy::Launch)
                continue;
        }
        add(totals, what, 0);
    }
}

Totals counted(const EventLog& log)
{
    Totals totals;
    addBytes<BytesWritten>(totals, log, " to");
    addBytes<BytesRead>(totals, log, " from");
    addEvents<ProcessStarted>(totals, log, kMade);
    addEvents<ThreadStarted>(totals, log, kMade);
    addEvents<ProcessExited>(totals, log, kEnded);
    addEvents<ThreadExited>(totals, log, kEnded);
    addEvents<ProgramExecuted>(totals, log, kExecuted);
    return totals;
}

std::vector<std::string> words(const QStringList& command)
{
    std::vector<std::string> found;
    for (const QString& word : command)
        found.push_back(word.toStdString());
    return found;
}

QStringList described(const Totals& totals, bool calls)
{
    QStringList lines;
    for (const auto& [call, total] : totals)
        lines << QStringLiteral("%1: %2%3 B")
                     .arg(QString::fromStdString(call),
                         calls || call == kMade || call == kEnded || call == kExecuted
                             ? QStringLiteral("%1 calls, ").arg(total.calls)
                             : QString())
                     .arg(total.bytes);
    return lines;
}

constexpr const char* kTalk = R"(
import multiprocessing, os
def answer(end):
    while (asked := end.recv()) is not None:
        end.send(asked * 2)
ours, theirs = multiprocessing.Pipe()
child = multiprocessing.get_context('fork').Process(target=answer, args=(theirs,))
child.start()
for n in range(100):
    ours.send('x' * n)
    ours.recv()
ours.send(None)
child.join()
)";

constexpr const char* kEcho = R"(
import os, socket
server = socket.create_server(('127.0.0.1', 0))
if os.fork() == 0:
    end = socket.create_connection(server.getsockname())
    for n in range(1, 101):
        end.sendall(b'x' * n)
        got = 0
        while got < n:
            got += len(end.recv(n - got))
    os._exit(0)
end, _ = server.accept()
while some := end.recv(4096):
    end.sendall(some)
os.wait()
)";

constexpr const char* kEveryWay = R"(
import os, socket, tempfile, threading
a, b = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
r, w = os.pipe()
with tempfile.TemporaryFile() as f, tempfile.TemporaryFile() as g:
    def talk():
        for n in range(1, 51):
            b.sendmsg([b.recv(4096), b'!'])
    thread = threading.Thread(target=talk)
    thread.start()
    for n in range(1, 51):
        a.send(b'x' * n)
        a.recvmsg(4096)
    thread.join()
    for n in range(1, 51):
        os.writev(w, [b'a' * n, b'b'])
        os.readv(r, [bytearray(n), bytearray(1)])
        os.pwrite(f.fileno(), b'c' * n, n)
        os.pread(f.fileno(), n, 0)
        os.pwritev(f.fileno(), [b'd' * n, b'e'], 0)
        os.preadv(f.fileno(), [bytearray(n), bytearray(9)], 0)
        os.sendfile(w, f.fileno(), 0, n)
        os.splice(r, g.fileno(), n)
        os.copy_file_range(f.fileno(), g.fileno(), n, 0, 0)
    try:
        os.write(r, b'fails')
    except OSError:
        pass
)";

constexpr const char* kQueue = R"(
import multiprocessing
def produce(queue):
    for n in range(100):
        queue.put('y' * n)
context = multiprocessing.get_context('fork')
queue = context.Queue()
child = context.Process(target=produce, args=(queue,))
child.start()
for n in range(100):
    queue.get()
child.join()
)";

} // namespace

class TotalsTest : public QObject {
    Q_OBJECT

private slots:
    void everyTransferIsCountedAsStraceDoes_data();
    void everyTransferIsCountedAsStraceDoes();
    void whatOurProbeReadsIsNotTheProgramsOwn();
};

void TotalsTest::everyTransferIsCountedAsStraceDoes_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<bool>("calls"); // how many there are does not hang on who was faster
    const auto row = [](const char* name, const char* program, const char* argument, bool calls) {
        QTest::newRow(name) << QStringList { QString::fromLatin1(program), QStringLiteral("-c"),
            QString::fromLatin1(argument) }
                            << calls;
    };
    row("blocks into cat", "sh",
        "dd if=/dev/zero bs=4k count=500 status=none | cat | cat >/dev/null", false);
    row("a sorted sequence", "sh", "seq 1 20000 | sort -r | tee /dev/null | wc -l", false);
    row("one after the other", "sh",
        "head -c 30000 /dev/zero | dd bs=1000 of=/dev/null "
        "iflag=fullblock status=none; cat /proc/version; echo done",
        false);
    row("a FIFO", "sh",
        "d=$(mktemp -d); mkfifo $d/f; (seq 1 5000 >$d/f &); cat $d/f >/dev/null; rm -r $d", false);
    row("files only", "sh", "for i in 1 2 3; do head -c 5000 /dev/zero >/dev/null; done", true);
    row("multiprocessing", "/usr/bin/python3", kTalk, true);
    row("a queue filled by a thread", "/usr/bin/python3", kQueue, true);
    row("every way", "/usr/bin/python3", kEveryWay, true);
    row("files copied", "sh",
        "d=$(mktemp -d); seq 1 9000 >$d/a; cp $d/a $d/b; cat $d/b >$d/c; cmp $d/a $d/c; rm -r $d",
        false);
    row("substituted", "bash",
        "x=$(seq 1 2000 | gzip | gzip -d); diff <(seq 1 2000) - <<<\"$x\" && "
        "printf '%s\\n' 1 2 3 | xargs -n1 echo",
        false);
    row("TCP", "/usr/bin/python3", kEcho, true);
}

void TotalsTest::everyTransferIsCountedAsStraceDoes()
{
    QFETCH(QStringList, command);
    QFETCH(bool, calls);
    const Totals expected = straced(command);
    QVERIFY(expected.size() > 1);
    LaunchSpec spec = specOf(words(command));
    Watched run(std::move(spec), CaptureOptions {});
    QVERIFY(run.ends());
    QCOMPARE(described(counted(run.log()), calls), described(expected, calls));
}

void TotalsTest::whatOurProbeReadsIsNotTheProgramsOwn()
{
    const QStringList command { QStringLiteral("/usr/bin/python3"), QStringLiteral("-c"),
        QStringLiteral("print(open('/proc/version').read())") };
    const Totals expected = straced(command);
    QVERIFY(expected.size() > 1);
    CaptureOptions options;
    options.probeFolder = PROBE_FOLDER;
    Watched run(specOf(words(command)), options);
    QVERIFY(run.ends());
    QCOMPARE(described(counted(run.log()), true), described(expected, true));
    for (const auto& one : all<ChannelCreated>(run.log()))
        QVERIFY(!one.body->name.starts_with(PROBE_FOLDER));
}

CAPTURE_TEST_MAIN(TotalsTest)
#include "totals_test.moc"
