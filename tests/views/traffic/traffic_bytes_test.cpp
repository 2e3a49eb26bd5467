// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/each_look.h"
#include "tests/views/traffic/shown_traffic.h"
#include "views/common/numbers.h"
#include "views/traffic/traffic_file.h"

#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

// The bytes of a row: where they came from and went to, selected, copied, saved.
class TrafficBytesTest : public QObject {
    Q_OBJECT

private slots:
    void aRowWithoutBytesSaysWhyInAsManyLinesAsItTakes();
    void aReadThatJoinsWritesSaysHowMany();
    void aReadOfAPartSaysWhichPart();
    void aWriteSaysHowItWasReadAndWhatIsUnread();
    void whatOthersMayHaveWrittenIsNotCounted();
    void ofAnEarlierMomentNothingLaterIsSaid();
    void boundariesAreDrawnBetweenTheBytesOfDifferentWrites();
    void aBoundaryIsDrawnInEachColumnOfADump();
    void selectedCharactersAreBytes();
    void aCharacterOfSeveralBytesIsWhole();
    void selectedBytesSayWhoWroteThemAndWhoReadThem();
    void aDatagramIsKnownByWhatItIs();
    void aLinkGoesToTheRow();
    void bytesStillInTheChannelAreSaidToBe();
    void theBytesAreCopiedAndNotTheirSigns();
    void theBytesAreCopiedAsHexToo();
    void anotherRowHasNothingSelected();
    void theSelectedBytesAreSaved();
    void allBytesOfADirectionAreSaved();
    void whatWasNotKeptIsCountedWhenItIsSaved();
    void theRowsAreSavedAsText();
    void howBytesAreShownIsRemembered();
    void textAndHexAreShownTogether();
    void nobodyIsLedToAWriteThatIsNotKnown();
    void withLittleRoomTheBytesAreStillSeen();
    void besideTheBytesTheRowsStillSayWhatTheyAre();
    void looksRight();
};

void TrafficBytesTest::aRowWithoutBytesSaysWhyInAsManyLinesAsItTakes()
{
    Joined bench;
    BytesMoved cut = movedBytes(4, 1, End::Second, Call::Write, "bytes");
    cut.bytes = {};
    cut.cut = cut.count;
    bench.add(kSecond, kWriter, BytesWritten { cut });
    const EventIndex unkept = last(bench);
    bench.add(kSecond, kWriter, ProcessExited { 0, {} });
    ShownTraffic shown(bench);
    shown.panel.resize(300, 200);
    shown.choose(last(bench));
    QTRY_VERIFY(shown.pane->isVisible());
    QCOMPARE(shown.pane->placeholderText(), q("This row is about no bytes."));
    QVERIFY(!shown.pane->horizontalScrollBar()->isVisible());
    QVERIFY(!shown.table->horizontalScrollBar()->isVisible());
    shown.choose(unkept);
    QCOMPARE(shown.pane->placeholderText(), q("No bytes of this row are kept."));
}

void TrafficBytesTest::aReadThatJoinsWritesSaysHowMany()
{
    Joined bench;
    bench.write("one");
    bench.write("two");
    bench.write("three");
    const EventIndex all = bench.read("onetwothree");
    bench.write("four");
    bench.write("five");
    const EventIndex some = bench.read("fourf");
    const ShownTraffic shown(bench);
    QCOMPARE(shown.remark(all), q("joins 3 writes"));
    QCOMPARE(shown.remark(some), q("joins parts of 2 writes"));
}

void TrafficBytesTest::aReadOfAPartSaysWhichPart()
{
    Joined bench;
    bench.write("first");
    bench.read("first");
    bench.write("abcdef");
    bench.read("ab");
    const EventIndex second = bench.read("cdef");
    const EventIndex whole = bench.write("whole");
    const EventIndex alone = bench.read("whole");
    const ShownTraffic shown(bench);
    QCOMPARE(shown.remark(second), q("part 2 of a write of 6 B"));
    QCOMPARE(shown.remark(alone), QString());
    QCOMPARE(shown.remark(whole), QString());
}

