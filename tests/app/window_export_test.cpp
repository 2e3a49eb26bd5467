// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_menu.h"
#include "app/plot_saving.h"
#include "app/plot_session.h"
#include "app/traffic_saving.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"
#include "views/plots/plot_chooser.h"
#include "views/plots/plots_panel.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"

#include <QFileDialog>
#include <QInputDialog>
#include <QLineEdit>
#include <QMenuBar>
#include <QTabWidget>

#include <sys/resource.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <csignal>

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

// File > Export, and the name that goes with it.
class WindowExportTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void withoutARunThereIsNothingToExport();
    void aRunIsExported_data();
    void aRunIsExported();
    void theNextFileIsAskedForWhereTheLastOneWas();
    void howFarATraceIsIsTold();
    void whatCannotBeWrittenIsSaid();
    void aPlotIsSaved_data();
    void aPlotIsSaved();
    void aPlotThatCannotBeSavedLeavesTheFileAsItWas();
    void whatIsPlottedIsRemembered();
    void theTrafficIsSaved();
    void trafficThatCannotBeSavedIsSaid();
    void howTrafficIsShownIsRemembered();
    void aRunIsComparedWithASessionThatWasSaved();
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

void WindowExportTest::theNextFileIsAskedForWhereTheLastOneWas()
{
    run();
    const auto asked = [&] {
        m_menu->findChild<QAction*>(q("export-pcapng"))->trigger();
        return QTest::qWaitFor([&] { return m_window->findChild<QFileDialog*>() != nullptr; })
            ? m_window->findChild<QFileDialog*>()
            : nullptr;
    };
    QFileDialog* const first = asked();
    QVERIFY(first);
    QVERIFY(QDir(m_folder.path()).mkpath(q("last")));
    first->setDirectory(m_folder.filePath(q("last")));
    auto* const field = first->findChild<QLineEdit*>(q("fileNameEdit"));
    field->setText(q("one.pcapng"));
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(q("one.pcapng")), kPatience);
    QTRY_VERIFY(!m_window->findChild<QFileDialog*>());
    QFileDialog* const next = asked();
    QVERIFY(next);
    QCOMPARE(next->directory().absolutePath(), m_folder.filePath(q("last")));
    next->reject();
}

void WindowExportTest::howFarATraceIsIsTold()
{
    m_window->openCommand(
        { q("/bin/sh -c 'i=0; while [ $i -lt 800 ]; do echo x; i=$((i+1)); done'"), q("terminal"),
            q("pipe"), q("/") });
    QTRY_VERIFY_WITH_TIMEOUT(
        m_window->cursor().end() > 1000 && !m_window->presenter().busy(), kPatience);
    const QSignalSpy told(m_menu, &ExportMenu::advanced);
    const QString path = m_folder.filePath(q("long.pftrace"));
    m_menu->writeTrace(TraceFormat::Perfetto, path);
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(path), kPatience);
    QVERIFY(told.count() > 0);
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

void WindowExportTest::aPlotIsSaved_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<QByteArray>("begin");
    QTest::newRow("png") << q("png") << QByteArray("\x89PNG");
    QTest::newRow("svg") << q("svg") << QByteArray("<?xml");
    QTest::newRow("pdf") << q("pdf") << QByteArray("%PDF-");
    QTest::newRow("csv") << q("csv") << QByteArray("run,series,time_ns,");
}

