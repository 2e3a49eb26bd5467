// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <csignal>
#include <cstdlib>

using namespace ipclab;
using namespace ipclab::test;

extern char** environ; // NOLINT: environ(7)

namespace {

std::string contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

// What the program prints when nobody watches it, started as a shell would start it.
std::string alone(const std::string& what, const QString& path)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(
        &actions, 1, path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    sigset_t none;
    sigset_t every;
    sigemptyset(&none);
    sigfillset(&every);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &every);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::string program = tracee("notices");
    std::string argument = what;
    char* const argv[] = { program.data(), argument.data(), nullptr };
    pid_t pid = 0;
    int status = 0;
    if (posix_spawn(&pid, program.c_str(), &actions, &attributes, argv, environ) == 0)
        waitpid(pid, &status, 0);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return contentOf(path);
}

std::string watched(const std::string& what, const QString& path)
{
    LaunchSpec spec = specOf({ tracee("notices"), what });
    spec.stdio[1] = UniqueFd(
        open(path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    spec.foreground = true;
    Watched run(std::move(spec), {});
    return run.ends() ? contentOf(path) : "it did not end";
}

} // namespace

// A program that is watched must not be able to tell.
class TransparencyTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("PARENT", QByteArray::number(getpid())); }
    void watchingChangesNothing_data();
    void watchingChangesNothing();
};

void TransparencyTest::watchingChangesNothing_data()
{
    QTest::addColumn<QString>("what");
    for (const char* const what : { "epoll", "epoll-handler", "timed-wait", "descriptors", "parent",
             "signals", "end", "broken", "wait", "environment" })
        QTest::newRow(what) << QString::fromLatin1(what);
}

void TransparencyTest::watchingChangesNothing()
{
    QFETCH(QString, what);
    const QTemporaryDir folder;
    const std::string expected
        = alone(what.toStdString(), folder.filePath(QStringLiteral("alone")));
    QVERIFY(!expected.empty());
    const std::string seen
        = watched(what.toStdString(), folder.filePath(QStringLiteral("watched")));
    QCOMPARE(QString::fromStdString(seen), QString::fromStdString(expected));
}

CAPTURE_TEST_MAIN(TransparencyTest)
#include "transparency_test.moc"
