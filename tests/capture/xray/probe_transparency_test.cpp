// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/xray/pythons.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

namespace ipclab {

// A Python program must not be able to tell that the probe was there. Runs in every Python that
// testedPythons() finds.
class ProbeTransparencyTest : public QObject {
    Q_OBJECT

private slots:
    void aProgramSeesTheSame_data();
    void aProgramSeesTheSame();
    void aSilentProbeSeesTheSame_data() { pythons(); }
    void aSilentProbeSeesTheSame();
    void childrenAreProbedToo_data() { pythons(); }
    void childrenAreProbedToo();
    void nothingIsWrittenBesideTheProbe_data() { pythons(); }
    void nothingIsWrittenBesideTheProbe();
    void theProbeOfABuildIsCompiledForThePythonHere_data();
    void theProbeOfABuildIsCompiledForThePythonHere();

private:
    static void pythons();
};

namespace {

struct Outcome {
    QByteArray output;
    QByteArray errors;
    int code = 0;

    bool operator==(const Outcome&) const = default;
};

// All that a program can ask without trying: what differs names the trace left.
constexpr const char* kLookAround = R"(
import sys
print(sys.path, sorted(sys.modules), sorted(sys.path_importer_cache))
import atexit, builtins, gc, inspect, io, os, signal, site, socket, subprocess, threading, warnings
print(sorted(vars(builtins)), sorted(os.listdir("/proc/self/fd")))
print(type(sys.stdin), type(sys.stdout), type(sys.stderr), sys.stdout, sys.displayhook)
print(sys.argv, sys.flags, sys.meta_path, sys.path_hooks, sys.gettrace(), sys.getprofile())
print(sys.excepthook.__name__, sys.getrecursionlimit(), sys.dont_write_bytecode, sys.warnoptions)
print(warnings.filters, gc.get_threshold(), gc.garbage, atexit._ncallbacks(), [thread.name for thread in threading.enumerate()])
print([signal.getsignal(number) for number in range(1, 30)])
print({name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "IPCLAB_PROBE")})
module = sys.modules.get("sitecustomize")
print(module and (module.__name__, module.__file__, sorted(vars(module))), getattr(sys, "mark", None))
first, second = socket.socketpair()
made = type(first).makefile
print(made.__name__, made.__qualname__, made.__module__, made.__doc__, inspect.signature(made))
with first.makefile("w") as file:
    print("to the socket", file=file)
print(second.recv(100), type(file), file.mode)
for wrong in ("x", "w"):
    try:
        first.makefile(wrong, buffering=0)
    except ValueError as error:
        print(repr(error))
print(subprocess.run(["cat"], input=b"to a child", stdout=subprocess.PIPE))
print([thing for thing in (sys.stdin, sys.stdout, sys.stderr) if sys.getrefcount(thing) > 9])
)";

Outcome run(const QStringList& pythonPath, bool probe, const QString& folder)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.remove(QStringLiteral("PYTHONPATH"));
    environment.remove(QStringLiteral("PYTHONDONTWRITEBYTECODE"));
    if (!pythonPath.isEmpty())
        environment.insert(QStringLiteral("PYTHONPATH"), pythonPath.join(u':'));
    if (probe)
        environment.insert(QStringLiteral("IPCLAB_PROBE"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(folder);
    process.start(QString::fromUtf8(QTest::currentDataTag()).section(u' ', 0, 0),
        { QStringLiteral("-c"), QString::fromUtf8(kLookAround) });
    if (!process.waitForFinished())
        return { {}, process.errorString().toUtf8(), -1 };
    // Addresses differ from run to run.
    static const QRegularExpression addresses(QStringLiteral("0x[0-9a-f]+"));
    const QString output = QString::fromUtf8(process.readAllStandardOutput());
    return { QString(output).replace(addresses, QStringLiteral("0x")).toUtf8(),
        process.readAllStandardError(), process.exitCode() };
}

QString probeFolder()
{
    return QStringLiteral(PROBE_FOLDER);
}

} // namespace

void ProbeTransparencyTest::pythons()
{
    QTest::addColumn<int>("unused");
    for (const QByteArray& python : testedPythons())
        QTest::newRow(python.constData()) << 0;
}

