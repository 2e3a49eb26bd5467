// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/event_json.h"
#include "ipc-core/events/json_text.h"
#include "tests/core/support/described.h"
#include "tests/core/support/random_events.h"

#include <QtTest>

#include <random>

using namespace ipclab;
using namespace std::string_view_literals;

namespace {

Event written(std::string_view bytes)
{
    BytesWritten body;
    body.fd = 1;
    body.count = bytes.size();
    body.bytes = { bytes };
    return { 0, Pid { 100 }, Tid { 100 }, body };
}

} // namespace

// What is written is read back, whatever it is.
class EventRoundTripTest : public QObject {
    Q_OBJECT

private slots:
    void bytesComeBackAsTheyWere_data();
    void bytesComeBackAsTheyWere();
    void everyByteComesBack();
    void theLengthOfAJsonStringIsKnownBefore();
    void base64ComesBackAtEveryLength();
    void base64ThatIsNoneIsRefused();
    void aNameThatIsNotUtf8IsReadable();
    void anIdentifierOfZeroIsNotTheSameAsNone();
    void tenThousandRandomEventsComeBackEqual();
    void mutatedLinesNeverCrashTheReader();
};

void EventRoundTripTest::bytesComeBackAsTheyWere_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArray>("key");
    const auto row = [](const char* name, std::string_view bytes, const char* key) {
        QTest::newRow(name) << QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size()))
                            << QByteArray(key);
    };
    row("text", "hello\n", "text");
    row("quotes and backslashes", "\"\\/\"", "text");
    row("control characters", "\x01\b\t\n\f\r\x1b[0m\x7f", "text");
    row("a NUL", "a\0b"sv, "text");
    static const std::string zeros(4096, '\0');
    static const std::string colours = [] {
        std::string all;
        for (int i = 0; i < 200; ++i)
            all += "\x1b[3" + std::to_string(i % 8) + "mword ";
        return all;
    }();
    row("many zeros", zeros, "base64");
    row("a few zeros", std::string_view(zeros).substr(0, 20), "text");
    row("words in colour", colours, "text");
    row("two, three and four bytes a character", "é€🂡", "text");
    row("the highest character", "\xF4\x8F\xBF\xBF", "text");
    row("above the highest character", "\xF4\x90\x80\x80", "base64");
    row("the last before the surrogates", "\xED\x9F\xBF", "text");
    row("a surrogate", "\xED\xA0\x80", "base64");
    row("an overlong NUL", "\xC0\x80", "base64");
    row("an overlong slash", "\xE0\x80\xAF", "base64");
    row("an overlong four", "\xF0\x80\x80\xAF", "base64");
    row("a character cut short", "caf\xC3", "base64");
    row("a continuation without a start", "\x80", "base64");
    row("a start without a continuation", "\xC3(", "base64");
    row("never a byte of UTF-8", "\xFF\xFE", "base64");
}

void EventRoundTripTest::bytesComeBackAsTheyWere()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArray, key);
    const Event event = written({ bytes.data(), static_cast<std::size_t>(bytes.size()) });
    const std::string line = toJsonLine(0, event);
    QVERIFY(isUtf8(line));
    QCOMPARE(QByteArray::fromStdString(line).contains("\"" + key + "\":"), true);
    EventReader reader;
    const Result<Event> read = reader.read(line);
    QVERIFY(read.ok());
    QCOMPARE(test::described(*read), test::described(event));
}

void EventRoundTripTest::everyByteComesBack()
{
    std::string all;
    for (int byte = 0; byte < 256; ++byte) {
        all += static_cast<char>(byte);
        const std::string one(1, static_cast<char>(byte));
        EventReader reader;
        const Result<Event> read = reader.read(toJsonLine(0, written(one)));
        QVERIFY(read.ok());
        QCOMPARE(test::described(*read), test::described(written(one)));
    }
    EventReader reader;
    const Result<Event> read = reader.read(toJsonLine(0, written(all)));
    QVERIFY(read.ok());
    QCOMPARE(test::described(*read), test::described(written(all)));
}

void EventRoundTripTest::theLengthOfAJsonStringIsKnownBefore()
{
    std::string text;
    for (int code = 0; code < 0x80; ++code) {
        text += static_cast<char>(code);
        text += "é";
        std::string written;
        appendJsonString(written, text);
        QCOMPARE(jsonLength(text), written.size());
    }
}

