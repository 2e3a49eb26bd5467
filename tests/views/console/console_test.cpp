// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/support/each_look.h"
#include "tests/views/support/marked.h"
#include "views/console/console_panel.h"
#include "views/console/console_text.h"
#include "views/console/recorded_ends.h"
#include "views/console/transcript.h"

#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QtTest>

#include <algorithm>
#include <vector>

using namespace ipclab;
using test::Bench;

namespace {

QPushButton* buttonNamed(QWidget& panel, const QString& text)
{
    for (auto* button : panel.findChildren<QPushButton*>()) {
        if (button->text() == text)
            return button;
    }
    return nullptr;
}

QString textOf(const ConsolePanel& panel)
{
    return panel.findChild<ConsoleText*>()->toPlainText();
}

std::size_t bytesIn(const Transcript& transcript)
{
    std::size_t bytes = 0;
    for (const TranscriptLine& line : transcript.lines())
        bytes += line.bytes;
    return bytes;
}

// IPC Lab, 1, reads what child, 10, writes into a pipe to it.
void launchAChild(Bench& bench)
{
    bench.add(0, 1, ProcessStarted { {}, StartedBy::Launch, true });
    bench.add(0, 0, UserAction { "run", {}, {} });
    bench.add(0, 10, ProcessStarted { Pid { 1 }, StartedBy::Launch, false, {}, false, "child" });
    bench.pipe(0, 1, 1, 5, 10, 1);
}

} // namespace

class ConsoleTest : public QObject {
    Q_OBJECT

private slots:
    void notesFollowTheLanguage();
    void whatIsDoneInThePastIsSaidToBeDoneNow();
    void aLineGoesOnUntilItsNewline();
    void aCharacterThatArrivesInTwoPiecesIsOne();
    void aTerminalsReturnAndNewlineAreOneSign();
    void onlyATerminalAddsAReturn();
    void sourcesDoNotMixInALine();
    void onlyTheNewestBytesAreKept();
    void aLineWithoutEndIsBroken();
    void enterSendsTheLineWithItsNewline();
    void withSeveralProgramsEachLineSaysWhoseItIsAndOneIsChosenToSendTo();
    void buttonsAskForWhatTheySay();
    void whatCannotBeDoneCannotBePressed();
    void whereNoLineCanBeSentTheKeysAreForWhatIsRead();
    void theScreenShowsTheTranscript();
    void aFloodDoesNotHoldTheScreen();
    void thePastIsWhatHadArrivedThen();
    void aPastThatIsReadStaysWhereItIsWhileTheRunGoesOn();
    void ofALongPastTheNewestIsShownAndTheRestCounted();
    void looksRight();
};

void ConsoleTest::aLineGoesOnUntilItsNewline()
{
    Transcript transcript;
    transcript.add(Source::Output, "ab");
    transcript.add(Source::Output, "c\nd");
    QCOMPARE(transcript.lines().size(), 2U);
    QCOMPARE(transcript.lines()[0].text, QStringLiteral(u"abc⏎"));
    QCOMPARE(transcript.lines()[1].text, QStringLiteral("d"));
}

void ConsoleTest::aCharacterThatArrivesInTwoPiecesIsOne()
{
    Transcript transcript;
    transcript.add(Source::Output, "\xe2\x82");
    transcript.add(Source::Output, "\xac\xff");
    QCOMPARE(transcript.lines()[0].text, QStringLiteral(u"€‹0xFF›"));
}

void ConsoleTest::aTerminalsReturnAndNewlineAreOneSign()
{
    Transcript transcript;
    transcript.setTerminal(true);
    transcript.add(Source::Output, "hello\r\n50%\r100%\r");
    transcript.add(Source::Output, "\nend\r"); // cut between the two
    transcript.add(Source::Sent, "\r\n"); // the person's own
    QCOMPARE(transcript.lines().size(), 4U);
    QCOMPARE(transcript.lines()[0].text, QStringLiteral(u"hello⏎"));
    QCOMPARE(transcript.lines()[0].bytes, 7U);
    QCOMPARE(transcript.lines()[1].text, QStringLiteral(u"50%‹CR›100%⏎"));
    QCOMPARE(transcript.lines()[2].text, QStringLiteral("end"));
    QCOMPARE(transcript.lines()[3].text, QStringLiteral(u"‹CR›⏎"));
    transcript.addNote(QStringLiteral("end of file"));
    QCOMPARE(transcript.lines()[4].text, QStringLiteral(u"‹CR›")); // nothing came to be one with
    Transcript broken;
    broken.setTerminal(true);
    broken.add(Source::Output, std::string(Transcript::kMostInLine - 1, 'x') + "\r\n");
    QVERIFY(!broken.lines()[0].text.contains(QStringLiteral("CR")));
    QCOMPARE(broken.lines()[1].text, QStringLiteral(u"⏎"));
}

