// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/line_reader.h"
#include "ipc-core/log/lines_ahead.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

#include <limits>
#include <string_view>
#include <utility>
#include <vector>

using namespace ipclab;

namespace {

constexpr std::uint64_t kAll = std::numeric_limits<std::uint64_t>::max();

QByteArray bytes(std::string_view line)
{
    return { line.data(), static_cast<qsizetype>(line.size()) };
}

} // namespace

class LineReaderTest : public QObject {
    Q_OBJECT

private slots:
    void init() { QVERIFY(m_folder.isValid()); }

    void linesAreThoseOfTheFile_data();
    void linesAreThoseOfTheFile();
    void theLongestLineIsWholeAndOneMoreByteIsTooMuch();
    void aLineThatIsTooLongIsPassedOverAPortionAtATime();
    void behindALineThereIsRoomToRead();
    void nothingIsReadBeyondTheBound();
    void aFileThatGrowsEndsWhereItEnded();
    void aFileThatShrinksEndsEarlier();
    void theLinesOfABlockStayWhileTheNextIsRead();
    void readAheadTheyAreTheSameLines();
    void readingAheadCanBeGivenUp();

private:
    std::string write(const QByteArray& content, QIODevice::OpenMode mode = QIODevice::Truncate)
    {
        QFile file(m_folder.filePath(QStringLiteral("lines")));
        if (!file.open(QIODevice::WriteOnly | mode) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
        return file.fileName().toStdString();
    }
    static QByteArrayList rest(LineReader& reader)
    {
        QByteArrayList lines;
        while (const auto line = reader.next())
            lines += bytes(*line);
        return lines;
    }
    // Several blocks of a file, each line another.
    static QByteArrayList manyLines()
    {
        QByteArrayList lines;
        for (int i = 0; i < 30'000; ++i)
            lines += QByteArray::number(i).repeated(1 + i % 40);
        return lines;
    }
    QTemporaryDir m_folder;
};

void LineReaderTest::linesAreThoseOfTheFile_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("empty") << QByteArray() << QByteArrayList();
    QTest::newRow("one") << QByteArray("a\n") << QByteArrayList { "a" };
    QTest::newRow("not ended") << QByteArray("a\nb") << QByteArrayList { "a", "b" };
    QTest::newRow("empty ones") << QByteArray("\n\na\n\n") << QByteArrayList { "", "", "a", "" };
    // Longer than a block that is read at once, so that lines begin in one and end in another.
    QByteArray many;
    QByteArrayList lines;
    for (int i = 0; i < 50'000; ++i) {
        lines += QByteArray::number(i) + QByteArray(i % 97, 'x');
        many += lines.back() + '\n';
    }
    QTest::newRow("many") << many << lines;
}

void LineReaderTest::linesAreThoseOfTheFile()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArrayList, lines);
    Result<LineReader> reader = LineReader::open(write(content), kAll);
    QVERIFY(reader.ok());
    QCOMPARE(rest(*reader), lines);
    QVERIFY(!reader->next());
    QCOMPARE(reader->error(), 0);
    QCOMPARE(reader->taken(), static_cast<std::uint64_t>(content.size()));
    QCOMPARE(reader->size(), static_cast<std::uint64_t>(content.size()));
}

void LineReaderTest::theLongestLineIsWholeAndOneMoreByteIsTooMuch()
{
    const auto most = static_cast<qsizetype>(LineReader::kLongestLine);
    const QByteArray longest(most, 'l');
    for (const char* const end : { "\nz", "\nz\n" }) {
        Result<LineReader> reader = LineReader::open(
            write("a\n" + longest + "\nb\n" + longest + "x\nc\n" + QByteArray(3 * most, 'y') + end),
            kAll);
        QVERIFY(reader.ok());
        QVERIFY(rest(*reader) == (QByteArrayList { "a", longest, "b", "", "c", "", "z" }));
    }
    // Cut within such a line.
    Result<LineReader> reader = LineReader::open(write("a\n" + QByteArray(3 * most, 'y')), kAll);
    QVERIFY(reader.ok());
    QCOMPARE(rest(*reader), (QByteArrayList { "a", "" }));
}

void LineReaderTest::aLineThatIsTooLongIsPassedOverAPortionAtATime()
{
    constexpr std::uint64_t kLong = std::uint64_t { 20 } * LineReader::kLongestLine;
    Result<LineReader> reader = LineReader::open(
        write("a\n" + QByteArray(static_cast<qsizetype>(kLong), 'y') + "\nb\n"), kAll);
    QVERIFY(reader.ok());
    QByteArrayList lines;
    std::vector<std::string_view> some;
    while (!reader->atEnd()) {
        const std::uint64_t before = reader->taken();
        reader->next(some);
        QVERIFY(reader->taken() - before < 3 * LineReader::kLongestLine);
        for (const std::string_view line : some)
            lines += bytes(line);
    }
    QCOMPARE(lines, (QByteArrayList { "a", "", "b" }));
}

