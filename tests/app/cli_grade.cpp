// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <sys/stat.h>

using namespace ipclab::test;

namespace {

struct HandedIn { // a session of the lab delayed-output, or another
    QByteArray learner;
    QByteArrayList actions; // "step first"
    QByteArray lab = "delayed-output";

    [[nodiscard]] QByteArray content() const
    {
        const QJsonObject header { { QStringLiteral("ipclab_session"), 1 },
            { QStringLiteral("lab"), QString::fromUtf8(lab) },
            { QStringLiteral("variant"), QStringLiteral("c") },
            { QStringLiteral("learner"), QString::fromUtf8(learner) },
            { QStringLiteral("started_at"), QStringLiteral("2026-11-21T10:00:00") } };
        QByteArray lines = QJsonDocument(header).toJson(QJsonDocument::Compact) + '\n';
        for (const QByteArray& action : actions) {
            const qsizetype space = action.indexOf(' ');
            lines += R"({"i":0,"t":0.5,"pid":1,"tid":1,"event":"user_action","what":")"
                + action.left(space) + R"(","detail":")" + action.mid(space + 1) + "\"}\n";
        }
        return lines;
    }
};

} // namespace

class CliGrade : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whoDidWhatIsATable();
    void whoDidWhatIsJson();
    void aSessionThatTheCommandRecordedIsCounted();
    void whatIsNoSessionIsSaidAndTheOthersAreGraded();
    void damagedLinesAreCounted();
    void aNameCannotSteerTheTerminal();
    void onlyTheFirstPredictionCounts();
    void stepsThatTheLabDoesNotHaveDoNotCount();
    void stepsThatWereShownAreNotDone();
    void aFolderThatIsNoneIsSaid();
    void aWrongCommandLineExitsWith2();

private:
    void handIn(const QString& file, const QByteArray& content) const
    {
        QFile out(m_folder->filePath(file));
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(content);
    }
    [[nodiscard]] Ran grade(const QStringList& more = {}) const
    {
        return m_place->ipclab(QStringList { QStringLiteral("grade"), m_folder->path() } + more);
    }
    [[nodiscard]] QJsonObject only() const
    {
        const QJsonArray all
            = QJsonDocument::fromJson(grade({ QStringLiteral("--json") }).out).array();
        return all.size() == 1 ? all[0].toObject() : QJsonObject();
    }

    std::unique_ptr<Place> m_place;
    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArrayList m_steps; // of the lab delayed-output
};

void CliGrade::init()
{
    m_place = std::make_unique<Place>();
    m_folder = std::make_unique<QTemporaryDir>();
    m_steps.clear();
    QFile lab(QStringLiteral(LABS_FOLDER "/delayed-output/lab.toml"));
    QVERIFY(lab.open(QIODevice::ReadOnly));
    bool inStep = false;
    for (const QByteArray& line : lab.readAll().split('\n')) {
        inStep = line.startsWith("[[") ? line.startsWith("[[step]]") : inStep;
        if (inStep && line.startsWith("id = \""))
            m_steps += line.split('"').at(1);
    }
    QVERIFY(m_steps.size() > 1);
}

void CliGrade::whoDidWhatIsATable()
{
    const QByteArray first = m_steps.front();
    handIn(QStringLiteral("1.jsonl"), HandedIn { "zoe", { "step " + first } }.content());
    handIn(QStringLiteral("2"),
        HandedIn { "Ana",
            { "predict " + first + "=writer", "step " + first, "answer " + first + "=writer",
                "step " + m_steps[1] } }
            .content());
    handIn(QStringLiteral("3.jsonl"), HandedIn { "", {}, "nobody-knows-it" }.content());
    handIn(QStringLiteral(".hidden"), "nothing");
    const Ran ran = grade();
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QByteArray());
    const QByteArrayList lines = ran.out.split('\n');
    QCOMPARE(lines.size(), 6);
    const QByteArray total = QByteArray::number(m_steps.size());
    QVERIFY2(lines[1].startsWith("— ") && lines[1].contains(" 0 "), ran.out.constData());
    QVERIFY2(lines[2].startsWith("Ana ") && lines[2].contains(" 2/" + total + " ")
            && lines[2].contains(" 1/1 ") && lines[2].contains("2026-11-21T10:00:00"),
        ran.out.constData());
    QVERIFY2(lines[3].startsWith("zoe ") && lines[3].contains(" 1/" + total + " ")
            && lines[3].endsWith(" 1.jsonl"),
        ran.out.constData());
    QCOMPARE(
        lines[4], QByteArray("sessions: 3 · steps done: 3 · predictions right at first: 1 of 1"));
}

void CliGrade::whoDidWhatIsJson()
{
    handIn(QStringLiteral("a"),
        HandedIn { "Ana", { "predict s=x", "answer s=y", "step s" }, "unknown" }.content());
    const QJsonObject one = only();
    QCOMPARE(one[QStringLiteral("learner")].toString(), QStringLiteral("Ana"));
    QCOMPARE(one[QStringLiteral("lab")].toString(), QStringLiteral("unknown"));
    QCOMPARE(one[QStringLiteral("steps_done")].toInt(), 1);
    QVERIFY(!one.contains(QStringLiteral("steps_total")));
    QCOMPARE(one[QStringLiteral("predictions")].toInt(), 1);
    QCOMPARE(one[QStringLiteral("right_at_first")].toInt(), 0);
}

