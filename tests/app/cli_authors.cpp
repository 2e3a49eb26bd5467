// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"
#include "tests/words.h"

#include <QDir>
#include <QtTest>

#include <csignal>

using namespace ipclab::test;

namespace {

constexpr int kPatience = 60'000; // ms

// What the tools leave there: it is all that may be there.
const QStringList& skeleton()
{
    static const QStringList files { q("guide.en.md"), q("guide.es.md"), q("hello.c"),
        q("hello.py"), q("lab.toml") };
    return files;
}

QStringList allIn(const QString& folder)
{
    return QDir(folder).entryList(
        QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDir::Name);
}

} // namespace

// For who writes labs: a new one, and proofs of it while it is written.
class CliAuthors : public QObject {
    Q_OBJECT

private slots:
    void init();
    void aNewLabIsProvedAtOnce();
    void aLabThatCannotBeMadeLeavesNothing_data();
    void aLabThatCannotBeMadeLeavesNothing();
    void aFullDiskLeavesNoHalfALab();
    void whatIsWrongWithoutRunningIsToldWithItsPlace_data();
    void whatIsWrongWithoutRunningIsToldWithItsPlace();
    void aProgramThatIsNoneIsToldBeforeItRuns();
    void whatWasNotMetIsToldWithItsLine();
    void aPathOutOfTheFolderIsRefused_data();
    void aPathOutOfTheFolderIsRefused();
    void whatIsSavedIsProvedAgainUntilCtrlC();
    void aLabFromElsewhereRunsOnlyIfItIsTrusted();
    void whatWouldRunIsTrustedAsItIs();
    void atATerminalThePersonIsAsked_data();
    void atATerminalThePersonIsAsked();

private:
    void make(); // the lab "mine"
    void replaceIn(const QString& file, const QByteArray& old, const QByteArray& now);
    // As an editor that writes a new file and puts it in the place of the old one.
    void replaceFile(const QString& file, const QByteArray& content);
    Ran run(const QStringList& more = {}) const
    {
        return m_place->ipclab(QStringList { q("run"), lab() } + more);
    }
    QString lab(const QString& file = {}) const { return m_place->file(q("work/mine/") + file); }

    std::unique_ptr<Place> m_place;
    QString m_work;
};

void CliAuthors::init()
{
    m_place = std::make_unique<Place>();
    m_work = m_place->file(q("work"));
    QVERIFY(QDir().mkpath(m_work));
}

void CliAuthors::make()
{
    const Ran ran = m_place->ipclab({ q("new"), q("mine"), q("--in"), m_work });
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(ran.out, (m_work + q("/mine\n")).toLocal8Bit());
}

void CliAuthors::replaceIn(const QString& name, const QByteArray& old, const QByteArray& now)
{
    QByteArray content = contentOf(lab(name));
    QVERIFY2(content.contains(old), old.constData());
    QFile file(lab(name));
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write(content.replace(old, now));
}

