// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/guide_names.h"
#include "ipc-core/lab/lab_loader.h"
#include "ipc-core/lab/launch_plan.h"
#include "tests/lab/small_lab.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <sys/stat.h>

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

Problems problemsOf(const std::map<std::string, std::string>& files)
{
    const QTemporaryDir folder;
    writeFiles(folder, files);
    const LoadResult result = loadLab(folder.path().toStdString());
    const auto* const problems = std::get_if<Problems>(&result);
    return problems ? *problems : Problems();
}

} // namespace

class LoaderTest : public QObject {
    Q_OBJECT

private slots:
    void everyLabLoads_data();
    void everyLabLoads();
    void aRightLabIsReadWhole();
    void oneBreakIsToldWithItsPlace_data();
    void oneBreakIsToldWithItsPlace();
    void aMissingGuideIsTold();
    void aMissingTextIsToldInThatLanguage();
    void aTextForNothingIsTold();
    void headingsInCodeAreText();
    void aFileTooLargeIsTold();
    void tooManyStepsAreTold();
    void aFifoAsLabFileIsTold();
    void aLinkOutOfTheFolderIsTold_data();
    void aLinkOutOfTheFolderIsTold();
    void namesAreFoundInAGuide();
    void allProblemsAreToldInTheOrderOfTheFile();
    void problemsAreBounded();
    void aLabsNameIsNoPath();
    void labsAreFoundByFolder();
    void switchesBecomeArgumentsAndWirings();
    void aValueWithAPythonFlagGoesToTheInterpreter();
    void everyCFileIsBuiltOnce();
    void aProgramIsBuiltAgainWhenWhatItIncludesHasChanged();
    void aMissingProgramOfTheMachineIsNamed();
};