void ConsoleTest::onlyATerminalAddsAReturn()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    panel.resize(600, 200);
    panel.show();
    bench.pipe(0, 1, 4711, 3, 4711, 4);
    bench.takeAll();
    panel.arrived({}, 1, "GET / HTTP/1.1\r\n");
    QTRY_VERIFY(textOf(panel).contains(QStringLiteral(u"1.1‹CR›⏎")));
    panel.clear();
    bench.add(1, 1, ChannelCreated { ChannelId { 2 }, ChannelKind::Pty, "/dev/pts/3", false });
    bench.takeAll();
    panel.arrived({}, 1, "hello\r\n");
    QTRY_VERIFY(textOf(panel).contains(QStringLiteral(u"hello⏎")));
}

void ConsoleTest::sourcesDoNotMixInALine()
{
    Transcript transcript;
    transcript.add(Source::Output, "out");
    transcript.add(Source::Errors, "err\n");
    transcript.add(Source::Output, "more");
    QCOMPARE(transcript.lines().size(), 3U);
    QCOMPARE(transcript.lines()[1].source, Source::Errors);
}

void ConsoleTest::onlyTheNewestBytesAreKept()
{
    Transcript transcript;
    const std::string line = std::string(399, 'x') + "\n";
    for (int i = 0; i < 2000; ++i)
        transcript.add(Source::Output, line);
    QVERIFY(bytesIn(transcript) <= Transcript::kMostBytes);
    QCOMPARE(bytesIn(transcript) + transcript.droppedBytes(), 800'000U);
    for (int i = 0; i < 10'000; ++i)
        transcript.add(Source::Output, "\n");
    QVERIFY(transcript.lines().size() <= Transcript::kMostLines);
    QCOMPARE(bytesIn(transcript) + transcript.droppedBytes(), 810'000U);
    transcript.add(Source::Output, std::string(1 << 20, 'y'));
    QVERIFY(bytesIn(transcript) <= Transcript::kMostBytes);
}

void ConsoleTest::aLineWithoutEndIsBroken()
{
    Transcript transcript;
    std::string bytes;
    for (int i = 0; i < 700; ++i)
        bytes += "€"; // never cut in two
    transcript.add(Source::Output, bytes);
    QString all;
    for (const TranscriptLine& line : transcript.lines()) {
        QVERIFY(line.bytes <= Transcript::kMostInLine);
        all += line.text;
    }
    QCOMPARE(all, QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size())));
}

void ConsoleTest::enterSendsTheLineWithItsNewline()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    panel.setAvailable({ QStringLiteral("child") }, true);
    panel.show();
    const QSignalSpy sent(&panel, &ConsolePanel::sendWanted);
    auto* input = panel.findChild<QLineEdit*>();
    QTest::keyClicks(input, QStringLiteral("hello"));
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(sent.count(), 1);
    QCOMPARE(sent.first().at(1).toByteArray(), QByteArray("hello\n"));
    QVERIFY(input->text().isEmpty());
    QTRY_VERIFY(textOf(panel).contains(QStringLiteral(u"→ hello⏎")));
    QTest::keyClick(input, Qt::Key_Return); // an empty line is a line
    QCOMPARE(sent.last().at(1).toByteArray(), QByteArray("\n"));
}

