// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_trust.h"
#include "app/new_lab.h"
#include "app/notice_bar.h"
#include "app/progress_store.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"
#include "views/catalog/catalog_model.h"
#include "views/guide/guide_panel.h"

#include <QAction>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// A learner's way: kept, shown in the catalog and at the end, exported, forgotten.
class WindowProgressTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { open(); }
    void cleanup();
    void theWayThroughALabIsKeptAndShown();
    void itIsExportedFromTheMenu_data();
    void itIsExportedFromTheMenu();
    void itIsForgottenWhenConfirmed();
    void whatIsShownIsNotDone();
    void whoTakesOverHasDoneIt();
    void aFileThatIsNoneIsSaidAndKept();

private:
    void open(const QString& lab = {});
    void done(std::size_t step);
    const CatalogLab* inCatalog() const;

    QTemporaryDir m_folder;
    QString m_lab;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowProgressTest::initTestCase()
{
    const auto lab = makeLab(q("mine"), m_folder.path());
    QVERIFY(lab.ok());
    m_lab = *lab;
    QVERIFY(trustFolder(m_lab.toStdString()).ok());
}

void WindowProgressTest::open(const QString& lab)
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { lab, q("en"), false, {}, { m_folder.path().toStdString() } });
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_person = std::make_unique<Person>(*m_window);
}

void WindowProgressTest::cleanup()
{
    m_person.reset();
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowProgressTest::done(std::size_t step)
{
    QTRY_VERIFY_WITH_TIMEOUT(m_window->presenter().runner()->step(step).done, kPatience);
}

const CatalogLab* WindowProgressTest::inCatalog() const
{
    return m_window->findChild<CatalogModel*>()->labAt(1); // after its topic
}

void WindowProgressTest::theWayThroughALabIsKeptAndShown()
{
    QCOMPARE(inCatalog()->done, 0);
    m_window->openLab(q("mine"));
    LabPresenter& lab = m_window->presenter();
    lab.predict(q("where"), q("reader")); // it is not
    QVERIFY(m_person->clickButton(q("Run")));
    done(0);
    lab.send(q("hello"), "\n");
    done(1);
    QVERIFY(m_person->clickButton(q("flush yes")));
    QVERIFY(m_person->clickButton(q("Run")));
    done(2);
    const auto* const summary = m_window->findChild<QLabel*>(q("summary"));
    QTRY_VERIFY(summary->isVisible());
    const QString words = m_window->findChild<GuidePanel*>()->content().summary;
    QVERIFY2(words.contains(q("predictions right at first: 0 of 1 · runs: 2")), qPrintable(words));
    // Done once more, and predicted right: the first prediction is what counts.
    lab.reset();
    lab.predict(q("where"), q("writer"));
    QVERIFY(m_person->clickButton(q("catalog")));
    const auto shown = [&] {
        const CatalogLab* const one = inCatalog();
        return one->done == 3 && one->total == 3 && one->predictions == 1 && one->right == 0;
    };
    QVERIFY(shown());
    m_window.reset();
    const LabProgress kept = ProgressStore().of(q("mine"));
    QCOMPARE(kept.runs, 2);
    QCOMPARE(kept.steps.at(q("where")).prediction, q("reader"));
    open();
    QVERIFY(shown());
}

void WindowProgressTest::itIsExportedFromTheMenu_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("a table") << q("table.csv");
    QTest::newRow("everything") << q("everything.json");
    QTest::newRow("no ending") << q("more");
}

void WindowProgressTest::itIsExportedFromTheMenu()
{
    QFETCH(QString, name);
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), q("export-progress")));
    QTRY_VERIFY(m_window->findChild<QFileDialog*>());
    auto* const dialog = m_window->findChild<QFileDialog*>();
    dialog->setDirectory(m_folder.path());
    auto* const field = dialog->findChild<QLineEdit*>(q("fileNameEdit"));
    QVERIFY(field);
    field->selectAll();
    QTest::keyClicks(field, name);
    QTest::keyClick(field, Qt::Key_Return);
    const QString path = m_folder.filePath(name.contains(u'.') ? name : name + q(".csv"));
    QTRY_VERIFY(QFile::exists(path));
    const QByteArray content = contentOf(path);
    if (name.endsWith(q("json")))
        QVERIFY2(content.contains("\"prediction\": \"reader\""), content.constData());
    else
        QVERIFY2(content.startsWith("lab,") && content.contains("\r\nmine,3,3,1,0,"),
            content.constData());
    const auto* const notice = m_person->find<NoticeBar>([](const NoticeBar&) { return true; });
    QVERIFY(notice && notice->message().contains(path));
}

