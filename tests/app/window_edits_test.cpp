// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_copy.h"
#include "app/lab_trust.h"
#include "app/new_lab.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"
#include "views/catalog/catalog_view.h"
#include "views/code/code_panel.h"
#include "views/code/code_view.h"
#include "views/guide/guide_panel.h"

#include <QAction>
#include <QLabel>
#include <QTabWidget>
#include <QTextCursor>

#include <csignal>
#include <sys/resource.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

// No file may be longer than a few bytes, as on a disk that is full.
class FullDisk {
public:
    FullDisk()
    {
        std::signal(SIGXFSZ, SIG_IGN);
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit small { 10, m_before.rlim_max };
        ::setrlimit(RLIMIT_FSIZE, &small);
    }
    ~FullDisk() { ::setrlimit(RLIMIT_FSIZE, &m_before); }
    FullDisk(const FullDisk&) = delete;
    FullDisk& operator=(const FullDisk&) = delete;

private:
    rlimit m_before {};
};

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool replaceIn(const QString& path, const QByteArray& old, const QByteArray& now)
{
    const QByteArray before = contentOf(path);
    QByteArray after = before;
    after.replace(old, now);
    QFile file(path);
    return before != after && file.open(QIODevice::WriteOnly) && file.write(after) == after.size();
}

QString ownFolder()
{
    return QString::fromStdString(labFolders().front());
}

} // namespace

// The learner's own programs while they are edited: nothing of that is lost unasked, and what is
// shown is what runs. And labs that change while nobody looks.
class WindowEditsTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatCannotBeSavedStaysAndDoesNotRun();
    void whoLeavesWithoutASaveIsAskedFirst();
    void aWindowIsNotClosedOverWhatIsNotSaved();
    void aProgramThatIsStartedBesideIsTheOneThatIsShown();
    void aStepThatIsShownGoesOnWhenWhatItRunsWasJustSaved();
    void aChangeFromElsewhereTakesNoEditAway();
    void anEditedLabIsReadWhenItIsOpenedAgain();
    void aFolderThatCameIsInTheCatalogWhenItIsShownAgain();
    void aLabThatIsGoneIsSaidAndLeftAlone();
    void whoBeginsAgainCanHaveItBack();
    void theGuideThatHasAllTheRoomKeepsItWhenAllBeginsAgain();
    void theStripSpeaksTheNewLanguage();
    void whatCanBeAskedForIsEnabled();
    void aLongNameMakesTheWindowNoWider();

private:
    void edit();
    void openMine();
    QString path(const char* file) const
    {
        return QString::fromStdString(m_window->presenter().runner()->lab().folder) + q("/")
            + q(file);
    }
    CodeView* code(const QString& file) const;
    QAction* action(const char* name) const { return m_window->findChild<QAction*>(q(name)); }
    QString notice() const { return shownNotice(*m_window); }

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowEditsTest::init()
{
    QDir(ownFolder()).removeRecursively();
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, q("en"), false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_person = std::make_unique<Person>(*m_window);
}

