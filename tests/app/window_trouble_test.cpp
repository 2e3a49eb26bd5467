// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "tests/app/open_window.h"
#include "views/catalog/catalog_view.h"
#include "views/console/console_panel.h"
#include "views/machine/machine_sheet.h"
#include "views/traffic/traffic_model.h"

#include <QLabel>
#include <QListView>
#include <QScopeGuard>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include <algorithm>
#include <csignal>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kPatience = 30'000; // ms

} // namespace

// What goes wrong, in the window: said clearly, nothing left behind, and the window goes on.
class WindowTroubleTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void whatCannotBeStartedIsSaid_data();
    void whatCannotBeStartedIsSaid();
    void aMissingFolderIsSaidBesideTheCommand();
    void aCommandThatEndsAtOnceIsShownEnded();
    void whoIgnoresSigtermIsKilled();
    void whoStopsItselfIsShownStoppedAndEnds();
    void binaryBytesComeToNoHarm();
    void whatTheKernelRefusesIsARowOfTheTraffic_data();
    void whatTheKernelRefusesIsARowOfTheTraffic();
    void withoutPythonTheCatalogSaysWhyAndCIsOffered();
    void whatALabLacksLeadsToTheMachinesSheet();
    void aFloodIsShownInPartAndCounted();
    void aDaemonIsFollowedAndEnded();
    void aBrokenLabIsSaidInTheCatalog();
    void labsBehindALinkAreListedOnce();

private:
    void run(const QString& command, const QString& out = QStringLiteral("pipe"),
        const QString& folder = QStringLiteral("/"));
    QString script(const QByteArray& lines); // the path of a program of the shell's
    [[nodiscard]] QString notice() const { return shownNotice(*m_window); }
    const World& world() const { return m_window->cursor().world(); }
    const Process* named(std::string_view name) const;
    std::uint64_t bytesReadFromPipes() const;
    void stopAll();

    QTemporaryDir m_folder;
    std::unique_ptr<MainWindow> m_window;
};

void WindowTroubleTest::init()
{
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, {}, labFolders() });
    m_window->resize(1280, 720);
    m_window->show();
}

void WindowTroubleTest::cleanup()
{
    m_window.reset();
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowTroubleTest::run(const QString& command, const QString& out, const QString& folder)
{
    m_window->openCommand({ command, QStringLiteral("terminal"), out, folder });
    if (!m_window->presenter().busy() && world().processes.empty())
        m_window->presenter().run();
}

QString WindowTroubleTest::script(const QByteArray& lines)
{
    QFile file(m_folder.filePath(QStringLiteral("trouble")));
    if (file.open(QIODevice::WriteOnly | QIODevice::Truncate))
        file.write("#!/bin/sh\n" + lines + '\n');
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return file.fileName();
}

const Process* WindowTroubleTest::named(std::string_view name) const
{
    const std::vector<const Process*> found = world().named(name);
    return found.empty() ? nullptr : found.back();
}

std::uint64_t WindowTroubleTest::bytesReadFromPipes() const
{
    std::uint64_t read = 0;
    for (const auto& [id, channel] : world().channels) {
        if (channel.kind == ChannelKind::Pipe)
            read += channel.queueAt(End::First).read;
    }
    return read;
}

void WindowTroubleTest::stopAll()
{
    m_window->presenter().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    QTRY_COMPARE_WITH_TIMEOUT(livingChildren(), QStringList(), kPatience);
}

void WindowTroubleTest::whatCannotBeStartedIsSaid_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<QString>("said");
    QTest::newRow("no such program") << "/no/such/program"
                                     << "/"
                                     << "/no/such/program";
    QTest::newRow("not executable") << "/etc/passwd"
                                    << "/"
                                    << "/etc/passwd";
    QTest::newRow("a folder") << "/tmp"
                              << "/"
                              << "/tmp";
}

void WindowTroubleTest::whatCannotBeStartedIsSaid()
{
    QFETCH(QString, command);
    QFETCH(QString, folder);
    QFETCH(QString, said);
    run(command, QStringLiteral("pipe"), folder);
    QTRY_VERIFY_WITH_TIMEOUT(!notice().isEmpty(), kPatience);
    QVERIFY2(notice().contains(said), qPrintable(notice()));
    QVERIFY2(notice().contains(u' '), "more than a name: a sentence");
    QTRY_VERIFY(!m_window->presenter().busy());
}

void WindowTroubleTest::aMissingFolderIsSaidBesideTheCommand()
{
    m_window->openCommand({ QStringLiteral("/bin/true"), QStringLiteral("terminal"),
        QStringLiteral("pipe"), QStringLiteral("/no/such/folder") });
    QVERIFY(!m_window->presenter().busy());
    const auto* const catalog = m_window->findChild<CatalogView*>();
    QVERIFY(catalog->isVisible());
    const QList<QLabel*> labels = catalog->findChildren<QLabel*>();
    QVERIFY(std::ranges::any_of(labels, [](const QLabel* label) {
        return label->isVisible() && label->text().contains(u"/no/such/folder");
    }));
}