void EventRoundTripTest::base64ComesBackAtEveryLength()
{
    std::string encoded;
    appendBase64(encoded, "\xFF\xFE\xFD\xFC"); // the example has both characters beyond digits
    QCOMPARE(encoded, std::string("//79/A=="));
    std::string bytes;
    for (int length = 0; length < 100; ++length) {
        encoded.clear();
        appendBase64(encoded, bytes);
        QCOMPARE(fromBase64(encoded).value_or("none"), bytes);
        bytes += static_cast<char>(255 - 7 * length);
    }
}

void EventRoundTripTest::base64ThatIsNoneIsRefused()
{
    for (const std::string_view text : { "A"sv, "AB=C"sv, "===="sv, "AB\n="sv, "AB==AB=="sv,
             "A==="sv, "AB$="sv, "\xFF\xFF\xFF\xFF"sv })
        QVERIFY2(!fromBase64(text), text.data());
    QCOMPARE(fromBase64("").value_or("none"), std::string());
}

void EventRoundTripTest::aNameThatIsNotUtf8IsReadable()
{
    const Event event { 0, Pid { 1 }, Tid { 1 }, ProgramExecuted { "/tmp/\xFF", { "a\xFF\0"sv } } };
    EventReader reader;
    const Result<Event> read = reader.read(toJsonLine(0, event));
    QVERIFY(read.ok());
    const auto& body = std::get<ProgramExecuted>(read->body);
    QCOMPARE(std::string(body.path), std::string("/tmp/\xEF\xBF\xBD"));
    QCOMPARE(std::string(body.argv.joined), std::string("a\xEF\xBF\xBD\0"sv));
}

void EventRoundTripTest::anIdentifierOfZeroIsNotTheSameAsNone()
{
    CallEntered waits;
    waits.call = Call::Wait4;
    waits.child = Pid { 0 }; // any child of the own process group, waitpid(2)
    EventReader reader;
    const Result<Event> read = reader.read(toJsonLine(0, { 0, Pid { 1 }, Tid { 1 }, waits }));
    QVERIFY(read.ok());
    QCOMPARE(std::get<CallEntered>(read->body).child, std::optional(Pid { 0 }));
}

void EventRoundTripTest::tenThousandRandomEventsComeBackEqual()
{
    test::RandomEvents events(20260101, test::RandomEvents::Range::Wide);
    EventReader reader;
    for (EventIndex i = 0; i < 10'000; ++i) {
        const Event event = events.next();
        const std::string line = toJsonLine(i, event);
        const Result<Event> read = reader.read(line);
        QVERIFY2(read.ok(), line.c_str());
        QCOMPARE(test::described(*read), test::described(event));
        events.forget();
    }
}

void EventRoundTripTest::mutatedLinesNeverCrashTheReader()
{
    test::RandomEvents events(4711, test::RandomEvents::Range::Wide);
    std::mt19937 random(4711);
    const auto below = [&](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    constexpr std::string_view kPieces[] { "\"", "{", "}", "[", "]", ",", ":", "\\", "\\u", "-",
        "9", "1e999", "null", "true", "\"fd\":", "\"text\":", "\0"sv, "\xFF", "[[[[[[[[" };
    EventReader reader;
    int good = 0;
    int bad = 0;
    for (int i = 0; i < 20'000; ++i) {
        std::string line = toJsonLine(0, events.next());
        events.forget();
        for (std::size_t changes = 1 + below(4); changes > 0 && !line.empty(); --changes) {
            const std::size_t at = below(line.size());
            const std::size_t length = below(6);
            line.replace(at, length, kPieces[below(std::size(kPieces))]);
        }
        const Result<Event> read = reader.read(line);
        if (read) {
            (void)toJsonLine(0, *read);
            ++good;
        } else {
            QVERIFY(!read.error().step.empty());
            ++bad;
        }
    }
    QVERIFY(good > 100); // the mutations are not all of one sort
    QVERIFY(bad > 10'000);
}

QTEST_GUILESS_MAIN(EventRoundTripTest)
#include "event_round_trip_test.moc"
