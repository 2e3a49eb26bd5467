// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new_lab.h"

#include "app/folders.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QScopeGuard>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

namespace ipclab {

namespace {

constexpr QByteArrayView kPlaceholder("new-lab"); // the skeleton's own name
constexpr mode_t kOrdinary = 0777; // less the umask

Status fill(const QString& folder, const QByteArray& name)
{
    const QDir skeleton(QString::fromStdString(skeletonFolder()));
    const QStringList files = skeleton.entryList(QDir::Files, QDir::Name);
    if (files.isEmpty())
        return Error { ENOENT, "open", skeleton.path().toStdString() };
    for (const QString& file : files) {
        QFile from(skeleton.filePath(file));
        const std::string path = (folder + QLatin1Char('/') + file).toStdString();
        if (!from.open(QIODevice::ReadOnly))
            return Error { EACCES, "open", from.fileName().toStdString() };
        const QByteArray content
            = from.readAll().replace(QByteArray(kPlaceholder.data(), kPlaceholder.size()), name);
        QFile to(QString::fromStdString(path));
        errno = 0;
        if (!to.open(QIODevice::WriteOnly | QIODevice::NewOnly)
            || to.write(content) != content.size() || !to.flush())
            return Error { errno == 0 ? EIO : errno, "write", path };
    }
    return Done {};
}

// Where the file system knows no RENAME_NOREPLACE, rename(2) still takes no folder with files in
// it.
bool renameNew(const QByteArray& from, const QByteArray& to)
{
    if (::renameat2(AT_FDCWD, from.constData(), AT_FDCWD, to.constData(), RENAME_NOREPLACE) == 0)
        return true;
    return errno == EINVAL && ::rename(from.constData(), to.constData()) == 0;
}

} // namespace

bool isLabName(const QString& name)
{
    static const QRegularExpression kName(QStringLiteral("\\A[a-z0-9_-]{1,64}\\z"));
    return kName.match(name).hasMatch();
}

Result<QString> makeLab(const QString& name, const QString& folder)
{
    const QString wanted = QDir::cleanPath(QDir(folder).absoluteFilePath(name));
    const QByteArray path = QFile::encodeName(wanted);
    struct stat facts { };
    if (::lstat(path.constData(), &facts) == 0)
        return Error { EEXIST, "mkdir", path.toStdString() };
    const QString unfinished = QDir(folder).absoluteFilePath(
        QStringLiteral(".%1.%2").arg(name).arg(static_cast<qlonglong>(::getpid())));
    const QByteArray unfinishedPath = QFile::encodeName(unfinished);
    if (::mkdir(unfinishedPath.constData(), kOrdinary) != 0)
        return lastError("mkdir", path.toStdString());
    auto undo = qScopeGuard([&] { QDir(unfinished).removeRecursively(); });
    if (const Status filled = fill(unfinished, name.toUtf8()); !filled)
        return filled.error();
    if (!renameNew(unfinishedPath, path))
        return lastError("mkdir", path.toStdString());
    undo.dismiss();
    return wanted;
}

} // namespace ipclab
