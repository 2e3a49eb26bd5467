// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/known_lab.h"
#include "app/languages.h"
#include "app/report_pictures.h"
#include "tests/app/open_window.h"
#include "tests/core/support/log_builder.h"
#include "tests/words.h"

#include <QCryptographicHash>
#include <QImage>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// The session of tests/sessions, and what a learner did in it.
struct Story : LogBuilder {
    Story()
    {
        launchSelf(1).launch(10).exec(10, { "parent" }).channel(1);
        reads(10, 3, 1).writes(10, 4, 1).fork(10, 20).exec(20, { "child" });
    }
    Story& did(std::string_view what, std::string_view detail, std::optional<EventIndex> at = {})
    {
        UserAction action { what, detail, {} };
        action.moment = at;
        add(1, action);
        return *this;
    }
    Story& found(FindingKind kind)
    {
        const std::array pids { Pid { 20 } };
        FindingBegan finding;
        finding.kind = kind;
        finding.pids = pids;
        add(0, finding);
        return *this;
    }
};

SessionHeader header(const char* lab = "", const char* learner = "")
{
    SessionHeader made;
    made.lab = lab;
    made.learner = learner;
    made.variant = "c";
    made.startedAt = "2026-11-21T10:15:00";
    if (made.lab.empty())
        made.command = { "parent", "--now" };
    return made;
}

QByteArray htmlOf(const EventLog& log, const SessionHeader& header, const Lab* lab = nullptr,
    const char* language = "en")
{
    Report report = makeReport(log, log.size(), header, lab, q(language), 0);
    drawAll(report, log);
    return reportHtml(report);
}

int countOf(const QByteArray& html, const char* pattern)
{
    int count = 0;
    for (auto all = QRegularExpression(q(pattern)).globalMatch(QString::fromUtf8(html));
         all.hasNext(); all.next())
        ++count;
    return count;
}

} // namespace

// A run for who was not there.
class ReportTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void itSaysWhoDidWhatAndWhen();
    void theLabsWordsAreInTheLanguage();
    void aPredictionIsComparedWithWhatHappened();
    void whatWasFoundIsSaidInWords();
    void whenAllHaveEndedThePictureIsOfBefore();
    void eachBookmarkHasAPictureOfItsMoment();
    void anotherBookmarkOfTheMomentReplacesIt();
    void thereIsNoEndOfPicturesButABound();
    void nothingIsInterpreted();
    void nothingIsLoadedAndNothingRuns();
    void itIsValid_data();
    void itIsValid();
    void anEmptySessionHasAReport();
    void whatCannotBeWrittenIsAnError();

private:
    std::optional<Lab> m_lab;
};

void ReportTest::initTestCase()
{
    m_lab = knownLab(labFolders(), "delayed-output");
    QVERIFY(m_lab);
}

void ReportTest::itSaysWhoDidWhatAndWhen()
{
    Story story;
    const std::string first = m_lab->steps[0].id;
    story.did("step", first);
    const QByteArray html = htmlOf(story.log(), header("delayed-output", "Ana Núñez"), &*m_lab);
    QVERIFY(html.contains("<dd>Ana Núñez</dd>"));
    QVERIFY(html.contains("<title>Ana Núñez — "));
    QVERIFY(html.contains("<dd>C</dd>") && html.contains("21 November 2026"));
    const QByteArray steps = QByteArray::number(qsizetype(m_lab->steps.size()));
    QVERIFY2(html.contains("Steps done: 1 of " + steps), html.left(3000).constData());
    QCOMPARE(countOf(html, "<li class=\"done\">"), 1);
    QCOMPARE(countOf(html, "<li class=\"open\">"), int(m_lab->steps.size()) - 1);
    QVERIFY(!htmlOf(story.log(), header("delayed-output"), &*m_lab).contains("<dt>Learner</dt>"));
}

void ReportTest::theLabsWordsAreInTheLanguage()
{
    Languages languages;
    for (const char* const code : { "en", "es" }) {
        languages.speak(q(code));
        const QByteArray html = htmlOf(Story().log(), header("delayed-output"), &*m_lab, code);
        QVERIFY(html.contains(QByteArray("<html lang=\"") + code));
        QVERIFY(html.contains(QByteArray::fromStdString(m_lab->guideIn(code).title)));
        QVERIFY(html.contains(code == QByteArray("es") ? "Pasos hechos" : "Steps done"));
    }
    languages.speak(q("en"));
}