void WindowExportTest::aPlotIsSaved()
{
    QFETCH(QString, suffix);
    QFETCH(QByteArray, begin);
    run();
    auto* const tabs = m_window->findChild<QTabWidget*>(q("panels"));
    tabs->setCurrentIndex(3);
    auto* const plots = qobject_cast<PlotsPanel*>(tabs->currentWidget());
    QVERIFY(plots);
    plots->setFocus();
    QTest::keyClick(plots->focusProxy(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(plots->findChild<QFileDialog*>());
    QCOMPARE(m_window->findChildren<QFileDialog*>().size(), 1); // the session is not saved, too
    auto* const dialog = plots->findChild<QFileDialog*>();
    dialog->setDirectory(m_folder.path());
    auto* const field = dialog->findChild<QLineEdit*>(q("fileNameEdit"));
    field->setText(suffix + q("-plot.") + suffix); // of which no other is completed
    QTest::keyClick(field, Qt::Key_Return);
    const QString path = m_folder.filePath(suffix + q("-plot.") + suffix);
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(path), kPatience);
    QVERIFY2(contentOf(path).startsWith(begin), contentOf(path).left(100));
}

void WindowExportTest::aPlotThatCannotBeSavedLeavesTheFileAsItWas()
{
    run();
    const auto* const plots = m_window->findChild<PlotsPanel*>();
    QVERIFY(plots);
    const QString path = m_folder.filePath(q("kept.png"));
    QVERIFY(writePlot(*plots, PlotFormat::Png, path));
    const QByteArray before = contentOf(path);
    rlimit limit {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &limit), 0);
    const rlimit small { 100, limit.rlim_max }; // bytes
    {
        const auto back = qScopeGuard([&] { ::setrlimit(RLIMIT_FSIZE, &limit); });
        std::signal(SIGXFSZ, SIG_IGN);
        QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
        const Status full = writePlot(*plots, PlotFormat::Svg, path);
        QCOMPARE(full.error().number, EFBIG);
    }
    QCOMPARE(contentOf(path), before);
    QCOMPARE(writePlot(*plots, PlotFormat::Csv, q("/nowhere/plot.csv")).error().number, ENOENT);
    QCOMPARE(writePlot(*plots, PlotFormat::Csv, q("/dev/full")).error().number, ESPIPE);
    QCOMPARE(writePlot(*plots, PlotFormat::Csv, m_folder.path()).error().number, EISDIR);
}

void WindowExportTest::whatIsPlottedIsRemembered()
{
    run();
    m_window->findChild<PlotsPanel*>()->chooser().setQuantity(Quantity::Waiting);
    m_window->close();
    cleanup();
    init();
    run();
    QCOMPARE(m_window->findChild<PlotsPanel*>()->chooser().quantity(), Quantity::Waiting);
}

void WindowExportTest::theTrafficIsSaved()
{
    run();
    auto* const traffic = m_window->findChild<TrafficPanel*>();
    const TrafficFile file { QByteArray("a\0b", 3), q("bytes.bin"), q("Not in it: much.") };
    emit traffic->saveWanted(file);
    auto* const dialog = m_window->findChild<QFileDialog*>();
    QVERIFY(dialog);
    const QString path = m_folder.filePath(q("traffic.bin"));
    emit dialog->fileSelected(path);
    QCOMPARE(contentOf(path), file.content);
    QVERIFY(notice().contains(path));
    QVERIFY(notice().contains(file.missing)); // what is left out is said
    dialog->close();
}

void WindowExportTest::trafficThatCannotBeSavedIsSaid()
{
    run();
    emit m_window->findChild<TrafficPanel*>()->saveWanted({ "a", q("bytes.bin"), {} });
    auto* const dialog = m_window->findChild<QFileDialog*>();
    emit dialog->fileSelected(q("/nowhere/traffic.bin"));
    QVERIFY(notice().contains(q("/nowhere/traffic.bin")));
    emit dialog->fileSelected(q("/dev/full"));
    QVERIFY(notice().contains(q("/dev/full")));
    QVERIFY(QFileInfo(q("/dev/full")).exists()); // it was not put aside
    dialog->close();
}

void WindowExportTest::howTrafficIsShownIsRemembered()
{
    run();
    m_window->findChild<TrafficPanel*>()->setShown(BytesShown::Both);
    m_window->close();
    cleanup();
    init();
    run();
    QCOMPARE(m_window->findChild<TrafficPanel*>()->model().shown(), BytesShown::Both);
}

void WindowExportTest::aRunIsComparedWithASessionThatWasSaved()
{
    run();
    const QString path = m_folder.filePath(q("saved.jsonl"));
    m_window->presenter().save(path);
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(path), kPatience);
    auto* const tabs = m_window->findChild<QTabWidget*>(q("panels"));
    tabs->setCurrentIndex(3);
    auto* const plots = qobject_cast<PlotsPanel*>(tabs->currentWidget());
    plots->chooser().setQuantity(Quantity::Rate);
    auto* const session = plots->findChild<PlotSession*>();
    QVERIFY(session);
    session->open(path);
    const auto drawn = [&](bool ofSession) {
        return std::ranges::any_of(plots->curveNames(),
            [&](const QString& name) { return name.startsWith(q("saved.jsonl · ")) == ofSession; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(drawn(true) && drawn(false), kPatience);
    session->open(q("/nowhere.jsonl"));
    QTRY_VERIFY(notice().contains(q("/nowhere.jsonl")));
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
