// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/guide_names.h"
#include "ipc-core/lab/lab_loader.h"
#include "tests/lab/small_lab.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

Q_DECLARE_METATYPE(ipclab::ProblemKind)

namespace {

int lineOf(const std::string& content, const std::string& text)
{
    const std::size_t at = content.find(text);
    return at == std::string::npos ? 0
                                   : 1
            + static_cast<int>(
                std::count(content.begin(), content.begin() + static_cast<long>(at), '\n'));
}

} // namespace

// What is read of a lab, and what is told of what is wrong with it.
class LoaderTest : public QObject {
    Q_OBJECT

private slots:
    void aRightLabIsReadWhole();
    void oneBreakIsToldWithItsPlace_data();
    void oneBreakIsToldWithItsPlace();
    void aMissingGuideIsTold();
    void aMissingTextIsToldInThatLanguage();
    void aTextForNothingIsTold();
    void headingsInCodeAreText();
    void tooManyStepsAreTold();
    void namesAreFoundInAGuide();
    void allProblemsAreToldInTheOrderOfTheFile();
    void problemsAreBounded();
    void aLabsNameIsNoPath();
};

void LoaderTest::aRightLabIsReadWhole()
{
    const QTemporaryDir folder;
    writeFiles(folder, smallLab());
    const Lab lab = loadedLab(folder.path().toStdString());
    QCOMPARE(lab.id, std::string("small"));
    QCOMPARE(lab.topic, std::string("buffering"));
    QCOMPARE(lab.runs.size(), 1U);
    QCOMPARE(lab.switches.size(), 2U);
    QVERIFY(!lab.switches[0].wiresOnly);
    QVERIFY(lab.switches[1].wiresOnly);
    QCOMPARE(lab.steps.size(), 2U);
    QCOMPARE(answer(*lab.steps[0].ask), std::string("writer"));
    QCOMPARE(choices(*lab.steps[0].ask).size(), 4U);
    QCOMPARE(choices(*lab.steps[1].ask), (std::vector<std::string> { "soon", "late" }));
    const auto* const pending = std::get_if<PendingIs>(&lab.steps[0].expect.at(0).fact);
    QVERIFY(pending);
    QCOMPARE(pending->of, (StreamRef { "writer", "stdout" }));
    QCOMPARE(pending->bytes.least, 1U);
    QCOMPARE(lab.guideIn("es").steps.at("end").choices.at("late"), std::string("Tarde."));
    QCOMPARE(lab.guideIn("fr").question, std::string("Why?"));
    QCOMPARE(lab.cSources, (std::vector<std::string> { "writer.c" }));
}

