// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QtTest>

#include <csignal>

using namespace ipclab::test;

namespace {

QString procOf(const QProcess& process, const char* what)
{
    return QStringLiteral("/proc/%1/%2").arg(process.processId()).arg(QString::fromLatin1(what));
}

QString besideIt(const char* name)
{
    return QFileInfo(program()).dir().filePath(QString::fromLatin1(name));
}

} // namespace

// The command line and the window are two programs, and who starts them sees one.
class CliStart : public QObject {
    Q_OBJECT

private slots:
    void watchingLoadsNothingOfTheWindow();
    void watchingStartsNobodyElse();
    void theWindowIsPainted();
    void theWindowIsPaintedOnWayland_data();
    void theWindowIsPaintedOnWayland();
    void theWindowIsTheSameProcess();
    void theWindowsExitCodeIsOurs();
    void withoutTheWindowsProgramItSaysWhatToDo();
    void withoutADisplayItSpeaksThePersonsLanguage();
};

void CliStart::watchingLoadsNothingOfTheWindow()
{
    const Place place;
    QProcess process;
    place.start(process, { QStringLiteral("watch"), QStringLiteral("--"), QStringLiteral("cat") });
    QTRY_COMPARE(place.marked().size(), 2U); // all that is loaded is loaded by now
    const QByteArray maps = contentOf(procOf(process, "maps"));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QVERIFY(maps.contains("libQt6Core"));
    for (const char* const library : { "libQt6Gui", "libQt6Widgets", "libQt6Svg", "libQt6Network",
             "libQt6PrintSupport", "libQt6DBus", "qcustomplot", "libGL", "libX11" })
        QVERIFY2(!maps.contains(library), library);
}

void CliStart::watchingStartsNobodyElse()
{
    const Place place;
    QProcess process;
    place.start(process, { QStringLiteral("watch"), QStringLiteral("--"), QStringLiteral("cat") });
    QTRY_COMPARE(place.marked().size(), 2U);
    process.write("here\n");
    QTRY_VERIFY(process.bytesAvailable() > 0);
    QCOMPARE(place.marked().size(), 2U);
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
}

// Told by a plugin of Qt that the environment names, which ends the program then.
void CliStart::theWindowIsPainted()
{
    Place place;
    place.environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    place.environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(PAINT_PLUGINS));
    place.environment.insert(
        QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("ipclab_first_paint"));
    const Ran ran = place.ipclab({ QStringLiteral("--lab"), QStringLiteral("endless-dialog") });
    QVERIFY2(ran.err.contains("first-paint"), ran.err.constData());
    QCOMPARE(ran.code, 0);
}

void CliStart::theWindowIsPaintedOnWayland_data()
{
    QTest::addColumn<QString>("scale");
    QTest::newRow("once") << QStringLiteral("--scale=1");
    QTest::newRow("twice") << QStringLiteral("--scale=2");
}

// On a display of its own, which shows it to nobody.
void CliStart::theWindowIsPaintedOnWayland()
{
    QFETCH(const QString, scale);
    if (QStandardPaths::findExecutable(QStringLiteral("weston")).isEmpty())
        QSKIP("weston is not installed");
    Place place;
    const QString folder = place.file(QStringLiteral("display"));
    QVERIFY(QDir().mkdir(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    place.environment.remove(QStringLiteral("DISPLAY"));
    place.environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), folder);
    QProcess display;
    display.setProcessEnvironment(place.environment);
    display.start(QStringLiteral("weston"),
        { QStringLiteral("--backend=headless-backend.so"), QStringLiteral("--shell=kiosk-shell.so"),
            QStringLiteral("--no-config"), QStringLiteral("--socket=lab"), scale });
    QTRY_VERIFY2(QFile::exists(folder + QStringLiteral("/lab")), display.readAllStandardError());

    place.environment.insert(QStringLiteral("WAYLAND_DISPLAY"), QStringLiteral("lab"));
    place.environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("wayland"));
    place.environment.insert(QStringLiteral("QT_PLUGIN_PATH"), QStringLiteral(PAINT_PLUGINS));
    place.environment.insert(
        QStringLiteral("QT_QPA_GENERIC_PLUGINS"), QStringLiteral("ipclab_first_paint"));
    const Ran ran = place.ipclab({ QStringLiteral("--lab"), QStringLiteral("endless-dialog") });
    QVERIFY2(ran.err.startsWith("first-paint"), ran.err.constData()); // and nothing is wrong
    QCOMPARE(ran.code, 0);
    display.terminate();
    QVERIFY(display.waitForFinished());
}

void CliStart::theWindowIsTheSameProcess()
{
    Place place;
    place.environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
    QProcess process;
    place.start(process, { QStringLiteral("--lab"), QStringLiteral("endless-dialog") });
    QTRY_VERIFY(contentOf(procOf(process, "maps")).contains("libqoffscreen"));
    QCOMPARE(linkOf(procOf(process, "exe")), besideIt("ipclab-window"));
    QCOMPARE(contentOf(procOf(process, "cmdline")),
        program().toUtf8() + QByteArray("\0--lab\0endless-dialog\0", 22));
    process.terminate();
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::CrashExit); // whoever waits for us sees the signal
    QCOMPARE(process.exitCode(), SIGTERM);
    QTRY_COMPARE(place.marked().size(), 0U);
}

void CliStart::theWindowsExitCodeIsOurs()
{
    const Place place;
    const Ran ran = place.ipclab({ QStringLiteral("--no-such-option") });
    QCOMPARE(ran.code, 2);
    QVERIFY2(ran.err.startsWith("ipclab [--lab NAME"), ran.err.constData());
    QVERIFY2(ran.err.endsWith("Unknown option 'no-such-option'.\n"), ran.err.constData());
    const Ran mistyped = place.ipclab({ QStringLiteral("watc") });
    QCOMPARE(mistyped.code, 2);
    QVERIFY2(mistyped.err.endsWith("“watc” is neither a command of ipclab nor one session.\n"),
        mistyped.err.constData());
}

void CliStart::withoutTheWindowsProgramItSaysWhatToDo()
{
    const Place place;
    const QString alone = place.file(QStringLiteral("ipclab"));
    QVERIFY(QFile::copy(program(), alone));
    QProcess process;
    process.setProcessEnvironment(place.environment);
    process.start(alone, QStringList());
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 3);
    QCOMPARE(process.readAllStandardOutput(), QByteArray());
    const QByteArray said = process.readAllStandardError();
    QVERIFY2(said.contains(alone.toUtf8() + "-window"), said.constData()); // what
    QVERIFY2(said.contains("it does not exist"), said.constData()); // why
    QVERIFY2(said.contains("Install IPC Lab again"), said.constData()); // what to do
    QCOMPARE(said.count('\n'), 1);
}

void CliStart::withoutADisplayItSpeaksThePersonsLanguage()
{
    Place place;
    for (const char* const name : { "DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM" })
        place.environment.remove(QString::fromLatin1(name));
    place.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("es_ES.UTF-8"));
    const Ran usage = place.ipclab({ QStringLiteral("--lab") }); // which one is not said
    QCOMPARE(usage.code, 2);
    QVERIFY2(usage.err.contains("la ventana"), usage.err.constData());
    QCOMPARE(place.ipclab({}).code, 3);
}

QTEST_GUILESS_MAIN(CliStart)
#include "cli_start.moc"
