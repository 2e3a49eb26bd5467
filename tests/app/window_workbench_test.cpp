// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_ending.h"
#include "app/session_folder.h"
#include "app/session_opening.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/words.h"
#include "views/catalog/command_box.h"
#include "views/catalog/command_line_edit.h"
#include "views/catalog/recent_runs.h"
#include "views/code/code_panel.h"
#include "views/console/console_panel.h"

#include <QComboBox>
#include <QLabel>
#include <QListWidget>
#include <QSpinBox>
#include <QTabWidget>

#include <algorithm>
#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

} // namespace

// The workbench, from the command line to the recent runs: real programs, by keyboard.
class WindowWorkbenchTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aPipelineIsRunByAShellAndRecordedAsItWasRun();
    void aSimpleCommandIsRunWithoutAShell();
    void theEnvironmentIsThatOfTheForm();
    void stderrGoesWhereItIsWired();
    void tooManyProcessesAreEnded();
    void whatTakesTooLongIsEnded();
    void eachProcessIsHeldToTheLimitsOfTheForm();
    void theFormIsThereAtTheNextStart();
    void whatWasRunIsListedOpenedAndRunAgain();
    void anotherRunIsToldNothingOfTheOneThatWasEndedForIt();
    void theSwitchesOfALabAreNotTheCommands();
    void anEndingIsReadFromTheFileAlone_data();
    void anEndingIsReadFromTheFileAlone();

private:
    void open();
    void type(const QString& line); // into the form, and runs it
    void rest();
    [[nodiscard]] CommandBox& box() const { return *m_window->findChild<CommandBox*>(); }
    [[nodiscard]] CommandLineEdit* line() const { return box().findChild<CommandLineEdit*>(); }
    [[nodiscard]] RecentRuns& recent() const { return *m_window->findChild<RecentRuns*>(); }
    [[nodiscard]] QListWidget* list() const { return recent().findChild<QListWidget*>(); }
    [[nodiscard]] LabPresenter& presenter() const { return m_window->presenter(); }
    [[nodiscard]] QString shown() const; // in IPC Lab's end
    [[nodiscard]] QString notice() const { return shownNotice(*m_window); }

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Person> m_person;
};

void WindowWorkbenchTest::init()
{
    QDir(sessionsFolder()).removeRecursively();
    open();
}

void WindowWorkbenchTest::open()
{
    m_window.reset();
    m_window = std::make_unique<MainWindow>(WindowOptions { {}, q("en"), false, {}, labFolders() });
    m_person = std::make_unique<Person>(*m_window);
    m_window->resize(1280, 720);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void WindowWorkbenchTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowWorkbenchTest::type(const QString& words)
{
    line()->setFocus();
    line()->selectAll();
    QTest::keyClicks(line(), words);
    QTest::keyClick(line(), Qt::Key_Return);
    QVERIFY(presenter().command());
}

void WindowWorkbenchTest::rest()
{
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->cursor().world().processes.empty(), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!presenter().busy(), kPatience);
}

QString WindowWorkbenchTest::shown() const
{
    QString all;
    for (const TranscriptLine& one : m_window->findChild<ConsolePanel*>()->transcript().lines())
        all += one.text;
    return all;
}

void WindowWorkbenchTest::aPipelineIsRunByAShellAndRecordedAsItWasRun()
{
    type(q("printf 'b\\na\\n' | sort"));
    QCOMPARE(presenter().header().command,
        (std::vector<std::string> { "sh", "-c", "printf 'b\\na\\n' | sort" }));
    rest();
    const World& world = m_window->cursor().world();
    QVERIFY(!world.named("sort").empty());
    QVERIFY(std::ranges::any_of(
        world.channels, [](const auto& one) { return one.second.kind == ChannelKind::Pipe; }));
}

void WindowWorkbenchTest::aSimpleCommandIsRunWithoutAShell()
{
    type(q("printf '%s|' 'a b' c\\ d"));
    QCOMPARE(
        presenter().header().command, (std::vector<std::string> { "printf", "%s|", "a b", "c d" }));
    rest();
    QTRY_VERIFY2_WITH_TIMEOUT(shown().contains(q("a b|c d|")), qPrintable(shown()), kPatience);
    QVERIFY(m_window->cursor().world().named("sh").empty());
}