void ProbeTransparencyTest::aProgramSeesTheSame_data()
{
    QTest::addColumn<QByteArray>("own"); // the sitecustomize of the user, if there is one
    const std::pair<const char*, const char*> customs[] = {
        { "no other", "" },
        { "another", "import sys, json\nsys.mark = __file__, __name__\nlocal = 1\n" },
        { "another that fails", "raise ValueError('broken')\n" },
        { "another that imports what is not there", "import there_is_no_such_module\n" },
        // Python says where that happened: the one thing in which the probe can be seen.
        { "another that ends the program", "import sys\nsys.exit(3)\n" },
    };
    for (const QByteArray& python : testedPythons()) {
        for (const auto& [name, source] : customs)
            QTest::addRow("%s with %s", python.constData(), name) << QByteArray(source);
    }
}

void ProbeTransparencyTest::aProgramSeesTheSame()
{
    QFETCH(QByteArray, own);
    const QTemporaryDir folder;
    QStringList path;
    if (!own.isEmpty()) {
        QFile file(folder.filePath(QStringLiteral("sitecustomize.py")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(own);
        file.close();
        path << folder.path();
        run(path, false, folder.path()); // lets Python write what it compiled
    }
    const Outcome without = run(path, false, folder.path());
    const Outcome with = run(QStringList { probeFolder() } + path, true, folder.path());
    QVERIFY(without.code != -1);
    QCOMPARE(with.code, without.code);
    if (without.code == 0)
        QCOMPARE(with.errors, without.errors);
    QCOMPARE(with.output, without.output);
    QVERIFY(with.code != 0 || with.output.contains("to the socket"));
}

void ProbeTransparencyTest::aSilentProbeSeesTheSame()
{
    const QTemporaryDir folder;
    const Outcome without = run({}, false, folder.path());
    QVERIFY(run({ probeFolder() }, false, folder.path()) == without);
}

void ProbeTransparencyTest::childrenAreProbedToo()
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONPATH"), probeFolder());
    environment.insert(QStringLiteral("IPCLAB_PROBE"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.start(QString::fromUtf8(QTest::currentDataTag()),
        { QStringLiteral("-c"),
            QStringLiteral(
                "import os; print(os.environ['PYTHONPATH'], os.environ['IPCLAB_PROBE'])") });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.readAllStandardOutput(), QByteArray(PROBE_FOLDER " 1\n"));
}

void ProbeTransparencyTest::nothingIsWrittenBesideTheProbe()
{
    const QTemporaryDir folder;
    run({ probeFolder() }, true, folder.path());
    const QStringList entries
        = QDir(probeFolder()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    QCOMPARE(entries,
        QStringList({ QStringLiteral("__pycache__"), QStringLiteral("sitecustomize.py") }));
    QVERIFY(QFileInfo(probeFolder() + QStringLiteral("/__pycache__")).isFile());
}

void ProbeTransparencyTest::theProbeOfABuildIsCompiledForThePythonHere_data()
{
    QTest::addColumn<int>("unused");
    QTest::newRow(BUILD_PYTHON) << 0;
}

void ProbeTransparencyTest::theProbeOfABuildIsCompiledForThePythonHere()
{
    if (!QFileInfo(QStringLiteral(BUILD_PYTHON)).isExecutable())
        QSKIP("there was no Python to compile it");
    const QString folder = QFileInfo(QStringLiteral(BUILT_PROBE_FOLDER)).canonicalFilePath();
    const QTemporaryDir here;
    QVERIFY(run({ folder }, true, here.path()) == run({}, false, here.path()));
    QProcess python;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PYTHONPATH"), folder);
    environment.insert(QStringLiteral("PYTHONVERBOSE"), QStringLiteral("1"));
    python.setProcessEnvironment(environment);
    python.start(QStringLiteral(BUILD_PYTHON), { QStringLiteral("-c"), QStringLiteral("pass") });
    QVERIFY(python.waitForFinished());
    const QByteArray told = python.readAllStandardError();
    QVERIFY2(told.contains("code object from '" + folder.toUtf8() + "/__pycache__/"), told);
}

} // namespace ipclab

QTEST_GUILESS_MAIN(ipclab::ProbeTransparencyTest)
#include "probe_transparency_test.moc"
