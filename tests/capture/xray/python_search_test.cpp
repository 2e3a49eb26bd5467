// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/stdio_xray.h"
#include "tests/capture/xray/pythons.h"

#include <QProcess>
#include <QTest>

#include <algorithm>
#include <optional>

namespace ipclab {

// Each test runs in every Python that testedPythons() finds, and nobody traces it.
class PythonSearchTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsPrintedAndNotFlushedIsFound_data() { pythons(); }
    void whatIsPrintedAndNotFlushedIsFound();
    void charactersThatTakeSeveralBytesAreCountedAsBytes_data() { pythons(); }
    void charactersThatTakeSeveralBytesAreCountedAsBytes();
    void anUnbufferedPythonHoldsNothing_data() { pythons(); }
    void anUnbufferedPythonHoldsNothing();
    void inputThatWasNotConsumedIsFound_data() { pythons(); }
    void inputThatWasNotConsumedIsFound();
    void filesMadeOfDescriptorsAreFound_data() { pythons(); }
    void filesMadeOfDescriptorsAreFound();
    void whatWasClosedIsNotFound_data() { pythons(); }
    void whatWasClosedIsNotFound();
    void inAnotherProgramNothingIsFound();

private:
    static void pythons();
};

namespace {

// Runs until it has said "ready" on its standard error, and sleeps on.
class Sleeper {
public:
    explicit Sleeper(
        const char* script, const QByteArray& input = {}, const QStringList& options = {})
    {
        QProcessEnvironment plain = QProcessEnvironment::systemEnvironment();
        plain.remove(QStringLiteral("PYTHONUNBUFFERED"));
        m_process.setProcessEnvironment(plain);
        m_process.start(QString::fromLocal8Bit(QTest::currentDataTag()),
            options
                + QStringList { QStringLiteral("-c"),
                    QStringLiteral("import os, sys, time\n") + QString::fromUtf8(script)
                        + QStringLiteral("\nos.write(2, b'ready')\ntime.sleep(600)") });
        m_process.write(input);
        QByteArray said;
        m_process.setReadChannel(QProcess::StandardError);
        while (!said.contains("ready") && m_process.waitForReadyRead())
            said += m_process.readAllStandardError();
    }
    ~Sleeper()
    {
        m_process.kill();
        m_process.waitForFinished();
    }

    [[nodiscard]] std::vector<StdioReading> streams(int fd) const
    {
        StdioXray xray(Pid { static_cast<std::int32_t>(m_process.processId()) });
        xray.findPython();
        std::vector<StdioReading> readings = xray.sample();
        std::erase_if(readings, [fd](const StdioReading& reading) {
            const bool ofC = reading.stream.find('.') == std::string::npos;
            return ofC || reading.fd != fd;
        });
        return readings;
    }

private:
    QProcess m_process;
};

} // namespace

void PythonSearchTest::pythons()
{
    QTest::addColumn<int>("unused");
    for (const QByteArray& python : testedPythons())
        QTest::newRow(python.constData()) << 0;
}

void PythonSearchTest::whatIsPrintedAndNotFlushedIsFound()
{
    const Sleeper python("sys.stdout.buffer.write(b'below '); print('above')");
    const auto streams = python.streams(1);
    QCOMPARE(streams.size(), std::size_t { 1 });
    QCOMPARE(streams.front().stream, std::string("sys.stdout"));
    QVERIFY(streams.front().mode == BufferMode::Full);
    QCOMPARE(streams.front().pending, 12U);
    QCOMPARE(streams.front().text, std::string("below above\n"));
}

void PythonSearchTest::charactersThatTakeSeveralBytesAreCountedAsBytes()
{
    const Sleeper python("sys.stdout.reconfigure(encoding='utf-8'); sys.stdout.write('a\\u20ac')");
    const auto streams = python.streams(1);
    QCOMPARE(streams.size(), std::size_t { 1 });
    QCOMPARE(streams.front().pending, 4U);
}

void PythonSearchTest::anUnbufferedPythonHoldsNothing()
{
    const Sleeper python("print('gone')", {}, { QStringLiteral("-u") });
    const auto streams = python.streams(1);
    QCOMPARE(streams.size(), std::size_t { 1 });
    QVERIFY(streams.front().mode == BufferMode::None);
    QCOMPARE(streams.front().pending, 0U);
}

void PythonSearchTest::inputThatWasNotConsumedIsFound()
{
    const Sleeper python("sys.stdin.readline()", "one\ntwo three");
    const auto streams = python.streams(0);
    QCOMPARE(streams.size(), std::size_t { 1 });
    QCOMPARE(streams.front().stream, std::string("sys.stdin"));
    QCOMPARE(streams.front().unread, 9U);
    QCOMPARE(streams.front().text, std::string("two three"));
}

void PythonSearchTest::filesMadeOfDescriptorsAreFound()
{
    const Sleeper python("ends = os.pipe(), os.pipe()\n"
                         "os.dup2(ends[0][1], 50); os.dup2(ends[1][1], 51)\n"
                         "text = open(50, 'w'); text.write('abc')\n"
                         "plain = os.fdopen(51, 'wb'); plain.write(b'defgh')");
    const auto text = python.streams(50);
    QCOMPARE(text.size(), std::size_t { 1 });
    QCOMPARE(text.front().pending, 3U);
    const auto plain = python.streams(51);
    QCOMPARE(plain.size(), std::size_t { 1 });
    QCOMPARE(plain.front().text, std::string("defgh"));
}

void PythonSearchTest::whatWasClosedIsNotFound()
{
    const Sleeper python("end = os.pipe()[1]; os.dup2(end, 50)\n"
                         "gone = open(50, 'w'); gone.write('abc'); gone.close()\n"
                         "os.dup2(end, 51); again = open(51, 'wb'); again.write(b'x'); del again\n"
                         "os.dup2(end, 50); os.dup2(end, 51)");
    QVERIFY(python.streams(50).empty());
    QVERIFY(python.streams(51).empty());
}

void PythonSearchTest::inAnotherProgramNothingIsFound()
{
    QProcess cat;
    cat.start(QStringLiteral("cat"));
    QVERIFY(cat.waitForStarted());
    StdioXray xray(Pid { static_cast<std::int32_t>(cat.processId()) });
    xray.findPython();
    for (const StdioReading& reading : xray.sample())
        QVERIFY(reading.stream.find('.') == std::string::npos);
    cat.closeWriteChannel();
    QVERIFY(cat.waitForFinished());
}

} // namespace ipclab

QTEST_GUILESS_MAIN(ipclab::PythonSearchTest)
#include "python_search_test.moc"
