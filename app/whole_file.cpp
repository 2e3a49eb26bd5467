// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/whole_file.h"

#include <QFileInfo>
#include <QSaveFile>

#include <cerrno>

namespace ipclab {

Error fileError(const char* step, const QString& path)
{
    return { errno == 0 ? EIO : errno, step, path.toStdString() };
}

Status mayBeWritten(const QString& path)
{
    const QFileInfo there(path);
    if (there.exists() && !there.isFile())
        return Error { there.isDir() ? EISDIR : ESPIPE, "write", path.toStdString() };
    return Done {};
}

Status writeWhole(const QString& path, const QByteArray& content)
{
    if (const Status may = mayBeWritten(path); !may)
        return may;
    QSaveFile file(path);
    errno = 0;
    // commit() does not notice what close() could not write.
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.flush()
        && file.commit())
        return Done {};
    return fileError("write", path);
}

} // namespace ipclab
