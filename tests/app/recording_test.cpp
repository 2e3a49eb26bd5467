// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "app/session_folder.h"
#include "ipc-core/log/session_file.h"
#include "tests/app/open_window.h"
#include "tests/app/person.h"
#include "tests/capture/watched.h"
#include "views/tour/tour_bubble.h"

#include <QAction>
#include <QProcess>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <csignal>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>
#include <random>
#include <string>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

QStringList kept()
{
    return QDir(sessionsFolder()).entryList({ QStringLiteral("*.jsonl") }, QDir::Files, QDir::Name);
}

QString pathOf(const QString& name)
{
    return sessionsFolder() + QLatin1Char('/') + name;
}

void put(const QString& name)
{
    QDir().mkpath(sessionsFolder());
    QFile file(pathOf(name));
    if (file.open(QIODevice::WriteOnly))
        file.write("{\"ipclab_session\":1,\"lab\":\"\",\"command\":[\"true\"]}\n"
                   "{\"i\":0,\"t\":0,\"event\":\"user_action\",\"what\":\"run\"}\n");
}

} // namespace

// Every run of the window is in a file of the user's, as it happens.
class RecordingTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatHappensIsInAFileWhileItHappens();
    void aLabThatNeverRanLeavesNoFile();
    void theLastTwentyAreKept();
    void oneThatAnotherWritesIsNotPruned();
    void aRemovedFileIsSaidAndTheRunGoesOn();
    void aFolderThatCannotBeWrittenIsSaidAndTheRunGoesOn();
    void aRecordingThatFailedKeepsNothingInMemory();
    void aFileThatMayNotGrowIsSaidAndTheRunGoesOn();
    void aRunIsNotBegunUnlessItIsRecordedWhereThePersonSaid();
    void killedAtAnyMomentItLeavesAPrefixOfWhatHappened();
    void afterAKillTheNextStartOffersWhatWasRecorded();

private:
    static bool killedAfter(qsizetype enough, const char* command);
    void open();
    void run(const QString& command);
    [[nodiscard]] QString notice() const { return shownNotice(*m_window); }
    std::size_t events() const { return m_window->cursor().end(); }

    std::unique_ptr<MainWindow> m_window;
};

void RecordingTest::init()
{
    QDir(sessionsFolder()).removeRecursively();
    open();
}

void RecordingTest::open()
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
}

void RecordingTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void RecordingTest::run(const QString& command)
{
    m_window->openCommand(
        { command, QStringLiteral("terminal"), QStringLiteral("pipe"), QStringLiteral("/") });
}

void RecordingTest::whatHappensIsInAFileWhileItHappens()
{
    run(QStringLiteral("/bin/sh -c 'echo said; read line'"));
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, kPatience);
    const QString path = pathOf(kept().front());
    QVERIFY2(path.endsWith(QStringLiteral("-sh.jsonl")), qPrintable(path));
    const auto recorded = [&] {
        const Result<SavedSession> saved = readSession(path.toStdString());
        return saved ? saved->log->size() : 0;
    };
    QTRY_VERIFY_WITH_TIMEOUT(events() > 10 && recorded() == events(), kPatience);
    QVERIFY(m_window->presenter().busy()); // it still runs
    QCOMPARE(
        QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
    const EventIndex before = events();
    m_window->showCatalog(); // ends it
    QTRY_VERIFY_WITH_TIMEOUT(recorded() > before, kPatience); // to its end
    QTRY_VERIFY(!QFile::exists(path + QStringLiteral(".open")));
}

void RecordingTest::aLabThatNeverRanLeavesNoFile()
{
    m_window->openLab(QStringLiteral("delayed-output"));
    m_window->showCatalog();
    run(QStringLiteral("/no/such/program"));
    QTRY_VERIFY_WITH_TIMEOUT(!notice().isEmpty(), kPatience);
    m_window.reset();
    QCOMPARE(kept(), QStringList());
}

