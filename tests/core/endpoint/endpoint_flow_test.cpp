// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>
#include <QtTest>

#include <algorithm>

#include "ipc-core/endpoint/endpoints.h"
#include "tests/core/endpoint/child.h"
#include "tests/core/endpoint/heard.h"

using namespace ipclab;
using test::Child;
using test::Heard;

namespace {
constexpr qsizetype kTenMegabytes = 10'000'000;

QByteArray noise(qsizetype size)
{
    QRandomGenerator numbers(42);
    QByteArray bytes((size + 3) / 4 * 4, Qt::Uninitialized);
    numbers.generate(reinterpret_cast<quint32*>(bytes.data()),
        reinterpret_cast<quint32*>(bytes.data() + bytes.size()));
    bytes.truncate(size);
    return bytes;
}
} // namespace

// Much data, and a lab that does not read.
class EndpointFlowTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void notReadingFillsAPipeAndStopsItsWriter_data() { addRows({ Wiring::Pipe, Wiring::Fifo }); }
    void notReadingFillsAPipeAndStopsItsWriter();
    void notReadingLeavesBytesInTheKernel_data();
    void notReadingLeavesBytesInTheKernel();
    void tenMegabytesArriveByteForByte_data();
    void tenMegabytesArriveByteForByte();
    void threeMegabytesGoRoundByteForByte_data();
    void threeMegabytesGoRoundByteForByte();
    void aFloodLeavesTurnsForOthers_data();
    void aFloodLeavesTurnsForOthers();
    void singleBytesLeaveTurnsForOthers();
    void whatWaitsToBeSentIsBounded();
    void closingInASlotIsAllowed();

private:
    std::unique_ptr<Endpoints> make(Wiring in, Wiring out)
    {
        auto made = Endpoints::make({ in, out, Wiring::Null }, m_folder->path().toStdString());
        return made ? std::move(*made) : nullptr;
    }
    std::string fileWith(const QByteArray& bytes)
    {
        QFile file(m_folder->filePath(QStringLiteral("noise")));
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size()
            ? file.fileName().toStdString()
            : std::string();
    }
    static void addRows(std::initializer_list<Wiring> wirings)
    {
        QTest::addColumn<Wiring>("wiring");
        for (const Wiring wiring : wirings)
            QTest::newRow(name(wiring).data()) << wiring;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_descriptors = 0;
};

void EndpointFlowTest::initTestCase()
{
    ::signal(SIGPIPE, SIG_IGN);
    QCoreApplication::processEvents(); // the event loop opens descriptors of its own, once
}

void EndpointFlowTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_descriptors = test::openDescriptors();
}

void EndpointFlowTest::cleanup()
{
    QCOMPARE(test::openDescriptors(), m_descriptors);
}

void EndpointFlowTest::notReadingFillsAPipeAndStopsItsWriter()
{
    QFETCH(Wiring, wiring);
    const QByteArray bytes = noise(kTenMegabytes);
    const auto endpoints = make(Wiring::Null, wiring);
    Heard heard(*endpoints);
    endpoints->setReading(false);
    Child child(*endpoints, { "/bin/cat", fileWith(bytes) });

    const int end = endpoints->labEnds()[0].descriptor;
    const int capacity = ::fcntl(end, F_GETPIPE_SZ);
    QVERIFY(capacity > 0);
    QTRY_COMPARE(test::unreadIn(end), capacity);
    QTRY_COMPARE(child.state(), 'S');
    QCOMPARE(heard.bytes[1].size(), 0);

    endpoints->setReading(true);
    QTRY_COMPARE(heard.ends[1], 1);
    QVERIFY(heard.bytes[1] == bytes);
    QTRY_VERIFY(child.hasExited());
    QCOMPARE(child.code(), 0);
}

void EndpointFlowTest::notReadingLeavesBytesInTheKernel_data()
{
    addRows({ Wiring::Pipe, Wiring::Fifo, Wiring::TcpSocket, Wiring::UnixSocket });
}

void EndpointFlowTest::notReadingLeavesBytesInTheKernel()
{
    QFETCH(Wiring, wiring);
    const auto endpoints = make(Wiring::Null, wiring);
    Heard heard(*endpoints);
    endpoints->setReading(false);
    Child child(*endpoints, { "/bin/echo", "-n", "waiting" });
    QTRY_VERIFY(child.hasExited());
    QTRY_COMPARE(test::unreadIn(endpoints->labEnds()[0].descriptor), 7);
    for (int turn = 0; turn < 10; ++turn)
        QCoreApplication::processEvents();
    QCOMPARE(test::unreadIn(endpoints->labEnds()[0].descriptor), 7);
    QCOMPARE(heard.ends[1], 0);
    endpoints->setReading(true);
    QTRY_COMPARE(heard.ends[1], 1);
    QCOMPARE(heard.bytes[1], QByteArray("waiting"));
}

void EndpointFlowTest::tenMegabytesArriveByteForByte_data()
{
    addRows({ Wiring::Terminal, Wiring::Pipe, Wiring::Fifo, Wiring::TcpSocket, Wiring::UnixSocket,
        Wiring::File });
}