void CliAuthors::replaceFile(const QString& name, const QByteArray& content)
{
    QFile file(lab(q(".") + name + q(".swp")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(::rename(qPrintable(file.fileName()), qPrintable(lab(name))), 0);
}

void CliAuthors::aNewLabIsProvedAtOnce()
{
    make();
    QCOMPARE(allIn(lab()), skeleton());
    QVERIFY(contentOf(lab(q("lab.toml"))).contains("id = \"mine\""));
    const Ran ran = m_place->ipclab({ q("check"), lab() });
    QVERIFY2(ran.code == 0, ran.err.constData());
    QCOMPARE(allIn(lab()), skeleton());
    QTRY_VERIFY(m_place->marked().empty());
}

void CliAuthors::aLabThatCannotBeMadeLeavesNothing_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("no name") << QStringList {} << 2 << QByteArray("ipclab new NAME");
    QTest::newRow("a name of two words")
        << QStringList { q("My Lab") } << 2 << QByteArray("My Lab");
    QTest::newRow("a path") << QStringList { q("../lab") } << 2 << QByteArray("../lab");
    QTest::newRow("a name that is long")
        << QStringList { QString(65, u'x') } << 2 << QByteArray("at most 64");
    QTest::newRow("taken") << QStringList { q("taken") } << 1 << QByteArray("exists already");
    QTest::newRow("taken by a link to nowhere")
        << QStringList { q("link") } << 1 << QByteArray("exists already");
    QTest::newRow("no such folder")
        << QStringList { q("lab"), q("--in"), q("/no/such") } << 3 << QByteArray("/no/such");
    QTest::newRow("a folder that takes nothing")
        << QStringList { q("lab"), q("--in"), q("/proc") } << 3 << QByteArray("/proc/lab");
}

void CliAuthors::aLabThatCannotBeMadeLeavesNothing()
{
    QFETCH(QStringList, words);
    QFETCH(int, code);
    QFETCH(QByteArray, said);
    QVERIFY(QDir().mkpath(m_work + q("/taken")));
    QVERIFY(QFile::link(q("/no/such"), m_work + q("/link")));
    const QStringList before = allIn(m_work);
    if (!words.contains(q("--in")))
        words << q("--in") << m_work;
    const Ran ran = m_place->ipclab(QStringList { q("new") } + words);
    QCOMPARE(ran.code, code);
    QVERIFY2(ran.err.contains(said), ran.err.constData());
    QCOMPARE(ran.out, QByteArray());
    QCOMPARE(allIn(m_work), before);
}

void CliAuthors::aFullDiskLeavesNoHalfALab()
{
    // setrlimit(2): no file may grow beyond so many blocks.
    QProcess process;
    process.setProcessEnvironment(m_place->environment);
    process.start(q("/bin/sh"),
        { q("-c"), q("trap '' XFSZ; ulimit -f 1; exec \"$0\" new half --in \"$1\""), program(),
            m_work });
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 3);
    QVERIFY(process.readAllStandardError().contains("half"));
    QCOMPARE(allIn(m_work), QStringList());
}

void CliAuthors::whatIsWrongWithoutRunningIsToldWithItsPlace_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("a link") << q("guide.en.md") << QByteArray("## end\n")
                            << QByteArray("## end\nSee [this](more.md).\n")
                            << QByteArray("guide.en.md:13:12: “more.md”");
    QTest::newRow("a picture") << q("guide.es.md") << QByteArray("## end\n")
                               << QByteArray("## end\n![x](x.png)\n")
                               << QByteArray("guide.es.md:13:6: “x.png”");
    QTest::newRow("a program") << q("guide.en.md") << QByteArray("## end\n")
                               << QByteArray("## end\nLook at `helo.py`.\n")
                               << QByteArray("guide.en.md:13:10: “helo.py”");
    QTest::newRow("a switch's value") << q("guide.en.md") << QByteArray("`--flush=yes`")
                                      << QByteArray("`--flush=ja`") << QByteArray("“ja”");
    QTest::newRow("a warning of the compiler")
        << q("hello.c") << QByteArray("    char line[100];")
        << QByteArray("    int unused;\n    char line[100];") << QByteArray("hello.c:12:9");
    QTest::newRow("a warning of python3")
        << q("hello.py") << QByteArray("print(\"Hello!\")")
        << QByteArray("print(\"Hello!\")\nif 1 is 2: pass") << QByteArray("hello.py:5");
}

void CliAuthors::whatIsWrongWithoutRunningIsToldWithItsPlace()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, said);
    make();
    replaceIn(file, old, now);
    const QString variant = file == q("hello.py") ? q("python") : q("c");
    const Ran ran = m_place->ipclab({ q("check"), lab(), q("--variant"), variant });
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.contains(said), ran.err.constData());
    QCOMPARE(allIn(lab()), skeleton());
}

// And not when it was waited for in vain.
void CliAuthors::aProgramThatIsNoneIsToldBeforeItRuns()
{
    make();
    replaceIn(q("hello.py"), "import sys", "import sys\nif True\n");
    QProcess process;
    m_place->start(process, { q("check"), lab(), q("--variant"), q("python") });
    QByteArray said;
    const auto saysSo = [&] {
        said += process.readAllStandardError();
        return said.contains("hello.py\", line 3");
    };
    QTRY_VERIFY2_WITH_TIMEOUT(saysSo(), said.constData(), kPatience);
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(m_place->marked().empty(), kPatience);
    QCOMPARE(allIn(lab()), skeleton());
}

