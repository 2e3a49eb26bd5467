// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/xray/traced_program.h"

#include <QTest>

namespace ipclab {

class CppStreamsTest : public QObject {
    Q_OBJECT

private slots:
    void coutWithABufferOfItsOwnIsSeen_data() { programs(); }
    void coutWithABufferOfItsOwnIsSeen();
    void coutThatSharesTheBufferOfStdoutIsThat_data() { programs(); }
    void coutThatSharesTheBufferOfStdoutIsThat();
    void inputThatWasNotConsumedIsSeen_data() { programs(); }
    void inputThatWasNotConsumedIsSeen();
    void aCharacterPutBackGivesNoWrongNumber_data() { programs(); }
    void aCharacterPutBackGivesNoWrongNumber();
    void aFileOfTheProgramsOwnIsUnknown_data() { programs(); }
    void aFileOfTheProgramsOwnIsUnknown();
    void anotherBufferForCoutIsSeenAsThat_data() { programs(); }
    void anotherBufferForCoutIsSeenAsThat();
    void aBufferOfTheProgramsOwnClassIsUnknown_data() { programs(); }
    void aBufferOfTheProgramsOwnClassIsUnknown();
    void anOverwrittenStreamIsAbsent_data() { programs(); }
    void anOverwrittenStreamIsAbsent();

private:
    static void programs()
    {
        QTest::addColumn<QString>("program");
        QTest::newRow("anywhere") << QStringLiteral(XRAY_CPP_TRACEE); // the compiler's choice
        QTest::newRow("at a fixed place") << QStringLiteral(XRAY_CPP_TRACEE_FIXED);
    }
};

namespace {

TracedLaunch tracee(const char* what, int input, int output)
{
    const QString program = *static_cast<QString*>(QTest::qData("program", qMetaTypeId<QString>()));
    return { { program.toStdString(), what }, {}, input, output };
}

} // namespace

void CppStreamsTest::coutWithABufferOfItsOwnIsSeen()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee("own", -1, output.theirs.get()));
    QVERIFY(program.runToMark());
    auto stream = program.stream("std::cout");
    QVERIFY(stream);
    QCOMPARE(stream->fd, 1);
    QCOMPARE(stream->pending, 14U);
    QCOMPARE(stream->unread, 0U);
    QVERIFY(stream->capacity >= 512U);
    QCOMPARE(stream->text, std::string("fourteen bytes"));
    QVERIFY(!program.stream("stdout")); // it has no buffer, and none is claimed
    QVERIFY(program.runToMark());
    stream = program.stream("std::cout");
    QVERIFY(stream);
    QCOMPARE(stream->pending, 0U);
    QVERIFY(!program.xray().isCppStream(1));
}

void CppStreamsTest::coutThatSharesTheBufferOfStdoutIsThat()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee("shared", -1, output.theirs.get()));
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("std::cout"));
    const auto stream = program.stream("stdout");
    QVERIFY(stream);
    QCOMPARE(stream->text, std::string("fourteen bytes"));
}

void CppStreamsTest::inputThatWasNotConsumedIsSeen()
{
    const Ends input = pipeToProgram("first line\nsecond line\nthird");
    TracedProgram program(tracee("unread", input.theirs.get(), -1));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("std::cin");
    QVERIFY(stream);
    QCOMPARE(stream->fd, 0);
    QCOMPARE(stream->unread, 17U);
    QCOMPARE(stream->text, std::string("second line\nthird"));
}

void CppStreamsTest::aCharacterPutBackGivesNoWrongNumber()
{
    const Ends input = pipeToProgram("abc");
    TracedProgram program(tracee("put-back", input.theirs.get(), -1));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("std::cin");
    QVERIFY(!stream || stream->unread == 3U);
}

void CppStreamsTest::aFileOfTheProgramsOwnIsUnknown()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee("file", -1, output.theirs.get()));
    QVERIFY(program.runToMark());
    for (const StdioReading& reading : program.xray().sample())
        QVERIFY(reading.fd <= 2);
    bool found = false;
    for (int fd = 3; fd < 100; ++fd) // which it is depends on what is open before
        found = found || program.xray().isCppStream(fd);
    QVERIFY(found);
}

void CppStreamsTest::anotherBufferForCoutIsSeenAsThat()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee("replaced", -1, output.theirs.get()));
    QVERIFY(program.runToMark());
    const auto stream = program.stream("std::cout");
    QVERIFY(stream);
    QVERIFY(stream->fd > 2);
    QCOMPARE(stream->text, std::string("elsewhere"));
}

void CppStreamsTest::aBufferOfTheProgramsOwnClassIsUnknown()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee("derived", -1, output.theirs.get()));
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("std::cout"));
}

void CppStreamsTest::anOverwrittenStreamIsAbsent()
{
    const Ends output = pipeFromProgram();
    TracedProgram program(tracee("garbage", -1, output.theirs.get()));
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("std::cout"));
    QVERIFY(program.runToMark());
    QVERIFY(!program.stream("std::cout"));
}

} // namespace ipclab

QTEST_GUILESS_MAIN(ipclab::CppStreamsTest)
#include "cpp_streams_test.moc"