void WindowEditsTest::cleanup()
{
    m_person.reset();
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

CodeView* WindowEditsTest::code(const QString& file) const
{
    for (CodeView* const view : m_window->findChildren<CodeView*>()) {
        if (view->accessibleName() == file)
            return view;
    }
    return nullptr;
}

// In a copy of a lab, which is not saved.
void WindowEditsTest::edit()
{
    m_window->openLab(q("delayed-output"));
    m_window->findChild<QTabWidget*>(q("panels"))
        ->setCurrentWidget(m_window->findChild<CodePanel*>());
    QVERIFY(m_person->clickButton(q("editCopy")));
    QTRY_VERIFY(code(q("writer.py")) && !code(q("writer.py"))->isReadOnly());
    CodeView* const view = code(q("writer.py"));
    const QTextCursor found = view->document()->find(q("line {n}"));
    QVERIFY(!found.isNull());
    view->setTextCursor(found);
    view->setFocus();
    QTest::keyClicks(view, q("other {n}"));
}

// A lab of one's own, in the user's folder.
void WindowEditsTest::openMine()
{
    QDir().mkpath(ownFolder());
    const auto made = makeLab(q("mine"), ownFolder());
    QVERIFY(made.ok());
    QVERIFY(trustFolder(made->toStdString()).ok());
    m_window->showCatalog();
    m_window->openLab(q("mine"));
    QVERIFY(m_window->presenter().runner());
}

void WindowEditsTest::whatCannotBeSavedStaysAndDoesNotRun()
{
    edit();
    {
        const FullDisk full;
        QVERIFY(m_person->clickButton(q("run")));
        QVERIFY2(notice().startsWith(q("What you changed is not saved.")), qPrintable(notice()));
        QVERIFY(!m_window->presenter().session());
        m_window->presenter().setVariant(Variant::C);
        QVERIFY(code(q("writer.py"))); // it is all that there is of it
        m_window->presenter().setVariant(Variant::Python);
        QVERIFY(notice().startsWith(q("What you changed is not saved.")));
    }
    QVERIFY(code(q("writer.py"))->toPlainText().contains(q("other {n}")));
    QVERIFY(!contentOf(path("writer.py")).contains("other {n}"));
    QVERIFY(m_person->clickButton(q("run")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->presenter().busy(), kPatience);
    QVERIFY(contentOf(path("writer.py")).contains("other {n}"));
}

void WindowEditsTest::whoLeavesWithoutASaveIsAskedFirst()
{
    edit();
    const QString file = path("writer.py");
    {
        const FullDisk full;
        m_window->showCatalog();
        QVERIFY(m_window->presenter().runner());
        QVERIFY2(notice().startsWith(q("What you changed is not saved.")), qPrintable(notice()));
    }
    const QByteArray before = contentOf(file);
    QVERIFY(m_person->clickButton(q("Leave without saving")));
    QTRY_VERIFY(!m_window->presenter().runner());
    QVERIFY(m_window->findChild<CatalogView*>()->isVisible());
    QCOMPARE(contentOf(file), before);
    m_window->openLab(q("delayed-output"));
    QVERIFY(!code(q("writer.py"))->toPlainText().contains(q("other {n}")));
}

void WindowEditsTest::aWindowIsNotClosedOverWhatIsNotSaved()
{
    edit();
    const QString file = path("writer.py");
    {
        const FullDisk full;
        QVERIFY(!m_window->close());
        QVERIFY(m_window->isVisible());
        QVERIFY(notice().startsWith(q("What you changed is not saved.")));
    }
    QVERIFY(m_window->close());
    QVERIFY(contentOf(file).contains("other {n}"));
}

void WindowEditsTest::aProgramThatIsStartedBesideIsTheOneThatIsShown()
{
    openMine();
    QVERIFY(replaceIn(path("lab.toml"), "# The first step",
        "[[run]]\nname = \"later\"\nlater = true\nc = [\"./hello\"]\n"
        "python = [\"python3\", \"hello.py\"]\nstdin = \"pipe\"\n# The first step"));
    QTRY_VERIFY_WITH_TIMEOUT(m_person->button(q("Start later")), kPatience);
    m_window->findChild<QTabWidget*>(q("panels"))
        ->setCurrentWidget(m_window->findChild<CodePanel*>());
    QTRY_VERIFY(code(q("hello.py")) && !code(q("hello.py"))->isReadOnly());
    QTest::keyClicks(code(q("hello.py")), q("# mine "));
    QVERIFY(!contentOf(path("hello.py")).contains("# mine "));
    QVERIFY(m_person->clickButton(q("Start later")));
    QVERIFY(contentOf(path("hello.py")).contains("# mine "));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->presenter().busy(), kPatience);
}

// The save is noticed when the step is on its way.
void WindowEditsTest::aStepThatIsShownGoesOnWhenWhatItRunsWasJustSaved()
{
    edit();
    LabPresenter& presenter = m_window->presenter();
    QSignalSpy replaced(&presenter, &LabPresenter::labReplaced);
    presenter.showStep();
    QVERIFY(contentOf(path("writer.py")).contains("other {n}"));
    QVERIFY(replaced.wait(kPatience));
    QTRY_VERIFY_WITH_TIMEOUT(presenter.runner()->step(0).done, kPatience);
    QVERIFY(presenter.runner()->step(0).demonstrated);
}

void WindowEditsTest::aChangeFromElsewhereTakesNoEditAway()
{
    edit();
    QVERIFY(replaceIn(path("writer.py"), "import time", "import time  # theirs"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(q("was changed elsewhere")), kPatience);
    QVERIFY(code(q("writer.py"))->toPlainText().contains(q("other {n}")));
    QVERIFY(m_person->button(q("saveCode"))->isEnabled());
    QVERIFY(m_person->clickButton(q("Take the other text")));
    QVERIFY(code(q("writer.py"))->toPlainText().contains(q("# theirs")));
    QVERIFY(!code(q("writer.py"))->toPlainText().contains(q("other {n}")));
    code(q("writer.py"))->undo();
    QVERIFY(code(q("writer.py"))->toPlainText().contains(q("other {n}")));
}

void WindowEditsTest::anEditedLabIsReadWhenItIsOpenedAgain()
{
    openMine();
    const QString guide = path("guide.en.md");
    const QString steps = path("lab.toml");
    m_window->openLab(q("delayed-output"));
    QVERIFY(replaceIn(guide, "# New lab", "# Mine by now"));
    m_window->openLab(q("mine"));
    QCOMPARE(m_window->findChild<GuidePanel*>()->content().labTitle, q("Mine by now"));
    m_window->openLab(q("delayed-output"));
    QVERIFY(replaceIn(steps, "topic = ", "topik = "));
    m_window->openLab(q("mine"));
    QVERIFY2(notice().contains(q("“mine” cannot be opened")), qPrintable(notice()));
}

void WindowEditsTest::aFolderThatCameIsInTheCatalogWhenItIsShownAgain()
{
    QDir().mkpath(ownFolder());
    QVERIFY(makeLab(q("came-later"), ownFolder()).ok());
    m_window->openLab(q("came-later"));
    QVERIFY(!m_window->presenter().runner());
    m_window->showCatalog();
    m_window->openLab(q("came-later"));
    QVERIFY(m_window->presenter().runner());
    QVERIFY(QDir(path("")).removeRecursively());
    m_window->showCatalog();
    m_window->openLab(q("came-later"));
    QVERIFY2(notice().contains(q("There is no lab “came-later”")), qPrintable(notice()));
}

void WindowEditsTest::aLabThatIsGoneIsSaidAndLeftAlone()
{
    openMine();
    const QString folder = path("");
    QDir().rename(ownFolder() + q("/mine"), ownFolder() + q("/.away"));
    QTest::qWait(0);
    QDir().rename(ownFolder() + q("/.away"), ownFolder() + q("/mine"));
    QVERIFY(replaceIn(folder + q("guide.en.md"), "# New lab", "# Back again"));
    QTRY_COMPARE_WITH_TIMEOUT(
        m_window->findChild<GuidePanel*>()->content().labTitle, q("Back again"), kPatience);
}

void WindowEditsTest::whoBeginsAgainCanHaveItBack()
{
    m_window->openLab(q("delayed-output"));
    LabPresenter& presenter = m_window->presenter();
    presenter.run();
    QTRY_VERIFY_WITH_TIMEOUT(
        presenter.busy() && m_window->cursor().world().named("writer").size() == 1, kPatience);
    const auto steps = [&] { return m_window->findChild<GuidePanel*>()->content().steps.size(); };
    const std::size_t before = steps();
    const EventIndex seen = m_window->cursor().end();
    QVERIFY(m_person->clickButton(q("reset")));
    QCOMPARE(m_window->cursor().end(), EventIndex { 0 });
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
    QVERIFY(m_person->clickButton(q("Undo")));
    QTRY_VERIFY(m_window->cursor().end() >= seen);
    QCOMPARE(steps(), before);
    QTRY_VERIFY_WITH_TIMEOUT(!presenter.busy(), kPatience);
    presenter.run(); // goes on in the same log
    QTRY_COMPARE_WITH_TIMEOUT(m_window->cursor().world().named("writer").size(), 1U, kPatience);
    QTRY_VERIFY(m_window->cursor().end() > seen);
    presenter.reset();
    presenter.run();
    presenter.undoReset(); // too late
    QVERIFY(presenter.session());
    QTRY_COMPARE_WITH_TIMEOUT(m_window->cursor().world().named("writer").size(), 1U, kPatience);
}

void WindowEditsTest::theGuideThatHasAllTheRoomKeepsItWhenAllBeginsAgain()
{
    m_window->openLab(q("delayed-output"));
    auto* const guide = m_window->findChild<GuidePanel*>();
    action("go-guide")->trigger();
    action("maximise")->trigger();
    QVERIFY(guide->isVisible() && action("maximise")->isChecked());
    m_window->presenter().reset();
    QVERIFY(guide->isVisible());
    m_window->speak(q("es"));
    QVERIFY(guide->isVisible());
    action("maximise")->trigger();
    QVERIFY(guide->isVisible());
    action("go-map")->trigger();
    action("maximise")->trigger();
    m_window->presenter().reset();
    QVERIFY(!guide->isVisible());
    action("maximise")->trigger();
    QVERIFY(guide->isVisible());
}

void WindowEditsTest::theStripSpeaksTheNewLanguage()
{
    m_window->openLab(q("delayed-output"));
    action("go-map")->trigger();
    action("maximise")->trigger();
    const auto strip = [&](const QString& words) {
        return m_person->find<QLabel>([&](const QLabel& label) { return label.text() == words; });
    };
    QTRY_VERIFY(strip(q("Map")));
    m_window->speak(q("es"));
    QTRY_VERIFY(strip(q("Mapa")));
}

void WindowEditsTest::whatCanBeAskedForIsEnabled()
{
    m_window->openLab(q("delayed-output"));
    QVERIFY(action("show-step")->isEnabled());
    QVERIFY(!action("save")->isEnabled()); // there is nothing yet
    m_window->presenter().run();
    QTRY_VERIFY_WITH_TIMEOUT(action("save")->isEnabled(), kPatience);
    m_window->presenter().reset();
    QVERIFY(!action("save")->isEnabled());
}

void WindowEditsTest::aLongNameMakesTheWindowNoWider()
{
    const int width = m_window->minimumSizeHint().width();
    const QString name = QString(250, u'n') + q(".jsonl");
    m_window->openSession(q("/nowhere/") + name);
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(name), kPatience);
    QCOMPARE(m_window->minimumSizeHint().width(), width);
    const auto* const label
        = m_person->find<QLabel>([&](const QLabel& one) { return one.toolTip().contains(name); });
    QVERIFY(label);
    QVERIFY(!label->text().contains(name));
}

WINDOW_TEST_MAIN(WindowEditsTest)
#include "window_edits_test.moc"
