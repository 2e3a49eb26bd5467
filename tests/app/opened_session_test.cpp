// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarks_sheet.h"
#include "app/lab_page.h"
#include "app/notice_bar.h"
#include "app/session.h"
#include "app/session_folder.h"
#include "app/session_opening.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "views/code/code_panel.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_view.h"
#include "views/traffic/traffic_model.h"

#include <QAction>
#include <QComboBox>
#include <QDropEvent>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QProgressBar>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <algorithm>
#include <sys/stat.h>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

QString newest()
{
    const QStringList names
        = QDir(sessionsFolder()).entryList({ QStringLiteral("*.jsonl") }, QDir::Files, QDir::Name);
    return names.isEmpty() ? QString() : sessionsFolder() + QLatin1Char('/') + names.back();
}

QByteArray header(const QByteArray& more = {})
{
    return "{\"ipclab_session\":1" + more + "}\n";
}

QByteArray started(int index)
{
    return "{\"i\":" + QByteArray::number(index) + ",\"t\":" + QByteArray::number(index / 1000.0)
        + ",\"pid\":7,\"tid\":7,\"event\":\"process_started\",\"ppid\":1,\"by\":\"launch\"}\n";
}

bool hasControls(const QString& words)
{
    return std::ranges::any_of(words, [](QChar c) {
        return (c.category() == QChar::Other_Control && c != u'\n') || c.unicode() == 0x202E;
    });
}

} // namespace

// A session in the window: all that live runs show, and nothing runs.
class OpenedSessionTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aRecordedCommandIsShownAsItWas();
    void theGuideIsWhatItWasAtTheMoment();
    void openingRunsNothingAndNothingCanBeRun();
    void openingOneOfALabInCBuildsNothing();
    void whatIsNoSessionIsSaid_data();
    void whatIsNoSessionIsSaid();
    void aLabThatIsNotHereIsSaid();
    void damagedLinesAreCountedAndShown();
    void namesWithMarkupOrControlCodesAreShownAsTheyAre();
    void bookmarksWithMarkupOrControlCodesAreShownAsTheyAre();
    void aSessionThatDoesNotSayWhenIsOneWithoutATime();
    void beforeTheFirstEventItDoesNotAskForARun();
    void withoutAnyEventItDoesNotAskForARun();
    void aLargeOneCanBeGivenUp_data();
    void aLargeOneCanBeGivenUp();
    void aFileDroppedOnTheWindowIsOpened();
    void recentSessionsAreInTheMenu();

