// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/lab/small_lab.h"

#include <QRegularExpression>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

QString page(const QString& language)
{
    QFile file(QStringLiteral(DOCS_FOLDER "/writing-labs.%1.md").arg(language));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

// What the loader says it would have understood in the place of something in lab.toml.
QStringList understood(ProblemKind kind, const std::string& old, const std::string& now)
{
    const QTemporaryDir folder;
    auto files = smallLab();
    std::string& toml = files["lab.toml"];
    toml.replace(toml.find(old), old.size(), now);
    writeFiles(folder, files);
    const LoadResult result = loadLab(folder.path().toStdString());
    for (const Problem& problem : std::get<Problems>(result)) {
        if (problem.kind == kind)
            return QString::fromStdString(problem.expected).split(QStringLiteral(", "));
    }
    return {};
}

// A lab in which the pages' examples mean something.
std::map<std::string, std::string> exampleLab(const std::string& step)
{
    const std::string reader = "[[run]]\nname = \"reader\"\nlater = true\n"
                               "c = [\"./writer\"]\npython = [\"python3\", \"writer.py\"]\n";
    const std::string guide = "# T\nQ?\n## s\nW\n### hint flush-off\nH\n### hint killed\nH\n"
                              "### choice one\nC\n### choice many\nC\n## explanation\nE\n";
    auto files = smallLab();
    std::string& toml = files["lab.toml"];
    toml.resize(toml.find("[[step]]"));
    toml += reader + "[[step]]\nid = \"s\"\n" + step + "\n";
    files["guide.en.md"] = files["guide.es.md"] = guide;
    return files;
}

// Are there only problems with texts? Not every example needs those there are.
bool means(const std::string& step)
{
    const QTemporaryDir folder;
    writeFiles(folder, exampleLab(step));
    const LoadResult result = loadLab(folder.path().toStdString());
    const auto* const problems = std::get_if<Problems>(&result);
    return !problems || std::ranges::all_of(*problems, [](const Problem& problem) {
        return problem.kind == ProblemKind::UnknownText;
    });
}

} // namespace

// The pages for who writes labs say all that the loader understands, and nothing else.
class DocsTest : public QObject {
    Q_OBJECT

private slots:
    void everyWordOfTheFormatIsExplained_data();
    void everyWordOfTheFormatIsExplained();
    void everyExampleIsUnderstood_data() { languages(); }
    void everyExampleIsUnderstood();
    void bothPagesHaveTheSameExamples();
    void everyLinkLeadsSomewhere_data() { languages(); }
    void everyLinkLeadsSomewhere();

private:
    static void languages()
    {
        QTest::addColumn<QString>("language");
        QTest::newRow("en") << QStringLiteral("en");
        QTest::newRow("es") << QStringLiteral("es");
    }
    // In the tables: | `{ … }` | …
    static QStringList examples(const QString& language)
    {
        static const QRegularExpression kExample(
            QStringLiteral("^\\| `(\\{ .*? \\})` \\|"), QRegularExpression::MultilineOption);
        QStringList all;
        for (auto found = kExample.globalMatch(page(language)); found.hasNext();)
            all.append(found.next().captured(1));
        return all;
    }
};

