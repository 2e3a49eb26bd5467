// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_copy.h"

#include "app/folders.h"
#include "app/lab_digest.h"
#include "app/lab_trust.h"
#include "app/whole_file.h"
#include "app/whole_folder.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>

namespace ipclab {

namespace {

QString own()
{
    return QString::fromStdString(labFolders().front());
}

// A name that begins with a dot is no lab's.
QString keptName(const QString& lab)
{
    return QStringLiteral("%1/.%2.kept").arg(own(), lab);
}

Status renamed(const QString& from, const QString& to)
{
    errno = 0;
    return QDir().rename(from, to) ? Status(Done {}) : Status(fileError("rename", from));
}

Status copyFiles(const QDir& from, const QDir& into)
{
    for (const QString& file : labFiles(from.path())) {
        const QString to = into.filePath(file);
        errno = 0;
        if (!QDir().mkpath(QFileInfo(to).path()))
            return fileError("mkdir", QFileInfo(to).path());
        if (!QFile::copy(from.filePath(file), to))
            return fileError("write", to);
        // An installed lab's files are root's to write; a copy's are its owner's.
        QFile::setPermissions(to, QFile::permissions(to) | QFile::ReadOwner | QFile::WriteOwner);
    }
    return Done {};
}

} // namespace

bool isOwnLab(const std::string& labFolder)
{
    return QDir(QString::fromStdString(labFolder)).absolutePath().startsWith(own() + u'/');
}

Result<QString> ownCopyOf(const std::string& labFolder)
{
    const QDir from(QString::fromStdString(labFolder));
    const QString copy = own() + u'/' + from.dirName();
    if (!QFileInfo::exists(copy)) {
        errno = 0;
        if (!QDir().mkpath(own()))
            return fileError("mkdir", own());
        const Status made = makeWholeFolder(
            copy, [&](const QString& unfinished) { return copyFiles(from, QDir(unfinished)); });
        if (!made)
            return made.error();
        if (const Status trusted = trustFolder(copy.toStdString()); !trusted)
            return trusted.error();
    }
    return copy;
}

QString originalOf(const std::string& copy)
{
    const QString original = QString::fromStdString(builtInLabsFolder()) + u'/'
        + QDir(QString::fromStdString(copy)).dirName();
    return isOwnLab(copy) && QFileInfo::exists(original + QStringLiteral("/lab.toml")) ? original
                                                                                       : QString();
}

Status putAside(const std::string& copy)
{
    const QString folder = QString::fromStdString(copy);
    const QString kept = keptName(QDir(folder).dirName());
    if (QFileInfo::exists(kept) && !QFile::moveToTrash(kept)) {
        if (const Status gone = renamed(kept,
                kept
                    + QDateTime::currentDateTime().toString(
                        QStringLiteral(".yyyyMMdd-HHmmss-zzz")));
            !gone)
            return gone;
    }
    return renamed(folder, kept);
}

QString copyKeptOf(const std::string& original)
{
    if (isOwnLab(original))
        return {};
    const QString kept = keptName(QDir(QString::fromStdString(original)).dirName());
    return QFileInfo::exists(kept + QStringLiteral("/lab.toml")) ? kept : QString();
}

Result<QString> takeUpAgain(const std::string& original)
{
    const QString copy = own() + u'/' + QDir(QString::fromStdString(original)).dirName();
    if (QFileInfo::exists(copy))
        return Error { EEXIST, "rename", copy.toStdString() };
    if (const Status back = renamed(copyKeptOf(original), copy); !back)
        return back.error();
    return copy;
}

} // namespace ipclab