void WindowTroubleTest::aCommandThatEndsAtOnceIsShownEnded()
{
    run(QStringLiteral("/bin/false"));
    QTRY_VERIFY_WITH_TIMEOUT(named("false") && named("false")->ending, kPatience);
    QCOMPARE(named("false")->ending->code, std::optional(1));
    QTRY_VERIFY(!m_window->presenter().busy());
}

void WindowTroubleTest::whoIgnoresSigtermIsKilled()
{
    run(script("trap '' TERM; read line"));
    const auto ignores = [&] {
        return named("trouble") && named("trouble")->actions.at(SIGTERM) == SignalAction::Ignore;
    };
    QTRY_VERIFY_WITH_TIMEOUT(ignores(), kPatience);
    stopAll();
    QTRY_VERIFY(named("trouble")->ending);
    QCOMPARE(named("trouble")->ending->signal, SIGKILL);
}

void WindowTroubleTest::whoStopsItselfIsShownStoppedAndEnds()
{
    run(script("kill -STOP $$; read line"));
    QTRY_VERIFY_WITH_TIMEOUT(
        named("trouble") && named("trouble")->state() == ProcessState::Stopped, kPatience);
    stopAll();
}

void WindowTroubleTest::binaryBytesComeToNoHarm()
{
    run(QStringLiteral("/usr/bin/head -c 100000 /dev/urandom"));
    QTRY_VERIFY_WITH_TIMEOUT(named("head") && named("head")->ending, kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    QTRY_COMPARE(bytesReadFromPipes(), std::uint64_t { 100'000 }); // the last after it has ended
}

void WindowTroubleTest::whatTheKernelRefusesIsARowOfTheTraffic_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QString>("said");
    QTest::newRow("a port in use") << QStringLiteral(
        "python3 -c 'import socket; a = socket.socket(); a.bind((\"127.0.0.1\", 0));"
        " a.listen(); socket.socket().bind(a.getsockname())'")
                                   << QStringLiteral(" listens at port ");
    QTest::newRow("a FIFO that exists")
        << QStringLiteral("mkfifo %1") << QStringLiteral("EEXIST, it exists already");
    QTest::newRow("a folder in the way of a file")
        << QStringLiteral("/bin/sh -c 'echo x > /'") << QStringLiteral("EISDIR, it is a folder");
}

void WindowTroubleTest::whatTheKernelRefusesIsARowOfTheTraffic()
{
    QFETCH(QString, command);
    QFETCH(QString, said);
    run(command.contains(u'%') ? command.arg(script("exit 0")) : command);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    const auto* const model = m_window->findChild<TrafficModel*>();
    const auto saysIt = [&](int row) {
        return model->kindAt(row) == TrafficKind::Failed && model->words(row).remark.contains(said);
    };
    const auto rows = [&] {
        int count = 0;
        for (int row = 0; row < model->rowCount(); ++row)
            count += saysIt(row) ? 1 : 0;
        return count;
    };
    QTRY_COMPARE(rows(), 1);
}

void WindowTroubleTest::withoutPythonTheCatalogSaysWhyAndCIsOffered()
{
    const QByteArray path = qgetenv("PATH");
    const auto back = qScopeGuard([&] { qputenv("PATH", path); });
    const QString folder = m_folder.filePath(QStringLiteral("bin"));
    QVERIFY(QDir().mkpath(folder));
    for (const char* const name : { "gcc", "cc", "sh", "as", "ld" })
        QFile::link(
            QStringLiteral("/usr/bin/") + QLatin1String(name), folder + u'/' + QLatin1String(name));
    qputenv("PATH", QFile::encodeName(folder));
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, {}, labFolders() });
    m_window->show();

    const auto* const list = m_window->findChild<QListView*>();
    QStringList said;
    for (int row = 0; row < list->model()->rowCount(); ++row)
        said += list->model()->index(row, 0).data(Qt::AccessibleTextRole).toString();
    // Each lab says so; some lack other programs of the machine, too.
    const auto labs = static_cast<qsizetype>(findLabs(labFolders()).size());
    QCOMPARE(said.filter(QStringLiteral("python3")).size(), labs);
    QVERIFY(said.filter(QStringLiteral("python3 is not installed here: only the C variant can run"))
                .size()
        > labs / 2);
    m_window->openLab(QStringLiteral("delayed-output"));
    QVERIFY(m_window->presenter().runner());
    QCOMPARE(m_window->presenter().runner()->variant(), Variant::C);
}