void CliAuthors::whatWasNotMetIsToldWithItsLine()
{
    make();
    const QByteArray met = "{ exited = \"hello\", code = 0 }";
    const qsizetype line
        = contentOf(lab(q("lab.toml"))).left(contentOf(lab(q("lab.toml"))).indexOf(met)).count('\n')
        + 1;
    replaceIn(q("lab.toml"), met, "{ exited = \"hello\", code = 7 }");
    const Ran ran = m_place->ipclab({ q("check"), lab(), q("--variant"), q("python") });
    QCOMPARE(ran.code, 1);
    QVERIFY2(ran.err.contains("lab.toml:" + QByteArray::number(line) + ": "), ran.err.constData());
}

void CliAuthors::aPathOutOfTheFolderIsRefused_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("old");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QByteArray>("said");
    const QByteArray outside = " is outside of the lab's folder";
    QTest::newRow("a program above") << q("lab.toml") << QByteArray("\"hello.py\"")
                                     << QByteArray("\"../hello.py\"") << "“../hello.py”" + outside;
    QTest::newRow("a program of the machine, by its path")
        << q("lab.toml") << QByteArray("\"./hello\"") << QByteArray("\"/bin/true\"")
        << "“/bin/true”" + outside;
    QTest::newRow("an interpreter by its path")
        << q("lab.toml") << QByteArray("\"python3\"") << QByteArray("\"/tmp/python3\"")
        << "“/tmp/python3”" + outside;
    QTest::newRow("a link in a guide")
        << q("guide.en.md") << QByteArray("## end\n") << QByteArray("## end\n[x](../../.ssh/id)\n")
        << "guide.en.md:13:5: “../../.ssh/id”" + outside;
    QTest::newRow("a picture by its path")
        << q("guide.en.md") << QByteArray("## end\n") << QByteArray("## end\n![x](/etc/x.png)\n")
        << "guide.en.md:13:6: “/etc/x.png”" + outside;
    for (const char* const name :
        { "hello.c", "hello.py", "guide.es.md", "lab.toml", "picture.png" })
        QTest::addRow("a link in the place of %s", name)
            << q(name) << QByteArray() << QByteArray() << QByteArray("“") + name + "”" + outside;
}

void CliAuthors::aPathOutOfTheFolderIsRefused()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, old);
    QFETCH(QByteArray, now);
    QFETCH(QByteArray, said);
    make();
    if (old.isEmpty()) {
        const QString outside = m_place->file(file);
        QFile::copy(lab(file), outside); // what it leads to would do
        QFile::remove(lab(file));
        QVERIFY(QFile::link(outside, lab(file)));
    } else {
        replaceIn(file, old, now);
    }
    for (const char* const command : { "check", "run" }) {
        const Ran ran = m_place->ipclab({ q(command), lab() });
        QVERIFY(ran.code == 1 || ran.code == 2);
        QVERIFY2(ran.err.contains(said), ran.err.constData());
        QCOMPARE(ran.out, QByteArray());
    }
}