private:
    void open(const QString& path);
    QString write(const QByteArray& content);
    QString recorded(const QString& command);
    [[nodiscard]] QString notice() const { return shownNotice(*m_window); }
    LabPresenter& presenter() const { return m_window->presenter(); }
    QAction* action(const char* name) const
    {
        return m_window->findChild<QAction*>(QLatin1String(name));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void OpenedSessionTest::init()
{
    QDir(sessionsFolder()).removeRecursively();
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
}

void OpenedSessionTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void OpenedSessionTest::open(const QString& path)
{
    m_window->openSession(path);
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
}

QString OpenedSessionTest::write(const QByteArray& content)
{
    QFile file(m_folder.filePath(QStringLiteral("session.jsonl")));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write(content);
    return file.fileName();
}

// Runs it in the window, to its end. The path of its session.
QString OpenedSessionTest::recorded(const QString& command)
{
    m_window->openCommand(
        { command, QStringLiteral("terminal"), QStringLiteral("pipe"), QStringLiteral("/") });
    const auto over = [&] { return m_window->cursor().end() > 5 && !presenter().busy(); };
    if (!QTest::qWaitFor(over, kPatience))
        return {};
    m_window->showCatalog();
    const auto whole
        = [] { return !newest().isEmpty() && !QFile::exists(newest() + QStringLiteral(".open")); };
    return QTest::qWaitFor(whole, kPatience) ? newest() : QString();
}

void OpenedSessionTest::aRecordedCommandIsShownAsItWas()
{
    const QString path = recorded(QStringLiteral("/bin/sh -c 'echo said; exit 3'"));
    QVERIFY(!path.isEmpty());
    open(path);
    QVERIFY(!m_window->cursor().live()); // where there was somebody yet
    const auto alive = [&](const char* name) {
        return std::ranges::any_of(m_window->cursor().world().named(name),
            [](const Process* one) { return one->alive(); });
    };
    QVERIFY(alive("sh"));
    const_cast<TimeCursor&>(m_window->cursor()).goLive();
    const World& world = m_window->cursor().world();
    QVERIFY(!world.named("sh").empty());
    QVERIFY(world.named("sh").front()->ending);
    QCOMPARE(world.named("sh").front()->ending->code, std::optional(3));
    QVERIFY(!m_window->cursor().growing());
    QVERIFY2(m_window->windowTitle().contains(QStringLiteral("Session of")),
        qPrintable(m_window->windowTitle()));
    QVERIFY2(m_window->windowTitle().contains(QStringLiteral("echo said")),
        qPrintable(m_window->windowTitle()));
    QCOMPARE(notice(), QString());
    m_window->showCatalog();
    QVERIFY(!presenter().open());
}

void OpenedSessionTest::theGuideIsWhatItWasAtTheMoment()
{
    QFile told(QStringLiteral(SESSIONS "/endless-dialog.jsonl"));
    QVERIFY(told.open(QIODevice::ReadOnly));
    const auto acted = [](int index, const char* what, const char* detail) {
        return QStringLiteral("{\"i\":%1,\"t\":0.2,\"event\":\"user_action\",\"what\":\"%2\","
                              "\"detail\":\"%3\"}\n")
            .arg(index)
            .arg(QLatin1String(what), QLatin1String(detail))
            .toUtf8();
    };
    open(write(told.readAll() + acted(33, "predict", "where=kernel") + acted(34, "step", "where")
        + acted(35, "answer", "where=writer")));
    QVERIFY(presenter().runner());
    QCOMPARE(presenter().runner()->lab().id, std::string("endless-dialog"));
    const auto* const guide = m_window->findChild<GuidePanel*>();
    QVERIFY(guide->isVisible());
    QVERIFY(!guide->content().steps.empty());
    const auto done = [&] {
        return std::ranges::count(guide->content().steps, GuideStage::Done, &GuideStep::state);
    };
    auto& cursor = const_cast<TimeCursor&>(m_window->cursor());
    cursor.goLive();
    QTRY_COMPARE(done(), 1);
    QCOMPARE(guide->content().steps.front().chosen, std::optional(QStringLiteral("kernel")));
    QCOMPARE(guide->content().steps.front().correct, std::optional(QStringLiteral("writer")));
    cursor.goTo(34); // predicted, and not yet seen
    QTRY_COMPARE(done(), 0);
    QCOMPARE(guide->content().steps.front().chosen, std::optional(QStringLiteral("kernel")));
    cursor.goTo(1);
    QTRY_COMPARE(guide->content().steps.front().chosen, std::nullopt);
    cursor.goLive();
    QTRY_COMPARE(done(), 1);
    QVERIFY(!m_window->findChild<CodePanel*>()->findChildren<QWidget*>().isEmpty());
}

void OpenedSessionTest::openingRunsNothingAndNothingCanBeRun()
{
    const QString ran = m_folder.filePath(QStringLiteral("ran"));
    open(write(header(",\"command\":[\"touch\",\"" + ran.toUtf8() + "\"]") + started(0)));
    for (const char* const name : { "run", "stop", "reset", "pause" })
        QVERIFY2(!action(name)->isEnabled(), name);
    QVERIFY(!m_window->findChild<QComboBox*>(QStringLiteral("speed"))->isEnabled());
    const auto* const bar = m_window->findChild<QAbstractButton*>(QStringLiteral("run"));
    QVERIFY(bar && !bar->isEnabled());
    presenter().run();
    presenter().reset();
    QVERIFY(!presenter().busy());
    QVERIFY(!presenter().session());
    QVERIFY(livingChildren().isEmpty());
    QVERIFY(!QFile::exists(ran));
}

void OpenedSessionTest::openingOneOfALabInCBuildsNothing()
{
    const QByteArray path = qgetenv("PATH");
    const auto back = qScopeGuard([&] { qputenv("PATH", path); });
    const QString built = m_folder.filePath(QStringLiteral("built"));
    for (const char* const name : { "cc", "gcc", "make" }) { // one that would tell
        QFile compiler(m_folder.filePath(QLatin1String(name)));
        QVERIFY(compiler.open(QIODevice::WriteOnly));
        compiler.write("#!/bin/sh\n: >" + QFile::encodeName(built) + "\nexit 1\n");
        compiler.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    qputenv("PATH", QFile::encodeName(m_folder.path()) + ':' + path);
    open(write(header(",\"lab\":\"shared-value\",\"variant\":\"c\"") + started(0)));
    QVERIFY(presenter().runner());
    QCOMPARE(presenter().runner()->variant(), Variant::C);
    QTRY_VERIFY(!m_window->findChild<GuidePanel*>()->content().steps.empty());
    presenter().run();
    QVERIFY(!presenter().busy() && !presenter().session());
    presenter().reset();
    m_window->showCatalog();
    QVERIFY(!QFile::exists(built));
    // It would tell: the lab itself is built when it is run.
    m_window->openLab(QStringLiteral("shared-value"));
    presenter().setVariant(Variant::C);
    presenter().run();
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(built), kPatience);
}

void OpenedSessionTest::whatIsNoSessionIsSaid_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("said");
    const QString fifo = m_folder.filePath(QStringLiteral("fifo"));
    ::mkfifo(QFile::encodeName(fifo).constData(), 0600);
    QFile newer(m_folder.filePath(QStringLiteral("newer.jsonl")));
    if (newer.open(QIODevice::WriteOnly))
        newer.write("{\"ipclab_session\":99}\n");
    QTest::newRow("not there") << QStringLiteral("/no/such.jsonl")
                               << QStringLiteral("does not exist");
    QTest::newRow("a folder") << QStringLiteral("/tmp") << QStringLiteral("it is a folder");
    QTest::newRow("a FIFO") << fifo << QStringLiteral("not a regular file");
    QTest::newRow("another file") << QStringLiteral("/etc/passwd")
                                  << QStringLiteral("IPC Lab has recorded");
    QTest::newRow("an endless one")
        << QStringLiteral("/dev/zero") << QStringLiteral("not a regular file");
    QTest::newRow("newer") << newer.fileName() << QStringLiteral("newer IPC Lab (format 99)");
}

