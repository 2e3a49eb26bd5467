// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/new_lab.h"

#include "app/folders.h"
#include "app/whole_folder.h"

#include <QDir>
#include <QFile>

#include <cerrno>

namespace ipclab {

namespace {

constexpr QByteArrayView kPlaceholder("new-lab"); // the skeleton's own name

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

} // namespace

Result<QString> makeLab(const QString& name, const QString& folder)
{
    const QString wanted = QDir::cleanPath(QDir(folder).absoluteFilePath(name));
    const Status made = makeWholeFolder(
        wanted, [&](const QString& unfinished) { return fill(unfinished, name.toUtf8()); });
    if (!made)
        return made.error();
    return wanted;
}

} // namespace ipclab