void CliGrade::aSessionThatTheCommandRecordedIsCounted()
{
    const Ran ran = m_place->ipclab({ QStringLiteral("run"), QStringLiteral("delayed-output"),
        QStringLiteral("--variant"), QStringLiteral("python"), QStringLiteral("--record"),
        m_folder->filePath(QStringLiteral("solved.jsonl")) });
    QCOMPARE(ran.code, 0);
    const QJsonObject one = only();
    QCOMPARE(one[QStringLiteral("steps_done")].toInt(), m_steps.size());
    QCOMPARE(one[QStringLiteral("steps_total")].toInt(), m_steps.size());
    QVERIFY(one[QStringLiteral("predictions")].toInt() > 0);
    QCOMPARE(
        one[QStringLiteral("right_at_first")].toInt(), one[QStringLiteral("predictions")].toInt());
}

void CliGrade::whatIsNoSessionIsSaidAndTheOthersAreGraded()
{
    handIn(QStringLiteral("a.txt"), "what is this?");
    handIn(QStringLiteral("b.jsonl"), HandedIn { "Ana", {} }.content());
    handIn(QStringLiteral("c.jsonl"), "{\"ipclab_session\":99}\n");
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QCOMPARE(
        mkfifo(QFile::encodeName(m_folder->filePath(QStringLiteral("fifo"))).constData(), 0600), 0);
    const Ran ran = grade();
    QCOMPARE(ran.code, 1);
    QVERIFY(ran.out.contains("Ana ") && ran.out.contains("sessions: 1 "));
    QVERIFY(ran.err.contains("a.txt: ") && ran.err.contains("c.jsonl: "));
    QVERIFY(!ran.err.contains("fifo") && !ran.err.contains("folder"));
}

void CliGrade::damagedLinesAreCounted()
{
    handIn(QStringLiteral("a"), HandedIn { "Ana", { "step \"", "step x", "step \"" } }.content());
    QCOMPARE(only()[QStringLiteral("damaged_lines")].toInt(), 2);
}

void CliGrade::aNameCannotSteerTheTerminal()
{
    handIn(QStringLiteral("a\x1b[2J\n"), HandedIn { "\x1b]0;title\x07 \u202Ename", {} }.content());
    handIn(QStringLiteral("b\x1b[2J"), "none");
    const Ran ran = grade();
    QCOMPARE(ran.code, 1);
    for (const char bad : { '\x1b', '\x07' })
        QVERIFY(!ran.out.contains(bad) && !ran.err.contains(bad));
    QVERIFY(!ran.out.contains("\u202E"));
    const Ran json = grade({ QStringLiteral("--json") });
    QVERIFY(!json.out.contains("\u202E") && !json.out.contains('\x1b'));
    QVERIFY2(json.out.contains("\\u202ename"), json.out);
    QCOMPARE(ran.out.count('\n'), 3);
}

void CliGrade::onlyTheFirstPredictionCounts()
{
    handIn(QStringLiteral("a"),
        HandedIn { "Ana",
            { "predict s=x", "predict s=y", "answer s=y", "predict t=b", "answer t=a,b",
                "predict u=a" },
            "unknown" }
            .content());
    QCOMPARE(only()[QStringLiteral("predictions")].toInt(), 2);
    QCOMPARE(only()[QStringLiteral("right_at_first")].toInt(), 1);
}

void CliGrade::stepsThatTheLabDoesNotHaveDoNotCount()
{
    handIn(QStringLiteral("a"),
        HandedIn { "Ana", { "step invented", "step " + m_steps[0], "step " + m_steps[0] } }
            .content());
    QCOMPARE(only()[QStringLiteral("steps_done")].toInt(), 1);
}

void CliGrade::stepsThatWereShownAreNotDone()
{
    handIn(QStringLiteral("a"),
        HandedIn { "Ana",
            { "show " + m_steps[0], "step " + m_steps[0], "answer " + m_steps[0] + "=writer",
                "step " + m_steps[1], "show " + m_steps[1] } }
            .content());
    QCOMPARE(only()[QStringLiteral("steps_done")].toInt(), 1);
    QCOMPARE(only()[QStringLiteral("steps_shown")].toInt(), 1);
    QCOMPARE(only()[QStringLiteral("predictions")].toInt(), 0);
    const Ran table = grade();
    QVERIFY2(table.out.contains("1/" + QByteArray::number(m_steps.size()) + " (shown: 1) "),
        table.out.constData());
}

void CliGrade::aFolderThatIsNoneIsSaid()
{
    for (const QString& folder : { QStringLiteral("/nowhere"), QStringLiteral("/dev/null") }) {
        const Ran ran = m_place->ipclab({ QStringLiteral("grade"), folder });
        QCOMPARE(ran.code, 3);
        QVERIFY(ran.err.contains(folder.toUtf8()));
    }
}

void CliGrade::aWrongCommandLineExitsWith2()
{
    QCOMPARE(m_place->ipclab({ QStringLiteral("grade") }).code, 2);
    QCOMPARE(grade({ QStringLiteral("more") }).code, 2);
    QCOMPARE(grade({ QStringLiteral("--csv") }).code, 2);
}

QTEST_GUILESS_MAIN(CliGrade)
#include "cli_grade.moc"
