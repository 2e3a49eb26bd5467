// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

using namespace ipclab::test;

namespace {

QStringList words(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class CliLabs : public QObject {
    Q_OBJECT

private slots:
    void theCatalogNamesEveryLab();
    void theCatalogAsJsonParses();
    void progressIsPrinted();
    void whoAsksForHelpGetsItAsData_data();
    void whoAsksForHelpGetsItAsData();
    void itSaysWhichVersionItIs();
    void aWrongCommandLineExitsWith2_data();
    void aWrongCommandLineExitsWith2();
    void aLabIsSolvedWithoutAWindow_data();
    void aLabIsSolvedWithoutAWindow();
    void checkSaysWhereALabIsWrong_data();
    void checkSaysWhereALabIsWrong();
    void aFolderWithoutALabIsSaidToBe();
    void aVariantThatCannotRunHereIsRefused();
    void whatIsSetAndPredictedIsRecordedBeforeWhatItLeadsTo();
};

void CliLabs::theCatalogNamesEveryLab()
{
    const Place place;
    const Ran ran = place.ipclab({ QStringLiteral("labs") });
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QByteArray());
    for (const char* const lab : { "delayed-output", "endless-dialog", "socket-as-file" })
        QVERIFY(ran.out.contains(lab));
}

void CliLabs::theCatalogAsJsonParses()
{
    const Place place;
    const Ran ran = place.ipclab(words("labs --json"));
    QCOMPARE(ran.code, 0);
    const QJsonArray labs = QJsonDocument::fromJson(ran.out).array();
    QVERIFY(labs.size() >= 3);
    for (const QJsonValue& lab : labs) {
        QVERIFY(!lab[QStringLiteral("id")].toString().isEmpty());
        QVERIFY(lab[QStringLiteral("steps")].toInt() > 0);
        for (const char* const language : { "en", "es" })
            QVERIFY(
                !lab[QStringLiteral("title")][QString::fromLatin1(language)].toString().isEmpty());
    }
}

void CliLabs::progressIsPrinted()
{
    const Place place;
    const QString folder
        = place.environment.value(QStringLiteral("XDG_DATA_HOME")) + QStringLiteral("/ipclab");
    QVERIFY(QDir().mkpath(folder));
    const QByteArray kept
        = R"({"version": 1, "labs": {"one": {"seconds": 61, "runs": 3, "steps_total": 4,
             "last": "2026-01-02T03:04:05Z", "steps": {"a": {"done": "2026-01-02T03:04:05Z",
             "prediction": "x", "right": true, "predicted": "2026-01-02T03:04:00Z"}}}}})";
    QFile file(folder + QStringLiteral("/progress.json"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(kept);
    file.close();
    const Ran table = place.ipclab(words("labs --progress"));
    QCOMPARE(table.code, 0);
    QVERIFY2(table.out.contains("one ") && table.out.contains(" 1/4 "), table.out.constData());
    QCOMPARE(place.ipclab(words("labs --progress --csv")).out,
        QByteArray("lab,steps_done,steps_total,predictions,right,minutes,runs,last\r\n"
                   "one,1,4,1,1,2,3,2026-01-02T03:04:05Z\r\n"));
    const QByteArray json = place.ipclab(words("labs --progress --json")).out;
    QCOMPARE(QJsonDocument::fromJson(json), QJsonDocument::fromJson(kept));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("what is this?");
    file.close();
    const Ran broken = place.ipclab(words("labs --progress --csv"));
    QCOMPARE(broken.code, 1);
    const QString aside = folder + QStringLiteral("/progress.broken-1.json");
    QVERIFY2(broken.err.contains(aside.toUtf8()), broken.err.constData());
    QCOMPARE(contentOf(aside), QByteArray("what is this?"));
}

void CliLabs::whoAsksForHelpGetsItAsData_data()
{
    QTest::addColumn<QString>("line");
    for (const char* const line : { "--help", "-h", "watch --help", "labs -h" })
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CliLabs::whoAsksForHelpGetsItAsData()
{
    QFETCH(QString, line);
    const Place place;
    const Ran ran = place.ipclab(line.split(QLatin1Char(' ')));
    QCOMPARE(ran.code, 0);
    QVERIFY(ran.out.contains("ipclab watch [--json]") && ran.out.endsWith('\n'));
    QCOMPARE(ran.err, QByteArray());
}

void CliLabs::itSaysWhichVersionItIs()
{
    const Place place;
    const Ran ran = place.ipclab({ QStringLiteral("--version") });
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out, QByteArray("ipclab " IPCLAB_VERSION "\n"));
    // What comes after "--" is for the command that is watched.
    const Ran watched = place.ipclab(words("watch -- printf %s --help"));
    QCOMPARE(watched.out, QByteArray("--help"));
}

void CliLabs::aWrongCommandLineExitsWith2_data()
{
    QTest::addColumn<QString>("line");
    for (const char* const line : { "labs x", "labs --nonsense", "labs --csv",
             "labs --progress --json --csv", "watch", "watch --nonsense -- true",
             "watch --timeout x -- true", "watch --timeout -1 -- true", "watch --timeout 0 -- true",
             "watch --timeout nan -- true", "watch --timeout 1e300 -- true", "run",
             "run no-such-lab", "run delayed-output endless-dialog", "run --nonsense",
             "run delayed-output --variant rust", "run delayed-output --set colour=teal", "check",
             "check --variant rust x", "--nonsense", "nonsense" })
        QTest::newRow(line) << QString::fromLatin1(line);
}

void CliLabs::aWrongCommandLineExitsWith2()
{
    QFETCH(QString, line);
    const Place place;
    const Ran ran = place.ipclab(line.split(QLatin1Char(' ')));
    QCOMPARE(ran.code, 2);
    QVERIFY(!ran.err.isEmpty());
    QCOMPARE(ran.out, QByteArray());
}

void CliLabs::aLabIsSolvedWithoutAWindow_data()
{
    QTest::addColumn<QString>("lab");
    QTest::addColumn<QString>("variant");
    // Every lab is proved by a test of its own; here it is the command.
    for (const char* const lab : { "two-returns", "endless-dialog", "fifo-meeting" }) {
        for (const char* const variant : { "c", "python" })
            QTest::addRow("%s %s", lab, variant)
                << QString::fromLatin1(lab) << QString::fromLatin1(variant);
    }
}

void CliLabs::aLabIsSolvedWithoutAWindow()
{
    QFETCH(QString, lab);
    QFETCH(QString, variant);
    const Place place;
    const Ran ran = place.ipclab({ QStringLiteral("run"), lab, QStringLiteral("--variant"), variant,
        QStringLiteral("--json") });
    QVERIFY2(ran.code == 0, (ran.err + ran.out).constData());
    const QJsonObject report = QJsonDocument::fromJson(ran.out).object();
    QCOMPARE(report[QStringLiteral("lab")].toString(), lab);
    QCOMPARE(report[QStringLiteral("variant")].toString(), variant);
    QCOMPARE(report[QStringLiteral("solved")].toBool(), true);
    QCOMPARE(report[QStringLiteral("left_behind")].toInt(), 0);
    QTRY_VERIFY(place.marked().empty());
    QCOMPARE(place.runFolders(), QStringList());
}

void CliLabs::checkSaysWhereALabIsWrong_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("no TOML") << QByteArray("format = 1\n\nid == 3\n") << 3;
    QTest::newRow("a wrong type") << QByteArray("format = 1\nid = 3\n") << 2;
}