void LineReaderTest::behindALineThereIsRoomToRead()
{
    // The last line of a full buffer; under AddressSanitizer this would be seen.
    const QByteArray longest(static_cast<qsizetype>(LineReader::kLongestLine), 'l');
    Result<LineReader> reader = LineReader::open(write(longest), kAll);
    QVERIFY(reader.ok());
    const auto line = reader->next();
    QVERIFY(line.has_value());
    const volatile char* const behind = line->data() + line->size();
    int sum = 0;
    for (std::size_t i = 0; i < LineReader::kPadding; ++i)
        sum += behind[i];
    QCOMPARE(sum, 0);
}

void LineReaderTest::nothingIsReadBeyondTheBound()
{
    const QByteArray line(999, 'l');
    QByteArray content;
    for (int i = 0; i < 2000; ++i)
        content += line + '\n';
    Result<LineReader> reader = LineReader::open(write(content), 1'500'500);
    QVERIFY(reader.ok());
    const QByteArrayList lines = rest(*reader);
    QCOMPARE(lines.size(), 1501);
    QCOMPARE(lines.back().size(), 500);
    QCOMPARE(reader->taken(), std::uint64_t { 1'500'500 });
    QCOMPARE(reader->size(), std::uint64_t { 2'000'000 });

    // As large as the system allows, and nothing in it.
    QVERIFY(QFile::resize(m_folder.filePath(QStringLiteral("lines")), qint64 { 1 } << 42));
    Result<LineReader> sparse
        = LineReader::open(m_folder.filePath(QStringLiteral("lines")).toStdString(), 10 << 20);
    QVERIFY(sparse.ok());
    QCOMPARE(rest(*sparse).size(), 2001);
}

void LineReaderTest::aFileThatGrowsEndsWhereItEnded()
{
    const QByteArray line(999, 'l');
    QByteArray content;
    for (int i = 0; i < 1000; ++i)
        content += line + '\n';
    Result<LineReader> reader = LineReader::open(write(content), kAll);
    QVERIFY(reader.ok());
    qsizetype count = 0;
    while (reader->next()) {
        ++count;
        write(line + '\n', QIODevice::Append);
    }
    QCOMPARE(count, 1000);
}

void LineReaderTest::aFileThatShrinksEndsEarlier()
{
    const QByteArray line(999, 'l');
    QByteArray content;
    for (int i = 0; i < 1000; ++i)
        content += line + '\n';
    Result<LineReader> reader = LineReader::open(write(content), kAll);
    QVERIFY(reader.ok());
    QVERIFY(reader->next());
    QVERIFY(QFile::resize(m_folder.filePath(QStringLiteral("lines")), 800'500));
    QCOMPARE(rest(*reader).size(), 800); // the last one is cut
    QCOMPARE(reader->error(), 0);
}

void LineReaderTest::theLinesOfABlockStayWhileTheNextIsRead()
{
    const QByteArrayList all = manyLines();
    Result<LineReader> reader = LineReader::open(write(all.join('\n')), kAll);
    QVERIFY(reader.ok());
    QByteArrayList lines;
    std::vector<std::string_view> before;
    std::vector<std::string_view> some;
    int blocks = 0;
    do {
        std::swap(before, some);
        reader->next(some);
        ++blocks;
        for (const std::string_view line : before)
            lines += bytes(line);
    } while (!reader->atEnd());
    QVERIFY(blocks > 3);
    QCOMPARE(lines, all);
}

void LineReaderTest::readAheadTheyAreTheSameLines()
{
    const QByteArrayList all = manyLines();
    Result<LineReader> reader = LineReader::open(write(all.join('\n')), kAll);
    QVERIFY(reader.ok());
    const std::uint64_t size = reader->size();
    LinesAhead ahead(std::move(*reader));
    QByteArrayList lines;
    std::uint64_t taken = 0;
    for (bool atEnd = false; !atEnd;) {
        const LinesAhead::Block& block = ahead.next();
        QCOMPARE(block.error, 0);
        QVERIFY(block.taken >= taken);
        taken = block.taken;
        atEnd = block.atEnd;
        for (const std::string_view line : block.lines)
            lines += bytes(line);
    }
    QCOMPARE(lines, all);
    QCOMPARE(taken, size);
    QVERIFY(ahead.next().lines.empty());
    QVERIFY(ahead.next().atEnd);
}

void LineReaderTest::readingAheadCanBeGivenUp()
{
    const std::string path = write(manyLines().join('\n'));
    for (int asked = 0; asked < 4; ++asked) {
        Result<LineReader> reader = LineReader::open(path, kAll);
        QVERIFY(reader.ok());
        LinesAhead ahead(std::move(*reader));
        for (int i = 0; i < asked; ++i)
            QVERIFY(!ahead.next().lines.empty());
    }
}

QTEST_GUILESS_MAIN(LineReaderTest)
#include "line_reader_test.moc"
