// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <QFileInfo>
#include <QTemporaryDir>
#include <QtTest>

#include "ipc-core/endpoint/run_folder.h"
#include "tests/core/endpoint/heard.h"

using namespace ipclab;

namespace {
// The number of a process that is no more.
pid_t deadPid()
{
    const pid_t pid = ::fork();
    if (pid == 0)
        ::_exit(0);
    ::waitpid(pid, nullptr, 0);
    return pid;
}

QString folderOf(pid_t pid)
{
    return QStringLiteral("ipclab-%1-aB3xYz").arg(pid);
}
} // namespace

class RunFolderTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void isPrivateAndNamedForItsProcess();
    void goesAwayWithAllThatIsInIt();
    void aSymbolicLinkInItIsNotFollowed();
    void movingItKeepsOneFolder();
    void aFolderThatCannotBeMadeSaysWhere();
    void isMadeInTheRuntimeFolderOrElseInTmp();
    void whatAKilledProcessLeftIsRemovedAtTheNextStart();
    void theFolderOfALivingProcessStays();
    void aLockedFolderStaysWhateverItsNumber();
    void otherNamesAreLeftAlone();

private:
    std::string parent() const { return m_parent->path().toStdString(); }
    QString inParent(const QString& name) const { return m_parent->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_parent;
    int m_descriptors = 0;
};

void RunFolderTest::init()
{
    m_parent = std::make_unique<QTemporaryDir>();
    m_descriptors = test::openDescriptors();
}

void RunFolderTest::cleanup()
{
    QCOMPARE(test::openDescriptors(), m_descriptors);
    m_parent.reset();
}

void RunFolderTest::isPrivateAndNamedForItsProcess()
{
    const auto folder = RunFolder::make(parent());
    QVERIFY(folder.ok());
    const QFileInfo info(QString::fromStdString(folder->path()));
    QVERIFY(info.fileName().startsWith(QStringLiteral("ipclab-%1-").arg(::getpid())));
    struct stat facts { };
    QCOMPARE(::stat(folder->path().c_str(), &facts), 0);
    QCOMPARE(facts.st_mode & 07777U, 0700U);
}

void RunFolderTest::goesAwayWithAllThatIsInIt()
{
    QString path;
    {
        const auto folder = RunFolder::make(parent());
        path = QString::fromStdString(folder->path());
        QVERIFY(QDir(path).mkpath(QStringLiteral("deep/er")));
        QCOMPARE(::mkfifo((folder->path() + "/deep/er/fifo").c_str(), 0600), 0);
        QVERIFY(QFileInfo::exists(path));
    }
    QVERIFY(!QFileInfo::exists(path));
}

void RunFolderTest::aSymbolicLinkInItIsNotFollowed()
{
    QVERIFY(QDir(m_parent->path()).mkpath(QStringLiteral("precious/photos")));
    {
        const auto folder = RunFolder::make(parent());
        QCOMPARE(
            ::symlink((parent() + "/precious").c_str(), (folder->path() + "/link").c_str()), 0);
    }
    QVERIFY(QFileInfo::exists(inParent(QStringLiteral("precious/photos"))));
    QCOMPARE(QDir(m_parent->path()).entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size(), 1);
}

void RunFolderTest::movingItKeepsOneFolder()
{
    auto first = RunFolder::make(parent());
    auto second = RunFolder::make(parent());
    const std::string kept = second->path();
    const std::string dropped = first->path();
    *first = std::move(*second);
    QCOMPARE(first->path(), kept);
    QVERIFY(QFileInfo::exists(QString::fromStdString(kept)));
    QVERIFY(!QFileInfo::exists(QString::fromStdString(dropped)));
}

void RunFolderTest::aFolderThatCannotBeMadeSaysWhere()
{
    const auto folder = RunFolder::make(parent() + "/absent");
    QVERIFY(!folder.ok());
    QCOMPARE(folder.error(), (Error { ENOENT, "mkdtemp", parent() + "/absent" }));
}

void RunFolderTest::isMadeInTheRuntimeFolderOrElseInTmp()
{
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", m_parent->path().toLocal8Bit());
    const auto inRuntime = RunFolder::make();
    qputenv("XDG_RUNTIME_DIR", m_parent->filePath(QStringLiteral("absent")).toLocal8Bit());
    const auto inTmp = RunFolder::make();
    qputenv("XDG_RUNTIME_DIR", before);
    QVERIFY(inRuntime->path().starts_with(parent() + "/ipclab-"));
    QVERIFY(inTmp->path().starts_with("/tmp/ipclab-"));
}

void RunFolderTest::whatAKilledProcessLeftIsRemovedAtTheNextStart()
{
    const pid_t pid = ::fork();
    if (pid == 0) {
        const auto folder = RunFolder::make(parent());
        ::kill(::getpid(), SIGKILL);
    }
    ::waitpid(pid, nullptr, 0);
    const QDir dir(m_parent->path());
    QCOMPARE(dir.entryList(QDir::NoDotAndDotDot | QDir::Dirs).size(), 1);
    QCOMPARE(removeStaleRunFolders(parent()), 1);
    QCOMPARE(dir.entryList(QDir::NoDotAndDotDot | QDir::Dirs).size(), 0);
}

void RunFolderTest::theFolderOfALivingProcessStays()
{
    const auto ours = RunFolder::make(parent());
    // Made but not locked yet, as between the two steps of make().
    QVERIFY(QDir(m_parent->path()).mkdir(folderOf(::getpid())));
    QCOMPARE(removeStaleRunFolders(parent()), 0);
    QVERIFY(QFileInfo::exists(QString::fromStdString(ours->path())));
    QVERIFY(QFileInfo::exists(inParent(folderOf(::getpid()))));
}

void RunFolderTest::aLockedFolderStaysWhateverItsNumber()
{
    const QString path = inParent(folderOf(deadPid()));
    QVERIFY(QDir().mkdir(path));
    UniqueFd lock { ::open(path.toLocal8Bit().constData(), O_RDONLY | O_DIRECTORY) };
    QCOMPARE(::flock(lock.get(), LOCK_EX), 0);
    QCOMPARE(removeStaleRunFolders(parent()), 0);
    QVERIFY(QFileInfo::exists(path));
    lock.reset();
    QCOMPARE(removeStaleRunFolders(parent()), 1);
    QVERIFY(!QFileInfo::exists(path));
}

void RunFolderTest::otherNamesAreLeftAlone()
{
    const QDir dir(m_parent->path());
    const QString dead = QString::number(deadPid());
    for (const QString& name : { QStringLiteral("ipclab-%1-abcdefg").arg(dead),
             QStringLiteral("ipclab-%1-abcde").arg(dead), QStringLiteral("ipclab-%1").arg(dead),
             QStringLiteral("ipclab--%1-abcdef").arg(dead), QStringLiteral("ipclab-x-abcdef"),
             QStringLiteral("other-%1-abcdef").arg(dead) })
        QVERIFY(dir.mkdir(name));
    QVERIFY(dir.mkdir(QStringLiteral("target")));
    QCOMPARE(::symlink((parent() + "/target").c_str(),
                 (parent() + "/" + folderOf(deadPid()).toStdString()).c_str()),
        0);
    QCOMPARE(removeStaleRunFolders(parent()), 0);
    QCOMPARE(dir.entryList(QDir::NoDotAndDotDot | QDir::AllEntries).size(), 8);
}

QTEST_GUILESS_MAIN(RunFolderTest)
#include "run_folder_test.moc"