void LoaderTest::everyLabLoads_data()
{
    QTest::addColumn<QString>("name");
    for (const char* const name :
        { "address-in-use", "alarm", "backlog", "broken-pipe", "delayed-output", "doorbell",
            "endless-dialog", "exec-and-redirect", "fifo-many-writers", "fifo-meeting",
            "fifo-two-way", "first-pipe", "first-socket", "fork-doubles-output", "four-stdouts",
            "full-both-ways", "full-pipe", "lines-on-a-pipe", "orphans", "pipe-between-threads",
            "run-call-popen", "separate-memory", "signal-actions", "signals-merge",
            "socket-as-file", "socket-dialog", "stream-or-datagram", "tools-that-help",
            "two-returns", "two-way-pipes", "unclosed-end", "unix-sockets", "zombies" })
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LoaderTest::everyLabLoads()
{
    QFETCH(QString, name);
    const Lab lab = loadedLab(LABS_FOLDER "/" + name.toStdString());
    QCOMPARE(lab.id, name.toStdString());
    QVERIFY(lab.steps.size() >= 4 && lab.steps.size() <= 8);
    QVERIFY(std::ranges::count_if(lab.steps, [](const LabStep& step) {
        return step.ask.has_value();
    }) >= 2);
    QVERIFY(!lab.guideIn("es").title.empty());
    QVERIFY(lab.guideIn("es").explanation != lab.guideIn("en").explanation);
    QVERIFY(lab.guideIn("en").explanation.find("**Where you meet this.**") != std::string::npos);
    QVERIFY(lab.guideIn("en").explanation.find("**Read on.**") != std::string::npos);
    QVERIFY(lab.guideIn("es").explanation.find("**Para seguir leyendo.**") != std::string::npos);
}

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

void LoaderTest::aFileTooLargeIsTold()
{
    auto files = smallLab();
    files["lab.toml"] += "#" + std::string(kMostLabFileBytes, 'x') + "\n";
    QCOMPARE(problemsOf(files).at(0).kind, ProblemKind::TooLarge);
    files = smallLab();
    files["lab.toml"].replace(files["lab.toml"].find("small"), 5, std::string(5000, 'a'));
    QCOMPARE(problemsOf(files).at(0).kind, ProblemKind::TooLarge);
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

void LoaderTest::aFifoAsLabFileIsTold()
{
    const QTemporaryDir folder;
    QCOMPARE(::mkfifo(folder.filePath(QStringLiteral("lab.toml")).toUtf8().constData(), 0600), 0);
    const LoadResult result = loadLab(folder.path().toStdString());
    QCOMPARE(std::get<Problems>(result).at(0).kind, ProblemKind::Unreadable);
    QCOMPARE(std::get<Problems>(result).at(0).expected, std::string("ESPIPE"));
}

void LoaderTest::aLinkOutOfTheFolderIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("told");
    const auto row = [](const char* name, const char* target, bool told) {
        QTest::addRow("%s to %s", name, target)
            << QString::fromLatin1(name) << QString::fromLatin1(target) << told;
    };
    row("writer.py", "/etc/hostname", true);
    row("extra.c", "../../../../../../../../etc/hostname", true);
    row("picture.png", "/no/such/file", true);
    row("pictures", "/etc", true);
    row("inner/picture.png", "../../picture.png", true);
    row("again.c", "writer.c", false);
    row("inner/again.c", "../writer.c", false);
}

void LoaderTest::aLinkOutOfTheFolderIsTold()
{
    QFETCH(QString, name);
    QFETCH(QString, target);
    QFETCH(bool, told);
    const QTemporaryDir folder;
    auto files = smallLab();
    files.erase(name.toStdString());
    writeFiles(folder, files);
    std::filesystem::create_directory(folder.filePath(QStringLiteral("inner")).toStdString());
    std::filesystem::create_symlink(target.toStdString(), folder.filePath(name).toStdString());
    const LoadResult result = loadLab(folder.path().toStdString());
    const auto* const problems = std::get_if<Problems>(&result);
    QCOMPARE(problems != nullptr, told);
    if (told) {
        QCOMPARE(problems->back().kind, ProblemKind::OutsideFolder);
        QCOMPARE(problems->back().subject, name.toStdString());
    }
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

void LoaderTest::labsAreFoundByFolder()
{
    const std::vector<std::string> found = findLabs({ "/nowhere", LABS_FOLDER });
    QVERIFY(found.size() >= 33);
    QVERIFY(found.front().ends_with("/address-in-use"));
    QVERIFY(std::ranges::is_sorted(found));
}

void LoaderTest::switchesBecomeArgumentsAndWirings()
{
    const QTemporaryDir folder;
    writeFiles(folder, smallLab());
    const Lab lab = loadedLab(folder.path().toStdString());
    SwitchValues values = defaultSwitches(lab);
    values["output"] = "terminal";
    values["flush"] = "yes";
    const auto plans = launchPlans(lab, Variant::C, values, { lab.folder, "/cache" });
    QCOMPARE(plans.size(), 1U);
    QCOMPARE(plans[0].argv, (std::vector<std::string> { "./writer", "--flush=yes" }));
    QCOMPARE(plans[0].folder, std::string("/cache"));
    QCOMPARE(plans[0].wiring[1], std::string("terminal"));
    QVERIFY(!launchesLater(lab));
    Lab waits = lab;
    waits.runs.front().later = true;
    QVERIFY(launchesLater(waits));
    waits = lab;
    waits.steps.emplace_back().actions.push_back(DoRun { lab.runs.front().name });
    QVERIFY(launchesLater(waits));
    QCOMPARE(launchPlans(lab, Variant::C, {}, {})[0].wiring[0], std::string("terminal"));
    QCOMPARE(
        launchPlans(lab, Variant::Python, {}, { "/mine", "" })[0].folder, std::string("/mine"));
}

void LoaderTest::aValueWithAPythonFlagGoesToTheInterpreter()
{
    const Lab lab = loadedLab(LABS_FOLDER "/delayed-output");
    SwitchValues values = defaultSwitches(lab);
    values["mode"] = "none";
    const auto python = launchPlans(lab, Variant::Python, values, {})[0];
    QCOMPARE(python.argv.at(1), std::string("-u"));
    QVERIFY(std::ranges::find(python.argv, "--mode=none") == python.argv.end());
    QCOMPARE(python.environment, (std::vector<std::string> { "PYTHONUNBUFFERED=" }));
    const auto c = launchPlans(lab, Variant::C, values, {})[0];
    QVERIFY(std::ranges::find(c.argv, "--mode=none") != c.argv.end());
    QCOMPARE(c.wiring[1], std::string("pipe"));
}

void LoaderTest::everyCFileIsBuiltOnce()
{
    const QTemporaryDir built;
    const ProgramFolders folders { LABS_FOLDER "/endless-dialog", built.path().toStdString() };
    const auto steps = buildSteps(folders);
    QCOMPARE(steps.size(), 2U);
    QCOMPARE(steps[0].output, folders.built + "/child");
    QCOMPARE(steps[0].argv.front(), std::string("cc"));
    QCOMPARE(steps[0].argv.back(), steps[0].source);
    QVERIFY(needsBuild(steps[0]));
    writeFiles(built, { { "child", "" } });
    QVERIFY(!needsBuild(steps[0]));
}

void LoaderTest::aProgramIsBuiltAgainWhenWhatItIncludesHasChanged()
{
    const QTemporaryDir sources;
    const QTemporaryDir built;
    writeFiles(sources, { { "child.c", "" }, { "mark.h", "" }, { "notes.txt", "" } });
    writeFiles(built, { { "child", "" } });
    const BuildStep step
        = buildSteps({ sources.path().toStdString(), built.path().toStdString() }).at(0);
    const auto changed = [&](const char* file, int secondsAgo) {
        std::filesystem::last_write_time(sources.filePath(QLatin1String(file)).toStdString(),
            std::filesystem::last_write_time(step.output) - std::chrono::seconds(secondsAgo));
    };
    changed("child.c", 60);
    changed("mark.h", 60);
    changed("notes.txt", -60);
    QVERIFY(!needsBuild(step));
    changed("mark.h", -60);
    QVERIFY(needsBuild(step));
}

void LoaderTest::aMissingProgramOfTheMachineIsNamed()
{
    const QByteArray path = qgetenv("PATH");
    const Lab lab = loadedLab(LABS_FOLDER "/endless-dialog");
    qputenv("PATH", "/nowhere");
    const auto python = missingPrograms(lab, Variant::Python);
    const auto c = missingPrograms(lab, Variant::C);
    qputenv("PATH", path);
    QCOMPARE(python, (std::vector<std::string> { "python3" }));
    QCOMPARE(c, (std::vector<std::string> { "cc" }));
    QVERIFY(missingPrograms(lab, Variant::C).empty());
}

QTEST_GUILESS_MAIN(LoaderTest)
#include "loader_test.moc"
