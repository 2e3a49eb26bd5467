// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/event_json.h"

#include <QtTest>

using namespace ipclab;

// Lines that are not as they should be.
class EventErrorsTest : public QObject {
    Q_OBJECT

private slots:
    void aFieldThatDoesNotFitIsNamed_data();
    void aFieldThatDoesNotFitIsNamed();
    void anUnknownEventIsNamed();
    void whatIsNoObjectIsRefused_data();
    void whatIsNoObjectIsRefused();
    void anUnknownFieldIsPassedOver();
    void anUnknownCallIsUnknown();
    void anAbsentFieldIsUnknown();
    void theReaderGoesOnAfterAnError();
    void deepNestingIsRefused();
};

void EventErrorsTest::aFieldThatDoesNotFitIsNamed_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QByteArray>("wrong");
    const auto row = [](const char* fields, const char* wrong) {
        QTest::newRow(fields) << QByteArray(fields) << QByteArray(wrong);
    };
    row(R"("t":0,"event":7)", "event");
    row(R"("event":"thread_started")", "t");
    row(R"("t":-1,"event":"thread_started")", "t");
    row(R"("t":1e300,"event":"thread_started")", "t");
    row(R"("t":"1","event":"thread_started")", "t");
    row(R"("t":0,"pid":"1","event":"thread_started")", "pid");
    row(R"("t":0,"pid":1.5,"event":"thread_started")", "pid");
    row(R"("t":0,"pid":null,"event":"thread_started")", "pid");
    row(R"("t":0,"pid":2147483648,"event":"thread_started")", "pid");
    row(R"("t":0,"tid":-2147483649,"event":"thread_started")", "tid");
    row(R"("t":0,"event":"descriptor_closed","fd":99999999999)", "fd");
    row(R"("t":0,"event":"channel_level","channel":4294967296)", "channel");
    row(R"("t":0,"event":"channel_level","channel":-1)", "channel");
    row(R"("t":0,"event":"channel_level","bytes":-1)", "bytes");
    row(R"("t":0,"event":"channel_level","bytes":18446744073709551616)", "");
    row(R"("t":0,"event":"channel_level","capacity":[])", "capacity");
    row(R"("t":0,"event":"channel_created","kind":"tube")", "kind");
    row(R"("t":0,"event":"channel_created","outside":1)", "outside");
    row(R"("t":0,"event":"descriptor_opened","access":"x")", "access");
    row(R"("t":0,"event":"descriptor_opened","call":3)", "call");
    row(R"("t":0,"event":"process_exited","signal":"SIGNOTHING")", "signal");
    row(R"("t":0,"event":"process_exited","signal":9)", "signal");
    row(R"("t":0,"event":"call_returned","error":"EWHAT")", "error");
    row(R"("t":0,"event":"call_entered","fds":3)", "fds");
    row(R"("t":0,"event":"call_entered","fds":[3,"4"])", "fds");
    row(R"("t":0,"event":"call_entered","fds":[99999999999])", "fds");
    row(R"("t":0,"event":"signal_mask_set","blocked":["SIGHUP","SIGWHAT"])", "blocked");
    row(R"("t":0,"event":"signal_mask_set","blocked":["signal 65"])", "blocked");
    row(R"("t":0,"event":"program_executed","argv":"ls")", "argv");
    row(R"("t":0,"event":"program_executed","argv":[1])", "argv");
    row(R"("t":0,"event":"bytes_written","base64":"A")", "base64");
    row(R"("t":0,"event":"bytes_written","text":5)", "text");
}

void EventErrorsTest::aFieldThatDoesNotFitIsNamed()
{
    QFETCH(QByteArray, fields);
    QFETCH(QByteArray, wrong);
    EventReader reader;
    const Result<Event> event = reader.read("{" + fields.toStdString() + "}");
    QVERIFY(!event.ok());
    if (!wrong.isEmpty()) // else it is no number to JSON
        QCOMPARE(event.error(), (Error { 0, "field", wrong.toStdString() }));
}

void EventErrorsTest::anUnknownEventIsNamed()
{
    EventReader reader;
    const Result<Event> event = reader.read(R"({"t":0,"event":"process_danced"})");
    QVERIFY(!event.ok());
    QCOMPARE(event.error(), (Error { 0, "event", "process_danced" }));
}

void EventErrorsTest::whatIsNoObjectIsRefused_data()
{
    QTest::addColumn<QByteArray>("line");
    for (const char* const line : { "", " ", "{", "}", "[]", "7", "null", "nonsense", "{\"t\":0",
             R"({"t":0,"event":"thread_started"} {})", R"({"t":0,"event":"thread_started"}x)",
             "{\"t\":0,\"event\":\"thread_started\",\"x\":\"\xFF\"}" })
        QTest::newRow(*line ? line : "empty") << QByteArray(line);
}

void EventErrorsTest::whatIsNoObjectIsRefused()
{
    QFETCH(QByteArray, line);
    EventReader reader;
    const Result<Event> event = reader.read(line.toStdString());
    QVERIFY(!event.ok());
    QCOMPARE(event.error().step, std::string("parse"));
}

void EventErrorsTest::anUnknownFieldIsPassedOver()
{
    EventReader reader;
    const Result<Event> event = reader.read(
        R"({"t":0.25,"new":{"a":[1,2]},"pid":7,"event":"descriptor_closed","fd":4,"why":null})");
    QVERIFY(event.ok());
    QCOMPARE(event->at, Nanoseconds { 250'000'000 });
    QCOMPARE(event->pid, Pid { 7 });
    QCOMPARE(std::get<DescriptorClosed>(event->body).fd, 4);
}

void EventErrorsTest::anUnknownCallIsUnknown()
{
    EventReader reader;
    const Result<Event> event
        = reader.read(R"({"t":0,"event":"call_entered","call":"futex_wait_2040"})");
    QVERIFY(event.ok());
    QCOMPARE(std::get<CallEntered>(event->body).call, Call::Unknown);
}

void EventErrorsTest::anAbsentFieldIsUnknown()
{
    EventReader reader;
    const Result<Event> event = reader.read(R"({"t":0,"event":"process_exited"})");
    QVERIFY(event.ok());
    const auto& body = std::get<ProcessExited>(event->body);
    QVERIFY(!body.code);
    QCOMPARE(body.signal.value, 0);
}

void EventErrorsTest::theReaderGoesOnAfterAnError()
{
    EventReader reader;
    QVERIFY(!reader.read("{\"t\":").ok());
    QVERIFY(!reader.read(R"({"t":0,"event":"descriptor_closed","fd":"x"})").ok());
    QVERIFY(reader.read(R"({"t":0,"event":"descriptor_closed","fd":4})").ok());
}

void EventErrorsTest::deepNestingIsRefused()
{
    EventReader reader;
    const std::string line = R"({"t":0,"event":"thread_started","x":)" + std::string(100'000, '[');
    QVERIFY(!reader.read(line).ok());
}

QTEST_GUILESS_MAIN(EventErrorsTest)
#include "event_errors_test.moc"