void CliAuthors::whatIsSavedIsProvedAgainUntilCtrlC()
{
    make();
    QProcess process;
    m_place->start(process, { q("check"), q("--watch"), lab() });
    QByteArray said;
    const auto saysSo = [&](const QByteArray& words) {
        said += process.readAllStandardError();
        return said.contains(words);
    };
    QTRY_VERIFY_WITH_TIMEOUT(saysSo("\nProved. "), kPatience);

    said.clear();
    const QByteArray guide = contentOf(lab(q("guide.en.md")));
    replaceFile(q("guide.en.md"), QByteArray(guide).replace("## where\n", "## were\n"));
    QTRY_VERIFY_WITH_TIMEOUT(saysSo("Not proved. "), kPatience);
    QVERIFY2(said.contains("guide.en.md:6:1: “## were”"), said.constData());

    said.clear();
    replaceIn(q("guide.en.md"), "## were\n", "## where\n"); // the file that took its place, too
    QTRY_VERIFY_WITH_TIMEOUT(saysSo("\nProved. "), kPatience);

    // In the midst of a proof.
    said.clear();
    replaceIn(q("hello.py"), "\nimport sys", "\nimport sys, time\n\ntime.sleep(5)");
    QTRY_VERIFY_WITH_TIMEOUT(saysSo("mine (c)"), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(m_place->marked().size() > 2, kPatience); // a janitor, and the program
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished());
    QTRY_VERIFY_WITH_TIMEOUT(m_place->marked().empty(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(m_place->runFolders(), QStringList(), kPatience);
    QCOMPARE(allIn(lab()), skeleton());
}

void CliAuthors::aLabFromElsewhereRunsOnlyIfItIsTrusted()
{
    make();
    const Ran refused = run();
    QCOMPARE(refused.code, 3);
    QCOMPARE(refused.out, QByteArray());
    for (const char* const part :
        { "  ./hello\n", "  python3 hello.py\n", "hello.c, hello.py, lab.toml", "--trust" })
        QVERIFY2(refused.err.contains(part), refused.err.constData());
    QVERIFY(!refused.err.contains("seen at"));
    const Ran trusted = run({ q("--trust") });
    QVERIFY2(trusted.code == 0, trusted.err.constData());
    const Ran again = run();
    QVERIFY2(again.code == 0, again.err.constData());
    // The same in the folder where the catalog looks for labs of one's own.
    const QString data = m_place->environment.value(q("XDG_DATA_HOME")) + q("/ipclab/labs/");
    QVERIFY(QDir().mkpath(data));
    QVERIFY(QDir().rename(lab(), data + q("mine")));
    QCOMPARE(m_place->ipclab({ q("run"), q("mine") }).code, 3);
}

void CliAuthors::whatWouldRunIsTrustedAsItIs()
{
    make();
    QCOMPARE(run({ q("--trust") }).code, 0);
    replaceIn(q("guide.en.md"), "# New lab", "# Another title");
    QCOMPARE(run().code, 0);
    replaceIn(q("hello.py"), "# Greets", "# Greets people");
    QCOMPARE(run().code, 3);
    QCOMPARE(run({ q("--trust") }).code, 0);
    replaceIn(q("lab.toml"), "# A lab", "# The lab");
    QCOMPARE(run().code, 3);
    QCOMPARE(run({ q("--trust") }).code, 0);
    QFile file(lab(q("data.txt")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(run().code, 3);
    // A store that is damaged trusts nobody, and can be written again.
    QCOMPARE(run({ q("--trust") }).code, 0);
    QFile store(m_place->environment.value(q("XDG_DATA_HOME")) + q("/ipclab/trusted-labs"));
    QVERIFY(store.open(QIODevice::WriteOnly | QIODevice::Truncate));
    store.write(QByteArray(100'000, '\xff'));
    store.close();
    QCOMPARE(run().code, 3);
    QCOMPARE(run({ q("--trust") }).code, 0);
    QCOMPARE(run().code, 0);
}

void CliAuthors::atATerminalThePersonIsAsked_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<QString>("language");
    QTest::addColumn<int>("code");
    QTest::newRow("yes") << QByteArray("y\n") << q("C.UTF-8") << 0;
    QTest::newRow("no") << QByteArray("n\n") << q("C.UTF-8") << 3;
    QTest::newRow("nothing") << QByteArray("\n") << q("C.UTF-8") << 3;
    QTest::newRow("end of input") << QByteArray("\4") << q("C.UTF-8") << 3;
    QTest::newRow("in Spanish") << QByteArray("s\n") << q("es_ES.UTF-8") << 0;
}

void CliAuthors::atATerminalThePersonIsAsked()
{
    QFETCH(QByteArray, answer);
    QFETCH(QString, language);
    QFETCH(int, code);
    make();
    m_place->environment.insert(q("LC_ALL"), language);
    QProcess process;
    process.setProcessEnvironment(m_place->environment);
    process.start(q("python3"),
        { q("-c"), q("import pty, sys; sys.exit(pty.spawn(sys.argv[1:]) >> 8)"), program(),
            q("run"), lab() });
    QByteArray said;
    QTRY_VERIFY_WITH_TIMEOUT((said += process.readAllStandardOutput()).contains(" n) "), kPatience);
    QVERIFY(said.contains("python3 hello.py"));
    process.write(answer);
    QVERIFY(process.waitForFinished(kPatience));
    QCOMPARE(process.exitCode(), code);
    QCOMPARE(process.readAllStandardOutput().contains("✓"), code == 0);
}

QTEST_GUILESS_MAIN(CliAuthors)
#include "cli_authors.moc"