void ConsoleTest::withSeveralProgramsEachLineSaysWhoseItIsAndOneIsChosenToSendTo()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    const QString ana = QStringLiteral("ana");
    const QString ben = QStringLiteral("ben");
    panel.setSeveral(true);
    panel.setAvailable({ ana }, true);
    panel.show();
    auto* const to = panel.findChild<QComboBox*>();
    QVERIFY(!to->isVisible()); // no choice
    panel.setAvailable({ ana, ben }, true);
    QVERIFY(to->isVisible());
    QCOMPARE(to->currentText(), ana);
    to->setFocus();
    QTest::keyClick(to, Qt::Key_Down);
    const QSignalSpy sent(&panel, &ConsolePanel::sendWanted);
    auto* input = panel.findChild<QLineEdit*>();
    QTest::keyClicks(input, QStringLiteral("hi"));
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(sent.last().first().toString(), ben);
    panel.arrived(ana, 1, "from ana\n");
    panel.arrived(ben, 1, "from ben\n");
    QTRY_VERIFY(textOf(panel).contains(QStringLiteral(u"ben → hi⏎")));
    QTRY_VERIFY(textOf(panel).contains(QStringLiteral(u"ana ← from ana⏎")));
    QTRY_VERIFY(textOf(panel).contains(QStringLiteral(u"ben ← from ben⏎")));
    panel.setAvailable({ ben }, true); // ana has ended: who is chosen stays chosen
    QCOMPARE(to->currentText(), ben);
}

void ConsoleTest::buttonsAskForWhatTheySay()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    panel.setAvailable({ QStringLiteral("child") }, true);
    const QSignalSpy closed(&panel, &ConsolePanel::closeWanted);
    const QSignalSpy reading(&panel, &ConsolePanel::readingWanted);
    QTest::mouseClick(buttonNamed(panel, QStringLiteral("Close (end of file)")), Qt::LeftButton);
    QCOMPARE(closed.count(), 1);
    QTest::mouseClick(buttonNamed(panel, QStringLiteral("Stop reading")), Qt::LeftButton);
    QCOMPARE(reading.last().first().toBool(), false);
    QTest::mouseClick(buttonNamed(panel, QStringLiteral("Read again")), Qt::LeftButton);
    QCOMPARE(reading.last().first().toBool(), true);
    QVERIFY(buttonNamed(panel, QStringLiteral("Stop reading")) != nullptr);
}

void ConsoleTest::whatCannotBeDoneCannotBePressed()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    const QSignalSpy sent(&panel, &ConsolePanel::sendWanted);
    auto* input = panel.findChild<QLineEdit*>();
    QVERIFY(!input->isEnabled());
    panel.setAvailable({}, true);
    QVERIFY(!buttonNamed(panel, QStringLiteral("Send"))->isEnabled());
    QVERIFY(buttonNamed(panel, QStringLiteral("Stop reading"))->isEnabled());
    QTest::keyClick(input, Qt::Key_Return);
    QCOMPARE(sent.count(), 0);
}

void ConsoleTest::whereNoLineCanBeSentTheKeysAreForWhatIsRead()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    const auto keysAreForWhatIsRead = [&] {
        const QWidget* const focused = QApplication::focusWidget();
        return focused && focused->isVisible() && focused->isEnabled()
            && focused->parentWidget() == panel.findChild<ConsoleText*>()->parentWidget();
    };
    panel.show();
    panel.setFocus();
    QTRY_VERIFY(keysAreForWhatIsRead());
    panel.setAvailable({ QStringLiteral("child") }, true);
    panel.setFocus();
    QVERIFY(panel.findChild<QLineEdit*>()->hasFocus());
    QDialog sheet(&panel);
    QLineEdit words(&sheet);
    sheet.show();
    QTRY_VERIFY(words.hasFocus());
    panel.arrived({}, 1, "the last line\n");
    panel.setAvailable({}, true); // it reads no more, behind the sheet
    sheet.close();
    panel.activateWindow();
    QTRY_VERIFY(keysAreForWhatIsRead());
}