void TrafficBytesTest::aWriteSaysHowItWasReadAndWhatIsUnread()
{
    Joined bench;
    const EventIndex twice = bench.write("abcdef");
    bench.read("ab");
    bench.read("cdef");
    const EventIndex first = bench.write("gh");
    const EventIndex split = bench.write("ijkl");
    bench.read("ghij");
    const EventIndex unread = bench.write("mn");
    const ShownTraffic shown(bench);
    QCOMPARE(shown.remark(twice), q("read in 2 parts"));
    QCOMPARE(shown.remark(first), q("read together with other writes"));
    QCOMPARE(shown.remark(split), q("2 B unread"));
    QCOMPARE(shown.remark(unread), q("unread"));
}

void TrafficBytesTest::whatOthersMayHaveWrittenIsNotCounted()
{
    Joined bench;
    const EventIndex sent = bench.write("abc");
    const EventIndex got = bench.read("xyz"); // somebody was there before
    const ShownTraffic shown(bench);
    QCOMPARE(shown.remark(got), QString());
    shown.choose(got);
    QVERIFY2(shown.told().contains(q("cannot be told")), qPrintable(shown.told()));
    shown.choose(sent);
    QVERIFY2(shown.told().contains(q("cannot be told")), qPrintable(shown.told()));
}

void TrafficBytesTest::ofAnEarlierMomentNothingLaterIsSaid()
{
    Joined bench;
    const EventIndex sent = bench.write("abc");
    bench.read("abc");
    const ShownTraffic shown(bench);
    QCOMPARE(shown.remark(sent), QString());
    bench.cursor.goTo(sent + 1);
    QTRY_COMPARE(shown.remark(sent), q("unread"));
}

void TrafficBytesTest::boundariesAreDrawnBetweenTheBytesOfDifferentWrites()
{
    Joined bench;
    bench.write("one");
    bench.write("two");
    const EventIndex all = bench.read("onetwo");
    const EventIndex alone = bench.write("x");
    const ShownTraffic shown(bench);
    shown.choose(all);
    QTRY_VERIFY(shown.pane->isVisible());
    QCOMPARE(shown.pane->boundaries(), std::vector<std::size_t> { 3 });
    const std::vector<QRect> marks = shown.pane->boundaryMarks();
    QCOMPARE(marks.size(), 1U);
    const QImage picture = shown.pane->viewport()->grab().toImage();
    const qreal scale = picture.devicePixelRatio();
    QCOMPARE(picture.pixelColor((QPointF(marks[0].center()) * scale).toPoint()),
        bench.look.colour(Ink::Accent));
    shown.choose(alone);
    QVERIFY(shown.pane->boundaries().empty());
}

void TrafficBytesTest::aBoundaryIsDrawnInEachColumnOfADump()
{
    Joined bench;
    bench.write("abc");
    bench.read("a");
    bench.read("bc");
    ShownTraffic shown(bench);
    shown.panel.setShown(BytesShown::Hex);
    shown.choose(last(bench) - 2);
    QTRY_VERIFY(shown.pane->isVisible());
    QCOMPARE(shown.pane->boundaries(), std::vector<std::size_t> { 1 });
    QCOMPARE(shown.pane->boundaryMarks().size(), 2U); // hexadecimal and ASCII
}

