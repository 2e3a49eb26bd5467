// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/folders.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QStandardPaths>

namespace ipclab {

namespace {

QString shared(const QString& name)
{
    const QString here = QCoreApplication::applicationDirPath() + QLatin1Char('/');
    const QString installed = here + QStringLiteral(IPCLAB_SHARED "/") + name;
    if (QDir(installed).exists())
        return QDir::cleanPath(installed);
    // A build has a link there; its programs name the sources themselves.
    const QString built = here + QStringLiteral("../share/ipclab/") + name;
    return QDir(built).exists() ? QDir(built).canonicalPath() : QDir::cleanPath(installed);
}

} // namespace

std::string probeFolder()
{
    return shared(QStringLiteral("probe")).toStdString();
}

std::string skeletonFolder()
{
    return shared(QStringLiteral("skeleton")).toStdString();
}

QString userDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation)
        + QStringLiteral("/ipclab");
}

std::string builtInLabsFolder()
{
    return shared(QStringLiteral("labs")).toStdString();
}

std::vector<std::string> labFolders()
{
    return { (userDataFolder() + QStringLiteral("/labs")).toStdString(), builtInLabsFolder() };
}

bool isBuiltIn(const std::string& labFolder)
{
    const auto canonical = [](const std::string& folder) {
        return QDir(QString::fromStdString(folder)).canonicalPath(); // empty: it is not there
    };
    const QString folder = canonical(labFolder);
    const QString labs = canonical(builtInLabsFolder());
    return !folder.isEmpty() && !labs.isEmpty() && folder.startsWith(labs + u'/');
}

ProgramFolders programFoldersOf(const std::string& labFolder)
{
    const QString folder = QDir(QString::fromStdString(labFolder)).absolutePath();
    const QByteArray key
        = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex().left(12);
    const QString built = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
        + QStringLiteral("/ipclab/built/") + QDir(folder).dirName() + QLatin1Char('-')
        + QString::fromLatin1(key);
    return { folder.toStdString(), built.toStdString() };
}

} // namespace ipclab