void RecordingTest::theLastTwentyAreKept()
{
    for (int day = 10; day < 32; ++day)
        put(QStringLiteral("2020-01-%1T10-00-00-old.jsonl").arg(day));
    put(QStringLiteral("mine.jsonl")); // not of ours: the person put it there
    run(QStringLiteral("/bin/true"));
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), static_cast<qsizetype>(kMostSessions) + 1, kPatience);
    QVERIFY(kept().contains(QStringLiteral("mine.jsonl")));
    QVERIFY(!kept().contains(QStringLiteral("2020-01-12T10-00-00-old.jsonl")));
    QVERIFY(kept().contains(QStringLiteral("2020-01-13T10-00-00-old.jsonl")));
}

void RecordingTest::oneThatAnotherWritesIsNotPruned()
{
    for (int day = 10; day < 32; ++day)
        put(QStringLiteral("2020-01-%1T10-00-00-old.jsonl").arg(day));
    const QString oldest = QStringLiteral("2020-01-10T10-00-00-old.jsonl");
    QFile other(pathOf(oldest));
    QVERIFY(other.open(QIODevice::ReadWrite));
    QCOMPARE(::flock(other.handle(), LOCK_EX | LOCK_NB), 0);
    run(QStringLiteral("/bin/true"));
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), static_cast<qsizetype>(kMostSessions) + 1, kPatience);
    QVERIFY(kept().contains(oldest));
}

void RecordingTest::aRemovedFileIsSaidAndTheRunGoesOn()
{
    run(QStringLiteral("/bin/sh -c 'read line; echo $line'"));
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, kPatience);
    QVERIFY(QFile::remove(pathOf(kept().front())));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("was removed")), kPatience);
    const std::size_t before = events();
    QTRY_VERIFY(!m_window->presenter().session()->inputs().isEmpty());
    m_window->presenter().send(m_window->presenter().session()->inputs().front(), "more\n");
    QTRY_VERIFY_WITH_TIMEOUT(events() > before, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
}

void RecordingTest::aFolderThatCannotBeWrittenIsSaidAndTheRunGoesOn()
{
    const QByteArray state = qgetenv("XDG_STATE_HOME");
    const auto back = qScopeGuard([&] { qputenv("XDG_STATE_HOME", state); });
    qputenv("XDG_STATE_HOME", "/proc"); // where not even root makes a folder
    run(QStringLiteral("/bin/true"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("/proc/ipclab")), kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    QVERIFY(events() > 3);
    for (const char* const key : { "finding-back", "event-back" }) { // neither takes it away
        m_window->findChild<QAction*>(QLatin1String(key))->trigger();
        QVERIFY2(notice().contains(QStringLiteral("/proc/ipclab")), qPrintable(notice()));
    }
}

void RecordingTest::aRecordingThatFailedKeepsNothingInMemory()
{
    run(QStringLiteral("/bin/sh -c 'echo said; read line'"));
    QTRY_COMPARE_WITH_TIMEOUT(kept().size(), 1, kPatience);
    QVERIFY(QFile::remove(pathOf(kept().front())));
    QTRY_VERIFY_WITH_TIMEOUT(!notice().isEmpty(), kPatience);
    const std::weak_ptr<const EventLog> log = m_window->presenter().sharedLog();
    QVERIFY(!log.expired());
    m_window->showCatalog();
    QTRY_VERIFY_WITH_TIMEOUT(log.expired(), kPatience);
}

void RecordingTest::aFileThatMayNotGrowIsSaidAndTheRunGoesOn()
{
    rlimit before {};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    const auto back = qScopeGuard([&] { ::setrlimit(RLIMIT_FSIZE, &before); });
    rlimit small = before;
    small.rlim_cur = 1500; // bytes
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &small), 0);
    run(QStringLiteral("/bin/sh -c 'echo one; read line; echo two'"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("may not grow")), kPatience);
    QVERIFY(m_window->presenter().busy());
    QTRY_COMPARE(kept().size(), 1); // what was written stays
    QVERIFY(readSession(pathOf(kept().front()).toStdString()));
}