void ConsoleTest::theScreenShowsTheTranscript()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    panel.show();
    const auto expected = [&] {
        QStringList lines;
        for (const TranscriptLine& line : panel.transcript().lines())
            lines += QStringLiteral(u"← ") + line.text;
        return lines.join(QLatin1Char('\n'));
    };
    std::uint64_t sent = 0;
    const auto counted = [&] {
        std::uint64_t bytes = panel.transcript().droppedBytes();
        for (const TranscriptLine& line : panel.transcript().lines())
            bytes += line.bytes;
        return bytes;
    };
    quint32 seed = 3;
    for (int i = 0; i < 200; ++i) {
        seed = seed * 1664525 + 1013904223;
        QByteArray bytes(static_cast<qsizetype>(seed >> 20), 'a'); // up to 4 KiB
        for (qsizetype at = 0; at < bytes.size(); at += 1 + static_cast<qsizetype>(seed >> 24))
            bytes[at] = '\n';
        panel.arrived({}, 1, bytes);
        sent += static_cast<std::uint64_t>(bytes.size());
        if (i % 20 != 0)
            continue;
        QTRY_COMPARE(counted(), sent);
        QCOMPARE(textOf(panel), expected());
    }
    QTRY_COMPARE(counted(), sent);
    QCOMPARE(textOf(panel), expected());
    QVERIFY(panel.transcript().droppedBytes() > 0);
    panel.clear();
    QVERIFY(textOf(panel).isEmpty());
    panel.arrived({}, 1, "again\n");
    QTRY_COMPARE(textOf(panel), QStringLiteral(u"← again⏎"));
}

void ConsoleTest::aFloodDoesNotHoldTheScreen()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    test::rendered(panel, bench.look, { 800, 260 }, QStringLiteral("console-flood"));
    const QByteArray chunk = QByteArray("0123456789abcdef0123456789abcdef\n").repeated(2000);
    std::vector<double> taken;
    for (int i = 0; i < 50; ++i) {
        const double before = test::processorMilliseconds();
        panel.arrived({}, 1, chunk);
        QApplication::processEvents();
        taken.push_back(test::processorMilliseconds() - before);
    }
    std::ranges::sort(taken); // a neighbour on the processor disturbs a few
    const double most = taken[taken.size() * 9 / 10];
    qInfo("66 kB a turn: %.1f ms (90th percentile)", most);
    QVERIFY(most < 50);
}

void ConsoleTest::thePastIsWhatHadArrivedThen()
{
    Bench bench;
    launchAChild(bench);
    bench.read(1, 1, 5, 1, "one\n");
    const EventIndex first = bench.log.size();
    bench.read(2, 1, 5, 1, "two\n");
    bench.read(3, 1, 5, 1, {});
    const EventIndex ended = bench.log.size();
    bench.takeAll();
    ConsolePanel panel(bench.context());
    panel.show();
    panel.arrived({}, 1, "one\ntwo\n");
    QTRY_COMPARE(textOf(panel), QStringLiteral(u"← one⏎\n← two⏎"));
    bench.cursor.goTo(first);
    QCOMPARE(textOf(panel), QStringLiteral(u"← one⏎"));
    bench.add(4, 0, UserAction { "run", {}, {} }); // another: nothing has come of it yet
    bench.takeAll();
    bench.cursor.goTo(ended);
    QCOMPARE(textOf(panel).split(QLatin1Char('\n')).size(), 3);
    QVERIFY(textOf(panel).contains(QStringLiteral("end of file")));
    bench.cursor.goTo(bench.cursor.end());
    QVERIFY(textOf(panel).isEmpty());
    bench.cursor.goTo(first); // back again
    QCOMPARE(textOf(panel), QStringLiteral(u"← one⏎"));
    bench.cursor.goLive();
    QTRY_COMPARE(textOf(panel), QStringLiteral(u"← one⏎\n← two⏎"));
}

void ConsoleTest::aPastThatIsReadStaysWhereItIsWhileTheRunGoesOn()
{
    Bench bench;
    launchAChild(bench);
    for (int i = 0; i < 100; ++i)
        bench.read(i, 1, 5, 1, "a line\n");
    bench.takeAll();
    ConsolePanel panel(bench.context());
    panel.resize(600, 200);
    panel.show();
    bench.cursor.goTo(bench.cursor.end() - 1);
    auto* const bar = panel.findChild<ConsoleText*>()->verticalScrollBar();
    QTRY_VERIFY(bar->maximum() > 0);
    bar->setValue(3);
    for (int i = 0; i < 3; ++i) {
        bench.read(1000 + i, 1, 5, 1, "more\n");
        QVERIFY(bench.cursor.advance());
    }
    QCOMPARE(bar->value(), 3);
    EventLog other; // another run at the same moment is another past
    for (EventIndex i = 0; i < bench.log.size(); ++i)
        other.append({ 0, Pid { 10 }, Tid { 10 }, ThreadStarted {} });
    const EventIndex moment = bench.cursor.moment();
    bench.cursor.setLog(&other);
    while (bench.cursor.advance()) { }
    bench.cursor.goTo(moment);
    QVERIFY(textOf(panel).isEmpty());
}