void LoaderTest::oneBreakIsToldWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<ProblemKind>("kind");
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QByteArray>("lineWith"); // of lab.toml as broken; empty: no line

    using P = ProblemKind;
    const auto row = [](const char* before, const char* after, P kind, const char* subject,
                         const char* lineWith) {
        QTest::addRow("%s for %s", after, before) << QByteArray(before) << QByteArray(after) << kind
                                                  << QByteArray(subject) << QByteArray(lineWith);
    };
    row("topic = \"buffering\"", "topic = ", P::Syntax, nullptr, "topic");
    row("id = \"small\"\n", "", P::MissingKey, "id", "topic");
    row("expect = [{ exited", "export = [{ exited", P::UnknownKey, "export", "export");
    row("topic = \"buffering\"", "topic = 3", P::WrongType, "topic", "topic");
    row("values = [\"no\", \"yes\"]", "values = \"no\"", P::WrongType, "values", "values");
    row("above = 0", "above = \"0\"", P::WrongType, "above", "above");
    row("above = 0", "above = -1", P::WrongType, "above", "above");
    row("[\"no\", \"yes\"]", "[\"no\"]", P::WrongType, "values", "[\"no\"]");
    row("id = \"small\"", "id = \"so small\"", P::BadId, "so small", "so small");
    row("id = \"end\"", "id = \"where\"", P::DuplicateId, "where",
        "[[step]]\nid = \"where\"\nask = { cho");
    row("id = \"end\"", "id = \"explanation\"", P::DuplicateId, "explanation",
        "[[step]]\nid = \"expl");
    row("./writer", "./writter", P::UnknownProgram, "writter.c", "c = [");
    row("\"writer.py\"", "\"righter.py\"", P::UnknownProgram, "righter.py", "python = [");
    row("\"writer.py\"", "\"../writer.py\"", P::OutsideFolder, "../writer.py", "python = [");
    row("./writer", "/bin/true", P::OutsideFolder, "/bin/true", "c = [");
    row("\"python3\"", "\"../python3\"", P::OutsideFolder, "../python3", "python = [");
    row("\"python3\"", "\"/usr/bin/python3\"", P::OutsideFolder, "/usr/bin/python3", "python = [");
    row("stdout = { switch = \"output\" }", "stdout = \"pip\"", P::UnknownWiring, "pip",
        "stdout =");
    row("[\"pipe\", \"terminal\"]", "[\"pipe\", \"tty\"]", P::UnknownWiring, "tty", "stdout =");
    row("{ switch = \"output\" }", "{ switch = \"out\" }", P::UnknownSwitch, "out", "stdout =");
    row("switch = \"flush\", is = \"yes\"", "switch = \"flash\", is = \"yes\"", P::UnknownSwitch,
        "flash", "hint =");
    row("is = \"yes\"", "is = \"maybe\"", P::UnknownValue, "maybe", "hint =");
    row("answer = \"late\"", "answer = \"never\"", P::UnknownValue, "never", "ask = { choices");
    row("answer = \"writer\"", "answer = \"wirter\"", P::UnknownPlace, "wirter", "ask = { of");
    row("pending = \"writer.stdout\", above = 0", "mode = \"writer.stdout\", is = \"half\"",
        P::UnknownMode, "half", "expect =");
    row("pending = \"writer.stdout\", above = 0", "finding = \"dedlock\"", P::UnknownFinding,
        "dedlock", "expect =");
    row("signal = \"SIGTERM\" }]", "signal = \"SIGTREM\" }]", P::UnknownSignal, "SIGTREM",
        "expect = [{ exited");
    row("{ signal = \"SIGTERM\", to", "{ signal = \"SIGNOT\", to", P::UnknownSignal, "SIGNOT",
        "do = [{ signal");
    row("do = [{ run = true }]", "do = [{ walk = true }]", P::UnknownAction, "walk",
        "do = [{ walk");
    row("do = [{ run = true }]", "do = [{ type = \"x\", to = \"rider\" }]", P::UnknownRun, "rider",
        "do = [{ type");
    row("pending = \"writer.stdout\", above", "pendign = \"writer.stdout\", above",
        P::UnknownCondition, "", "expect =");
    row("pending = \"writer.stdout\"", "pending = \"writer\"", P::UnknownStream, "writer",
        "expect =");
    row("pending = \"writer.stdout\"", "pending = \"writer.out\"", P::UnknownStream, "writer.out",
        "expect =");
    row("pending = \"writer.stdout\", above = 0", "wired = \"writer.stdout\", kind = \"tube\"",
        P::UnknownWord, "tube", "expect =");
    row("pending = \"writer.stdout\", above = 0", "seen = \"bytes_writen\"", P::UnknownWord,
        "bytes_writen", "expect =");
    row("pending = \"writer.stdout\", above = 0", "waiting = \"writer\", in = \"raed\"",
        P::UnknownWord, "raed", "expect =");
    row("pending = \"writer.stdout\", above = 0", "waiting = \"writer\", for = \"godot\"",
        P::UnknownWord, "godot", "expect =");
}

void LoaderTest::oneBreakIsToldWithItsPlace()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(ProblemKind, kind);
    QFETCH(QByteArray, subject);
    QFETCH(QByteArray, lineWith);
    auto files = smallLab();
    std::string& toml = files["lab.toml"];
    const std::size_t at = toml.find(before.toStdString());
    QVERIFY(at != std::string::npos);
    toml.replace(at, static_cast<std::size_t>(before.size()), after.toStdString());

    const Problems problems = problemsOf(files);
    const auto found = std::ranges::find(problems, kind, &Problem::kind);
    QVERIFY(found != problems.end());
    QCOMPARE(QByteArray::fromStdString(found->file), QByteArray("lab.toml"));
    if (!subject.isNull())
        QCOMPARE(QByteArray::fromStdString(found->subject), subject);
    if (kind != ProblemKind::MissingKey) {
        QCOMPARE(found->line, lineOf(toml, lineWith.toStdString()));
        QVERIFY(found->column >= 1);
    }
}

void LoaderTest::aMissingGuideIsTold()
{
    auto files = smallLab();
    files.erase("guide.es.md");
    QCOMPARE(problemsOf(files),
        (Problems { { ProblemKind::MissingFile, "guide.es.md", 0, 0, "guide.es.md", "" } }));
    QCOMPARE(problemsOf({}).at(0).kind, ProblemKind::MissingFile);
    QCOMPARE(std::get<Problems>(loadLab("/nowhere/at/all")).at(0).kind, ProblemKind::MissingFile);
}