void ReportTest::aPredictionIsComparedWithWhatHappened()
{
    const auto asks = std::ranges::find_if(
        m_lab->steps, [](const LabStep& step) { return step.ask.has_value(); });
    QVERIFY(asks != m_lab->steps.end());
    const std::vector<std::string> words = choices(*asks->ask);
    for (const bool right : { false, true }) {
        Story story;
        const auto of = [&](std::size_t choice) { return asks->id + "=" + words.at(choice); };
        const std::string first = of(right ? 1 : 0);
        story.did("predict", first).did("predict", of(1)).did("step", asks->id);
        story.did("answer", of(1));
        const QByteArray html = htmlOf(story.log(), header("delayed-output"), &*m_lab);
        QCOMPARE(html.contains("Not right at first"), !right);
        QCOMPARE(html.contains("Right at first"), right);
        QCOMPARE(html.contains("Then: "), !right);
        QVERIFY(html.contains("Predicted: ") && html.contains("What happened: "));
        QVERIFY(!html.contains("..") && !html.contains("(done at 0 s)"));
    }
}

void ReportTest::whatWasFoundIsSaidInWords()
{
    Story story;
    QVERIFY(htmlOf(story.log(), header()).contains("Nothing that was stuck"));
    story.exit(20);
    story.found(FindingKind::Zombie);
    const QByteArray html = htmlOf(story.log(), header());
    QVERIFY(html.contains("<strong>Zombie</strong>") && html.contains("child"));
    QVERIFY(!html.contains("Nothing that was stuck"));
}

void ReportTest::whenAllHaveEndedThePictureIsOfBefore()
{
    Story story;
    story.exit(20);
    const EventIndex before = story.log().size();
    story.exit(10);
    story.launch(30).exit(30).reap(30, 1);
    story.did("bookmark", "late", before + 2);
    const Report report
        = makeReport(story.log(), story.log().size(), header(), nullptr, q("en"), 0);
    QCOMPARE(report.pictures.size(), std::size_t { 1 });
    QCOMPARE(report.pictures[0].moment, before + 2);
    QCOMPARE(report.pictures[0].captions,
        (QStringList { q("late"), q("Before the last program ended") }));
}

void ReportTest::eachBookmarkHasAPictureOfItsMoment()
{
    Story story;
    const EventIndex early = 3;
    story.did("bookmark", "only the parent", early);
    Report report = makeReport(story.log(), story.log().size(), header(), nullptr, q("en"), 0);
    drawAll(report, story.log());
    QCOMPARE(report.pictures.size(), std::size_t { 2 });
    QCOMPARE(report.pictures[0].moment, early);
    QCOMPARE(report.pictures[0].captions, QStringList { q("only the parent") });
    QCOMPARE(report.pictures[1].moment, story.log().size());
    for (const ReportPicture& picture : report.pictures) {
        const QImage image = picture.image;
        QCOMPARE(image.size(), QSize(1920, 1080));
    }
    QVERIFY(report.pictures[0].image != report.pictures[1].image);
    QVERIFY2(report.pictures[1].description.contains(q("child")),
        qPrintable(report.pictures[1].description));
    QVERIFY(!report.pictures[0].description.contains(q("child")));
}

void ReportTest::anotherBookmarkOfTheMomentReplacesIt()
{
    Story story;
    story.did("bookmark", "first", 3).did("bookmark", "gone", 4);
    story.did("bookmark", "second", 3).did("bookmark", "", 4).did("bookmark", "beyond", 1'000'000);
    const Report report
        = makeReport(story.log(), story.log().size(), header(), nullptr, q("en"), 0);
    QCOMPARE(report.pictures.size(), std::size_t { 3 });
    QCOMPARE(report.pictures[0].captions, QStringList { q("second") });
    QCOMPARE(report.pictures[1].moment, story.log().size() - 1); // as the window has it: where said
    QCOMPARE(report.pictures[1].captions, QStringList { q("beyond") });
    QCOMPARE(report.pictures[2].captions, QStringList { q("At the end") });
}

