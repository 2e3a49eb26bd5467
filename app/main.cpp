// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/janitor.h"
#include "app/languages.h"
#include "app/run_window.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/endpoint/run_folder.h"

#include <QApplication>
#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

namespace {

using namespace ipclab;

int runCommand(const CommandLine& line)
{
    if (line.command == QStringLiteral("labs"))
        return runLabs(line.words);
    if (line.command == QStringLiteral("run"))
        return runRun(line.words);
    if (line.command == QStringLiteral("watch"))
        return runWatch(line.words);
    if (line.command == QStringLiteral("why"))
        return runWhy(line.words);
    if (line.command == QStringLiteral("new"))
        return runNew(line.words);
    return runCheck(line.words);
}

// Started without one of them (ipclab >&-), the next file we open would be taken for it.
void openStandardStreams()
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (fcntl(fd, F_GETFD) < 0)
            open("/dev/null", O_RDWR | O_CLOEXEC); // the lowest number that is free, open(2)
    }
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace

int main(int argc, char** argv)
{
    openStandardStreams();
    const Janitor janitor;
    prepareProcess();
    QCoreApplication::setOrganizationName(QStringLiteral("ipclab"));
    QCoreApplication::setApplicationName(QStringLiteral("ipclab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(IPCLAB_VERSION));
    removeStaleRunFolders();

    const CommandLine line = splitCommandLine(argumentsOf(argc, argv));
    if (!line.command.isEmpty()) {
        const QCoreApplication app(argc, argv);
        Languages languages;
        languages.speak(Languages::chosen({})); // of the environment: LANG, LC_MESSAGES
        return runCommand(line);
    }
    return runWindow(argc, argv, line.words);
}