void LoaderTest::aMissingTextIsToldInThatLanguage()
{
    for (const char* const heading :
        { "# Peq", "## where", "### hint off", "### choice late", "## expl" }) {
        auto files = smallLab();
        std::string& guide = files["guide.es.md"];
        const std::size_t begin = guide.find(heading);
        guide.erase(begin, guide.find('\n', guide.find('\n', begin) + 1) + 1 - begin);
        const Problems problems = problemsOf(files);
        QVERIFY(!problems.empty());
        QVERIFY(std::ranges::all_of(
            problems, [](const Problem& problem) { return problem.file == "guide.es.md"; }));
        QVERIFY(std::ranges::count(problems, ProblemKind::MissingText, &Problem::kind) >= 1);
    }
}

void LoaderTest::aTextForNothingIsTold()
{
    for (const char* const extra :
        { "## whre\nText.\n", "## end\n### hint off\nText.\n", "## where\nAgain.\n" }) {
        auto files = smallLab();
        files["guide.en.md"] += extra;
        const Problems problems = problemsOf(files);
        const auto found = std::ranges::find(problems, ProblemKind::UnknownText, &Problem::kind);
        QVERIFY(found != problems.end());
        QVERIFY(found->line >= lineOf(files["guide.en.md"], "So."));
    }
}

void LoaderTest::headingsInCodeAreText()
{
    auto files = smallLab();
    files["guide.en.md"] += "\n```\n## no-step\n# comment\n```\n";
    QCOMPARE(problemsOf(files), Problems());
}

void LoaderTest::tooManyStepsAreTold()
{
    auto files = smallLab();
    for (int i = 0; i < 63; ++i)
        files["lab.toml"] += "[[step]]\nid = \"s" + std::to_string(i) + "\"\nexpect = []\n";
    const Problems problems = problemsOf(files);
    QVERIFY(std::ranges::any_of(problems, [](const Problem& problem) {
        return problem.kind == ProblemKind::TooLarge && problem.subject == "step";
    }));
}

void LoaderTest::namesAreFoundInAGuide()
{
    using Kind = GuideName::Kind;
    const std::vector<GuideName> expected {
        { Kind::Link, "a.png", 1, 6 },
        { Kind::Code, "child.c", 1, 14 },
        { Kind::Link, "b.md", 2, 9 },
        { Kind::Link, "https://c", 7, 5 },
    };
    QCOMPARE(guideNames("![x](a.png) `child.c`\n[x] [y](b.md \"(title\")\n```\n[x](d)\n```\n`open\n"
                        "[x](https://c)\n[x](open"),
        expected);
    QVERIFY(isFileLink("a.png") && isFileLink("../a") && isFileLink("/a:b"));
    QVERIFY(isFileLink("FILE:///etc/passwd") && isFileUrl("file:x") && !isFileUrl("files/x"));
    QVERIFY(!isFileLink("https://c") && !isFileLink("#a") && !isFileLink(""));
}

void LoaderTest::allProblemsAreToldInTheOrderOfTheFile()
{
    auto files = smallLab();
    files["lab.toml"] = "topic = 1\nextra = 2\nid = 3\nrun = 4\nstep = 5\n";
    const Problems problems = problemsOf(files);
    QVERIFY(problems.size() >= 5);
    int last = 0;
    for (const Problem& problem : problems) {
        if (problem.file != "lab.toml")
            break;
        QVERIFY(problem.line >= last);
        last = problem.line;
    }
    QCOMPARE(last, 5);
}

void LoaderTest::problemsAreBounded()
{
    auto files = smallLab();
    for (int i = 0; i < 300; ++i)
        files["lab.toml"] += "key" + std::to_string(i) + " = 1\n";
    QCOMPARE(problemsOf(files).size(), 100U);
}

void LoaderTest::aLabsNameIsNoPath()
{
    for (const char* const name : { "shared-value", "a", "2_b" })
        QVERIFY2(isLabId(name), name);
    for (const char* const name :
        { "", ".", "..", "../a", "/a", "a/b", "A", "so small", "\xc3\xb1" })
        QVERIFY2(!isLabId(name), name);
    QVERIFY(isLabId(std::string(64, 'a')) && !isLabId(std::string(65, 'a')));
    QVERIFY(!isLabId(std::string_view("a\0", 2)));
}

QTEST_GUILESS_MAIN(LoaderTest)
#include "loader_test.moc"
