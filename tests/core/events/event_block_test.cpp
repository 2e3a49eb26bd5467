// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/event_json.h"
#include "tests/core/support/described.h"
#include "tests/core/support/random_events.h"

#include <QtTest>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <vector>

using namespace ipclab;

namespace {

constexpr std::string_view kEvent = R"({"t":1.5,"event":"thread_started","pid":3})";

std::vector<std::string_view> linesOf(std::string_view block)
{
    std::vector<std::string_view> lines;
    for (;;) {
        const std::size_t end = std::min(block.find('\n'), block.size());
        lines.push_back(block.substr(0, end));
        if (end == block.size())
            return lines;
        block.remove_prefix(end + 1);
    }
}

std::string said(const Result<Event>& event)
{
    if (event)
        return test::described(*event).toStdString();
    return "not: " + event.error().step + ' ' + event.error().subject;
}

} // namespace

// Lines that are parsed as one block are read as each of them alone, whatever they are.
class EventBlockTest : public QObject {
    Q_OBJECT

private slots:
    void linesOfABlockAreReadAsAloneWhateverTheyAre_data();
    void linesOfABlockAreReadAsAloneWhateverTheyAre();
    void damagedBlocksAreReadAsTheirLinesAlone();
    void whoReadsOtherLinesThanExpectedReadsThem();

private:
    // How many of them are events.
    int compare(std::string block)
    {
        const std::size_t size = block.size();
        block.append(EventReader::kPadding, '"'); // whatever is there
        const std::string_view whole(block.data(), size);
        m_block.expect(whole);
        int events = 0;
        for (const std::string_view line : linesOf(whole)) {
            const std::string together = said(m_block.readPadded(line));
            const Result<Event> alone = m_alone.read(line);
            events += alone.ok() ? 1 : 0;
            if (together != said(alone))
                QTest::qFail(block.c_str(), __FILE__, __LINE__);
        }
        return events;
    }
    EventReader m_block;
    EventReader m_alone;
};

void EventBlockTest::linesOfABlockAreReadAsAloneWhateverTheyAre_data()
{
    QTest::addColumn<QByteArray>("middle");
    QTest::addColumn<int>("events"); // of five lines as they should be, and these
    const QByteArray event(kEvent.data(), static_cast<qsizetype>(kEvent.size()));
    const auto row = [](const char* what, const QByteArray& middle, int events) {
        QTest::newRow(what) << middle << events;
    };
    row("as it should be", event, 6);
    row("two on a line", event + event, 5);
    row("two on a line, apart", event + ' ' + event, 5);
    row("one on two lines", QByteArray(event).replace(",\"event", ",\n\"event"), 5);
    row("a newline in a text",
        R"({"t":1,"event":"user_action","what":")"
        "\n\"}",
        5);
    row("an empty line", "", 5);
    row("blanks", "  \t ", 5);
    row("blanks around", "  " + event + "\t", 6);
    row("a carriage return", event + '\r', 6);
    row("a comma behind", event + ',', 5);
    row("a brace behind", event + '}', 5);
    row("a brace before", '{' + event, 5);
    row("an open text", event + '"', 5);
    row("an open text before", '"' + event, 5);
    row("cut", event.chopped(1), 5);
    row("cut in a text", event.left(20), 5);
    row("a list", '[' + event + ']', 5);
    row("a number", "7", 5);
    row("a text", "\"{}\"", 5);
    row("half a letter",
        R"({"t":1,"event":"user_action","what":")"
        "\xC3\"}",
        5);
    row("a zero byte", event + QByteArray(1, '\0'), 5);
    row("backslashes", event + "\\\\\\", 5);
    row("a mark of byte order", "\xEF\xBB\xBF" + event, 5);
}

void EventBlockTest::linesOfABlockAreReadAsAloneWhateverTheyAre()
{
    QFETCH(QByteArray, middle);
    QFETCH(int, events);
    const std::string line(kEvent);
    const std::string other = middle.toStdString();
    const std::string two = line + '\n' + line;
    for (const std::string& end : { std::string(), std::string("\n") }) {
        const std::string behind = '\n' + line;
        QCOMPARE(compare(two + '\n' + other + '\n' + two + behind + end), events);
        QCOMPARE(compare(other + '\n' + two + '\n' + two + behind + end), events);
        QCOMPARE(compare(two + '\n' + two + behind + '\n' + other + end), events);
    }
}

void EventBlockTest::damagedBlocksAreReadAsTheirLinesAlone()
{
    constexpr std::string_view kBytes
        = "0123456789-+.eE\"\\/[]{}:, \nntrubf\x01\x1F\x7F\x80\xC3\xA9";
    test::RandomEvents random(7, test::RandomEvents::Range::Narrow);
    std::mt19937 dice(8);
    int read = 0;
    for (int i = 0; i < 20'000 && !QTest::currentTestFailed(); ++i) {
        std::string block;
        for (EventIndex line = 0; line < 8; ++line, random.forget())
            block += (line > 0 ? "\n" : "") + toJsonLine(line, random.next());
        for (auto times = dice() % 3; times > 0; --times) {
            const std::size_t place = dice() % block.size();
            const char byte = kBytes[dice() % kBytes.size()];
            if (dice() % 3 == 0)
                block[place] = byte;
            else if (dice() % 2 == 0)
                block.insert(place, 1, byte);
            else
                block.erase(place, 1 + dice() % 30);
        }
        read += compare(block);
    }
    QVERIFY2(read > 100'000, qPrintable(QString::number(read)));
}

void EventBlockTest::whoReadsOtherLinesThanExpectedReadsThem()
{
    std::string block = std::string(kEvent) + '\n' + std::string(kEvent);
    const std::size_t size = block.size();
    block.append(EventReader::kPadding, ' ');
    m_block.expect({ block.data(), size });
    const std::string_view second = linesOf({ block.data(), size })[1];
    QVERIFY(m_block.readPadded(second).ok());
    QVERIFY(m_block.read(kEvent).ok());
    QVERIFY(!m_block.read("{}").ok());
    m_block.expect({});
    QVERIFY(m_block.readPadded(second).ok());
}

QTEST_GUILESS_MAIN(EventBlockTest)
#include "event_block_test.moc"
