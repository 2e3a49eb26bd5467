// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/side_by_side.h"

#include <QTemporaryDir>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>

#include <utility>

extern char** environ; // NOLINT: environ(7)

namespace ipclab::test {

namespace {

std::string contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

std::string ending(std::optional<int> code, int signal)
{
    return "-> " + (code ? std::to_string(*code) : "signal " + std::to_string(signal));
}

} // namespace

std::string alone(std::vector<std::string> argv)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out"));
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    posix_spawn_file_actions_init(&actions);
    posix_spawnattr_init(&attributes);
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(
        &actions, 1, path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_TRUNC, 0600);
    sigset_t none;
    sigset_t ours; // what prepareProcess() ignores
    sigemptyset(&none);
    sigemptyset(&ours);
    sigaddset(&ours, SIGPIPE);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setsigdefault(&attributes, &ours);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    std::vector<char*> words;
    for (std::string& word : argv)
        words.push_back(word.data());
    words.push_back(nullptr);
    pid_t pid = 0;
    int status = 0;
    if (posix_spawnp(&pid, words.front(), &actions, &attributes, words.data(), environ) == 0)
        waitpid(pid, &status, 0);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return contentOf(path)
        + (WIFEXITED(status) ? ending(WEXITSTATUS(status), 0) : ending({}, WTERMSIG(status)));
}

std::string watched(std::vector<std::string> argv, std::unique_ptr<Watched>& run,
    const std::function<void(Capture&)>& before, const std::function<void(Watched&)>& meanwhile)
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("out"));
    LaunchSpec spec = specOf(std::move(argv));
    spec.stdio[1] = UniqueFd(
        open(path.toLocal8Bit().constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600));
    spec.foreground = true;
    run = std::make_unique<Watched>(
        std::move(spec), CaptureOptions {}, EventLog::Limits {}, before);
    if (meanwhile)
        meanwhile(*run);
    if (!run->ends() || run->error())
        return contentOf(path) + "it did not end";
    const Process* const process = run->world().process(run->pid());
    return contentOf(path)
        + (process && process->ending ? ending(process->ending->code, process->ending->signal)
                                      : "no ending");
}

} // namespace ipclab::test
