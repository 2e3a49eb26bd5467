// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/calls/shown_calls.h"
#include "views/common/wording.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLineEdit>
#include <QToolButton>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

QStringList linesOf(const CallsModel& model)
{
    QStringList all;
    for (int row = 0; row < model.rowCount(); ++row) {
        const CallWords& words = model.words(row);
        all += words.call + QLatin1Char('|') + words.result + QLatin1Char('|') + words.took;
    }
    return all;
}

QComboBox& gap(const QWidget& panel, const char* name)
{
    return *panel.findChild<QComboBox*>(QString::fromLatin1(name));
}

void choose(CallsPanel& panel, CallsWanted wanted)
{
    gap(panel, "wanted").setCurrentIndex(static_cast<int>(wanted));
    while (panel.model().follow()) { }
}

} // namespace

// What the rows say, and which there are.
class CallsRowsTest : public QObject {
    Q_OBJECT

private slots:
    void aCallAndItsReturnAreOneRow();
    void aCallThatHasNotReturnedWaits();
    void backAtAMomentItStillWaits();
    void anErrorIsSaidWithItsMeaning();
    void aPipeIsOneRowWithBothEnds();
    void aClosedDescriptorSaysItsChannel();
    void whoEndsInACallIsNotSaidToWait();
    void signalsAndProcessesAreRows();
    void whatLoadsAProgramIsLeftOutUnlessWanted();
    void theSentenceFilters_data();
    void theSentenceFilters();
    void theSentenceStaysInTheNextRun();
    void aFailureThatComesLateIsFound();
    void aWaitGetsLongAndIsFound();
    void textIsFound_data();
    void textIsFound();
    void theModelIsSoundWhileTheLogGrowsAndTheFilterChanges();
    void theNewestRowsAreFoundFirst();
    void aMillionRowsCostNoMoreThanAFew();
};

void CallsRowsTest::aCallAndItsReturnAreOneRow()
{
    Waited bench;
    bench.takeAll();
    CallsPanel panel(bench.context());
    const QStringList lines = linesOf(panel.model());
    QVERIFY(lines.contains(QStringLiteral(u"read(3: pipe A, up to 8 192 B)|← 6 B “hello⏎”|4.0 s")
                               .replace(QStringLiteral("8 192"), countText(8192))));
    QVERIFY(lines.contains(QStringLiteral(u"write(4: pipe A, “hello⏎”, 6 B)|→ 6 B|")));
    QCOMPARE(lines.size(), 7); // two start and execute, a pipe, the write, the read
}

void CallsRowsTest::aCallThatHasNotReturnedWaits()
{
    Waited bench;
    bench.entered(5 * kSecond, 10, Call::Read, 3, 1, 8192);
    bench.written(7 * kSecond, 11, 4, 99, "x");
    bench.takeAll();
    bench.cursor.setGrowing(false);
    CallsPanel panel(bench.context());
    QVERIFY(linesOf(panel.model()).at(7).endsWith(QStringLiteral(u"||waiting 2.0 s…")));
    QVERIFY(panel.model().waiting(7));
}

void CallsRowsTest::backAtAMomentItStillWaits()
{
    Waited bench;
    bench.takeAll();
    CallsPanel panel(bench.context());
    bench.cursor.goTo(9);
    const std::optional<int> row = panel.model().rowOf(7);
    QVERIFY(row);
    QCOMPARE(panel.model().words(*row).took, QStringLiteral(u"waiting 3.9 s…"));
    QVERIFY(!panel.model().words(*row).later);
    bench.cursor.goTo(5);
    QVERIFY(panel.model().words(*row).later);
    bench.cursor.goLive();
    QCOMPARE(panel.model().words(*row).took, QStringLiteral("4.0 s"));
}

void CallsRowsTest::anErrorIsSaidWithItsMeaning()
{
    Waited bench;
    bench.entered(6 * kSecond, 11, Call::Write, 4, 1, 3);
    bench.returned(6 * kSecond, 11, Call::Write, EPIPE);
    bench.entered(6 * kSecond, 10, Call::Read, 3, 1, 3);
    bench.returned(7 * kSecond, 10, Call::Read, EINTR);
    bench.takeAll();
    CallsPanel panel(bench.context());
    const QStringList lines = linesOf(panel.model());
    QCOMPARE(lines.at(7),
        QStringLiteral(u"write(4: pipe A, 3 B)|✗ EPIPE, nobody reads there any more|0 s"));
    QCOMPARE(lines.at(8),
        QStringLiteral(u"read(3: pipe A, up to 3 B)|✗ EINTR, a signal interrupted it|1.0 s"));
}

