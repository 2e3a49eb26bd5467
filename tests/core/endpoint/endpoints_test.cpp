// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/socket.h>
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>

#include "ipc-core/endpoint/endpoints.h"
#include "tests/core/endpoint/child.h"
#include "tests/core/endpoint/heard.h"

using namespace ipclab;
using test::Child;
using test::Heard;

namespace {
constexpr std::array kAll { Wiring::Terminal, Wiring::Pipe, Wiring::Fifo, Wiring::TcpSocket,
    Wiring::UnixSocket, Wiring::File, Wiring::Null, Wiring::Inherit };

void addRows(std::initializer_list<Wiring> wirings)
{
    QTest::addColumn<Wiring>("wiring");
    for (const Wiring wiring : wirings)
        QTest::newRow(name(wiring).data()) << wiring;
}
} // namespace

// Every way to wire a child's streams, with real children.
class EndpointsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void everyWiringHasAWord();
    void onlyTheChildsEndsAreBlocking_data()
    {
        addRows({ Wiring::Terminal, Wiring::Pipe, Wiring::Fifo, Wiring::TcpSocket,
            Wiring::UnixSocket, Wiring::File });
    }
    void onlyTheChildsEndsAreBlocking();
    void whatAChildWritesArrives_data()
    {
        addRows({ Wiring::Terminal, Wiring::Pipe, Wiring::Fifo, Wiring::TcpSocket,
            Wiring::UnixSocket, Wiring::File });
    }
    void whatAChildWritesArrives();
    void whatIsSentComesBackFromCatAndClosingEndsIt_data()
    {
        addRows({ Wiring::Pipe, Wiring::Fifo, Wiring::TcpSocket, Wiring::UnixSocket });
    }
    void whatIsSentComesBackFromCatAndClosingEndsIt();
    void aSocketIsOneForInAndOut_data() { addRows({ Wiring::TcpSocket, Wiring::UnixSocket }); }
    void aSocketIsOneForInAndOut();
    void aSocketClosedOneWayStaysOpenTheOther_data()
    {
        addRows({ Wiring::TcpSocket, Wiring::UnixSocket });
    }
    void aSocketClosedOneWayStaysOpenTheOther();
    void standardErrorHasItsOwnChannel();
    void aFileAsInputEndsWhereItEnds();
    void nullGivesNothingAndTakesAll();
    void inheritIsOurOwnDescriptor();
    void twoProgramsOfOneRunHaveTheirOwnFifos();
    void aFifoOfTheUsersOwnIsUsedAndStays();

private:
    std::unique_ptr<Endpoints> make(const StdioPlan& plan)
    {
        auto made = Endpoints::make(plan, m_folder->path().toStdString());
        return made ? std::move(*made) : nullptr;
    }
    QStringList inFolder() const
    {
        return QDir(m_folder->path())
            .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System, QDir::Name);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_descriptors = 0;
};

void EndpointsTest::initTestCase()
{
    ::signal(SIGPIPE, SIG_IGN);
    QCoreApplication::processEvents(); // the event loop opens descriptors of its own, once
}

void EndpointsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_descriptors = test::openDescriptors();
}

void EndpointsTest::cleanup()
{
    QCOMPARE(test::openDescriptors(), m_descriptors);
    QCOMPARE(inFolder(), QStringList());
}

void EndpointsTest::everyWiringHasAWord()
{
    for (const Wiring wiring : kAll)
        QVERIFY(wiringNamed(name(wiring)) == wiring);
    QVERIFY(wiringNamed("socket") == Wiring::TcpSocket);
    QVERIFY(!wiringNamed("telegraph"));
    QVERIFY(!wiringNamed(""));
}

void EndpointsTest::onlyTheChildsEndsAreBlocking()
{
    QFETCH(Wiring, wiring);
    const auto endpoints = make({ wiring, wiring, wiring });
    QVERIFY(endpoints);
    for (const int fd : endpoints->childDescriptors()) {
        QVERIFY(fd > 2);
        QVERIFY(test::hasFlags(fd, 0, FD_CLOEXEC));
    }
    for (const LabEndFacts& end : endpoints->labEnds())
        QVERIFY(test::hasFlags(end.descriptor, O_NONBLOCK, FD_CLOEXEC));
}

void EndpointsTest::whatAChildWritesArrives()
{
    QFETCH(Wiring, wiring);
    const auto endpoints = make({ Wiring::Null, wiring, Wiring::Null });
    QVERIFY(endpoints);
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/echo", "-n", "hello" });
    QTRY_COMPARE(heard.bytes[1], QByteArray("hello"));
    QTRY_VERIFY(child.hasExited());
    QCOMPARE(child.code(), 0);
    QTRY_COMPARE(heard.ends[1], wiring == Wiring::File ? 0 : 1);
    QVERIFY(heard.errors.empty());
}

void EndpointsTest::whatIsSentComesBackFromCatAndClosingEndsIt()
{
    QFETCH(Wiring, wiring);
    const auto endpoints = make({ wiring, wiring, Wiring::Null });
    QVERIFY(endpoints);
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/cat" });
    QCOMPARE(endpoints->send("one\n"), 4);
    QTRY_COMPARE(heard.bytes[1], QByteArray("one\n"));
    QCOMPARE(heard.ends[1], 0);

    QCOMPARE(endpoints->send("two"), 3);
    endpoints->closeWriteSide(); // what waits goes first
    QCOMPARE(endpoints->send("three"), 0);
    QTRY_VERIFY(child.hasExited());
    QCOMPARE(child.code(), 0);
    QTRY_COMPARE(heard.ends[1], 1);
    QCOMPARE(heard.bytes[1], QByteArray("one\ntwo"));
    QCOMPARE(heard.sent, 7);
    QVERIFY(heard.errors.empty());
}

