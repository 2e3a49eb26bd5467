// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/analysis/findings.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/log/session_file.h"
#include "ipc-core/world/world_history.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QtTest>

#include <sys/mman.h>
#include <unistd.h>

#include <algorithm>
#include <ctime>
#include <limits>
#include <random>
#include <utility>

using namespace ipclab;

namespace {

constexpr const char* kHeader = "{\"ipclab_session\":1}\n";

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray repeated(int times, QByteArrayList lines) // %1 is the how-manieth time
{
    QByteArray all(kHeader);
    for (int i = 1; i <= times; ++i) {
        for (QByteArray line : lines)
            all += line.replace("%1", QByteArray::number(i)) + '\n';
    }
    return all;
}

// Of the processor's time, whoever else uses it, in milliseconds.
qint64 spent()
{
    return std::clock() / (CLOCKS_PER_SEC / 1000);
}

} // namespace

// Sessions that were made, or came to be, to do harm: something is read, or an error is told; what
// was lost is counted; nothing takes long or much.
class SessionHostileTest : public QObject {
    Q_OBJECT

private slots:
    void bitsOfEachByteOfASmallSessionFlipped();
    void linesInAnyOrder_data() { sessions(); }
    void linesInAnyOrder();
    void numbersOutOfRange_data() { sessions(); }
    void numbersOutOfRange();
    void deepJsonIsALostLine();
    void aDeepHeaderIsNoSession();
    void textsWithoutEnd();
    void muchOfOneThingIsReadInTime_data();
    void muchOfOneThingIsReadInTime();
    void manyChannelsClosedUnreadAreReadInTime();
    void manyStreamsOfAProcessAreBounded();
    void forkingAProcessWithMuchDoesNotFillTheMemory();

private:
    static void sessions()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(IPCLAB_SESSIONS));
        for (const QFileInfo& file : folder.entryInfoList({ QStringLiteral("*.jsonl") }))
            QTest::newRow(qPrintable(file.baseName())) << file.filePath();
    }
    std::string write(const QByteArray& content)
    {
        m_file.reset(::memfd_create("session", MFD_CLOEXEC)); // there are many: without a disk
        if (::write(m_file.get(), content.constData(), static_cast<std::size_t>(content.size()))
            != content.size())
            qFatal("cannot write");
        return "/proc/self/fd/" + std::to_string(m_file.get());
    }
    // Reads it, and does with it what a window does. Returns how many lines were events; -1: it is
    // no session.
    qint64 take(const QByteArray& content)
    {
        const Result<SavedSession> session = readSession(write(content));
        if (!session.ok())
            return -1;
        WorldHistory history(*session->log);
        history.extend(std::numeric_limits<EventIndex>::max());
        World world;
        while (world.applied < session->log->size())
            apply(world, (*session->log)[world.applied]);
        if (!(world == history.live()) || !(history.at(world.applied / 2) == fold(*session->log)))
            qFatal("it is not replayed alike");
        (void)findings(world);
        (void)bytePlaces(world);
        const auto lines
            = static_cast<std::uint64_t>(content.count('\n')) + (content.endsWith('\n') ? 0U : 1U);
        const std::uint64_t told = session->log->size() + session->linesSkipped + 1;
        if (told != lines)
            qFatal("%d lines, and %d told of", static_cast<int>(lines), static_cast<int>(told));
        return static_cast<qint64>(session->log->size());
    }
    static World fold(const EventLog& log)
    {
        World world;
        while (world.applied < log.size() / 2)
            apply(world, log[world.applied]);
        return world;
    }
    UniqueFd m_file;
};

void SessionHostileTest::bitsOfEachByteOfASmallSessionFlipped()
{
    const QByteArray whole = contentOf(QStringLiteral(IPCLAB_SESSIONS "/endless-dialog.jsonl"));
    int lost = 0;
    int refused = 0;
    for (qsizetype bit = 0; bit < 8 * whole.size(); bit += 3) { // each of the eight in turn
        QByteArray content = whole;
        content[bit / 8] = static_cast<char>(content[bit / 8] ^ 1 << bit % 8);
        const qint64 events = take(content);
        QVERIFY(events <= 34);
        lost += events >= 0 && events < 33 ? 1 : 0;
        refused += events < 0 ? 1 : 0;
    }
    QVERIFY(lost > 270);
    QVERIFY(refused > 27 && refused < 540);
}

void SessionHostileTest::linesInAnyOrder()
{
    QFETCH(QString, path);
    QByteArrayList lines = contentOf(path).trimmed().split('\n');
    const QByteArray header = lines.takeFirst();
    std::mt19937 random(3);
    for (int i = 0; i < 20; ++i) {
        std::ranges::shuffle(lines, random);
        QCOMPARE(take(header + '\n' + lines.join('\n') + '\n'), lines.size());
    }
}