void WindowProgressTest::itIsForgottenWhenConfirmed()
{
    for (const bool confirmed : { false, true }) {
        QVERIFY(m_person->clickMenu(*m_window->menuBar(), q("forget-progress")));
        QTRY_VERIFY(m_window->findChild<QMessageBox*>());
        QVERIFY(Person(*m_window->findChild<QMessageBox*>())
                    .clickButton(confirmed ? q("Forget") : q("Cancel")));
        QTRY_VERIFY(!m_window->findChild<QMessageBox*>());
        QCOMPARE(inCatalog()->done, confirmed ? 0 : 3);
        QCOMPARE(QFile::exists(ProgressStore::path()), !confirmed);
    }
}

// By the button, by the key, and by the menu: each step ticks itself.
void WindowProgressTest::whatIsShownIsNotDone()
{
    m_window->openLab(q("mine"));
    const LabPresenter& lab = m_window->presenter();
    const auto shown = [&](std::size_t step) {
        const auto& steps = m_window->findChild<GuidePanel*>()->content().steps;
        return steps.at(step).shown;
    };
    const auto canBeShown = [&](std::size_t step) {
        const auto& steps = m_window->findChild<GuidePanel*>()->content().steps;
        return steps.at(step).canBeShown;
    };
    QVERIFY(m_person->clickButton(q("showMe")));
    done(0);
    QTRY_VERIFY(canBeShown(1));
    m_person->press(Qt::Key_F2);
    done(1);
    QTRY_VERIFY(canBeShown(2));
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), q("show-step")));
    done(2);
    for (std::size_t step = 0; step < 3; ++step)
        QTRY_VERIFY(shown(step));
    QVERIFY(lab.runner()->step(0).prediction.empty());
    QCOMPARE(inCatalog()->done, 0);
    const auto* const summary = m_window->findChild<QLabel*>(q("summary"));
    QTRY_VERIFY(summary->text().contains(q("steps only shown: 3")));
    const QString file = m_folder.filePath(q("shown.ipcsession"));
    m_window->presenter().save(file);
    QTRY_VERIFY(contentOf(file).contains(R"("what":"show","detail":"where")"));
    QVERIFY(!contentOf(file).contains("\"predict\""));
    // What the kernel showed is told in the past, too, in its words.
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), q("event-back")));
    QTRY_VERIFY(!m_window->cursor().live());
    const auto& guide = m_window->findChild<GuidePanel*>()->content();
    QTRY_VERIFY(guide.past);
    QVERIFY(!guide.steps.front().choices.empty());
    m_window.reset();
    const LabProgress kept = ProgressStore().of(q("mine"));
    QCOMPARE(kept.done(), 0);
    QCOMPARE(kept.shown(), 3);
    QCOMPARE(kept.predictions(), 0);
}

void WindowProgressTest::whoTakesOverHasDoneIt()
{
    m_window->openLab(q("mine"));
    LabPresenter& lab = m_window->presenter();
    lab.predict(q("where"), q("reader"));
    QVERIFY(m_person->clickButton(q("Run")));
    done(0);
    QVERIFY(m_person->clickButton(q("showMe"))); // types
    done(1);
    QVERIFY(lab.runner()->step(1).demonstrated);
    QVERIFY(m_person->clickButton(q("showMe"))); // runs
    QVERIFY(m_person->clickButton(q("flush yes")));
    QVERIFY(m_person->clickButton(q("Run")));
    done(2);
    QVERIFY(!lab.runner()->step(2).demonstrated);
    QVERIFY(m_person->clickButton(q("catalog")));
    QCOMPARE(inCatalog()->done, 2);
}

void WindowProgressTest::aFileThatIsNoneIsSaidAndKept()
{
    m_window.reset();
    QFile file(ProgressStore::path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"labs\": ");
    file.close();
    open();
    const auto* const notice = m_person->find<NoticeBar>([](const NoticeBar&) { return true; });
    QVERIFY(notice);
    QVERIFY2(
        notice->message().contains(q("progress.broken-1.json")), qPrintable(notice->message()));
}

WINDOW_TEST_MAIN(WindowProgressTest)
#include "window_progress_test.moc"
