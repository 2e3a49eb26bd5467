// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/event_json.h"
#include "ipc-core/events/own_line.h"
#include "tests/core/support/described.h"
#include "tests/core/support/random_events.h"

#include <QtTest>

#include <random>
#include <string>

using namespace ipclab;

// The short way reads what the parser reads, or leaves it to the parser.
class OwnLineTest : public QObject {
    Q_OBJECT

private slots:
    void whatWeWriteIsReadTheShortWay();
    void whatWeWriteIsReadAsTheParserReadsIt();
    void damagedLinesAreReadAsTheParserReadsThem();
    void whatIsOutOfTheOrdinaryIsLeftToTheParser_data();
    void whatIsOutOfTheOrdinaryIsLeftToTheParser();
    void nothingBehindTheLineIsRead();

private:
    std::optional<Event> own(std::string line)
    {
        m_line = std::move(line);
        const std::size_t size = m_line.size();
        m_line.append(OwnLine::kPadding, '"'); // whatever is there
        return m_own.read({ m_line.data(), size });
    }
    // The blank makes it none of ours.
    Result<Event> parsed(const std::string& line) { return m_reader.read(' ' + line); }
    void compare(const std::string& line)
    {
        const std::optional<Event> event = own(line);
        if (!event)
            return;
        ++m_read;
        const Result<Event> same = parsed(line);
        QVERIFY2(same.ok(), line.c_str());
        QVERIFY2(test::described(*event) == test::described(*same), line.c_str());
    }
    std::string m_line;
    OwnLine m_own;
    EventReader m_reader;
    int m_read = 0;
};

void OwnLineTest::whatWeWriteIsReadTheShortWay()
{
    test::RandomEvents random(5, test::RandomEvents::Range::Narrow);
    int read = 0;
    for (EventIndex i = 0; i < 20'000; ++i, random.forget())
        read += own(toJsonLine(i, random.next())).has_value() ? 1 : 0;
    QVERIFY2(read > 19'000, qPrintable(QString::number(read)));
}

void OwnLineTest::whatWeWriteIsReadAsTheParserReadsIt()
{
    for (const auto range :
        { test::RandomEvents::Range::Wide, test::RandomEvents::Range::Narrow }) {
        test::RandomEvents random(6, range);
        for (EventIndex i = 0; i < 20'000; ++i, random.forget())
            compare(toJsonLine(i * i * i, random.next()));
    }
    QVERIFY2(m_read > 20'000, qPrintable(QString::number(m_read)));
}

void OwnLineTest::damagedLinesAreReadAsTheParserReadsThem()
{
    constexpr std::string_view kBytes
        = "0123456789-+.eE\"\\/[]{}:, \nntrubf\x01\x1F\x7F\x80\xC3\xA9";
    test::RandomEvents random(7, test::RandomEvents::Range::Narrow);
    std::mt19937 dice(8);
    m_read = 0;
    for (EventIndex i = 0; i < 200'000; ++i, random.forget()) {
        std::string line = toJsonLine(i % 11, random.next());
        const std::size_t place = dice() % line.size();
        switch (dice() % 4) {
        case 0:
            line[place] = kBytes[dice() % kBytes.size()];
            break;
        case 1:
            line.insert(place, 1, kBytes[dice() % kBytes.size()]);
            break;
        case 2:
            line.erase(place, 1 + dice() % 3);
            break;
        default:
            line.insert(place, line.substr(place, dice() % 40));
        }
        compare(line);
        if (QTest::currentTestFailed())
            return;
    }
    QVERIFY2(m_read > 10'000, qPrintable(QString::number(m_read))); // they say another event
}

void OwnLineTest::whatIsOutOfTheOrdinaryIsLeftToTheParser_data()
{
    QTest::addColumn<QByteArray>("rest");
    const auto row
        = [](const char* what, const char* rest) { QTest::newRow(what) << QByteArray(rest); };
    row("another order", R"("t":1.000000000,"tid":1,"pid":1,"event":"thread_started"})");
    row("twice", R"("t":1.000000000,"pid":1,"tid":1,"event":"descriptor_closed","fd":1,"fd":2})");
    row("new field", R"("t":1.000000000,"event":"thread_started","new":1})");
    row("a space", R"("t":1.000000000, "event":"thread_started"})");
    row("few decimals", R"("t":1.5,"event":"thread_started"})");
    row("many decimals", R"("t":1.0000000001,"event":"thread_started"})");
    row("a long time", R"("t":3000000.000000001,"event":"thread_started"})");
    row("too large", R"("t":1.000000000,"pid":2147483648,"event":"thread_started"})");
    row("zeros", R"("t":1.000000000,"pid":01,"event":"thread_started"})");
    row("unknown event", R"("t":1.000000000,"event":"thread_startee"})");
    row("half a letter", "\"t\":1.000000000,\"event\":\"user_action\",\"what\":\"\xC3\"}");
    row("a raw newline", "\"t\":1.000000000,\"event\":\"user_action\",\"what\":\"\n\"}");
    row("beyond Latin", R"("t":1.000000000,"event":"user_action","what":"\u00e9"})");
    row("more behind", R"("t":1.000000000,"event":"thread_started"}})");
    row("cut", R"("t":1.000000000,"event":"thread_started")");
}

void OwnLineTest::whatIsOutOfTheOrdinaryIsLeftToTheParser()
{
    QFETCH(QByteArray, rest);
    QVERIFY(!own("{\"i\":1," + rest.toStdString()).has_value());
}

// A line that is cut anywhere, with what it had behind it, is not read beyond the cut.
void OwnLineTest::nothingBehindTheLineIsRead()
{
    test::RandomEvents random(9, test::RandomEvents::Range::Narrow);
    for (EventIndex i = 0; i < 2000; ++i, random.forget()) {
        std::string line = toJsonLine(i, random.next());
        const std::size_t whole = line.size();
        line.append(OwnLine::kPadding, ' ');
        for (std::size_t size = 0; size < whole; ++size)
            QVERIFY2(!m_own.read({ line.data(), size }), line.c_str());
    }
}

QTEST_GUILESS_MAIN(OwnLineTest)
#include "own_line_test.moc"