void EndpointsTest::aSocketIsOneForInAndOut()
{
    QFETCH(Wiring, wiring);
    const auto endpoints = make({ wiring, wiring, wiring });
    const auto ends = endpoints->labEnds();
    QCOMPARE(ends.size(), 2U);
    QCOMPARE(ends[0].streams, (std::array { true, true, false }));
    QCOMPARE(ends[1].streams, (std::array { false, false, true }));
    struct stat in { };
    struct stat out { };
    QCOMPARE(::fstat(endpoints->childDescriptors()[0], &in), 0);
    QCOMPARE(::fstat(endpoints->childDescriptors()[1], &out), 0);
    QVERIFY(S_ISSOCK(in.st_mode));
    QCOMPARE(in.st_ino, out.st_ino);
}

void EndpointsTest::aSocketClosedOneWayStaysOpenTheOther()
{
    QFETCH(Wiring, wiring);
    const auto endpoints = make({ wiring, wiring, Wiring::Pipe });
    Heard heard(*endpoints);
    Child child(*endpoints, [] {
        ::shutdown(STDOUT_FILENO, SHUT_WR);
        std::array<char, 64> bytes {};
        const ssize_t count = ::read(STDIN_FILENO, bytes.data(), bytes.size());
        return count > 0 && ::write(STDERR_FILENO, bytes.data(), std::size_t(count)) == count ? 0
                                                                                              : 1;
    });
    QTRY_COMPARE(heard.ends[1], 1);
    QCOMPARE(endpoints->send("still here"), 10);
    QTRY_COMPARE(heard.bytes[2], QByteArray("still here"));
    QTRY_VERIFY(child.hasExited());
    QCOMPARE(child.code(), 0);
    QCOMPARE(heard.ends[1], 1);
}

void EndpointsTest::standardErrorHasItsOwnChannel()
{
    const auto endpoints = make({ Wiring::Null, Wiring::Pipe, Wiring::Pipe });
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/sh", "-c", "echo out; echo err >&2" });
    QTRY_COMPARE(heard.ends, (std::array { 0, 1, 1 }));
    QCOMPARE(heard.bytes[1], QByteArray("out\n"));
    QCOMPARE(heard.bytes[2], QByteArray("err\n"));
}

void EndpointsTest::aFileAsInputEndsWhereItEnds()
{
    const auto endpoints = make({ Wiring::File, Wiring::Pipe, Wiring::Null });
    Heard heard(*endpoints);
    QCOMPARE(endpoints->send("written before"), 14);
    QTRY_COMPARE(heard.sent, 14);
    Child child(*endpoints, { "/bin/cat" });
    QTRY_COMPARE(heard.ends[1], 1);
    QCOMPARE(heard.bytes[1], QByteArray("written before"));
}

void EndpointsTest::nullGivesNothingAndTakesAll()
{
    const auto endpoints = make({ Wiring::Null, Wiring::Null, Wiring::Null });
    QVERIFY(endpoints->labEnds().empty());
    QVERIFY(!endpoints->terminalStream());
    QCOMPARE(endpoints->send("nobody"), 0);
    Child child(*endpoints, { "/bin/sh", "-c", "echo lost && cat" });
    QTRY_VERIFY(child.hasExited());
    QCOMPARE(child.code(), 0);
}

void EndpointsTest::inheritIsOurOwnDescriptor()
{
    const auto endpoints = make({ Wiring::Inherit, Wiring::Inherit, Wiring::Inherit });
    QVERIFY(endpoints);
    QVERIFY(endpoints->labEnds().empty());
    for (const std::size_t stream : { 0U, 1U, 2U }) {
        struct stat ours { };
        struct stat theirs { };
        QCOMPARE(::fstat(static_cast<int>(stream), &ours), 0);
        QCOMPARE(::fstat(endpoints->childDescriptors()[stream], &theirs), 0);
        QCOMPARE(theirs.st_ino, ours.st_ino);
    }
}

void EndpointsTest::twoProgramsOfOneRunHaveTheirOwnFifos()
{
    const auto first = make({ Wiring::Fifo, Wiring::Fifo, Wiring::File });
    const auto second = make({ Wiring::Fifo, Wiring::Fifo, Wiring::File });
    QCOMPARE(inFolder().size(), 6);
    Heard heardFirst(*first);
    Heard heardSecond(*second);
    Child one(*first, { "/bin/echo", "first" });
    Child two(*second, { "/bin/echo", "second" });
    QTRY_COMPARE(heardFirst.ends[1], 1);
    QTRY_COMPARE(heardSecond.ends[1], 1);
    QCOMPARE(heardFirst.bytes[1], QByteArray("first\n"));
    QCOMPARE(heardSecond.bytes[1], QByteArray("second\n"));
}

void EndpointsTest::aFifoOfTheUsersOwnIsUsedAndStays()
{
    const std::string path = m_folder->path().toStdString() + "/mine";
    QCOMPARE(::mkfifo(path.c_str(), 0600), 0);
    {
        StdioPlan plan { Wiring::Null, Wiring::Fifo, Wiring::Null };
        plan.outPath = path;
        const auto endpoints = make(plan);
        QVERIFY(endpoints);
        Heard heard(*endpoints);
        Child child(*endpoints, { "/bin/echo", "-n", "through" });
        QTRY_COMPARE(heard.ends[1], 1);
        QCOMPARE(heard.bytes[1], QByteArray("through"));
    }
    QCOMPARE(inFolder(), QStringList { QStringLiteral("mine") });
    QCOMPARE(::unlink(path.c_str()), 0);
}

QTEST_GUILESS_MAIN(EndpointsTest)
#include "endpoints_test.moc"