void CallsRowsTest::aPipeIsOneRowWithBothEnds()
{
    CallsBench bench;
    bench.process(0, 10, 0, "/bin/reader", kReader);
    bench.pipe(1, 1, 10, 3, 10, 4);
    bench.takeAll();
    CallsPanel panel(bench.context());
    QCOMPARE(
        linesOf(panel.model()).mid(2), QStringList(QStringLiteral("pipe2()|= 3 and 4: pipe A|")));
}

void CallsRowsTest::aClosedDescriptorSaysItsChannel()
{
    CallsBench bench;
    bench.process(0, 10, 0, "/bin/reader", kReader);
    bench.pipe(1, 1, 10, 3, 10, 4);
    bench.process(2, 11, 10, "/bin/writer", kWriter); // has them, too
    bench.add(3, 11, DescriptorClosed { 3 });
    bench.add(4, 11, DescriptorClosed { 3 }); // and it is no more
    bench.takeAll();
    CallsPanel panel(bench.context());
    const QStringList lines = linesOf(panel.model());
    QCOMPARE(lines.at(5), QStringLiteral("descriptor 3 is closed: pipe A||"));
    QCOMPARE(lines.at(6), QStringLiteral("descriptor 3 is closed||"));
}

void CallsRowsTest::whoEndsInACallIsNotSaidToWait()
{
    CallsBench bench;
    bench.process(0, 10, 0, "/bin/reader", kReader);
    bench.entered(kSecond, 10, Call::Pause, -1, 0);
    bench.add(3 * kSecond, 10, ProcessExited { {}, { SIGTERM }, false });
    bench.takeAll();
    CallsPanel panel(bench.context());
    const QStringList lines = linesOf(panel.model());
    QVERIFY2(lines.at(2).endsWith(QStringLiteral("|it ended while it waited|2.0 s")),
        qPrintable(lines.at(2)));
    QCOMPARE(lines.at(3), QStringLiteral("killed by SIGTERM||"));
}

void CallsRowsTest::signalsAndProcessesAreRows()
{
    CallsBench bench;
    bench.process(0, 10, 0, "/bin/reader", kReader);
    bench.process(0, 11, 10, "/bin/writer", kWriter);
    bench.add(1, 11, SignalActionSet { { SIGUSR1 }, SignalAction::Handler });
    bench.add(2, 10, SignalSent { Pid { 11 }, { SIGUSR1 } });
    bench.add(3, 11, SignalDelivered { { SIGUSR1 }, SignalAction::Handler });
    bench.add(4, 11, SignalMaskSet { { 1U << (SIGINT - 1) } });
    bench.add(5, 11, SignalActionSet { { SIGHUP }, SignalAction::Ignore });
    bench.add(6, 11, SignalIgnored { { SIGHUP } });
    bench.add(7, 11, SignalIgnored { { SIGCHLD } });
    bench.takeAll();
    CallsPanel panel(bench.context());
    const QStringList lines = linesOf(panel.model());
    QCOMPARE(lines.at(4), QStringLiteral("sets what SIGUSR1 does: handler||"));
    QCOMPARE(lines.at(5), QStringLiteral("sends SIGUSR1 to writer 11||"));
    QCOMPARE(lines.at(6), QStringLiteral("gets SIGUSR1: handler||"));
    QCOMPARE(lines.at(7), QStringLiteral("blocks SIGINT||"));
    QCOMPARE(lines.at(9), QStringLiteral("gets SIGHUP: ignored||"));
    QCOMPARE(lines.at(10), QStringLiteral("gets SIGCHLD: does nothing, which is its default||"));
}

void CallsRowsTest::whatLoadsAProgramIsLeftOutUnlessWanted()
{
    CallsBench bench;
    bench.process(0, 10, 0, "/bin/reader", kReader);
    bench.returned(1, 10, Call::Openat, ENOENT);
    bench.entered(1, 10, Call::Openat, -1, 0); // lasts
    bench.returned(1, 10, Call::Openat, ENOENT);
    bench.add(2, 10, ChannelCreated { ChannelId { 1 }, ChannelKind::File, "/lib/libc.so", true });
    bench.add(
        2, 10, DescriptorOpened { 3, ChannelId { 1 }, Access::Read, End::First, Call::Openat, {} });
    bench.read(3, 10, 3, 1, "ELF");
    bench.add(4, 10, DescriptorClosed { 3 });
    bench.takeAll();
    CallsPanel panel(bench.context());
    QCOMPARE(panel.model().rowCount(), 2);
    gap(panel, "where").setCurrentIndex(1);
    const QStringList lines = linesOf(panel.model());
    QCOMPARE(lines.size(), 7);
    QCOMPARE(lines.at(2), QStringLiteral(u"openat()|✗ ENOENT, it does not exist|"));
    QVERIFY(lines.at(4).startsWith(QStringLiteral("openat(/lib/libc.so)|= 3: ")));
}