void OpenedSessionTest::whatIsNoSessionIsSaid()
{
    QFETCH(QString, path);
    QFETCH(QString, said);
    m_window->openSession(path);
    QTRY_VERIFY2_WITH_TIMEOUT(notice().contains(said), qPrintable(notice()), kPatience);
    QVERIFY(!presenter().open());
}

void OpenedSessionTest::aLabThatIsNotHereIsSaid()
{
    open(write(header(",\"lab\":\"of-another\"") + started(0)));
    QVERIFY2(notice().contains(QStringLiteral("“of-another”")), qPrintable(notice()));
    open(write(header(",\"lab\":\"shared-value\"") + started(0)));
    QTRY_VERIFY2(notice().isEmpty(), qPrintable(notice()));
}

void OpenedSessionTest::damagedLinesAreCountedAndShown()
{
    open(write(header() + started(0) + "{\"i\":1,\"t\":\n" + "not even that\n" + started(3)));
    QVERIFY2(notice().contains(QStringLiteral("left out: 2, the first is line 3")),
        qPrintable(notice()));
    QCOMPARE(m_window->cursor().end(), EventIndex { 2 });
}

void OpenedSessionTest::namesWithMarkupOrControlCodesAreShownAsTheyAre()
{
    open(write(header(",\"command\":[\"<b>x</b>\",\"\\u001b[31m\"],\"learner\":\"<img src=x>\","
                      "\"started_at\":\"\\u001b]0;now\\u0007\"")
        + started(0)
        + "{\"i\":1,\"t\":0.1,\"pid\":7,\"tid\":7,\"event\":\"program_executed\",\"path\":"
          "\"/bin/<i>\\nprog\",\"argv\":[\"<i>\\nprog\",\"<u>y</u>\"]}\n"
          "{\"i\":2,\"t\":0.2,\"pid\":7,\"tid\":7,\"event\":\"channel_created\",\"channel\":1,"
          "\"kind\":\"fifo\",\"name\":\"/tmp/a\\nb\"}\n"
          "{\"i\":3,\"t\":0.3,\"pid\":7,\"tid\":7,\"event\":\"descriptor_opened\",\"fd\":3,"
          "\"channel\":1,\"access\":\"w\",\"end\":\"first\",\"call\":\"openat\"}\n"));
    const auto interprets = [](const QLabel* label) {
        const bool hostile = label->text().contains(QStringLiteral("<u>"))
            || label->text().contains(QStringLiteral("<b>x"))
            || label->text().contains(QStringLiteral("<img"));
        return hostile && label->textFormat() != Qt::PlainText;
    };
    QTRY_VERIFY(!m_window->findChild<InspectorPanel*>()->findChildren<QLabel*>().isEmpty());
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        QVERIFY2(!interprets(label), qPrintable(label->text()));
    const auto& rows = *m_window->findChild<TrafficModel*>();
    QVERIFY(rows.rowCount() > 0);
    for (int row = 0; row < rows.rowCount(); ++row) {
        for (int column = 0; column < rows.columnCount(); ++column) {
            const QString words = rows.index(row, column).data().toString();
            QVERIFY2(!words.contains(u'\n') && !words.contains(QChar(27)), qPrintable(words));
        }
    }
    QVERIFY(m_window->windowTitle().contains(QStringLiteral("now")));
    QVERIFY(!hasControls(m_window->windowTitle()));
    for (const QLabel* label : m_window->findChildren<QLabel*>())
        QVERIFY2(!hasControls(label->text()), qPrintable(label->text()));
}

