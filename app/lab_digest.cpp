// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_digest.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace ipclab {

namespace {

constexpr int kMostFiles = 1000;
constexpr int kMostDepth = 4;
constexpr qint64 kMostBytes = qint64 { 16 } << 20; // of one file

bool isGuide(const QString& file)
{
    return file.startsWith(QLatin1String("guide.")) && file.endsWith(QLatin1String(".md"));
}

void addFiles(const QString& folder, const QString& within, int depth, QStringList& files)
{
    const QDir dir(folder + QLatin1Char('/') + within);
    for (const QFileInfo& entry : dir.entryInfoList(
             QDir::Files | QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::System)) {
        const QString path = within + entry.fileName();
        if (files.size() >= kMostFiles || entry.fileName() == QLatin1String("__pycache__"))
            continue;
        if (!entry.isDir() || entry.isSymLink())
            files.append(path);
        else if (depth < kMostDepth)
            addFiles(folder, path + QLatin1Char('/'), depth + 1, files);
    }
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

QStringList labFiles(const QString& folder)
{
    QStringList files;
    addFiles(folder, {}, 0, files);
    files.sort();
    return files;
}

QByteArray labDigest(const QString& folder, DigestOf what)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QString& file : labFiles(folder)) {
        if (what == DigestOf::WhatRuns && isGuide(file))
            continue;
        add(hash, QFile::encodeName(file));
        const QFileInfo info(folder + QLatin1Char('/') + file);
        add(hash, QByteArray::number(info.size())); // beyond what is read, too
        add(hash, contentOf(info));
    }
    return hash.result().toHex();
}

} // namespace ipclab
