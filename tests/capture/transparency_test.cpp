// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/side_by_side.h"

#include <future>

using namespace ipclab;
using namespace ipclab::test;

// A program that is watched must not be able to tell.
class TransparencyTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("PARENT", QByteArray::number(getpid())); }
    void watchingChangesNothing_data();
    void watchingChangesNothing();
    void aWriteThatGoesOnIsOneWrite();
};

void TransparencyTest::watchingChangesNothing_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("what");
    for (const char* const what : { "epoll", "epoll-handler", "timed-wait", "descriptors", "parent",
             "signals", "end", "broken", "wait", "environment", "settings", "order", "timer",
             "stops", "stops-of-threads" })
        QTest::newRow(what) << QStringLiteral("notices") << QString::fromLatin1(what);
    for (const char* const by : { "ignored", "handler", "restart", "stop" })
        QTest::addRow("waits, disturbed: %s", by)
            << QStringLiteral("interrupted") << QString::fromLatin1(by);
}

void TransparencyTest::watchingChangesNothing()
{
    QFETCH(QString, program);
    QFETCH(QString, what);
    std::unique_ptr<Watched> run;
    std::string expected;
    std::string said;
    for (const char* const times : { "1", "5" }) { // a busy machine may be too late for the first
        const std::vector<std::string> command { tracee(program.toStdString()), what.toStdString(),
            times };
        std::future<std::string> unwatched = std::async(std::launch::async, alone, command);
        said = watched(command, run);
        expected = unwatched.get();
        QVERIFY2(expected.size() > std::string("-> 0").size(), expected.c_str());
        if (said == expected)
            break;
    }
    QCOMPARE(QString::fromStdString(said), QString::fromStdString(expected));
}

void TransparencyTest::aWriteThatGoesOnIsOneWrite()
{
    std::unique_ptr<Watched> run;
    watched({ tracee("interrupted"), "ignored" }, run);
    std::size_t whole = 0;
    for (const auto& one : all<BytesWritten>(run->log())) {
        if (one.body->requested == 200000 || one.body->requested == 1000000) {
            QCOMPARE(one.body->count, one.body->requested);
            ++whole;
        }
    }
    QCOMPARE(whole, std::size_t { 4 }); // write, writev, send, sendmsg
    // And nothing was heard of an interruption, but where a timer's signal had a handler.
    for (const auto& one : all<CallReturned>(run->log()))
        QVERIFY(one.body->error.value != EINTR || one.body->call == Call::Pause);
}

CAPTURE_TEST_MAIN(TransparencyTest)
#include "transparency_test.moc"