void RecordingTest::aRunIsNotBegunUnlessItIsRecordedWhereThePersonSaid()
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, "/nowhere/run.jsonl", labFolders() });
    m_window->show();
    run(QStringLiteral("/bin/true"));
    for (int time = 0; time < 2; ++time) {
        QTRY_VERIFY(notice().contains(QStringLiteral("/nowhere/run.jsonl")));
        QVERIFY(!m_window->presenter().session());
        m_window->presenter().run();
    }
}

// Another of these windows, killed when so many lines are in its file.
bool RecordingTest::killedAfter(qsizetype enough, const char* command)
{
    const pid_t child = ::fork();
    if (child == 0) { // a program of its own
        ::execl("/proc/self/exe", "recording_test", "--killed", command, nullptr);
        ::_exit(127);
    }
    const auto lines = [] {
        QFile file(kept().isEmpty() ? QString() : pathOf(kept().front()));
        return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : 0;
    };
    const bool written = QTest::qWaitFor([&] { return lines() > enough; }, kPatience);
    ::kill(child, SIGKILL);
    // And what it had started, which is ours now, prctl(2).
    return QTest::qWaitFor([] { return ::waitpid(-1, nullptr, WNOHANG) < 0; }, kPatience)
        && written;
}

void RecordingTest::killedAtAnyMomentItLeavesAPrefixOfWhatHappened()
{
    m_window.reset();
    std::mt19937 random(7);
    for (int round = 0; round < 3; ++round) {
        QDir(sessionsFolder()).removeRecursively();
        const auto enough = std::uniform_int_distribution<qsizetype>(5, 900)(random);
        QVERIFY(killedAfter(enough, "/bin/sh -c 'i=0; while :; do echo $i; i=$((i+1)); done'"));
        const Result<SavedSession> saved = readSession(pathOf(kept().front()).toStdString());
        QVERIFY(saved);
        QVERIFY(saved->linesSkipped <= 1); // the last, which was not whole
        QVERIFY(saved->log->size() >= static_cast<EventIndex>(enough) - 2);
        // What it wrote are the numbers from 0, and none is missing.
        int next = 0;
        for (const auto& written : all<BytesWritten>(*saved->log))
            QCOMPARE(std::string(written.body->bytes.kept), std::to_string(next++) + '\n');
        QVERIFY(enough < 200 || next > 0);
    }
}

void RecordingTest::afterAKillTheNextStartOffersWhatWasRecorded()
{
    m_window.reset();
    QVERIFY(killedAfter(10, "/bin/sh -c 'echo said; read line'"));
    open();
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("Recovered")), kPatience);
    QVERIFY2(notice().contains(QStringLiteral("sh")), qPrintable(notice()));
    m_window->showTour();
    QVERIFY(m_window->findChild<TourBubble*>());
    QVERIFY(Person(*m_window).clickButton(QStringLiteral("offered")));
    QTRY_VERIFY_WITH_TIMEOUT(m_window->presenter().opened(), kPatience);
    QVERIFY(events() > 10);
    QVERIFY(!m_window->cursor().world().named("sh").empty());
    QTRY_VERIFY(!m_window->findChild<TourBubble*>()); // nothing floats over it
    open(); // it was said
    QCoreApplication::processEvents();
    QCOMPARE(notice(), QString());
    QVERIFY(!takeRecovered());
}

int main(int argc, char** argv)
{
    prepareProcess();
    if (argc > 2 && qstrcmp(argv[1], "--killed") == 0) {
        const QApplication app(argc, argv);
        MainWindow window({ {}, QStringLiteral("en"), false, {}, labFolders() });
        window.show();
        window.openCommand({ QString::fromLocal8Bit(argv[2]), QStringLiteral("terminal"),
            QStringLiteral("pipe"), QStringLiteral("/") });
        return QApplication::exec();
    }
    const QTemporaryDir home;
    isolate(home);
    const QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    RecordingTest tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "recording_test.moc"