void TrafficBytesTest::selectedCharactersAreBytes()
{
    const ShownBytes text = shownBytes("a\x1b[b\nc", BytesShown::Text, 8);
    QCOMPARE(text.text, q("a‹ESC›[b⏎\nc"));
    QCOMPARE(text.bytesIn(1, 4), (ByteRange { 1, 2 })); // within ‹ESC›
    QCOMPARE(text.bytesIn(0, 9), (ByteRange { 0, 5 }));
    QCOMPARE(text.bytesIn(9, 10), std::nullopt); // the line's end is no byte
    const ShownBytes dump = shownBytes("abcdefghij", BytesShown::Hex, 8);
    QCOMPARE(dump.bytesIn(0, 6), std::nullopt); // an offset
    QCOMPARE(dump.bytesIn(6, 11), (ByteRange { 0, 2 }));
    QCOMPARE(dump.charactersOf({ 0, 2 }), (ByteRange { 6, 11 }));
    const auto over = static_cast<std::size_t>(dump.text.indexOf(q("6A")));
    QCOMPARE(dump.bytesIn(9, over + 2), (ByteRange { 1, 10 })); // over the column between
}

void TrafficBytesTest::aCharacterOfSeveralBytesIsWhole()
{
    const ShownBytes text = shownBytes("é\xff€", BytesShown::Text, 8);
    QCOMPARE(text.text, q("é‹0xFF›€"));
    QCOMPARE(text.bytesIn(0, 1), (ByteRange { 0, 2 }));
    QCOMPARE(text.bytesIn(1, 3), (ByteRange { 2, 3 }));
    QCOMPARE(text.bytesIn(7, 8), (ByteRange { 3, 6 }));
}

void TrafficBytesTest::selectedBytesSayWhoWroteThemAndWhoReadThem()
{
    Joined bench;
    bench.write("one");
    bench.write("two");
    const EventIndex all = bench.read("onetwo");
    const ShownTraffic shown(bench);
    shown.choose(all);
    QVERIFY2(shown.told().contains(q("ana at %1").arg(sinceStartText(bench.log[all - 2].at))),
        qPrintable(shown.told()));
    shown.pane->selectBytes({ 3, 5 });
    const QString told = shown.told();
    QCOMPARE(told.count(q("ana")), 1);
    QVERIFY2(told.startsWith(q("Bytes 3 to 4:")), qPrintable(told));
    QVERIFY(!told.contains(sinceStartText(bench.log[all - 2].at)));
    QVERIFY(told.contains(sinceStartText(bench.log[all - 1].at)));
    QVERIFY(told.contains(q("bea at %1").arg(sinceStartText(bench.log[all].at))));
}

void TrafficBytesTest::aDatagramIsKnownByWhatItIs()
{
    Bench bench;
    bench.process(0, kWriter, 0, "/bin/ana", { "ana\0", 4 });
    bench.process(0, kReader, 0, "/bin/bea", { "bea\0", 4 });
    ChannelCreated socket { ChannelId { 1 }, ChannelKind::Udp, "udp", false };
    socket.datagram = true;
    bench.add(1, kReader, socket);
    bench.written(3 * kMillisecond, kWriter, 4, 1, "lost on its way");
    bench.written(4 * kMillisecond, kWriter, 4, 1, "hello, world");
    const EventIndex sent = last(bench);
    bench.read(5 * kMillisecond, kReader, 3, 1, "hello"); // its rest is lost
    const EventIndex got = last(bench);
    const ShownTraffic shown(bench);
    QVERIFY(bench.cursor.world().channel(ChannelId { 1 })->datagram);
    shown.choose(got);
    QVERIFY2(shown.told().contains(q("Written by ● ana at +0.004 s")), qPrintable(shown.told()));
    shown.choose(sent);
    QVERIFY2(shown.told().contains(q("Read by ■ bea at +0.005 s")), qPrintable(shown.told()));
    QCOMPARE(shown.pane->boundaries(), std::vector<std::size_t> { 5 });
    shown.choose(sent - 1);
    QVERIFY2(shown.told().contains(q("cannot be told")), qPrintable(shown.told()));
}

