// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program_start.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

namespace ipclab {

void openStandardStreams()
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; ++fd) {
        if (fcntl(fd, F_GETFD) < 0)
            open("/dev/null", O_RDWR | O_CLOEXEC); // the lowest number that is free, open(2)
    }
}

void nameProgram()
{
    QCoreApplication::setOrganizationName(QStringLiteral("ipclab"));
    QCoreApplication::setApplicationName(QStringLiteral("ipclab"));
    QCoreApplication::setApplicationVersion(QStringLiteral(IPCLAB_VERSION));
}

QStringList argumentsOf(int argc, char** argv)
{
    QStringList arguments;
    for (int i = 0; i < argc; ++i)
        arguments << QString::fromLocal8Bit(argv[i]);
    return arguments;
}

} // namespace ipclab