void ConsoleTest::ofALongPastTheNewestIsShownAndTheRestCounted()
{
    Bench bench;
    launchAChild(bench);
    bench.read(0, 1, 5, 1, std::string(1000, 'a')); // of the first run, not to be counted
    bench.add(0, 0, UserAction { "run", {}, {} });
    const std::string line = std::string(999, 'x') + '\n';
    for (int i = 0; i < 500; ++i)
        bench.read(i, 1, 5, 1, line);
    RecordedEnds ends;
    ends.take(bench.log, bench.log.size() - 100);
    ends.take(bench.log, bench.log.size());
    for (const EventIndex moment : { bench.log.size(), bench.log.size() - 100 }) {
        const Transcript shown = ends.at(bench.log, moment, false, {});
        const std::uint64_t all = moment == bench.log.size() ? 500'000 : 400'000;
        QCOMPARE(bytesIn(shown) + shown.droppedBytes(), all);
        QVERIFY(bytesIn(shown) >= 64U * 1024 && bytesIn(shown) < 70'000);
    }
    const Transcript few = ends.at(bench.log, bench.log.size() - 498, false, {});
    QCOMPARE(few.droppedBytes(), 0U);
    QCOMPARE(bytesIn(few), 2000U);
    QCOMPARE(ends.at(bench.log, 0, false, {}).lines().size(), 0U);
}

void ConsoleTest::looksRight()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    test::rendered(panel, bench.look, { 800, 260 }, QStringLiteral("console-empty"));
    panel.setAvailable({ QStringLiteral("child") }, true);
    panel.arrived({}, 1, "Fri Nov 20 21:10:02 2026\nspam\n");
    panel.arrived({}, 2, "writer.py: warning: \x1b[31mslow\x1b[0m\n");
    panel.arrived({}, 1, QByteArray("tab\there, nul\0 and \xff\n", 21));
    QTest::keyClicks(panel.findChild<QLineEdit*>(), QStringLiteral("hello"));
    QTest::keyClick(panel.findChild<QLineEdit*>(), Qt::Key_Return);
    panel.arrived({}, 1, "hello\n");
    panel.endReached({});
    QTRY_VERIFY(textOf(panel).contains(QStringLiteral("end of file")));
    test::renderAll(panel, bench.look, { 800, 260 }, "console");
}

void ConsoleTest::notesFollowTheLanguage()
{
    Bench bench;
    ConsolePanel panel(bench.context());
    panel.show();
    panel.arrived({}, 1, "hello\n");
    panel.endReached({});
    QTRY_VERIFY(textOf(panel).contains(QStringLiteral("end of file")));
    QVERIFY(!textOf(panel).contains(u'~'));
    {
        const test::Marked another;
        QTRY_VERIFY2(
            textOf(panel).contains(QStringLiteral("~end of file")), qPrintable(textOf(panel)));
        QCOMPARE(textOf(panel).count(QStringLiteral("hello")), 1);
    }
    QTRY_VERIFY(!textOf(panel).contains(u'~'));
}

void ConsoleTest::whatIsDoneInThePastIsSaidToBeDoneNow()
{
    Bench bench;
    launchAChild(bench);
    bench.written(kSecond, 10, 1, 1, "one\n");
    bench.takeAll();
    ConsolePanel panel(bench.context());
    panel.setAvailable({ QStringLiteral("child") }, true);
    panel.show();
    QTRY_VERIFY(panel.isVisible());
    const auto* const line = panel.findChild<QLineEdit*>();
    const auto* const close = panel.findChild<QPushButton*>(QStringLiteral("close"));
    QVERIFY(line->placeholderText().startsWith(QStringLiteral("Type")));
    bench.cursor.goTo(2);
    QTRY_VERIFY(line->placeholderText().contains(QStringLiteral("now, not at the moment shown")));
    QVERIFY(close->toolTip().contains(QStringLiteral("now, not at the moment shown")));
    bench.cursor.goLive();
    QTRY_VERIFY(line->placeholderText().startsWith(QStringLiteral("Type")));
}

QTEST_MAIN(ConsoleTest)
#include "console_test.moc"
