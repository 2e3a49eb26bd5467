// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/probe_words.h"
#include "ipc-core/capture/xray/stdio_xray.h"

#include <QTest>

#include <unistd.h>

#include <string>

namespace ipclab {

class ProbeWordsTest : public QObject {
    Q_OBJECT

private slots:
    void aMessageIsTakenApart();
    void otherPathsAreNotOurs();
    void nonsenseIsOursButSaysNothing_data();
    void nonsenseIsOursButSaysNothing();
    void liesAboutMemoryAreNotBelieved_data();
    void liesAboutMemoryAreNotBelieved();
};

void ProbeWordsTest::aMessageIsTakenApart()
{
    const auto words
        = parseProbeWords("/ipclab-probe/1/stream sys.stdout@4096 fd=1 encoding=utf-8 end=-1");
    QVERIFY(words);
    QVERIFY(words->topic == ProbeTopic::Stream);
    QCOMPARE(words->objects.size(), std::size_t { 1 });
    const ProbeObject& object = words->objects.front();
    QCOMPARE(object.kind, std::string_view("sys.stdout"));
    QCOMPARE(object.address, Address { 4096 });
    QCOMPARE(object.text("encoding"), std::string_view("utf-8"));
    QVERIFY(object.number("end") == -1);
    QVERIFY(!object.number("encoding"));
    QVERIFY(!object.number("absent"));
}

void ProbeWordsTest::otherPathsAreNotOurs()
{
    StdioXray xray(Pid { static_cast<int>(::getpid()) });
    for (const char* const path : { "", "/", "/proc/self/exe", "/ipclab-prob", "ipclab-probe/1/" })
        QVERIFY(!xray.probeSpoke(path));
}

void ProbeWordsTest::nonsenseIsOursButSaysNothing_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("another version") << QByteArray("2/stream a@1");
    QTest::newRow("another topic") << QByteArray("1/sing a@1");
    QTest::newRow("a word alone") << QByteArray("1/stream word");
    QTest::newRow("a fact of nothing") << QByteArray("1/stream fd=1");
    QTest::newRow("no number") << QByteArray("1/stream a@b");
    QTest::newRow("a negative address") << QByteArray("1/stream a@-1");
    QTest::newRow("a number too large") << QByteArray("1/stream a@99999999999999999999999");
    QTest::newRow("too many objects") << "1/calibrate" + QByteArray(" a@1").repeated(65);
    QTest::newRow("too many facts") << "1/stream a@1" + QByteArray(" f=1").repeated(17);
    QTest::newRow("too long") << "1/stream a@1 f=" + QByteArray(5000, 'x');
}

void ProbeWordsTest::nonsenseIsOursButSaysNothing()
{
    QFETCH(QByteArray, words);
    const std::string path = "/ipclab-probe/" + words.toStdString();
    QVERIFY(!parseProbeWords(path));
    StdioXray xray(Pid { static_cast<int>(::getpid()) });
    QVERIFY(xray.probeSpoke(path));
}

void ProbeWordsTest::liesAboutMemoryAreNotBelieved_data()
{
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("a stream first") << QByteArray("1/stream sys.stdout@4096 fd=1 raw=4096");
    QTest::newRow("no facts") << QByteArray("1/calibrate writer@4096 str@4096");
    QTest::newRow("no memory") << QByteArray(
        "1/calibrate writer@64 type=1 raw=1 size=2 pos=3 str@18446744073709551615");
}

void ProbeWordsTest::liesAboutMemoryAreNotBelieved()
{
    QFETCH(QByteArray, words);
    StdioXray xray(Pid { static_cast<int>(::getpid()) });
    QVERIFY(xray.probeSpoke("/ipclab-probe/" + words.toStdString()));
    QVERIFY(xray.probeSpoke("/ipclab-probe/1/stream sys.stdout@4096 fd=1 raw=4096"));
    for (const StdioReading& reading : xray.sample())
        QVERIFY(!reading.stream.starts_with("sys."));
}

} // namespace ipclab

QTEST_GUILESS_MAIN(ipclab::ProbeWordsTest)
#include "probe_words_test.moc"