void ReportTest::thereIsNoEndOfPicturesButABound()
{
    Story story;
    for (EventIndex i = 0; i < 1000; ++i)
        story.did("bookmark", "here", i).found(FindingKind::Zombie);
    const Report report
        = makeReport(story.log(), story.log().size(), header(), nullptr, q("en"), 0);
    QVERIFY(report.pictures.size() <= 60);
    QCOMPARE(report.findings.size(), std::size_t { 100 });
    QCOMPARE(report.moreFindings, quint64 { 900 });
}

void ReportTest::nothingIsInterpreted()
{
    const char* const markup = "<script>alert(1)</script>\"'&<img src=x onerror=y>\x1b[31m";
    Story story;
    story.exec(20, { markup }).exit(20);
    story.found(FindingKind::Zombie).did("bookmark", markup, 3);
    story.did("predict", std::string("x=") + markup).did("answer", std::string("x=") + markup);
    SessionHeader made = header(markup, markup);
    made.variant = made.startedAt = markup;
    for (const bool command : { false, true }) {
        if (command) {
            made.lab.clear();
            made.command = { markup };
        }
        const QByteArray html = htmlOf(story.log(), made);
        QVERIFY(html.contains("&lt;script&gt;"));
        QVERIFY(
            !html.contains("<script") && !html.contains("onerror=y>") && !html.contains('\x1b'));
        QCOMPARE(countOf(html, "<img "), 3);
        QCOMPARE(countOf(html, "<img alt=\"[^\"<>]*\" src=\"data:image/png;base64,[^\"]*\">"), 3);
    }
}

void ReportTest::nothingIsLoadedAndNothingRuns()
{
    const QByteArray html = htmlOf(Story().log(), header());
    QVERIFY(
        html.contains("Content-Security-Policy\" content=\"default-src 'none'; img-src data:;"));
    QCOMPARE(countOf(html, "<script|javascript:|\\son\\w+=|https?://|<link|@import|url\\("), 0);
    // The policy lets in this one style, by its hash.
    const QString text = QString::fromUtf8(html);
    const QString style = text.section(q("<style>"), 1).section(q("</style>"), 0, 0);
    const QByteArray hash
        = QCryptographicHash::hash(style.toUtf8(), QCryptographicHash::Sha256).toBase64();
    QVERIFY(html.contains("style-src 'sha256-" + hash + "'"));
}

void ReportTest::itIsValid_data()
{
    QTest::addColumn<bool>("known");
    QTest::newRow("a lab") << true;
    QTest::newRow("a command") << false;
}

void ReportTest::itIsValid()
{
    QFETCH(bool, known);
    if (QStandardPaths::findExecutable(q("tidy")).isEmpty())
        QSKIP("tidy is not installed");
    Story story;
    story.exit(20);
    story.found(FindingKind::Zombie).did("bookmark", "& so <on>", 3);
    QProcess tidy;
    tidy.start(q("tidy"), { q("-e"), q("-q"), q("--show-info"), q("no") });
    tidy.write(
        htmlOf(story.log(), header(known ? "delayed-output" : ""), known ? &*m_lab : nullptr));
    tidy.closeWriteChannel();
    QVERIFY(tidy.waitForFinished());
    QCOMPARE(tidy.readAllStandardError(), QByteArray());
    QCOMPARE(tidy.exitCode(), 0);
}

void ReportTest::anEmptySessionHasAReport()
{
    const EventLog log;
    const QByteArray html = htmlOf(log, SessionHeader {});
    QVERIFY(html.endsWith("</html>\n"));
    QCOMPARE(countOf(html, "<img "), 1);
}

void ReportTest::whatCannotBeWrittenIsAnError()
{
    const Story story;
    const QByteArray html = htmlOf(story.log(), header());
    const auto written = [&](const QString& path) { return writeHtml(html, path); };
    const Status full = written(q("/dev/full"));
    QVERIFY(!full.ok());
    QCOMPARE(full.error().number, ENOSPC);
    QVERIFY(!written(q("/nowhere/report.html")).ok());
    QTemporaryDir folder;
    QVERIFY(written(folder.filePath(q("report.html"))).ok());
}

WINDOW_TEST_MAIN(ReportTest)
#include "report_test.moc"