void OpenedSessionTest::bookmarksWithMarkupOrControlCodesAreShownAsTheyAre()
{
    open(write(header() + started(0)
        + "{\"i\":1,\"t\":1,\"event\":\"user_action\",\"what\":\"bookmark\",\"detail\":"
          "\"\\u001b[2J<b>here</b>\\u202e\",\"moment\":1}\n"));
    action("bookmarks")->trigger();
    const auto* const list = m_window->findChild<BookmarksSheet*>()->findChild<QListWidget*>();
    QCOMPARE(list->count(), 1);
    for (const QString& words : { list->item(0)->text(), list->item(0)->toolTip() }) {
        QVERIFY2(words.contains(QStringLiteral("here")), qPrintable(words));
        QVERIFY2(!hasControls(words), qPrintable(words));
    }
}

void OpenedSessionTest::aSessionThatDoesNotSayWhenIsOneWithoutATime()
{
    open(write(header() + started(0)));
    QVERIFY2(m_window->windowTitle().contains(QStringLiteral("A session — IPC Lab")),
        qPrintable(m_window->windowTitle()));
}

void OpenedSessionTest::beforeTheFirstEventItDoesNotAskForARun()
{
    open(write(header() + started(0)));
    const_cast<TimeCursor&>(m_window->cursor()).goTo(0);
    const auto* const inspector = m_window->findChild<InspectorPanel*>();
    const auto says = [&](const char* words) {
        const auto labels = inspector->findChildren<QLabel*>();
        return std::ranges::any_of(labels, [&](const QLabel* label) {
            return label->isVisible() && label->text().contains(QLatin1String(words));
        });
    };
    QTRY_VERIFY(says("Nobody lives at this moment"));
    QVERIFY(!says("Run a program"));
    const QString map = m_window->findChild<MapView*>()->emptyText();
    QVERIFY2(map.contains(QStringLiteral("Nothing has begun at this moment")), qPrintable(map));
}