void CallsRowsTest::theSentenceFilters_data()
{
    QTest::addColumn<CallsWanted>("wanted");
    QTest::addColumn<int>("rows");
    QTest::newRow("all") << CallsWanted::All << 11;
    QTest::newRow("transfers") << CallsWanted::Transfers << 3;
    QTest::newRow("descriptors") << CallsWanted::Descriptors << 2;
    QTest::newRow("signals") << CallsWanted::Signals << 1;
    QTest::newRow("processes") << CallsWanted::Processes << 5;
    QTest::newRow("long waits") << CallsWanted::LongWaits << 1;
    QTest::newRow("failures") << CallsWanted::Failures << 1;
}

void CallsRowsTest::theSentenceFilters()
{
    QFETCH(CallsWanted, wanted);
    QFETCH(int, rows);
    Waited bench;
    bench.breakThePipe();
    bench.add(6 * kSecond, 10, DescriptorClosed { 3 });
    bench.takeAll();
    CallsPanel panel(bench.context());
    choose(panel, wanted);
    QCOMPARE(panel.model().rowCount(), rows);
    gap(panel, "whose").setCurrentIndex(1);
    bench.selection.choose(Pid { 11 });
    while (panel.model().follow()) { }
    for (int row = 0; row < panel.model().rowCount(); ++row)
        QVERIFY(panel.model().words(row).process == QStringLiteral("writer 11"));
    QVERIFY(panel.model().rowCount() < rows || rows == 1);
}

void CallsRowsTest::theSentenceStaysInTheNextRun()
{
    Waited bench;
    bench.takeAll();
    CallsPanel panel(bench.context());
    panel.resize(900, 300);
    panel.show();
    auto* const all = panel.findChild<QToolButton*>(QStringLiteral("showAll"));
    QVERIFY(all->isHidden());
    choose(panel, CallsWanted::Transfers);
    gap(panel, "where").setCurrentIndex(2);
    const QString pipe = gap(panel, "where").currentText();
    QCOMPARE(gap(panel, "where").currentData().toUInt(), 1U);
    QVERIFY(!all->isHidden());
    bench.cursor.setLog(nullptr);
    QCOMPARE(gap(panel, "where").currentIndex(), 0);
    Bench next; // another number, and the same name
    next.process(0, 20, 0, "/bin/reader", kReader);
    next.pipe(0, 41, 20, 3, 20, 4);
    next.written(kSecond, 20, 4, 41, "hello\n");
    bench.cursor.setLog(&next.log);
    bench.takeAll();
    QTRY_COMPARE(gap(panel, "where").currentText(), pipe);
    QCOMPARE(panel.model().filter().channel, ChannelId { 41 });
    QCOMPARE(panel.model().filter().wanted, CallsWanted::Transfers);
    QTest::mouseClick(all, Qt::LeftButton);
    QCOMPARE(panel.model().filter(), CallFilter());
    QVERIFY(all->isHidden());
    bench.cursor.setLog(nullptr);
    bench.cursor.setLog(&next.log); // taken back is taken back
    bench.takeAll();
    QCOMPARE(panel.model().filter(), CallFilter());
    bench.cursor.setLog(nullptr);
}

void CallsRowsTest::aFailureThatComesLateIsFound()
{
    Waited bench;
    bench.entered(6 * kSecond, 11, Call::Write, 4, 1, 3);
    bench.flood(3, 6 * kSecond);
    bench.takeAll();
    CallsPanel panel(bench.context());
    choose(panel, CallsWanted::Failures);
    QCOMPARE(panel.model().rowCount(), 0);
    bench.returned(7 * kSecond, 11, Call::Write, EPIPE);
    bench.takeAll();
    QCOMPARE(panel.model().rowCount(), 1); // alone: the flood's write was taken for its end
    bench.entered(8 * kSecond, 10, Call::Read, 3, 1, 3);
    bench.takeAll();
    bench.returned(9 * kSecond, 10, Call::Read, EINTR);
    bench.takeAll();
    QCOMPARE(panel.model().rowCount(), 2); // joined, and among those looked at before
    QCOMPARE(panel.model().words(1).took, QStringLiteral("1.0 s"));
}

void CallsRowsTest::aWaitGetsLongAndIsFound()
{
    Waited bench;
    bench.takeAll();
    CallsPanel panel(bench.context());
    choose(panel, CallsWanted::LongWaits);
    bench.entered(6 * kSecond, 10, Call::Read, 3, 1, 3);
    bench.takeAll();
    QCOMPARE(panel.model().rowCount(), 1);
    bench.written(6 * kSecond + 20 * kMillisecond, 11, 4, 1, "x");
    bench.takeAll();
    QCOMPARE(panel.model().rowCount(), 2);
    QVERIFY(panel.model().waiting(1));
}