void EndpointFlowTest::tenMegabytesArriveByteForByte()
{
    QFETCH(Wiring, wiring);
    const QByteArray bytes = noise(kTenMegabytes);
    QByteArray expected = bytes;
    if (wiring == Wiring::Terminal)
        expected.replace("\n", "\r\n"); // ONLCR, termios(3)
    const auto endpoints = make(Wiring::Null, wiring);
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/cat", fileWith(bytes) });
    QTRY_COMPARE_WITH_TIMEOUT(heard.bytes[1].size(), expected.size(), 30'000);
    QVERIFY(heard.bytes[1] == expected);
    QTRY_COMPARE(heard.ends[1], wiring == Wiring::File ? 0 : 1);
    QVERIFY(heard.errors.empty());
}

void EndpointFlowTest::threeMegabytesGoRoundByteForByte_data()
{
    addRows({ Wiring::Pipe, Wiring::Fifo, Wiring::TcpSocket, Wiring::UnixSocket });
}

void EndpointFlowTest::threeMegabytesGoRoundByteForByte()
{
    QFETCH(Wiring, wiring);
    const QByteArray bytes = noise(3'000'000);
    const auto endpoints = make(wiring, wiring);
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/cat" });
    qint64 taken = endpoints->send(bytes);
    QCOMPARE(taken, kMostQueued);
    connect(endpoints.get(), &Endpoints::sent, endpoints.get(), [&] {
        taken += endpoints->send(bytes.mid(taken));
        if (taken == bytes.size())
            endpoints->closeWriteSide();
    });
    QTRY_COMPARE_WITH_TIMEOUT(heard.ends[1], 1, 30'000);
    QCOMPARE(heard.sent, bytes.size());
    QVERIFY(heard.bytes[1] == bytes);
}

void EndpointFlowTest::aFloodLeavesTurnsForOthers_data()
{
    addRows(
        { Wiring::Terminal, Wiring::Pipe, Wiring::TcpSocket, Wiring::UnixSocket, Wiring::File });
}

void EndpointFlowTest::aFloodLeavesTurnsForOthers()
{
    QFETCH(Wiring, wiring);
    const auto endpoints = make(Wiring::Null, wiring);
    qint64 total = 0;
    qint64 sinceTurn = 0;
    qint64 mostBetweenTurns = 0;
    connect(endpoints.get(), &Endpoints::arrived, this, [&](int, const QByteArray& bytes) {
        total += bytes.size();
        sinceTurn += bytes.size();
        mostBetweenTurns = std::max(mostBetweenTurns, sinceTurn);
    });
    QTimer everyTurn; // of the event loop
    connect(&everyTurn, &QTimer::timeout, this, [&] { sinceTurn = 0; });
    everyTurn.start(0);
    int ticks = 0;
    QTimer clock;
    connect(&clock, &QTimer::timeout, this, [&] { ticks += total > 0 ? 1 : 0; });
    clock.start(5);

    Child child(*endpoints, { "/bin/cat", "/dev/zero" });
    QTRY_VERIFY(total > 8 * kMostReadAtOnce);
    QTRY_VERIFY(ticks >= 20);
    QVERIFY2(
        mostBetweenTurns <= 2 * kMostReadAtOnce, qPrintable(QString::number(mostBetweenTurns)));
}

void EndpointFlowTest::singleBytesLeaveTurnsForOthers()
{
    // A packet pipe (pipe(2), O_DIRECT) gives one write a read, so the reader makes as many calls
    // as the writer did: the number of calls in a turn must be bounded too.
    const auto endpoints = make(Wiring::Null, Wiring::Pipe);
    qsizetype most = 0;
    qsizetype total = 0;
    connect(endpoints.get(), &Endpoints::arrived, this, [&](int, const QByteArray& bytes) {
        most = std::max(most, bytes.size());
        total += bytes.size();
    });
    endpoints->setReading(false);
    constexpr int kWrites = 100; // each takes a page of the pipe: make room for them all
    QVERIFY(::fcntl(endpoints->childDescriptors()[1], F_SETPIPE_SZ, 1024 * 1024) > 0);
    Child child(*endpoints, [] {
        ::fcntl(STDOUT_FILENO, F_SETFL, ::fcntl(STDOUT_FILENO, F_GETFL) | O_DIRECT);
        int written = 0;
        while (written < kWrites && ::write(STDOUT_FILENO, "x", 1) == 1)
            ++written;
        return written == kWrites ? 0 : 1;
    });
    QTRY_VERIFY(child.hasExited());
    endpoints->setReading(true);
    QTRY_COMPARE(total, kWrites);
    QVERIFY(most <= 16);
}

void EndpointFlowTest::whatWaitsToBeSentIsBounded()
{
    const auto endpoints = make(Wiring::Pipe, Wiring::Null);
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/sleep", "1000" });
    const QByteArray bytes(2 * kMostQueued, 'x');
    QCOMPARE(endpoints->send(bytes), kMostQueued);
    QCOMPARE(endpoints->send(bytes), 0);
    // The pipe takes its fill, and that much room is there again.
    const int capacity = ::fcntl(endpoints->labEnds()[0].descriptor, F_GETPIPE_SZ);
    QTRY_COMPARE(heard.sent, capacity);
    QCOMPARE(endpoints->send(bytes), capacity);
}

void EndpointFlowTest::closingInASlotIsAllowed()
{
    for (const Wiring wiring :
        { Wiring::Terminal, Wiring::Pipe, Wiring::TcpSocket, Wiring::File }) {
        const auto endpoints = make(wiring == Wiring::File ? Wiring::Null : wiring, wiring);
        int calls = 0;
        connect(endpoints.get(), &Endpoints::arrived, this, [&] {
            ++calls;
            endpoints->closeAll();
        });
        Child child(*endpoints, { "/bin/cat", "/dev/zero" });
        QTRY_COMPARE(calls, 1);
        if (wiring != Wiring::File) // nobody reads any more: SIGHUP, SIGPIPE or EPIPE
            QTRY_VERIFY(child.hasExited());
        QCOMPARE(calls, 1);
    }
}

QTEST_GUILESS_MAIN(EndpointFlowTest)
#include "endpoint_flow_test.moc"
