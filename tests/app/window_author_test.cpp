// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new_lab.h"
#include "app/notice_bar.h"
#include "app/trust_look.h"
#include "app/trust_sheet.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"
#include "views/code/code_messages.h"
#include "views/code/code_panel.h"
#include "views/code/code_view.h"
#include "views/guide/guide_panel.h"

#include <QFileInfo>
#include <QLabel>
#include <QScrollBar>
#include <QTabWidget>
#include <QTextCursor>

#include <algorithm>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

} // namespace

// A lab from elsewhere in the window: asked about before it runs, and followed while it is written.
class WindowAuthorTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void beforeTheFirstRunThePersonIsAsked();
    void nothingHidesInTheNamesThatAreAskedAbout();
    void aChangedProgramIsAskedAboutAgain();
    void whatIsStartedBesideIsAskedAboutToo();
    void whatALabHasIsReadWhileTheWindowGoesOn();
    void whoWritesTheLabIsNotAskedAgain();
    void aSavedGuideIsSeenAndTheRunGoesOn();
    void savedStepsAreSeenAndWhatWasDoneStaysDone();
    void aLabThatDoesNotReadIsSaidAndTheOldStays();
    void aSavedProgramIsSeenWhereItWasScrolledTo();
    void theCompilersWarningsAreShownAndTheProgramRuns();
    void whatDoesNotCompileDidNotRunTooEarly();
    void aCopyOfALabIsEditedAndRunAndTheOriginalComesBack();

