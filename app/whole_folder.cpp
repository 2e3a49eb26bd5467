// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whole_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace ipclab {

namespace {

constexpr mode_t kOrdinary = 0777; // less the umask

// Where the file system knows no RENAME_NOREPLACE, rename(2) still takes no folder with files in
// it.
bool renameNew(const QByteArray& from, const QByteArray& to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    return errno == EINVAL && ::rename(from.constData(), to.constData()) == 0;
}

} // namespace

Status makeWholeFolder(
    const QString& path, const std::function<Status(const QString& unfinished)>& fill)
{
    const QByteArray wanted = QFile::encodeName(path);
    struct stat facts { };
    if (::lstat(wanted.constData(), &facts) == 0)
        return Error { EEXIST, "mkdir", wanted.toStdString() };
    const QFileInfo info(path);
    const QString unfinished = QStringLiteral("%1/.%2.%3")
                                   .arg(info.path(), info.fileName(), QString::number(::getpid()));
    QDir(unfinished).removeRecursively(); // of one that was killed
    if (::mkdir(QFile::encodeName(unfinished).constData(), kOrdinary) != 0)
        return lastError("mkdir", wanted.toStdString());
    auto undo = qScopeGuard([&] { QDir(unfinished).removeRecursively(); });
    if (Status filled = fill(unfinished); !filled)
        return filled;
    if (!renameNew(QFile::encodeName(unfinished), wanted))
        return lastError("rename", wanted.toStdString());
    undo.dismiss();
    return Done {};
}

} // namespace ipclab
