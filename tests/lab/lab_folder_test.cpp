// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab_loader.h"
#include "tests/lab/small_lab.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <sys/stat.h>

using namespace ipclab;
using namespace ipclab::test;

// Which files a lab is read from, and which are left alone.
class LabFolderTest : public QObject {
    Q_OBJECT

private slots:
    void everyLabLoads_data();
    void everyLabLoads();
    void aFileTooLargeIsTold();
    void aFifoAsLabFileIsTold();
    void aLinkOutOfTheFolderIsTold_data();
    void aLinkOutOfTheFolderIsTold();
    void labsAreFoundByFolder();
};

void LabFolderTest::everyLabLoads_data()
{
    QTest::addColumn<QString>("name");
    for (const char* const name :
        { "address-in-use", "alarm", "backlog", "broken-pipe", "delayed-output", "doorbell",
            "endless-dialog", "exec-and-redirect", "fifo-many-writers", "fifo-meeting",
            "fifo-two-way", "first-pipe", "first-socket", "fork-doubles-output", "four-stdouts",
            "full-both-ways", "full-pipe", "lines-on-a-pipe", "orphans", "pipe-between-threads",
            "run-call-popen", "separate-memory", "signal-actions", "signals-merge",
            "socket-as-file", "socket-dialog", "stream-or-datagram", "tools-that-help",
            "two-returns", "two-way-pipes", "unclosed-end", "unix-sockets", "zombies" })
        QTest::newRow(name) << QString::fromLatin1(name);
}

void LabFolderTest::everyLabLoads()
{
    QFETCH(QString, name);
    const Lab lab = loadedLab(LABS_FOLDER "/" + name.toStdString());
    QCOMPARE(lab.id, name.toStdString());
    QVERIFY(lab.steps.size() >= 4 && lab.steps.size() <= 8);
    QVERIFY(std::ranges::count_if(lab.steps, [](const LabStep& step) {
        return step.ask.has_value();
    }) >= 2);
    QVERIFY(!lab.guideIn("es").title.empty());
    QVERIFY(lab.guideIn("es").explanation != lab.guideIn("en").explanation);
    QVERIFY(lab.guideIn("en").explanation.find("**Where you meet this.**") != std::string::npos);
    QVERIFY(lab.guideIn("en").explanation.find("**Read on.**") != std::string::npos);
    QVERIFY(lab.guideIn("es").explanation.find("**Para seguir leyendo.**") != std::string::npos);
}

void LabFolderTest::aFileTooLargeIsTold()
{
    auto files = smallLab();
    files["lab.toml"] += "#" + std::string(kMostLabFileBytes, 'x') + "\n";
    QCOMPARE(problemsOf(files).at(0).kind, ProblemKind::TooLarge);
    files = smallLab();
    files["lab.toml"].replace(files["lab.toml"].find("small"), 5, std::string(5000, 'a'));
    QCOMPARE(problemsOf(files).at(0).kind, ProblemKind::TooLarge);
}

void LabFolderTest::aFifoAsLabFileIsTold()
{
    const QTemporaryDir folder;
    QCOMPARE(::mkfifo(folder.filePath(QStringLiteral("lab.toml")).toUtf8().constData(), 0600), 0);
    const LoadResult result = loadLab(folder.path().toStdString());
    QCOMPARE(std::get<Problems>(result).at(0).kind, ProblemKind::Unreadable);
    QCOMPARE(std::get<Problems>(result).at(0).expected, std::string("ESPIPE"));
}

void LabFolderTest::aLinkOutOfTheFolderIsTold_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("told");
    const auto row = [](const char* name, const char* target, bool told) {
        QTest::addRow("%s to %s", name, target)
            << QString::fromLatin1(name) << QString::fromLatin1(target) << told;
    };
    row("writer.py", "/etc/hostname", true);
    row("extra.c", "../../../../../../../../etc/hostname", true);
    row("picture.png", "/no/such/file", true);
    row("pictures", "/etc", true);
    row("inner/picture.png", "../../picture.png", true);
    row("again.c", "writer.c", false);
    row("inner/again.c", "../writer.c", false);
}

void LabFolderTest::aLinkOutOfTheFolderIsTold()
{
    QFETCH(QString, name);
    QFETCH(QString, target);
    QFETCH(bool, told);
    const QTemporaryDir folder;
    auto files = smallLab();
    files.erase(name.toStdString());
    writeFiles(folder, files);
    std::filesystem::create_directory(folder.filePath(QStringLiteral("inner")).toStdString());
    std::filesystem::create_symlink(target.toStdString(), folder.filePath(name).toStdString());
    const LoadResult result = loadLab(folder.path().toStdString());
    const auto* const problems = std::get_if<Problems>(&result);
    QCOMPARE(problems != nullptr, told);
    if (told) {
        QCOMPARE(problems->back().kind, ProblemKind::OutsideFolder);
        QCOMPARE(problems->back().subject, name.toStdString());
    }
}

void LabFolderTest::labsAreFoundByFolder()
{
    const std::vector<std::string> found = findLabs({ "/nowhere", LABS_FOLDER });
    QVERIFY(found.size() >= 33);
    QVERIFY(found.front().ends_with("/address-in-use"));
    QVERIFY(std::ranges::is_sorted(found));
}

QTEST_GUILESS_MAIN(LabFolderTest)
#include "lab_folder_test.moc"
