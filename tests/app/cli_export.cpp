// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QDir>
#include <QFile>
#include <QtTest>

using namespace ipclab::test;

namespace {

QString session()
{
    return QStringLiteral(IPCLAB_SESSIONS "/endless-dialog.jsonl");
}

QStringList toFormat(const char* format, const QString& from = session())
{
    return { QStringLiteral("export"), from, QStringLiteral("--to"), QString::fromLatin1(format) };
}

} // namespace

class CliExport : public QObject {
    Q_OBJECT

private slots:
    void whatIsExportedGoesToStdoutOrToAFile_data();
    void whatIsExportedGoesToStdoutOrToAFile();
    void channelsAreNamedInTheLanguage();
    void aReportNeedsNoDisplay();
    void aWrongCommandLineExitsWith2_data();
    void aWrongCommandLineExitsWith2();
    void aTerminalIsRefused();
    void whatCannotBeReadIsSaid();
    void damagedLinesAreCounted();
    void aFileThatCannotBeFinishedIsNotLeftBehind();
    void aDeviceStaysADevice();
};

void CliExport::whatIsExportedGoesToStdoutOrToAFile_data()
{
    QTest::addColumn<QByteArray>("format");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("perfetto") << QByteArray("perfetto") << QByteArray("\x0a");
    QTest::newRow("pcapng") << QByteArray("pcapng") << QByteArray("\x0a\x0d\x0d\x0a");
}

void CliExport::whatIsExportedGoesToStdoutOrToAFile()
{
    QFETCH(QByteArray, format);
    QFETCH(QByteArray, begin);
    const Place place;
    const Ran ran = place.ipclab(toFormat(format.constData()));
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QByteArray());
    QVERIFY(ran.out.startsWith(begin) && ran.out.size() > 500);
    const QString file = place.file(QStringLiteral("out"));
    const Ran again = place.ipclab(toFormat(format.constData()) << QStringLiteral("-o") << file);
    QCOMPARE(again.code, 0);
    QCOMPARE(again.out + again.err, QByteArray());
    QCOMPARE(contentOf(file), ran.out);
}

void CliExport::channelsAreNamedInTheLanguage()
{
    Place place;
    QVERIFY(place.ipclab(toFormat("perfetto")).out.contains("pipe A"));
    place.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("es_ES.UTF-8"));
    place.environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("es"));
    QVERIFY(place.ipclab(toFormat("perfetto")).out.contains("tubería A"));
}

void CliExport::aReportNeedsNoDisplay()
{
    Place place;
    for (const char* const display : { "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM" })
        place.environment.remove(QString::fromLatin1(display));
    const Ran ran = place.ipclab(toFormat("report"));
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QByteArray());
    QVERIFY(ran.out.startsWith("<!DOCTYPE html>") && ran.out.endsWith("</html>\n"));
    QVERIFY(ran.out.contains("data:image/png;base64,"));
    const QString file = place.file(QStringLiteral("report.html"));
    QCOMPARE(place.ipclab(toFormat("report") << QStringLiteral("-o") << file).code, 0);
    QVERIFY(contentOf(file).endsWith("</html>\n"));
    place.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("es_ES.UTF-8"));
    place.environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("es"));
    QVERIFY(place.ipclab(toFormat("report")).out.contains("Momentos"));
    QCOMPARE(place.ipclab(toFormat("report", QStringLiteral("/nowhere"))).code, 3);
    QCOMPARE(place.ipclab(toFormat("report", program())).code, 1);
    QCOMPARE(place.ipclab(toFormat("report") << QStringLiteral("more")).code, 2);
}

void CliExport::aWrongCommandLineExitsWith2_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::newRow("nothing") << QStringList { QStringLiteral("export") };
    QTest::newRow("no format") << toFormat("perfetto").mid(0, 2);
    QTest::newRow("unknown format") << toFormat("svg");
    QTest::newRow("two sessions") << (toFormat("perfetto") << session());
    QTest::newRow("unknown option") << (toFormat("perfetto") << QStringLiteral("--x"));
}

void CliExport::aWrongCommandLineExitsWith2()
{
    QFETCH(QStringList, words);
    const Place place;
    const Ran ran = place.ipclab(words);
    QCOMPARE(ran.code, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY(ran.err.contains("ipclab export SESSION"));
}

void CliExport::aTerminalIsRefused()
{
    const Place place;
    QProcess script; // script(1) gives the command a terminal, and us what it shows
    script.setProcessEnvironment(place.environment);
    script.start(QStringLiteral("script"),
        { QStringLiteral("-qec"),
            QStringLiteral("'%1' export '%2' --to pcapng").arg(program(), session()),
            QStringLiteral("/dev/null") });
    QVERIFY(script.waitForFinished());
    QCOMPARE(script.exitCode(), 2);
    QVERIFY(script.readAllStandardOutput().contains("not for a terminal"));
}

void CliExport::whatCannotBeReadIsSaid()
{
    const Place place;
    const Ran missing
        = place.ipclab(toFormat("perfetto", place.file(QStringLiteral("no\x1b[31m"))));
    QCOMPARE(missing.code, 3);
    QVERIFY(missing.err.contains("does not exist") && !missing.err.contains('\x1b'));
    QCOMPARE(place.ipclab(toFormat("perfetto", QStringLiteral("/"))).code, 3);
    const Ran other = place.ipclab(toFormat("perfetto", program()));
    QCOMPARE(other.code, 1);
    QVERIFY(!other.err.isEmpty());
    QCOMPARE(missing.out + other.out, QByteArray());
}

void CliExport::damagedLinesAreCounted()
{
    const Place place;
    const QString damaged = place.file(QStringLiteral("damaged.jsonl"));
    QFile file(damaged);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(contentOf(session()).replace("\"event\":\"program_executed\"", "\"event\":7"));
    file.close();
    const Ran ran = place.ipclab(toFormat("pcapng", damaged));
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.size() > 500);
    QVERIFY2(ran.err.contains("left out: 2, the first is line 7."), ran.err.constData());
}

void CliExport::aFileThatCannotBeFinishedIsNotLeftBehind()
{
    const Place place;
    const QString folder = place.file(QStringLiteral("out"));
    QVERIFY(QDir().mkpath(folder));
    QProcess shell; // where no file may be larger than a block
    shell.setProcessEnvironment(place.environment);
    shell.start(QStringLiteral("/bin/sh"),
        { QStringLiteral("-c"),
            QStringLiteral("trap '' XFSZ; ulimit -f 1; exec '%1' export '%2' --to perfetto -o '%3'")
                .arg(program(), session(), folder + QStringLiteral("/trace")) });
    QVERIFY(shell.waitForFinished());
    QCOMPARE(shell.exitCode(), 3);
    QVERIFY(shell.readAllStandardError().contains("Cannot write to"));
    QCOMPARE(QDir(folder).entryList(QDir::Files | QDir::Hidden), QStringList());
}

void CliExport::aDeviceStaysADevice()
{
    const Place place;
    const Ran full
        = place.ipclab(toFormat("perfetto") << QStringLiteral("-o") << QStringLiteral("/dev/full"));
    QCOMPARE(full.code, 3);
    QVERIFY2(full.err.contains("the disk is full") && full.err.contains("/dev/full"), full.err);
    QCOMPARE(
        place.ipclab(toFormat("perfetto") << QStringLiteral("-o") << QStringLiteral("/dev/null"))
            .code,
        0);
    QVERIFY(!QFileInfo(QStringLiteral("/dev/null")).isFile());
}

QTEST_GUILESS_MAIN(CliExport)
#include "cli_export.moc"