void DocsTest::everyWordOfTheFormatIsExplained_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<bool>("key"); // it has a value
    const std::string condition = "{ pending = \"writer.stdout\", above = 0 }";
    const QStringList keys { QStringLiteral("id topic parallel name values python_flags c python "
                                            "command stdin stdout stderr later ask of mode_of "
                                            "choices answer shows do expect hint when say by is "
                                            "kind for in end code text count where has once "
                                            "lasting above below at_least at_most equals to")
                                 .split(u' ') };
    const QStringList conditions
        = understood(ProblemKind::UnknownCondition, condition, "{ nothing = 1 }");
    const QStringList actions
        = understood(ProblemKind::UnknownAction, "{ run = true }", "{ x = 1 }");
    const QStringList wirings
        = understood(ProblemKind::UnknownWiring, "{ switch = \"output\" }", "\"x\"");
    const QStringList places
        = understood(ProblemKind::UnknownPlace, "answer = \"writer\"", "answer = \"x\"");
    const QStringList modes = understood(
        ProblemKind::UnknownMode, condition, "{ mode = \"writer.stdout\", is = \"x\" }");
    const QStringList findings
        = understood(ProblemKind::UnknownFinding, condition, "{ finding = \"x\" }");
    const QStringList reasons
        = understood(ProblemKind::UnknownWord, condition, "{ waiting = \"writer\", for = \"x\" }");
    const QStringList states = understood(ProblemKind::UnknownWord, condition,
        "{ signal = \"SIGINT\", is = \"x\", of = \"writer\" }");
    for (const char* const language : { "en", "es" }) {
        const auto row = [&](const char* what, const QStringList& words, bool key) {
            QTest::addRow("%s, %s", language, what)
                << QString::fromLatin1(language) << words << key;
        };
        row("keys", keys, true);
        row("conditions", conditions, true);
        row("actions", actions, true);
        row("wirings", wirings, false);
        row("places", places, false);
        row("modes", modes, false);
        row("findings", findings, false);
        row("reasons", reasons, false);
        row("states of a signal", states, false);
    }
}

void DocsTest::everyWordOfTheFormatIsExplained()
{
    QFETCH(QString, language);
    QFETCH(QStringList, words);
    QFETCH(bool, key);
    QVERIFY(words.size() > 2);
    const QString all = page(language);
    for (const QString& word : words) {
        // As a key with its value, or as a word of its own in code or in quotes.
        const QString with = key ? QStringLiteral("(?: = |`)") : QStringLiteral("[`\\s\",]");
        const QRegularExpression alone(
            QStringLiteral("[`\\s\"]%1%2").arg(QRegularExpression::escape(word), with));
        QVERIFY2(alone.match(all).hasMatch(), qPrintable(word));
    }
}

void DocsTest::everyExampleIsUnderstood()
{
    QFETCH(QString, language);
    const QStringList all = examples(language);
    QVERIFY(all.size() > 35);
    const std::string expect = "expect = [{ running = \"writer\" }]\n";
    for (const QString& example : all) {
        const std::string text = example.toStdString();
        const bool understoodSomewhere = means("expect = [" + text + "]")
            || means(expect + "do = [" + text + "]") || means(expect + "hint = [" + text + "]")
            || means(expect + "ask = " + text);
        QVERIFY2(understoodSomewhere, qPrintable(example));
    }
}

void DocsTest::bothPagesHaveTheSameExamples()
{
    QCOMPARE(examples(QStringLiteral("es")), examples(QStringLiteral("en")));
    static const QRegularExpression kFact(QStringLiteral("\\{\\{[^}]*\\}\\}"));
    QStringList facts[2];
    for (const auto& [at, language] : { std::pair(0, "en"), std::pair(1, "es") }) {
        for (auto found = kFact.globalMatch(page(QString::fromLatin1(language))); found.hasNext();)
            facts[at].append(found.next().captured());
    }
    QVERIFY(facts[0].size() >= 7);
    QCOMPARE(facts[1], facts[0]);
}

void DocsTest::everyLinkLeadsSomewhere()
{
    QFETCH(QString, language);
    const QString all = page(language);
    static const QRegularExpression kLink(QStringLiteral("\\]\\(([^)]+)\\)"));
    static const QRegularExpression kHeading(
        QStringLiteral("^#+ (.*)$"), QRegularExpression::MultilineOption);
    QStringList anchors;
    for (auto found = kHeading.globalMatch(all); found.hasNext();) {
        QString anchor = found.next().captured(1).toLower();
        anchor.remove(QRegularExpression(
            QStringLiteral("[^\\w\\s-]"), QRegularExpression::UseUnicodePropertiesOption));
        anchors.append(u'#' + anchor.replace(u' ', u'-'));
    }
    for (auto found = kLink.globalMatch(all); found.hasNext();) {
        const QString target = found.next().captured(1);
        const bool there = target.startsWith(QStringLiteral("https://")) || anchors.contains(target)
            || QFile::exists(QStringLiteral(DOCS_FOLDER "/") + target);
        QVERIFY2(there, qPrintable(target));
    }
}

QTEST_GUILESS_MAIN(DocsTest)
#include "docs_test.moc"
