// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survey/looked.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

struct Place {
    Pid pid;
    int fd = -1;
};

// What the tracee said: "PARENT FD CHILD FD".
std::array<Place, 2> placesIn(const QByteArray& line)
{
    const QByteArrayList words = line.split(' ');
    std::array<Place, 2> places;
    for (std::size_t i = 0; i < 2 && words.size() == 4; ++i) {
        const auto at = static_cast<qsizetype>(2 * i);
        places[i] = { Pid { words[at].toInt() }, words[at + 1].toInt() };
    }
    return places;
}

bool holds(const std::vector<Holder>& holders, const Place& place)
{
    return std::ranges::find(holders, Holder { place.pid, place.fd }) != holders.end();
}

} // namespace

class EndsTest : public QObject {
    Q_OBJECT

private slots:
    void theOtherEndIsFoundFromEither_data();
    void theOtherEndIsFoundFromEither();
    void aConnectionThatNobodyAcceptedLeadsToTheListener_data();
    void aConnectionThatNobodyAcceptedLeadsToTheListener();
    void whoAcceptsWaitsForAConnection();
    void aSetOfDescriptorsLeadsToTheOtherEnd_data();
    void aSetOfDescriptorsLeadsToTheOtherEnd();
    void aFullPipeIsSaidToBeFull();
    void whatFillsATerminalIsCountedWhereItWouldBeRead_data();
    void whatFillsATerminalIsCountedWhereItWouldBeRead();
};

void EndsTest::theOtherEndIsFoundFromEither_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("second");
    QTest::addColumn<int>("channel");
    const std::vector<std::pair<const char*, ChannelKind>> kinds { { "pipe", ChannelKind::Pipe },
        { "fifo", ChannelKind::Fifo }, { "pty", ChannelKind::Pty },
        { "pair-stream", ChannelKind::Unix }, { "pair-dgram", ChannelKind::Unix },
        { "pair-seqpacket", ChannelKind::Unix }, { "unix-stream", ChannelKind::Unix },
        { "unix-seqpacket", ChannelKind::Unix }, { "unix-dgram", ChannelKind::Unix },
        { "tcp4", ChannelKind::Tcp }, { "tcp6", ChannelKind::Tcp }, { "udp4", ChannelKind::Udp },
        { "udp6", ChannelKind::Udp }, { "eventfd", ChannelKind::Eventfd } };
    for (const auto& [kind, channel] : kinds) {
        for (const bool second : { false, true })
            QTest::addRow("%s, from the %s", kind, second ? "second" : "first")
                << QString::fromLatin1(kind) << second << static_cast<int>(channel);
    }
}

void EndsTest::theOtherEndIsFoundFromEither()
{
    QFETCH(QString, kind);
    QFETCH(bool, second);
    QFETCH(int, channel);
    const QTemporaryDir folder;
    Bystander ends(tracee(QStringLiteral("ends")),
        { kind, second ? QStringLiteral("second") : QStringLiteral("first"),
            folder.filePath(QStringLiteral("name")) });
    const auto places = placesIn(ends.line());
    const Place& waiter = places.at(second ? 1 : 0);
    const Place& other = places.at(second ? 0 : 1);
    const bool person = kind == QStringLiteral("pty") && second;
    const Looked looked = ends.looksLike(
        [&](const Looked& so) {
            return !so.first().waits.empty()
                && (person || (so.link(other.pid) && so.link(other.pid)->end == ChainEnd::Signal));
        },
        waiter.pid);
    QVERIFY(!looked.error);
    QCOMPARE(looked.first().waits.size(), 1U);
    const Wait& wait = looked.first().waits.front();
    QCOMPARE(wait.fd, std::optional(waiter.fd));
    QVERIFY(looked.channel());
    QCOMPARE(static_cast<int>(looked.channel()->kind), channel);
    const bool readersCount
        = wait.reason == WaitReason::Room || looked.channel()->kind == ChannelKind::Eventfd;
    QVERIFY(holds(readersCount ? looked.world.readers(wait.channel, wait.queue)
                               : looked.world.writers(wait.channel, wait.queue),
        other));
    QCOMPARE(looked.first().wakers, std::vector { other.pid });
    if (person)
        QVERIFY(looked.first().end == ChainEnd::Person);
    else
        QVERIFY(looked.link(other.pid)->end == ChainEnd::Signal);
    QVERIFY(!looked.chain.stuck);
}

