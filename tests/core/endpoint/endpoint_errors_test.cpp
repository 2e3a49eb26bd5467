// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <sys/stat.h>

#include <QTemporaryDir>
#include <QtTest>

#include "ipc-core/endpoint/endpoints.h"
#include "ipc-core/endpoint/loopback.h"
#include "tests/core/endpoint/child.h"
#include "tests/core/endpoint/heard.h"

using namespace ipclab;
using test::Child;
using test::Heard;

// What stands in the way, and what it is called.
class EndpointErrorsTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup();

    void aPortInUseIsNamed();
    void aPortIsFreeAgainAfterARun();
    void aFifoPathThatIsSomethingElseIsNamed();
    void aFolderThatCannotBeWrittenIsNamed_data();
    void aFolderThatCannotBeWrittenIsNamed();
    void aFolderThatIsAbsentIsNamed();
    void anOwnFifoThatCannotBeOpenedIsNamed();
    void whatWasMadeBeforeTheErrorIsGone();
    void sendingToADeadReaderIsToldOnce_data();
    void sendingToADeadReaderIsToldOnce();

private:
    Error errorOf(const StdioPlan& plan, const std::string& folder)
    {
        const auto made = Endpoints::make(plan, folder);
        return made ? Error {} : made.error();
    }
    std::string folder() const { return m_folder->path().toStdString(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    int m_descriptors = 0;
};

namespace {
// Root may write anywhere, so what a folder refuses is asked as somebody else.
class AsNobody {
public:
    AsNobody()
    {
        if (::geteuid() == 0)
            m_changed = ::seteuid(65534) == 0;
    }
    ~AsNobody()
    {
        if (m_changed && ::seteuid(0) != 0)
            ::abort();
    }
    AsNobody(const AsNobody&) = delete;
    AsNobody& operator=(const AsNobody&) = delete;

private:
    bool m_changed = false;
};
} // namespace

void EndpointErrorsTest::initTestCase()
{
    ::signal(SIGPIPE, SIG_IGN);
    QCoreApplication::processEvents(); // the event loop opens descriptors of its own, once
}

void EndpointErrorsTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_descriptors = test::openDescriptors();
}

void EndpointErrorsTest::cleanup()
{
    QCOMPARE(test::openDescriptors(), m_descriptors);
    m_folder.reset();
}

void EndpointErrorsTest::aPortInUseIsNamed()
{
    const auto other = listenAt(0);
    QVERIFY(other.ok());
    QVERIFY(other->port != 0);
    StdioPlan plan { Wiring::TcpSocket, Wiring::TcpSocket, Wiring::Null };
    plan.port = other->port;
    const Error error = errorOf(plan, folder());
    QCOMPARE(error, (Error { EADDRINUSE, "bind", "127.0.0.1:" + std::to_string(other->port) }));
    QVERIFY(!listenAt(other->port).ok());
}

void EndpointErrorsTest::aPortIsFreeAgainAfterARun()
{
    StdioPlan plan { Wiring::TcpSocket, Wiring::TcpSocket, Wiring::Null };
    plan.port = listenAt(0)->port;
    for (int run = 0; run < 3; ++run) {
        auto endpoints = Endpoints::make(plan, folder());
        QVERIFY(endpoints.ok());
        Heard heard(**endpoints);
        Child child(**endpoints, { "/bin/cat" });
        (*endpoints)->closeWriteSide();
        QTRY_COMPARE(heard.ends[1], 1);
    }
}

void EndpointErrorsTest::aFifoPathThatIsSomethingElseIsNamed()
{
    StdioPlan plan { Wiring::Fifo, Wiring::Null, Wiring::Null };
    plan.inPath = folder() + "/file";
    QFile file(m_folder->filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QCOMPARE(errorOf(plan, folder()), (Error { EEXIST, "mkfifo", plan.inPath }));
    QVERIFY(file.exists());
}

void EndpointErrorsTest::aFolderThatCannotBeWrittenIsNamed_data()
{
    QTest::addColumn<Wiring>("wiring");
    QTest::addColumn<QByteArray>("step");
    QTest::addColumn<QByteArray>("file");
    QTest::newRow("fifo") << Wiring::Fifo << QByteArray("mkfifo") << QByteArray("/stdout.fifo");
    QTest::newRow("file") << Wiring::File << QByteArray("open") << QByteArray("/stdout.txt");
}

void EndpointErrorsTest::aFolderThatCannotBeWrittenIsNamed()
{
    QFETCH(Wiring, wiring);
    QFETCH(QByteArray, step);
    QFETCH(QByteArray, file);
    QCOMPARE(::chmod(folder().c_str(), 0555), 0);
    Error error;
    {
        const AsNobody nobody;
        error = errorOf({ Wiring::Null, wiring, Wiring::Null }, folder());
    }
    ::chmod(folder().c_str(), 0700);
    QCOMPARE(error, (Error { EACCES, step.toStdString(), folder() + file.toStdString() }));
}

void EndpointErrorsTest::aFolderThatIsAbsentIsNamed()
{
    QCOMPARE(errorOf({ Wiring::Fifo, Wiring::Null, Wiring::Null }, folder() + "/absent"),
        (Error { ENOENT, "mkfifo", folder() + "/absent/stdin.fifo" }));
}

void EndpointErrorsTest::anOwnFifoThatCannotBeOpenedIsNamed()
{
    StdioPlan plan { Wiring::Fifo, Wiring::Null, Wiring::Null };
    plan.inPath = folder() + "/closed";
    QCOMPARE(::mkfifo(plan.inPath.c_str(), 0000), 0);
    QCOMPARE(::chmod(folder().c_str(), 0755), 0);
    Error error;
    {
        const AsNobody nobody;
        error = errorOf(plan, folder());
    }
    QCOMPARE(error, (Error { EACCES, "open", plan.inPath }));
}

void EndpointErrorsTest::whatWasMadeBeforeTheErrorIsGone()
{
    StdioPlan plan { Wiring::Fifo, Wiring::Fifo, Wiring::File };
    plan.outPath = folder() + "/absent/fifo";
    QCOMPARE(errorOf(plan, folder()).step, std::string("mkfifo"));
    QCOMPARE(QDir(m_folder->path())
                 .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                 .size(),
        0);
}

void EndpointErrorsTest::sendingToADeadReaderIsToldOnce_data()
{
    QTest::addColumn<Wiring>("wiring");
    for (const Wiring wiring :
        { Wiring::Pipe, Wiring::Fifo, Wiring::TcpSocket, Wiring::UnixSocket })
        QTest::newRow(name(wiring).data()) << wiring;
}

void EndpointErrorsTest::sendingToADeadReaderIsToldOnce()
{
    QFETCH(Wiring, wiring);
    auto endpoints = Endpoints::make({ wiring, wiring, Wiring::Null }, folder());
    Heard heard(**endpoints);
    Child child(**endpoints, { "/bin/true" });
    QTRY_VERIFY(child.hasExited());
    QTRY_COMPARE(heard.ends[1], 1);
    // TCP learns it from the answer to the first bytes, so one send may still be taken.
    for (int tries = 0; heard.errors.empty() && tries < 100; ++tries) {
        (*endpoints)->send("anyone?");
        QCoreApplication::processEvents();
    }
    QTRY_COMPARE(heard.errors.size(), 1U);
    QCOMPARE(heard.errors[0], (Error { EPIPE, "write", "stdin" }));
    QCOMPARE((*endpoints)->send("anyone?"), 0);
    QCOMPARE(heard.ends[1], 1);
}

QTEST_GUILESS_MAIN(EndpointErrorsTest)
#include "endpoint_errors_test.moc"