void WindowWorkbenchTest::theEnvironmentIsThatOfTheForm()
{
    qputenv("WORKBENCH_OURS", "ours");
    CommandWish wish = box().wish();
    wish.environment = { q("WORKBENCH_SET=set here"), q("WORKBENCH_OURS") };
    box().setWish(wish);
    type(q("env"));
    rest();
    QTRY_VERIFY2_WITH_TIMEOUT(
        shown().contains(q("WORKBENCH_SET=set here")), qPrintable(shown()), kPatience);
    QVERIFY(shown().contains(q("PATH=")));
    QVERIFY(!shown().contains(q("WORKBENCH_OURS")));
}

void WindowWorkbenchTest::stderrGoesWhereItIsWired()
{
    CommandWish wish = box().wish();
    wish.stderrWiring = q("null");
    box().setWish(wish);
    type(q("echo to stdout; echo to stderr >&2; readlink /proc/self/fd/2"));
    rest();
    QTRY_VERIFY2_WITH_TIMEOUT(shown().contains(q("/dev/null")), qPrintable(shown()), kPatience);
    QVERIFY(shown().contains(q("to stdout")));
    QVERIFY(!shown().contains(q("to stderr")));
}

void WindowWorkbenchTest::tooManyProcessesAreEnded()
{
    CommandWish wish = box().wish();
    wish.mostProcesses = 3;
    box().setWish(wish);
    type(q("for i in 1 2 3 4 5 6; do sleep 1000 & done; wait"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(q("more than 3 processes")), kPatience);
    rest();
}

void WindowWorkbenchTest::whatTakesTooLongIsEnded()
{
    CommandWish wish = box().wish();
    wish.seconds = 1;
    box().setWish(wish);
    type(q("sleep 1000"));
    rest();
    QVERIFY2(notice().contains(q("at most 1 s")), qPrintable(notice()));
    const auto asleep = [this] { return m_window->cursor().world().named("sleep"); };
    QTRY_VERIFY(!asleep().empty() && asleep().front()->ending); // as far as is shown by now
    QCOMPARE(asleep().front()->ending->signal, SIGTERM);
}

void WindowWorkbenchTest::eachProcessIsHeldToTheLimitsOfTheForm()
{
    CommandWish wish;
    wish.megabytes = 1024;
    wish.cpuSeconds = 1;
    wish.files = 33;
    box().setWish(wish);
    type(q("ulimit -n; ulimit -v; sh -c 'while :; do :; done'"));
    rest();
    QTRY_VERIFY2_WITH_TIMEOUT(shown().contains(q("33⏎1000000⏎")), qPrintable(shown()), kPatience);
    const auto ended = [this] {
        return std::ranges::any_of(m_window->cursor().world().processes, [](const auto& entry) {
            return entry.second.ending && entry.second.ending->signal == SIGXCPU;
        });
    };
    QTRY_VERIFY_WITH_TIMEOUT(ended(), kPatience);
}

void WindowWorkbenchTest::theFormIsThereAtTheNextStart()
{
    CommandWish wish { {}, q("pipe"), q("file"), m_folder.path() };
    wish.stderrWiring = q("fifo");
    wish.environment = { q("A=1"), q("B") };
    wish.mostProcesses = 77;
    wish.seconds = 99;
    wish.megabytes = 3000;
    wish.cpuSeconds = 88;
    wish.files = 55;
    box().setWish(wish);
    box().setMoreShown(true);
    type(q("true"));
    rest();
    m_window->close();
    open();
    wish.folder = QDir::currentPath(); // IPC Lab was started in a folder: that one
    QCOMPARE(box().wish(), wish);
    QVERIFY(box().moreShown());
    line()->setFocus();
    m_person->press(Qt::Key_Up);
    QCOMPARE(line()->text(), q("true"));
    box().setWish({});
    box().setMoreShown(false);
    type(q("true")); // and all as usual is remembered too
    rest();
}

void WindowWorkbenchTest::whatWasRunIsListedOpenedAndRunAgain()
{
    type(q("printf said | cat; exit 3"));
    rest();
    m_person->press(Qt::Key_L, Qt::ControlModifier); // the catalog
    const auto words = [&] {
        return list()->count() == 0 ? QString()
                                    : list()->item(0)->data(Qt::AccessibleTextRole).toString();
    };
    QTRY_VERIFY_WITH_TIMEOUT(words().contains(q("ended with 3")), kPatience);
    QVERIFY2(words().startsWith(q("printf said | cat; exit 3")), qPrintable(words()));
    QVERIFY(m_person->pressButton(q("Run again…")));
    QCOMPARE(line()->text(), q("printf said | cat; exit 3"));
    QVERIFY(m_person->tabTo(list()));
    m_person->press(Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(presenter().opened(), kPatience);
}

void WindowWorkbenchTest::anotherRunIsToldNothingOfTheOneThatWasEndedForIt()
{
    type(q("trap 'echo last words; exit' TERM; echo ready; read line"));
    m_window->findChild<QTabWidget*>(q("panels"))
        ->setCurrentWidget(
            m_window->findChild<ConsolePanel*>()); // who is not seen takes nothing in
    const auto lives = [this] {
        for (const Process* one : m_window->cursor().world().named("sh")) {
            if (!one->ending)
                return one->pid;
        }
        return Pid {};
    };
    QTRY_VERIFY_WITH_TIMEOUT(lives() && shown().contains(q("ready")), kPatience);
    const Pid first = lives();
    m_person->press(Qt::Key_R, Qt::ControlModifier);
    QTRY_VERIFY_WITH_TIMEOUT(lives() && lives() != first, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(shown().contains(q("ready")), kPatience);
    QCOMPARE(shown().trimmed(), q("ready⏎"));
    presenter().stop();
    rest();
}

void WindowWorkbenchTest::theSwitchesOfALabAreNotTheCommands()
{
    type(q("true")); // the page is made with the first that is opened
    const auto switches = [this] {
        const auto labels = m_window->findChild<CodePanel*>()->findChildren<QLabel*>();
        return std::ranges::any_of(
            labels, [](const QLabel* label) { return label->text().contains(q("--")); });
    };
    m_window->openLab(q("zombies"));
    QTRY_VERIFY(switches());
    m_window->showCatalog();
    type(q("true"));
    QVERIFY(!switches());
    rest();
}

void WindowWorkbenchTest::anEndingIsReadFromTheFileAlone_data()
{
    QTest::addColumn<QByteArray>("events");
    QTest::addColumn<int>("code"); // -1: not known
    const QByteArray launch = R"({"pid":7,"event":"process_started","ppid":1,"by":"launch"})"
                              "\n";
    const QByteArray exit3 = R"({"pid":7,"event":"process_exited","code":3})"
                             "\n";
    const QByteArray child = R"({"pid":8,"event":"process_exited","code":1})"
                             "\n";
    const QByteArray again = R"({"pid":9,"event":"process_started","ppid":1,"by":"launch"})"
                             "\n";
    const QByteArray much = QByteArray(R"({"event":"bytes_written","pid":7})"
                                       "\n")
                                .repeated(5000);
    QTest::newRow("short") << launch + child + exit3 << 3;
    QTest::newRow("a child alone") << launch + child << -1;
    QTest::newRow("long") << launch + much + exit3 + child << 3;
    QTest::newRow("long ago") << launch + exit3 + much << -1;
    QTest::newRow("launched again") << launch + exit3 + again << -1;
    QTest::newRow("torn") << launch + exit3.left(20) << -1;
}

void WindowWorkbenchTest::anEndingIsReadFromTheFileAlone()
{
    QFETCH(QByteArray, events);
    QFETCH(int, code);
    const QString path = m_folder.filePath(q("one.jsonl"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    file.write("{\"ipclab_session\":1,\"lab\":\"\",\"command\":[\"true\"]}\n" + events);
    file.close();
    const std::optional<RunEnding> ending = endingOf(path);
    QCOMPARE(ending && ending->code ? *ending->code : -1, code);
}

WINDOW_TEST_MAIN(WindowWorkbenchTest)

#include "window_workbench_test.moc"