void OpenedSessionTest::withoutAnyEventItDoesNotAskForARun()
{
    open(write(header()));
    const QString said = QStringLiteral("Nothing was recorded in this session.");
    const auto labels
        = [this] { return m_window->findChild<InspectorPanel*>()->findChildren<QLabel*>(); };
    QTRY_VERIFY(std::ranges::any_of(labels(),
        [&](const QLabel* label) { return label->isVisible() && label->text() == said; }));
    QCOMPARE(m_window->findChild<MapView*>()->emptyText(), said);
}

void OpenedSessionTest::aLargeOneCanBeGivenUp_data()
{
    QTest::addColumn<bool>("whole");
    QTest::addColumn<int>("after"); // percent
    // They take longer to read than to make, and no memory.
    QTest::newRow("damaged lines") << false << 0;
    QTest::newRow("while events are folded") << true << 10;
}

void OpenedSessionTest::aLargeOneCanBeGivenUp()
{
    QFETCH(bool, whole);
    QFETCH(int, after);
    const QByteArray line = whole
        ? "{\"t\":1,\"pid\":7,\"tid\":7,\"event\":\"bytes_written\",\"fd\":1,\"channel\":1,"
          "\"count\":1}\n"
        : "{}\n";
    const QString path
        = write(header() + started(0) + line.repeated(whole ? 2'000'000 : 16'000'000));
    m_window->openSession(path);
    const Person person(*m_window);
    const auto* bar = m_window->findChild<NoticeBar*>();
    QTRY_VERIFY_WITH_TIMEOUT(bar->findChild<QProgressBar*>()->isVisible(), kPatience);
    QVERIFY2(notice().contains(QStringLiteral("session.jsonl")), qPrintable(notice()));
    QTRY_VERIFY_WITH_TIMEOUT(bar->findChild<QProgressBar*>()->value() >= after, kPatience);
    QVERIFY(bar->findChild<QProgressBar*>()->value() < 100);
    int last = 0; // percent: it stops where it is
    connect(m_window->findChild<SessionOpening*>(), &SessionOpening::advanced, this,
        [&](int percent) { last = percent; });
    QVERIFY(person.clickButton(QStringLiteral("offered")));
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->findChild<SessionOpening*>(), kPatience);
    QVERIFY2(last < 100, qPrintable(QString::number(last)));
    QVERIFY(!presenter().open());
    QCOMPARE(notice(), QString());
}

void OpenedSessionTest::aFileDroppedOnTheWindowIsOpened()
{
    QMimeData data;
    data.setUrls({ QUrl::fromLocalFile(write(header() + started(0))) });
    QDragEnterEvent enter({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop({ 10, 10 }, Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_window.get(), &drop);
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
}

void OpenedSessionTest::recentSessionsAreInTheMenu()
{
    QVERIFY(!recorded(QStringLiteral("/bin/echo once")).isEmpty());
    QMenu* recent = nullptr;
    for (QMenu* menu : m_window->findChildren<QMenu*>()) {
        if (menu->title().contains(QStringLiteral("recent")))
            recent = menu;
    }
    QVERIFY(recent);
    emit recent->aboutToShow();
    QCOMPARE(recent->actions().size(), 1);
    QVERIFY2(recent->actions().front()->text().contains(QStringLiteral("echo once")),
        qPrintable(recent->actions().front()->text()));
    recent->actions().front()->trigger();
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
}

WINDOW_TEST_MAIN(OpenedSessionTest)

#include "opened_session_test.moc"