void CliLabs::checkSaysWhereALabIsWrong()
{
    QFETCH(QByteArray, text);
    QFETCH(int, line);
    const Place place;
    const QString folder = place.file(QStringLiteral("broken"));
    QDir().mkpath(folder);
    QFile file(folder + QStringLiteral("/lab.toml"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const Ran ran = place.ipclab({ QStringLiteral("check"), folder });
    QCOMPARE(ran.code, 1);
    const QByteArray where = folder.toUtf8() + "/lab.toml:" + QByteArray::number(line);
    QVERIFY2(ran.err.contains(where), ran.err.constData());
}

void CliLabs::aFolderWithoutALabIsSaidToBe()
{
    const Place place;
    const Ran ran = place.ipclab(words("check /usr/share"));
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.err.contains("/usr/share"));
}

void CliLabs::aVariantThatCannotRunHereIsRefused()
{
    Place place;
    place.environment.insert(QStringLiteral("PATH"), QStringLiteral("/nowhere"));
    const Ran ran = place.ipclab(words("run delayed-output --variant python"));
    QCOMPARE(ran.code, 3);
    QVERIFY2(ran.err.contains("python3"), ran.err.constData());
    QCOMPARE(ran.out, QByteArray());
}

void CliLabs::whatIsSetAndPredictedIsRecordedBeforeWhatItLeadsTo()
{
    const Place place;
    const QString path = place.file(QStringLiteral("run.jsonl"));
    const Ran ran
        = place.ipclab(words("run delayed-output --variant python --set every=100ms --record")
            + QStringList { path });
    QCOMPARE(ran.code, 0);
    QStringList did;
    for (const QByteArray& line : contentOf(path).split('\n')) {
        const QJsonObject event = QJsonDocument::fromJson(line).object();
        const QString what = event.value(QStringLiteral("what")).toString();
        if (what == QStringLiteral("switch"))
            did += event.value(QStringLiteral("detail")).toString();
        else if (what == QStringLiteral("predict") || what == QStringLiteral("run"))
            did += what;
    }
    QCOMPARE(did.mid(0, 3), words("every=100ms predict run"));
    const qsizetype set = did.indexOf(QStringLiteral("output=terminal"));
    QVERIFY(set > 3);
    QCOMPARE(did.value(set - 1), QStringLiteral("predict"));
    QCOMPARE(did.value(set + 1), QStringLiteral("run"));
}

QTEST_GUILESS_MAIN(CliLabs)
#include "cli_labs.moc"