void TrafficBytesTest::aLinkGoesToTheRow()
{
    Joined bench;
    const EventIndex sent = bench.write("one");
    const EventIndex got = bench.read("one");
    const ShownTraffic shown(bench);
    shown.choose(got);
    QTRY_VERIFY(shown.box->isVisible());
    auto* const label = shown.panel.findChild<QLabel*>(q("whereabouts"));
    QVERIFY(label->focusPolicy() & Qt::TabFocus);
    label->setFocus();
    QTest::keyClick(label, Qt::Key_Tab); // to the first link
    if (!label->text().contains(q("href")))
        QFAIL("no link");
    emit label->linkActivated(QString::number(sent));
    QTRY_COMPARE(shown.chosen(), sent);
}

void TrafficBytesTest::bytesStillInTheChannelAreSaidToBe()
{
    Joined bench;
    const EventIndex sent = bench.write("abcdef");
    bench.read("ab");
    const ShownTraffic shown(bench);
    shown.choose(sent);
    QVERIFY2(shown.told().contains(q("4 B still in the channel")), qPrintable(shown.told()));
    shown.pane->selectBytes({ 0, 2 });
    QVERIFY(!shown.told().contains(q("still in the channel")));
    shown.pane->selectBytes({ 4, 5 });
    QVERIFY(shown.told().contains(q("1 B still in the channel")));
    QVERIFY(!shown.told().contains(q("bea")));
}

void TrafficBytesTest::theBytesAreCopiedAndNotTheirSigns()
{
    Joined bench;
    const EventIndex sent = bench.write("a\x1b[1m\n");
    const ShownTraffic shown(bench);
    shown.choose(sent);
    QTRY_VERIFY(shown.pane->isVisible());
    QTest::keyClick(shown.pane, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(shown.pane, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), q("a\x1b[1m\n"));
    QCOMPARE(QGuiApplication::clipboard()->mimeData()->data(q("application/octet-stream")),
        QByteArray("a\x1b[1m\n"));
    shown.pane->selectBytes({ 1, 2 });
    QTest::keyClick(shown.pane, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), q("\x1b"));
}

void TrafficBytesTest::theBytesAreCopiedAsHexToo()
{
    Joined bench;
    const EventIndex sent = bench.write("a\nb");
    ShownTraffic shown(bench);
    shown.choose(sent);
    QTRY_VERIFY(shown.pane->isVisible());
    shown.pane->selectBytes({ 0, 2 });
    QTest::keyClick(shown.pane, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), q("61 0A"));
    shown.panel.setShown(BytesShown::Hex);
    QCOMPARE(shown.pane->selectedBytes(), (ByteRange { 0, 2 })); // they stay selected
    QTest::keyClick(shown.pane, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), q("a\n"));
    QTest::keyClick(shown.pane, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), q("61 0A"));
}

void TrafficBytesTest::anotherRowHasNothingSelected()
{
    Joined bench;
    const EventIndex first = bench.write("same");
    const EventIndex second = bench.write("same");
    const ShownTraffic shown(bench);
    shown.choose(first);
    shown.pane->selectBytes({ 0, 2 });
    shown.choose(second);
    QCOMPARE(shown.pane->selectedBytes(), std::nullopt);
}

void TrafficBytesTest::theSelectedBytesAreSaved()
{
    Joined bench;
    const EventIndex sent = bench.write("a\x1b[1m");
    const ShownTraffic shown(bench);
    QSignalSpy saved(&shown.panel, &TrafficPanel::saveWanted);
    shown.choose(sent);
    shown.pane->selectBytes({ 1, 3 });
    emit shown.pane->saveWanted();
    QCOMPARE(saved.takeFirst().first().value<TrafficFile>().content, QByteArray("\x1b["));
}

namespace {

QAction* entry(const ShownTraffic& shown, const QString& words)
{
    auto* const menu = shown.panel.findChild<QToolButton*>(q("saveTraffic"))->menu();
    emit menu->aboutToShow();
    for (QAction* const action : menu->actions()) {
        if (action->text().contains(words))
            return action;
    }
    return nullptr;
}

} // namespace

