// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_digest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

namespace ipclab {

namespace {

constexpr int kMostFiles = 1000;
constexpr int kMostDepth = 4;
constexpr qint64 kMostBytes = qint64 { 64 } << 20; // in all: hashed within a moment

bool isGuide(const QString& file)
{
    return file.startsWith(QLatin1String("guide.")) && file.endsWith(QLatin1String(".md"));
}

bool belongs(const QString& name, DigestOf what)
{
    return what == DigestOf::WhatRuns ? !isGuide(name) : name != QLatin1String("__pycache__");
}

struct LabFiles {
    QStringList paths; // within the folder
    bool all = true;
};

void addFiles(
    const QString& folder, const QString& within, int depth, DigestOf what, LabFiles& files)
{
    const QDir dir(folder + QLatin1Char('/') + within);
    for (const QFileInfo& entry : dir.entryInfoList(
             QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::System)) {
        const QString path = within + entry.fileName();
        const bool inside = entry.isDir() && !entry.isSymLink();
        if (!belongs(entry.fileName(), what))
            continue;
        if (files.paths.size() >= kMostFiles || (inside && depth >= kMostDepth))
            files.all = false;
        else if (inside)
            addFiles(folder, path + QLatin1Char('/'), depth + 1, what, files);
        else
            files.paths.append(path);
    }
}

LabFiles filesOf(const QString& folder, DigestOf what)
{
    LabFiles files;
    addFiles(folder, {}, 0, what, files);
    files.paths.sort();
    return files;
}

// Its length goes first, so that no two lists of parts are the same bytes.
void add(QCryptographicHash& hash, const QByteArray& part)
{
    hash.addData(QByteArray::number(part.size()) + ':');
    hash.addData(part);
}

QByteArray contentOf(const QFileInfo& info)
{
    if (info.isSymLink()) // what it leads to is in the folder, and so in the digest
        return "-> " + QFile::encodeName(QFile(info.filePath()).symLinkTarget());
    QFile file(info.filePath());
    return info.isFile() && file.open(QIODevice::ReadOnly) ? file.read(kMostBytes) : QByteArray();
}

} // namespace

QStringList labFiles(const QString& folder, DigestOf what)
{
    return filesOf(folder, what).paths;
}

std::optional<QByteArray> labDigest(const QString& folder)
{
    const LabFiles files = filesOf(folder, DigestOf::WhatRuns);
    if (!files.all)
        return std::nullopt;
    QCryptographicHash hash(QCryptographicHash::Sha256);
    qint64 bytes = 0;
    for (const QString& file : files.paths) {
        add(hash, QFile::encodeName(file));
        const QFileInfo info(folder + QLatin1Char('/') + file);
        if (info.isFile() && !info.isSymLink())
            bytes += info.size();
        if (bytes > kMostBytes)
            return std::nullopt;
        add(hash, contentOf(info));
    }
    return hash.result().toHex();
}

QByteArray labStamp(const QString& folder)
{
    QByteArray stamp;
    for (const QString& file : labFiles(folder)) {
        struct stat now { };
        if (::lstat(QFile::encodeName(folder + QLatin1Char('/') + file).constData(), &now) != 0)
            continue;
        stamp += QFile::encodeName(file) + '\0';
        for (const qint64 part : { qint64 { now.st_size }, qint64 { now.st_mtim.tv_sec },
                 qint64 { now.st_mtim.tv_nsec }, static_cast<qint64>(now.st_ino) })
            stamp += QByteArray::number(part) + ' ';
    }
    return stamp;
}

} // namespace ipclab