void EndsTest::aConnectionThatNobodyAcceptedLeadsToTheListener_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* const kind : { "unix-stream-unaccepted", "unix-seqpacket-unaccepted",
             "tcp4-unaccepted", "tcp6-unaccepted" })
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void EndsTest::aConnectionThatNobodyAcceptedLeadsToTheListener()
{
    QFETCH(QString, kind);
    const QTemporaryDir folder;
    Bystander ends(tracee(QStringLiteral("ends")),
        { kind, QStringLiteral("first"), folder.filePath(QStringLiteral("name")) });
    const auto places = placesIn(ends.line());
    const Looked looked = ends.waiting();
    QVERIFY(looked.channel());
    const Channel* const listener = looked.world.channel(looked.channel()->listener);
    QVERIFY(listener);
    QVERIFY(listener->backlog.has_value());
    QVERIFY(holds(looked.world.readers(listener->id, End::First), places[1]));
    QCOMPARE(looked.first().wakers, std::vector { places[1].pid });
    QVERIFY(!looked.chain.stuck);
}

void EndsTest::whoAcceptsWaitsForAConnection()
{
    Bystander ends(tracee(QStringLiteral("ends")),
        { QStringLiteral("tcp4-unaccepted"), QStringLiteral("second") });
    const auto places = placesIn(ends.line());
    const Looked looked = ends.waiting(places[1].pid);
    QVERIFY(looked.first().end == ChainEnd::Connection);
    QVERIFY(looked.channel());
    QVERIFY(looked.channel()->local.starts_with("127.0.0.1:"));
    QCOMPARE(looked.channel()->backlog, std::optional(5));
}

void EndsTest::aSetOfDescriptorsLeadsToTheOtherEnd_data()
{
    QTest::addColumn<QString>("kind");
    for (const char* const kind : { "epoll", "poll", "select" })
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void EndsTest::aSetOfDescriptorsLeadsToTheOtherEnd()
{
    QFETCH(QString, kind);
    Bystander ends(tracee(QStringLiteral("ends")), { kind, QStringLiteral("first") });
    const auto places = placesIn(ends.line());
    const Looked looked = ends.looksLike([&](const Looked& so) {
        const ChainLink* const other = so.link(places[1].pid);
        return other && other->end == ChainEnd::Signal;
    });
    QCOMPARE(looked.first().waits.size(), 1U);
    QVERIFY(looked.first().waits.front().reason == WaitReason::Any);
    QCOMPARE(looked.first().wakers, std::vector { places[1].pid });
    QVERIFY(looked.link(places[1].pid)->end == ChainEnd::Signal);
}

void EndsTest::aFullPipeIsSaidToBeFull()
{
    Bystander ends(
        tracee(QStringLiteral("ends")), { QStringLiteral("pipe"), QStringLiteral("second") });
    const auto places = placesIn(ends.line());
    const Looked looked = ends.waiting(places[1].pid);
    QVERIFY(looked.channel());
    const Queue& queue = looked.channel()->queueAt(End::First);
    QVERIFY(queue.capacity.has_value());
    QCOMPARE(queue.bytes, *queue.capacity);
}

void EndsTest::whatFillsATerminalIsCountedWhereItWouldBeRead_data()
{
    QTest::addColumn<bool>("second");
    QTest::newRow("written by the terminal emulator") << false;
    QTest::newRow("written by the program in it") << true;
}

void EndsTest::whatFillsATerminalIsCountedWhereItWouldBeRead()
{
    QFETCH(bool, second);
    Bystander ends(tracee(QStringLiteral("ends")),
        { QStringLiteral("pty-full"),
            second ? QStringLiteral("second") : QStringLiteral("first") });
    const auto places = placesIn(ends.line());
    const Looked looked = ends.looksLike( // until it is full
        [](const Looked& so) {
            return !so.first().waits.empty() && !so.first().waits.front().external;
        },
        places.at(second ? 1 : 0).pid);
    QVERIFY(looked.channel());
    const Wait& wait = looked.first().waits.front();
    QVERIFY(wait.reason == WaitReason::Room);
    QVERIFY(!wait.external);
    QVERIFY(looked.channel()->queueAt(wait.queue).bytes > 0);
    QCOMPARE(looked.first().wakers, std::vector { places.at(second ? 0 : 1).pid });
}

QTEST_GUILESS_MAIN(EndsTest)
#include "ends_test.moc"