void TrafficBytesTest::allBytesOfADirectionAreSaved()
{
    Joined bench;
    bench.write("one");
    bench.write("two");
    bench.read("onet");
    const ShownTraffic shown(bench);
    QSignalSpy saved(&shown.panel, &TrafficPanel::saveWanted);
    QVERIFY(!entry(shown, q("of a channel"))->isEnabled());
    bench.selection.choose(ChannelId { 1 });
    QAction* const all = entry(shown, q("ana → bea"));
    QVERIFY(all && all->isEnabled());
    all->trigger();
    const auto file = saved.takeFirst().first().value<TrafficFile>();
    QCOMPARE(file.content, QByteArray("onetwo"));
    QVERIFY(file.missing.isEmpty());
    bench.cursor.goTo(last(bench) - 1); // "one" alone
    entry(shown, q("ana → "))->trigger();
    QCOMPARE(saved.takeFirst().first().value<TrafficFile>().content, QByteArray("one"));
}

void TrafficBytesTest::whatWasNotKeptIsCountedWhenItIsSaved()
{
    Joined bench;
    const std::string large(5000, 'x'); // a log keeps 4096 of them
    const EventIndex sent = bench.write(large);
    const ShownTraffic shown(bench);
    QSignalSpy saved(&shown.panel, &TrafficPanel::saveWanted);
    bench.selection.choose(ChannelId { 1 });
    entry(shown, q("ana → "))->trigger();
    auto file = saved.takeFirst().first().value<TrafficFile>();
    QCOMPARE(file.content.size(), 4096);
    QVERIFY2(file.missing.contains(countText(904)), qPrintable(file.missing));
    shown.choose(sent);
    entry(shown, q("chosen row"))->trigger();
    file = saved.takeFirst().first().value<TrafficFile>();
    QVERIFY2(file.missing.contains(countText(904)), qPrintable(file.missing));
}

void TrafficBytesTest::theRowsAreSavedAsText()
{
    Joined bench;
    bench.write("one");
    const ShownTraffic shown(bench);
    QSignalSpy saved(&shown.panel, &TrafficPanel::saveWanted);
    entry(shown, q("as text"))->trigger();
    const auto file = saved.takeFirst().first().value<TrafficFile>();
    const QStringList lines = QString::fromUtf8(file.content).split(u'\n');
    QCOMPARE(lines.first().split(u'\t').size(), int { TrafficModel::ColumnCount });
    QCOMPARE(lines.size(), shown.panel.model().rowCount() + 2); // the names, and the last is ended
    QVERIFY(lines[lines.size() - 2].contains(q("\tana\t")));
    QVERIFY(lines[lines.size() - 2].endsWith(q("one — unread")));
}

void TrafficBytesTest::howBytesAreShownIsRemembered()
{
    Bench bench;
    ShownTraffic before(bench);
    before.panel.findChild<QComboBox*>(q("bytesShown"))->setCurrentIndex(2);
    QCOMPARE(before.panel.model().shown(), BytesShown::Both);
    ShownTraffic after(bench);
    QCOMPARE(after.panel.model().shown(), BytesShown::Text);
    after.panel.remember("damaged");
    QCOMPARE(after.panel.model().shown(), BytesShown::Text);
    after.panel.remember(before.panel.remembered());
    QCOMPARE(after.panel.model().shown(), BytesShown::Both);
    QCOMPARE(after.panel.findChild<QComboBox*>(q("bytesShown"))->currentIndex(), 2);
}

void TrafficBytesTest::textAndHexAreShownTogether()
{
    Joined bench;
    const EventIndex sent = bench.write("a\nb");
    ShownTraffic shown(bench);
    shown.choose(sent);
    shown.panel.setShown(BytesShown::Both);
    QVERIFY(shown.pane->toPlainText().contains(q("a⏎\n0000  61 0A\nb\n0002  62")));
    const QString cell = shown.panel.model().words(*shown.panel.model().rowOf(sent)).bytes;
    QVERIFY2(cell.startsWith(q("61 0A 62")) && cell.endsWith(q("a⏎b")), qPrintable(cell));
}

