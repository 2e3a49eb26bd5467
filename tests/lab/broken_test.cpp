// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/small_lab.h"
#include "views/common/lab_wording.h"

#include <QDir>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// "=== guide.en.md" and what follows takes the place of that file of the small lab.
std::map<std::string, std::string> withParts(const QByteArray& content)
{
    auto files = smallLab();
    std::string* part = nullptr;
    for (qsizetype at = 0; at < content.size();) {
        const qsizetype newline = content.indexOf('\n', at);
        const qsizetype end = newline < 0 ? content.size() : newline + 1;
        const QByteArray line = content.mid(at, end - at);
        at = end;
        if (line.startsWith("=== ")) {
            part = &files[line.mid(4).trimmed().toStdString()];
            part->clear();
        } else if (part) {
            part->append(line.constData(), static_cast<std::size_t>(line.size()));
        }
    }
    return files;
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// Labs with one fault each, in tests/lab/broken; what has to be said of them is in expected.txt:
// "NAME: how the first sentence begins", which is "loads" for those that are right. The fuzzer
// begins with them.
class BrokenTest : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrongIsSaid_data();
    void whatIsWrongIsSaid();
};

void BrokenTest::whatIsWrongIsSaid_data()
{
    QTest::addColumn<QString>("expected");
    std::map<QString, QString> expected;
    const QString all = QString::fromUtf8(contentOf(QStringLiteral(BROKEN_FOLDER "/expected.txt")));
    for (const QString& line : all.split(u'\n', Qt::SkipEmptyParts))
        expected[line.section(QStringLiteral(": "), 0, 0)] = line.section(QStringLiteral(": "), 1);
    const QStringList files = QDir(QStringLiteral(BROKEN_FOLDER))
                                  .entryList({ QStringLiteral("*.lab") }, QDir::Files, QDir::Name);
    QCOMPARE(static_cast<std::size_t>(files.size()), expected.size());
    for (const QString& file : files)
        QTest::newRow(qPrintable(file.chopped(4))) << expected[file.chopped(4)];
}

void BrokenTest::whatIsWrongIsSaid()
{
    QFETCH(QString, expected);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    const QTemporaryDir folder;
    writeFiles(folder, withParts(contentOf(QStringLiteral(BROKEN_FOLDER "/%1.lab").arg(name))));
    const LoadResult result = loadLab(folder.path().toStdString());
    const auto* const problems = std::get_if<Problems>(&result);
    const QString said = problems ? problemSentence(problems->front()) : QStringLiteral("loads");
    QVERIFY2(!expected.isEmpty() && said.startsWith(expected), qPrintable(said));
}

QTEST_GUILESS_MAIN(BrokenTest)
#include "broken_test.moc"