void CallsRowsTest::textIsFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("rows");
    QTest::newRow("a call") << QStringLiteral("READ") << 5; // and what the reader does
    QTest::newRow("a call and its descriptor") << QStringLiteral("read(3") << 1;
    QTest::newRow("bytes") << QStringLiteral("HELL") << 2;
    QTest::newRow("an error") << QStringLiteral("epip") << 1;
    QTest::newRow("a signal") << QStringLiteral("SIGPIPE") << 2; // it comes, and kills
    QTest::newRow("a process") << QStringLiteral("writer 11") << 6;
    QTest::newRow("a channel") << QStringLiteral("pipe a") << 4;
    QTest::newRow("prose") << QStringLiteral("executes") << 2;
    QTest::newRow("none") << QStringLiteral("zebra") << 0;
}

void CallsRowsTest::textIsFound()
{
    QFETCH(QString, text);
    QFETCH(int, rows);
    Waited bench;
    bench.breakThePipe();
    bench.takeAll();
    CallsPanel panel(bench.context());
    search(panel, text);
    QVERIFY2(panel.model().rowCount() == rows,
        qPrintable(linesOf(panel.model()).join(QLatin1Char('\n'))));
}

void CallsRowsTest::theModelIsSoundWhileTheLogGrowsAndTheFilterChanges()
{
    Waited bench;
    bench.takeAll();
    CallsPanel panel(bench.context());
    const QAbstractItemModelTester tester(
        &panel.model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    for (int round = 0; round <= static_cast<int>(CallsWanted::Failures); ++round) {
        bench.flood(3000, (10 + round) * kSecond);
        bench.entered((11 + round) * kSecond, 10, Call::Read, 3, 1, 3);
        bench.takeAll();
        choose(panel, static_cast<CallsWanted>(round));
        bench.cursor.goTo(static_cast<EventIndex>(round) * 1000);
        search(panel, round % 2 == 0 ? QStringLiteral("read") : QString());
        bench.returned((12 + round) * kSecond, 10, Call::Read, EINTR);
        bench.cursor.goLive();
        bench.takeAll();
    }
    EventIndex last = 0;
    choose(panel, CallsWanted::All);
    while (panel.model().follow()) { }
    QVERIFY(panel.model().rowCount() > 0);
    for (int row = 0; row < panel.model().rowCount(); ++row) {
        QVERIFY(row == 0 || panel.model().eventAt(row) > last);
        last = panel.model().eventAt(row);
    }
}

void CallsRowsTest::theNewestRowsAreFoundFirst()
{
    Waited bench;
    bench.flood(100'000, 10 * kSecond);
    bench.takeAll();
    CallsModel model(bench.cursor);
    while (model.follow()) { }
    CallFilter filter;
    filter.text = QStringLiteral("write");
    model.setFilter(filter, {});
    QVERIFY(model.follow()); // there is more
    QVERIFY(model.rowCount() > 0);
    QVERIFY(model.eventAt(model.rowCount() - 1) + 3 > bench.log.size());
    filter.text = QStringLiteral("read");
    model.setFilter(filter, EventIndex { 50'000 }); // from there both ways
    model.follow();
    QVERIFY(model.eventAt(0) < 50'000);
    QVERIFY(model.eventAt(model.rowCount() - 1) > 50'000);
    QVERIFY(model.looking());
}

void CallsRowsTest::aMillionRowsCostNoMoreThanAFew()
{
    const auto frame = [](int pairs) {
        Waited bench;
        bench.flood(pairs, 10 * kSecond);
        bench.takeAll();
        CallsPanel panel(bench.context());
        while (panel.model().follow()) { }
        rendered(panel, bench.look, { 700, 400 }, {});
        double least = 1e9; // the least is what it costs: others use this machine too
        for (int i = 0; i < 30; ++i) {
            bench.flood(20, (100 + i) * kSecond);
            const double from = processorMilliseconds();
            bench.cursor.advance();
            panel.grab();
            least = std::min(least, processorMilliseconds() - from);
        }
        return least;
    };
    // By how much is for tests/bench to say: of thirty times the rows, anything that goes through
    // them would be seen here.
    const double few = frame(5'000);
    const double many = frame(150'000);
    QVERIFY2(many < few * 5 + 1, qPrintable(QStringLiteral("%1 ms, and %2 ms").arg(few).arg(many)));
}

QTEST_MAIN(CallsRowsTest)
#include "calls_rows_test.moc"