void SessionHostileTest::numbersOutOfRange()
{
    QFETCH(QString, path);
    const QByteArray whole = contentOf(path);
    const QRegularExpression number(QStringLiteral("(?<=[:\\[,])\\d+(?=[,}\\].])"));
    for (const char* const wrong :
        { "-1", "2147483648", "4294967296", "18446744073709551615", "18446744073709551616",
            "9223372036854775807", "1e999", "-0", "0x10", "null", "[]", "{}" }) {
        QByteArrayList lines = whole.trimmed().split('\n');
        for (qsizetype i = 1; i < lines.size(); ++i) {
            const QString line = QString::fromUtf8(lines[i]);
            QList<QRegularExpressionMatch> found;
            for (auto each = number.globalMatch(line); each.hasNext();)
                found += each.next();
            if (found.isEmpty())
                continue;
            const QRegularExpressionMatch& one = found[i % found.size()];
            lines[i] = line.left(one.capturedStart()).toUtf8() + wrong
                + line.mid(one.capturedEnd()).toUtf8();
        }
        QVERIFY(take(lines.join('\n') + '\n') >= 0);
    }
}

void SessionHostileTest::deepJsonIsALostLine()
{
    for (const char* const open : { "[", "{\"a\":", "[[{\"fds\":[" }) {
        QByteArray deep("{\"t\":0,\"event\":\"thread_started\",\"x\":");
        while (deep.size() < 1'000'000)
            deep += open;
        QCOMPARE(take(QByteArray(kHeader) + deep + "\n{\"t\":0,\"event\":\"thread_started\"}\n"),
            qint64 { 1 });
        // And as whole JSON.
        QByteArray closed(deep.left(400'000));
        if (*open == '[' && open[1] == '\0')
            QCOMPARE(
                take(QByteArray(kHeader) + closed + QByteArray(closed.count('['), ']') + "}\n"),
                qint64 { 0 });
    }
}

void SessionHostileTest::aDeepHeaderIsNoSession()
{
    QCOMPARE(take("{\"ipclab_session\":1,\"x\":" + QByteArray(900'000, '[') + "\n"), qint64 { -1 });
    QCOMPARE(take(QByteArray(2'000'000, '[')), qint64 { -1 });
}

void SessionHostileTest::textsWithoutEnd()
{
    const QByteArray text(900'000, 'x');
    const std::pair<const char*, qint64> lines[] = {
        { R"({"t":0,"event":"program_executed","pid":1,"path":"%1","argv":["%1"]})", 1 },
        { R"({"t":0,"event":"user_action","what":"%1","detail":"%1"})", 1 },
        { R"({"t":0,"event":"%1"})", 0 },
        { R"({"t":0,"%1":1,"event":"thread_started"})", 1 },
        { R"({"t":0,"event":"bytes_read","pid":1,"count":9,"text":"%1"})", 1 },
        { R"({"t":0,"event":"signal_sent","pid":1,"signal":"%1"})", 0 },
        { R"({"t":0,"event":"call_returned","pid":1,"error":"%1"})", 0 },
    };
    for (const auto& [line, events] : lines) {
        const QByteArray half = text.left(450'000);
        QCOMPARE(take(QByteArray(kHeader) + QByteArray(line).replace("%1", half) + '\n'), events);
    }
    const QByteArray numbers = QByteArray("7,").repeated(400'000) + '7';
    QCOMPARE(take(QByteArray(kHeader) + "{\"t\":0,\"event\":\"call_entered\",\"fds\":[" + numbers
                 + "]}\n{\"t\":0,\"event\":\"finding_began\",\"kind\":\"zombie\",\"pids\":["
                 + numbers + "]}\n"),
        qint64 { 2 });
}

void SessionHostileTest::muchOfOneThingIsReadInTime_data()
{
    QTest::addColumn<QByteArray>("content");
    const auto row = [](const char* what, const char* line) {
        QTest::newRow(what) << repeated(60'000, { line });
    };
    row("processes", R"({"t":0,"event":"process_started","pid":%1,"tid":%1,"ppid":1})");
    row("channels", R"({"t":0,"event":"channel_created","channel":%1,"kind":"pipe"})");
    row("threads", R"({"t":0,"event":"thread_started","pid":1,"tid":%1})");
    row("streams", R"({"t":0,"event":"stdio_level","pid":1,"stream":"s%1","fd":1,"pending":1})");
    row("System V", R"({"t":0,"event":"channel_attached","pid":1,"channel":%1})");
    row("descriptors", R"({"t":0,"event":"descriptor_opened","pid":1,"channel":%1,"fd":%1})");
    row("received",
        R"({"t":0,"event":"descriptor_opened","pid":1,"channel":%1,"fd":%1,"call":"recvmsg"})");
    QTest::newRow("pauses") << repeated(30'000,
        { R"({"t":0,"event":"process_started","pid":%1,"tid":%1,"ppid":1})",
            R"({"t":0,"event":"user_action","what":"pause"})",
            R"({"t":0,"event":"user_action","what":"resume"})" });
    QTest::newRow("listeners that are closed") << repeated(40'000,
        { R"({"t":0,"event":"channel_created","channel":%1,"kind":"tcp"})",
            R"({"t":0,"event":"descriptor_opened","pid":1,"channel":1,"fd":1})",
            R"({"t":0,"event":"socket_listening","pid":1,"channel":1,"fd":1,"backlog":5})",
            R"({"t":0,"event":"descriptor_closed","pid":1,"fd":1})" });
    QTest::newRow("ends closed over what is unread") << repeated(40'000,
        { R"({"t":0,"event":"channel_created","channel":%1,"kind":"pipe"})",
            R"({"t":0,"event":"descriptor_opened","pid":1,"channel":%1,"fd":%1})",
            R"({"t":0,"event":"bytes_written","pid":1,"channel":%1,"fd":%1,"count":1})",
            R"({"t":0,"event":"descriptor_opened","pid":2,"channel":%1,"fd":1})",
            R"({"t":0,"event":"descriptor_closed","pid":2,"fd":1})" });
    QTest::newRow("forks of one number") << repeated(20'000,
        { R"({"t":0,"event":"descriptor_opened","pid":1,"channel":1,"fd":%1})",
            R"({"t":0,"event":"process_started","pid":2,"ppid":1,"by":"fork"})",
            R"({"t":0,"event":"process_started","pid":2,"ppid":1,"by":"fork"})",
            R"({"t":0,"event":"process_started","pid":2,"ppid":1,"by":"fork"})" });
    QTest::newRow("signals") << repeated(10'000,
        { R"({"t":0,"event":"signal_mask_set","pid":1,"blocked":[)"
            + QByteArray(R"("SIGRTMIN+29",)").repeated(700) + R"("SIGRTMIN+30"]})" });
    row("bookmarks", R"({"t":0,"event":"user_action","what":"bookmark","moment":%1})");
}

void SessionHostileTest::muchOfOneThingIsReadInTime()
{
    QFETCH(QByteArray, content);
    const qint64 before = spent();
    const Result<SavedSession> session = readSession(write(content));
    QVERIFY(session.ok());
    QCOMPARE(session->log->size(), static_cast<EventIndex>(content.count('\n') - 1));
    WorldHistory history(*session->log);
    history.extend(std::numeric_limits<EventIndex>::max());
    const qint64 needed = spent() - before;
    QVERIFY2(needed < 6'000, qPrintable(QString::number(needed)));
}

void SessionHostileTest::manyChannelsClosedUnreadAreReadInTime()
{
    QByteArray content(kHeader);
    for (int i = 1; i <= 40'000; ++i) {
        const QByteArray channel = QByteArray::number(i);
        content += R"({"t":0,"event":"descriptor_opened","pid":1,"fd":3,"channel":)" + channel
            + "}\n" + R"({"t":0,"event":"bytes_written","pid":1,"fd":3,"count":9,"channel":)"
            + channel + "}\n" + R"({"t":0,"event":"descriptor_closed","pid":1,"fd":3})" + "\n";
    }
    const Result<SavedSession> session = readSession(write(content));
    QVERIFY(session.ok());
    const qint64 before = spent();
    World world;
    while (world.applied < session->log->size())
        apply(world, (*session->log)[world.applied]);
    const qint64 needed = spent() - before;
    QVERIFY2(needed < 6'000, qPrintable(QString::number(needed)));
    QCOMPARE(world.channel(ChannelId { 40'000 })->queueAt(End::First).bytes, std::uint64_t { 0 });
}

// Each event about one looks through them.
void SessionHostileTest::manyStreamsOfAProcessAreBounded()
{
    const Result<SavedSession> session = readSession(write(repeated(
        5000, { R"({"t":0,"event":"stdio_level","pid":1,"stream":"s%1","fd":1,"pending":1})" })));
    QVERIFY(session.ok());
    World world;
    while (world.applied < session->log->size())
        apply(world, (*session->log)[world.applied]);
    QVERIFY(world.process(Pid { 1 })->streams.size() >= 100); // more than a program has
    QVERIFY(world.process(Pid { 1 })->streams.size() <= 300);
}

// Each of 30 000 children would have a copy of 30 000 descriptors.
void SessionHostileTest::forkingAProcessWithMuchDoesNotFillTheMemory()
{
    QByteArray content(kHeader);
    for (int i = 0; i < 30'000; ++i)
        content += R"({"t":0,"event":"descriptor_opened","pid":1,"channel":1,"fd":)"
            + QByteArray::number(i) + "}\n";
    for (int i = 2; i < 30'000; ++i)
        content += R"({"t":0,"event":"process_started","ppid":1,"by":"fork","pid":)"
            + QByteArray::number(i) + "}\n";
    const Result<SavedSession> session = readSession(write(content));
    QVERIFY(session.ok());
    World world;
    while (world.applied < session->log->size())
        apply(world, (*session->log)[world.applied]);
    std::size_t held = 0;
    for (const auto& [pid, process] : world.processes)
        held += process.descriptors.size();
    QVERIFY(held < 30'000'000);
    QCOMPARE(world.process(Pid { 2 })->descriptors.size(), std::size_t { 30'000 });
    // Of whom we do not know what it has, nothing is concluded.
    QVERIFY(world.process(Pid { 29'999 })->descriptors.empty());
    QVERIFY(world.process(Pid { 29'999 })->unseen());
}

QTEST_GUILESS_MAIN(SessionHostileTest)
#include "session_hostile_test.moc"
