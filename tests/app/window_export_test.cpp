// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_menu.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>

#include <sys/stat.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

QString q(const char* text)
{
    return QString::fromUtf8(text);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// File > Export, and the name that goes with it.
class WindowExportTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutARunThereIsNothingToExport();
    void aRunIsExported_data();
    void aRunIsExported();
    void whatCannotBeWrittenIsSaid();
    void theLearnersNameGoesWithTheSession();
    void theMenuSpeaksTheLanguage();

private:
    void run();
    [[nodiscard]] QString notice() const { return shownNotice(*m_window); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
    ExportMenu* m_menu = nullptr;
};

void WindowExportTest::init()
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, q("en"), false, {}, { m_folder.path().toStdString() } });
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_person = std::make_unique<Person>(*m_window);
    m_menu = m_window->findChild<ExportMenu*>();
    QVERIFY(m_menu);
}

void WindowExportTest::cleanup()
{
    m_person.reset();
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowExportTest::run()
{
    m_window->openCommand({ q("/bin/echo said"), q("terminal"), q("pipe"), q("/") });
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->cursor().end() > 10 && !m_window->presenter().busy(), kPatience);
}

void WindowExportTest::withoutARunThereIsNothingToExport()
{
    emit m_menu->aboutToShow();
    for (const QAction* const action : m_menu->actions())
        QVERIFY(!action->isEnabled());
    run();
    emit m_menu->aboutToShow();
    for (const QAction* const action : m_menu->actions())
        QVERIFY(action->isEnabled());
}

void WindowExportTest::aRunIsExported_data()
{
    QTest::addColumn<QString>("action");
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("perfetto") << q("export-perfetto") << q("pftrace") << QByteArray("\x0a");
    QTest::newRow("pcapng") << q("export-pcapng") << q("pcapng") << QByteArray("\x0a\x0d\x0d\x0a");
    QTest::newRow("report") << q("export-report") << q("html") << QByteArray("<!DOCTYPE html>");
}

void WindowExportTest::aRunIsExported()
{
    QFETCH(QString, action);
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begin);
    run();
    m_menu->findChild<QAction*>(action)->trigger();
    QTRY_VERIFY(m_window->findChild<QFileDialog*>());
    auto* const dialog = m_window->findChild<QFileDialog*>();
    dialog->setDirectory(m_folder.path());
    auto* const field = dialog->findChild<QLineEdit*>(q("fileNameEdit"));
    QVERIFY(field);
    QCOMPARE(field->text(), q("session.") + suffix);
    field->selectAll();
    QTest::keyClicks(field, q("mine"));
    QTest::keyClick(field, Qt::Key_Return);
    const QString path = m_folder.filePath(q("mine.") + suffix);
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(path), kPatience);
    QVERIFY(contentOf(path).startsWith(begin));
    QVERIFY(contentOf(path).contains("said"));
}

void WindowExportTest::whatCannotBeWrittenIsSaid()
{
    run();
    m_menu->writeTrace(TraceFormat::Pcapng, q("/nowhere/at-all"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(q("/nowhere/at-all")), kPatience);
    m_menu->writeReportTo(q("/nowhere/report"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(q("/nowhere/report")), kPatience);
    const QString fifo = m_folder.filePath(q("fifo")); // which nobody reads
    QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
    m_menu->writeReportTo(fifo);
    QVERIFY2(notice().contains(q("not a regular file")), qPrintable(notice()));
}

void WindowExportTest::theLearnersNameGoesWithTheSession()
{
    run();
    QVERIFY(m_window->presenter().header().learner.empty());
    QVERIFY(m_person->clickMenu(*m_window->menuBar(), q("learner")));
    QTRY_VERIFY(m_window->findChild<QInputDialog*>());
    auto* const field = m_window->findChild<QInputDialog*>()->findChild<QLineEdit*>();
    QVERIFY(field);
    QTest::keyClicks(field, q("  Ana   Lopez "));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<QInputDialog*>());
    QCOMPARE(m_window->presenter().header().learner, std::string("Ana Lopez"));
    QCOMPARE(
        m_window->presenter().header().command, (std::vector<std::string> { "/bin/echo", "said" }));
    QVERIFY(!m_window->presenter().header().startedAt.empty());
    const QString path = m_folder.filePath(q("handed-in.jsonl"));
    m_window->presenter().save(path);
    m_window->presenter().copy().finish();
    const Result<SavedSession> saved = readSession(path.toStdString());
    QVERIFY(saved.ok());
    QCOMPARE(saved->header.learner, std::string("Ana Lopez"));
    cleanup();
    init();
    QCOMPARE(m_window->presenter().header().learner, std::string("Ana Lopez")); // next time, too
    Settings().setLearner({});
}

void WindowExportTest::theMenuSpeaksTheLanguage()
{
    QCOMPARE(m_menu->title(), q("E&xport"));
    m_window->speak(q("es"));
    QTRY_COMPARE(m_menu->title(), q("E&xportar"));
    m_window->speak(q("en"));
    QTRY_COMPARE(m_menu->title(), q("E&xport"));
}

WINDOW_TEST_MAIN(WindowExportTest)
#include "window_export_test.moc"