private:
    void replaceIn(const QString& file, const QByteArray& old, const QByteArray& now);
    TrustSheet* sheet() const { return m_window->findChild<TrustSheet*>(); }
    void agree();
    NoticeBar* notice() const;
    const GuideContent& guide() const { return m_window->findChild<GuidePanel*>()->content(); }
    CodeView* code(const QString& file) const;
    GuideStage stage(std::size_t step) const { return guide().steps.at(step).state; }
    bool busy() const { return m_window->presenter().busy(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowAuthorTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto lab = makeLab(q("mine"), m_folder->path());
    QVERIFY(lab.ok());
    m_window
        = std::make_unique<MainWindow>(WindowOptions { *lab, q("en"), false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_person = std::make_unique<Person>(*m_window);
    QCOMPARE(guide().labTitle, q("New lab"));
}

void WindowAuthorTest::cleanup()
{
    m_person.reset();
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowAuthorTest::replaceIn(const QString& name, const QByteArray& old, const QByteArray& now)
{
    QFile file(m_folder->filePath(q("mine/") + name));
    QVERIFY(file.open(QIODevice::ReadWrite));
    QByteArray content = file.readAll();
    QVERIFY2(content.contains(old), old.constData());
    content.replace(old, now);
    file.resize(0);
    file.seek(0);
    file.write(content);
}

void WindowAuthorTest::agree()
{
    QVERIFY(m_person->clickButton(q("Run")));
    QTRY_VERIFY(sheet() && sheet()->isVisible());
    QVERIFY(Person(*sheet()).clickButton(q("Run")));
    QTRY_VERIFY_WITH_TIMEOUT(busy(), kPatience);
    QTRY_VERIFY(!sheet());
}

NoticeBar* WindowAuthorTest::notice() const
{
    for (NoticeBar* const bar : m_window->findChildren<NoticeBar*>()) {
        if (bar->isVisible())
            return bar;
    }
    return nullptr;
}

CodeView* WindowAuthorTest::code(const QString& file) const
{
    for (CodeView* const view : m_window->findChildren<CodeView*>()) {
        if (view->accessibleName() == file)
            return view;
    }
    return nullptr;
}

void WindowAuthorTest::beforeTheFirstRunThePersonIsAsked()
{
    QVERIFY(m_person->clickButton(q("Run")));
    QTRY_VERIFY(sheet() && sheet()->isVisible());
    QVERIFY(!busy());
    QStringList shown;
    for (const QPlainTextEdit* const list : sheet()->findChildren<QPlainTextEdit*>())
        shown.append(list->toPlainText());
    QCOMPARE(
        shown, QStringList({ q("./hello\npython3 hello.py"), q("hello.c\nhello.py\nlab.toml") }));
    QTest::keyClick(sheet(), Qt::Key_Return); // nothing was chosen
    QTRY_VERIFY(!sheet());
    QVERIFY(!busy());
    QCOMPARE(m_window->presenter().session(), nullptr);

    agree();
    QTRY_VERIFY(!sheet());
    QVERIFY(m_person->clickButton(q("Stop")));
    QTRY_VERIFY_WITH_TIMEOUT(!busy(), kPatience);
    QVERIFY(m_person->clickButton(q("Run"))); // and is not asked again
    QVERIFY(!sheet());
    QTRY_VERIFY_WITH_TIMEOUT(busy(), kPatience);
}

void WindowAuthorTest::nothingHidesInTheNamesThatAreAskedAbout()
{
    QFile file(m_folder->filePath(q("mine/a\u202Eyp.exe")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    QVERIFY(m_person->clickButton(q("Run")));
    QTRY_VERIFY(sheet() && sheet()->isVisible());
    QString shown;
    for (const QPlainTextEdit* const list : sheet()->findChildren<QPlainTextEdit*>())
        shown += list->toPlainText();
    QVERIFY2(shown.contains(q("a‹U+202E›yp.exe")), qPrintable(shown));
    QVERIFY(Person(*sheet()).clickButton(q("Don't run")));
}

void WindowAuthorTest::aChangedProgramIsAskedAboutAgain()
{
    agree();
    replaceIn(q("hello.c"), "/* Greets", "/* Says hello");
    QVERIFY(m_person->clickButton(q("Run")));
    QTRY_VERIFY(sheet());
    QVERIFY(Person(*sheet()).clickButton(q("Don't run")));
}

void WindowAuthorTest::whatIsStartedBesideIsAskedAboutToo()
{
    replaceIn(q("lab.toml"), "# The first step",
        "[[run]]\nname = \"later\"\nlater = true\nc = [\"./hello\"]\n"
        "python = [\"python3\", \"hello.py\"]\nstdin = \"pipe\"\n# The first step");
    QTRY_VERIFY_WITH_TIMEOUT(m_person->button(q("Start later")), kPatience);
    QVERIFY(m_person->clickButton(q("Start later")));
    QTRY_VERIFY(sheet() && sheet()->isVisible());
    QVERIFY(!busy());
    QVERIFY(Person(*sheet()).clickButton(q("Run")));
    QTRY_COMPARE_WITH_TIMEOUT(m_window->cursor().world().named("hello.py").size(), 1U, kPatience);
}

// It may be 64 MiB.
void WindowAuthorTest::whatALabHasIsReadWhileTheWindowGoesOn()
{
    LabPresenter& presenter = m_window->presenter();
    presenter.run();
    QVERIFY(!sheet());
    QTRY_VERIFY(sheet() && sheet()->isVisible());
    QVERIFY(Person(*sheet()).clickButton(q("Don't run")));
    QTRY_VERIFY(!sheet());
    presenter.run();
    m_window->showCatalog(); // the person has left it
    QTRY_VERIFY(!presenter.findChild<TrustLook*>());
    QVERIFY(!sheet());
}

void WindowAuthorTest::whoWritesTheLabIsNotAskedAgain()
{
    QVERIFY(m_person->clickButton(q("Run")));
    QTRY_VERIFY(sheet() && sheet()->isVisible());
    QVERIFY(Person(*sheet()).clickButton(q("I write this lab: do not ask again when it changes")));
    QVERIFY(Person(*sheet()).clickButton(q("Run")));
    QTRY_VERIFY_WITH_TIMEOUT(busy(), kPatience);
    QTRY_VERIFY(!sheet());
    replaceIn(q("hello.c"), "/* Greets", "/* Says hello");
    QVERIFY(m_person->clickButton(q("Run")));
    QVERIFY(!sheet());
    QTRY_VERIFY_WITH_TIMEOUT(busy(), kPatience);
}

void WindowAuthorTest::aSavedGuideIsSeenAndTheRunGoesOn()
{
    m_window->presenter().predict(q("where"), q("writer"));
    agree();
    QTRY_COMPARE_WITH_TIMEOUT(stage(0), GuideStage::Done, kPatience);
    QCOMPARE(stage(1), GuideStage::Current);
    replaceIn(q("guide.en.md"), "# New lab", "# Where is it?");
    replaceIn(q("guide.en.md"), "Answer the program:", "Now answer:");
    QTRY_COMPARE_WITH_TIMEOUT(guide().labTitle, q("Where is it?"), kPatience);
    QVERIFY(guide().steps.at(1).text.startsWith(q("Now answer:")));
    QCOMPARE(m_window->windowTitle(), q("Where is it? — IPC Lab"));
    QCOMPARE(stage(0), GuideStage::Done);
    QVERIFY(busy());
    m_window->presenter().send(q("hello"), "\n"); // of the same run
    QTRY_COMPARE_WITH_TIMEOUT(stage(1), GuideStage::Done, kPatience);
}

void WindowAuthorTest::savedStepsAreSeenAndWhatWasDoneStaysDone()
{
    m_window->presenter().predict(q("where"), q("reader"));
    agree();
    QTRY_COMPARE_WITH_TIMEOUT(stage(0), GuideStage::Done, kPatience);
    replaceIn(q("guide.en.md"), "## end\n", "## still\nIt waits.\n\n## end\n");
    replaceIn(q("guide.es.md"), "## end\n", "## still\nEspera.\n\n## end\n");
    replaceIn(q("lab.toml"), "# The second step",
        "[[step]]\nid = \"still\"\nexpect = [{ running = \"hello\" }]\n# The second step");
    QTRY_COMPARE_WITH_TIMEOUT(guide().steps.size(), 4U, kPatience);
    QCOMPARE(stage(0), GuideStage::Done);
    QCOMPARE(guide().steps.at(0).chosen, q("reader"));
    m_window->presenter().send(q("hello"), "\n");
    // "still" needs another event to be looked at; it was true then, and "end" is next.
    QTRY_COMPARE_WITH_TIMEOUT(stage(1), GuideStage::Done, kPatience);
}

void WindowAuthorTest::aLabThatDoesNotReadIsSaidAndTheOldStays()
{
    replaceIn(q("lab.toml"), "topic = ", "topik = ");
    QTRY_VERIFY_WITH_TIMEOUT(notice(), kPatience);
    QVERIFY(notice()->findChildren<QLabel*>().at(1)->text().contains(q("“topik”"))
        || notice()->findChildren<QLabel*>().at(0)->text().contains(q("“topik”")));
    QCOMPARE(guide().labTitle, q("New lab"));
    QCOMPARE(guide().steps.size(), 3U);
    replaceIn(q("lab.toml"), "topik = ", "topic = ");
    QTRY_VERIFY_WITH_TIMEOUT(!notice(), kPatience);
}

void WindowAuthorTest::aSavedProgramIsSeenWhereItWasScrolledTo()
{
    m_window->presenter().setVariant(Variant::C);
    auto* const tabs = m_window->findChild<QTabWidget*>();
    tabs->setCurrentIndex(2);
    QTRY_VERIFY(code(q("hello.c")));
    CodeView* const view = code(q("hello.c"));
    QTRY_VERIFY(view->verticalScrollBar()->maximum() > 2);
    view->verticalScrollBar()->setValue(2);
    replaceIn(q("hello.c"), "/* Greets", "/* Says hello");
    QTRY_VERIFY_WITH_TIMEOUT(
        code(q("hello.c"))->toPlainText().contains(q("Says hello")), kPatience);
    QCOMPARE(code(q("hello.c"))->verticalScrollBar()->value(), 2);
}

void WindowAuthorTest::theCompilersWarningsAreShownAndTheProgramRuns()
{
    replaceIn(q("hello.c"), "char line[100];", "char line[100]; int spare;");
    m_window->presenter().setVariant(Variant::C);
    const auto* const messages = m_window->findChild<CodeMessages*>();
    const auto warned = [&] {
        return messages->count() > 0
            && !messages->findItems(q("unused variable"), Qt::MatchContains).isEmpty();
    };
    agree();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->cursor().world().named("hello").empty(), kPatience);
    QVERIFY(warned());
    QVERIFY(notice() && notice()->message().contains(q("warnings")));
    QVERIFY(m_person->clickButton(q("offered")));
    QTRY_VERIFY(messages->isVisible());
    for (int i = 0; i < 2; ++i) { // what is built already has them still
        m_window->presenter().reset();
        QTRY_VERIFY_WITH_TIMEOUT(!busy(), kPatience);
        QVERIFY(!warned());
        m_window->presenter().run();
        QTRY_VERIFY_WITH_TIMEOUT(busy() && warned(), kPatience);
        QVERIFY(!notice()); // that is no news
        if (i == 0)
            continue;
        QTRY_VERIFY_WITH_TIMEOUT(!m_window->cursor().world().named("hello").empty(), kPatience);
        replaceIn(q("hello.c"), " int spare;", "");
    }
    QTRY_VERIFY_WITH_TIMEOUT(!code(q("hello.c"))->toPlainText().contains(q("spare")), kPatience);
    m_window->presenter().reset();
    m_window->presenter().run();
    QTRY_VERIFY_WITH_TIMEOUT((sheet() && sheet()->isVisible()) || busy(), kPatience);
    if (sheet())
        QVERIFY(Person(*sheet()).clickButton(q("Run")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->cursor().world().named("hello").empty(), kPatience);
    QVERIFY(!warned());
}

void WindowAuthorTest::whatDoesNotCompileDidNotRunTooEarly()
{
    replaceIn(q("hello.c"), "char line[100];", "char line[100]; int");
    m_window->presenter().setVariant(Variant::C);
    const auto* const messages = m_window->findChild<CodeMessages*>();
    QVERIFY(m_person->clickButton(q("Run")));
    QTRY_VERIFY(sheet() && sheet()->isVisible());
    QVERIFY(Person(*sheet()).clickButton(q("Run")));
    QTRY_VERIFY_WITH_TIMEOUT(messages->count() > 0, kPatience);
    QVERIFY(m_window->cursor().world().named("hello").empty());
    QVERIFY(!m_window->presenter().ranTooEarly());
}

// Programs of IPC Lab's are only read; a copy is changed, runs as it was changed without being
// asked about, and is there the next time, until the person goes back.
void WindowAuthorTest::aCopyOfALabIsEditedAndRunAndTheOriginalComesBack()
{
    m_window->openLab(q("delayed-output"));
    const auto folder = [&] { return m_window->presenter().runner()->lab().folder; };
    const std::string original = folder();
    auto* const panel = m_window->findChild<CodePanel*>();
    auto* const tabs = m_window->findChild<QTabWidget*>(q("panels"));
    tabs->setCurrentWidget(panel);
    QTRY_VERIFY(code(q("writer.py")));
    QVERIFY(code(q("writer.py"))->isReadOnly());
    QVERIFY(m_person->clickButton(q("editCopy")));
    QTRY_VERIFY(folder() != original);
    const std::string copy = folder();
    QTRY_VERIFY(code(q("writer.py")) && !code(q("writer.py"))->isReadOnly());
    CodeView* const view = code(q("writer.py"));
    QTextCursor cursor = view->document()->find(q("line {n}"));
    QVERIFY(!cursor.isNull());
    view->setTextCursor(cursor);
    view->setFocus();
    QTest::keyClicks(view, q("other {n}"));
    QVERIFY(m_person->button(q("saveCode"))->isEnabled());
    QVERIFY(m_person->clickButton(q("run"))); // saves
    QVERIFY(!sheet());
    QVERIFY(!m_person->button(q("saveCode"))->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(std::ranges::any_of(m_window->cursor().world().named("writer"),
                                 [](const Process* writer) {
                                     return writer->streamOn(1)
                                         && writer->streamOn(1)->bytes.find("other 1")
                                         != std::string::npos;
                                 }),
        kPatience);
    QCOMPARE(LabCatalog(labFolders()).find(q("delayed-output"))->folder, copy); // the next time

    QVERIFY(m_person->clickButton(q("original")));
    QTRY_COMPARE(folder(), original);
    QVERIFY(!QFileInfo::exists(QString::fromStdString(copy)));
    QCOMPARE(LabCatalog(labFolders()).find(q("delayed-output"))->folder, original);
    QTRY_VERIFY(code(q("writer.py")) && code(q("writer.py"))->isReadOnly());
    QVERIFY(code(q("writer.py"))->toPlainText().contains(q("line {n}")));

    QVERIFY(m_person->clickButton(q("keptCopy"))); // nothing of it is lost
    QTRY_COMPARE(folder(), copy);
    QTRY_VERIFY(code(q("writer.py")) && !code(q("writer.py"))->isReadOnly());
    QVERIFY(code(q("writer.py"))->toPlainText().contains(q("other {n}")));
    QVERIFY(m_person->clickButton(q("run"))); // and it is trusted still
    QVERIFY(!sheet());
    QVERIFY(m_person->clickButton(q("original")));
    QTRY_COMPARE(folder(), original);
    QVERIFY(notice());
    QVERIFY(m_person->clickButton(q("Back to my copy")));
    QTRY_COMPARE(folder(), copy);

    QVERIFY(m_person->clickButton(q("changes")));
    QVERIFY(panel->changesShown());
}

WINDOW_TEST_MAIN(WindowAuthorTest)
#include "window_author_test.moc"
