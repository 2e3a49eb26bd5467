// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is counted of a command is what strace counts of it.
#include "tests/capture/watched.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>

#include <array>
#include <map>

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
constexpr auto kTransfers = std::to_array<const char*>({ "read", "readv", "pread64", "recvfrom",
    "recvmsg", "write", "writev", "pwrite64", "sendto", "sendmsg" });

QString traced()
{
    QStringList names;
    for (const char* const name : kTransfers)
        names << QString::fromLatin1(name);
    return QStringLiteral("trace=") + names.join(QLatin1Char(','));
}

// "1234  read(3, "x"..., 832) = 832", and the end of one that waited:
// "1234  <... read resumed>"x", 1) = 1".
Totals straced(const QStringList& command)
{
    const QTemporaryDir folder;
    const QString to = folder.filePath(QStringLiteral("trace"));
    QProcess strace;
    strace.setStandardOutputFile(QProcess::nullDevice());
    strace.setStandardInputFile(QProcess::nullDevice());
    strace.start(QStringLiteral("strace"),
        QStringList { QStringLiteral("-f"), QStringLiteral("-qq"), QStringLiteral("-s0"),
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
        if (!match.hasMatch())
            continue;
        Total& total = totals[match.captured(1).toStdString()];
        ++total.calls;
        total.bytes += match.captured(2).toULongLong();
    }
    return totals;
}

Totals counted(const EventLog& log)
{
    Totals totals;
    const auto add = [&](const BytesMoved& body) {
        Total& total = totals[std::string(name(body.call))];
        ++total.calls;
        total.bytes += body.count;
    };
    for (const auto& one : all<BytesWritten>(log))
        add(*one.body);
    for (const auto& one : all<BytesRead>(log))
        add(*one.body);
    return totals;
}

std::vector<std::string> words(const QStringList& command)
{
    std::vector<std::string> found;
    for (const QString& word : command)
        found.push_back(word.toStdString());
    return found;
}

QString described(const Totals& totals, bool calls)
{
    QStringList lines;
    for (const auto& [call, total] : totals)
        lines << QStringLiteral("%1: %2%3 B")
                     .arg(QString::fromStdString(call),
                         calls ? QStringLiteral("%1 calls, ").arg(total.calls) : QString())
                     .arg(total.bytes);
    return lines.join(QStringLiteral("; "));
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

} // namespace

class TotalsTest : public QObject {
    Q_OBJECT

private slots:
    void everyTransferIsCountedAsStraceDoes_data();
    void everyTransferIsCountedAsStraceDoes();
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

CAPTURE_TEST_MAIN(TotalsTest)
#include "totals_test.moc"