void TrafficBytesTest::nobodyIsLedToAWriteThatIsNotKnown()
{
    Joined bench;
    const EventIndex unknown = bench.read("abc"); // was there before
    const EventIndex sent = bench.write("def");
    ShownTraffic shown(bench);
    shown.choose(unknown);
    QTRY_VERIFY(!shown.box->otherEnd().isHidden());
    QTRY_VERIFY(!shown.box->otherEnd().isEnabled());
    shown.choose(sent);
    QTRY_VERIFY(shown.box->otherEnd().isEnabled());
}

void TrafficBytesTest::withLittleRoomTheBytesAreStillSeen()
{
    Joined bench;
    const EventIndex sent = bench.write("abc");
    bench.read("abc");
    ShownTraffic shown(bench);
    shown.choose(sent);
    QTRY_VERIFY(shown.pane->isVisible());
    QVERIFY(shown.box->otherEnd().isVisible());
    shown.panel.resize(900, 150);
    QTRY_VERIFY(!shown.box->otherEnd().isVisible());
    QTRY_VERIFY(shown.pane->height() >= QFontMetrics(bench.look.mono()).height());
}

void TrafficBytesTest::besideTheBytesTheRowsStillSayWhatTheyAre()
{
    Joined bench;
    const EventIndex sent = bench.write("abc");
    ShownTraffic shown(bench);
    shown.choose(sent);
    QTRY_VERIFY(shown.pane->isVisible());
    shown.panel.resize(560, 266);
    QTRY_VERIFY(
        shown.table->viewport()->width() - shown.table->columnViewportPosition(TrafficModel::Bytes)
        >= 60);
    QVERIFY(!shown.table->isColumnHidden(TrafficModel::Process));
    QVERIFY(!shown.table->isColumnHidden(TrafficModel::Size));
    QVERIFY(shown.table->isColumnHidden(TrafficModel::Time));
    QTest::keyClick(shown.table, Qt::Key_Up);
    QCOMPARE(shown.chosen(), sent - 3); // what is hidden holds no key up; the pipe was made
    shown.panel.resize(1100, 266);
    QTRY_VERIFY(!shown.table->isColumnHidden(TrafficModel::Time));
}

void TrafficBytesTest::looksRight()
{
    Bench bench;
    fillWithABufferedPipe(bench);
    bench.written(5 * kSecond, 4712, 1, 1, "six words and one line more\n");
    bench.written(5 * kSecond, 4712, 1, 1, "and the next\n");
    bench.read(6 * kSecond, 4711, 3, 1, "six words and one line more\nand th");
    bench.add(
        7 * kSecond, 4712, ChannelCreated { ChannelId { 9 }, ChannelKind::Udp, "udp", false });
    bench.add(7 * kSecond, 4712, BytesWritten { lostBytes(4, 9, "hello") });
    ShownTraffic shown(bench);
    shown.choose(last(bench) - 2);
    QTRY_VERIFY(shown.pane->isVisible());
    for (const auto& [how, name] : { std::pair(BytesShown::Text, "traffic-narrow-text"),
             std::pair(BytesShown::Hex, "traffic-narrow-hex"),
             std::pair(BytesShown::Both, "traffic-narrow-both") }) {
        shown.panel.setShown(how);
        renderAll(shown.panel, bench.look, { 560, 266 }, name, "What they are");
    }
    bench.selection.choose(ChannelId { 1 });
    renderAll(shown.panel, bench.look, { 705, 266 }, "traffic-followed");
    bench.look.setHighContrast(true);
    renderAll(shown.panel, bench.look, { 705, 266 }, "traffic-high");
}

QTEST_MAIN(TrafficBytesTest)
#include "traffic_bytes_test.moc"