void WindowTroubleTest::whatALabLacksLeadsToTheMachinesSheet()
{
    m_window->openLab(QStringLiteral("delayed-output"));
    m_window->presenter().setVariant(Variant::Python);
    const QByteArray path = qgetenv("PATH");
    const auto back = qScopeGuard([&] { qputenv("PATH", path); });
    qputenv("PATH", QFile::encodeName(m_folder.path())); // it was there when the lab was opened
    m_window->presenter().run();
    QTRY_VERIFY2_WITH_TIMEOUT(
        notice().contains(QStringLiteral("python3")), qPrintable(notice()), kPatience);
    QToolButton* what = nullptr;
    for (auto* const one : m_window->findChildren<QToolButton*>(QStringLiteral("offered")))
        what = one->isVisible() ? one : what;
    QVERIFY(what);
    QCOMPARE(what->text(), QStringLiteral("Check this machine…"));
    what->click();
    QTRY_VERIFY(m_window->findChild<MachineSheet*>()->isVisible());
    // A command of one's own is but misspelt.
    run(QStringLiteral("no-such-program"));
    QTRY_VERIFY_WITH_TIMEOUT(notice().contains(QStringLiteral("no-such-program")), kPatience);
    QVERIFY(!what->isVisible());
}

void WindowTroubleTest::aFloodIsShownInPartAndCounted()
{
    constexpr std::uint64_t kGigabyte = 1U << 30U;
    run(QStringLiteral("/usr/bin/dd if=/dev/zero bs=65536 count=16384 status=none"));
    qint64 longest = 0; // ms that the window did not answer
    QElapsedTimer answered;
    QTimer asks;
    connect(
        &asks, &QTimer::timeout, this, [&] { longest = std::max(longest, answered.restart()); });
    answered.start();
    asks.start(0);
    QTRY_VERIFY_WITH_TIMEOUT(named("dd") && named("dd")->ending, 4 * kPatience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_window->presenter().busy(), kPatience);
    QCOMPARE(named("dd")->ending->code, std::optional(0));
    QTRY_COMPARE(bytesReadFromPipes(), kGigabyte);
    QVERIFY2(longest < 3000, qPrintable(QString::number(longest))); // no hang, and no measure

    auto* const console = m_window->findChild<ConsolePanel*>();
    const auto counted = [console] {
        std::uint64_t bytes = console->transcript().droppedBytes();
        for (const TranscriptLine& line : console->transcript().lines())
            bytes += line.source == Source::Output ? line.bytes : 0;
        return bytes;
    };
    m_window->findChild<QTabWidget*>()->setCurrentWidget(console);
    QTRY_COMPARE(counted(), kGigabyte);
    QVERIFY(console->transcript().droppedBytes() > kGigabyte / 2);
}

void WindowTroubleTest::aDaemonIsFollowedAndEnded()
{
    // The end of a session's leader hangs up its terminal, setsid(2): a daemon is ready for that.
    run(script("trap '' HUP; setsid sleep 1000 & exit 0"));
    QTRY_VERIFY_WITH_TIMEOUT(named("sleep") && named("sleep")->adopted, kPatience);
    stopAll();
}

void WindowTroubleTest::aBrokenLabIsSaidInTheCatalog()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("broken")));
    QFile toml(m_folder.filePath(QStringLiteral("broken/lab.toml")));
    QVERIFY(toml.open(QIODevice::WriteOnly));
    toml.write("id = \"broken\"\ntopic = 3\n");
    toml.close();
    std::vector<std::string> folders = labFolders();
    folders.push_back(m_folder.path().toStdString());
    m_window = std::make_unique<MainWindow>(
        WindowOptions { {}, QStringLiteral("en"), false, {}, folders });
    m_window->show();
    m_window->openLab(QStringLiteral("broken"));
    QTRY_VERIFY(!notice().isEmpty());
    const QString problems = LabCatalog(folders).problems(QStringLiteral("broken"));
    QVERIFY2(problems.contains(QStringLiteral("lab.toml:2")), qPrintable(problems));
    QVERIFY(!m_window->presenter().runner());
}

void WindowTroubleTest::labsBehindALinkAreListedOnce()
{
    const QString link = m_folder.filePath(QStringLiteral("link"));
    QVERIFY(QFile::link(QString::fromStdString(builtInLabsFolder()), link));
    LabCatalog catalog({ link.toStdString() });
    const auto count = [&] {
        std::size_t labs = 0;
        for (const CatalogTopic& topic : catalog.topics(QStringLiteral("en"), {}))
            labs += topic.labs.size();
        return labs;
    };
    const std::size_t before = count();
    QVERIFY(before > 0);
    catalog.lookAgain(); // as for each return to it
    QCOMPARE(count(), before);
}

WINDOW_TEST_MAIN(WindowTroubleTest)

#include "window_trouble_test.moc"
