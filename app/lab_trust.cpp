// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_trust.h"

#include "app/folders.h"
#include "app/lab_digest.h"
#include "app/whole_file.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <cerrno>
#include <optional>

namespace ipclab {

namespace {

constexpr qsizetype kMostLines = 1000;
constexpr qint64 kMostRead = qint64 { 4 } << 20;

QString storePath()
{
    return userDataFolder() + QStringLiteral("/trusted-labs");
}

QString canonical(const std::string& folder)
{
    const QString path = QFileInfo(text(folder)).canonicalFilePath();
    return path.isEmpty() ? QDir::cleanPath(text(folder)) : path;
}

// Where it is counts too: the same files elsewhere are another lab. Empty: it has more than is
// looked at, so that nobody could say later whether it is the same.
QByteArray lineOfContent(const QString& folder)
{
    const std::optional<QByteArray> digest = labDigest(folder);
    if (!digest)
        return {};
    return "sha256 " + *digest + ' ' + QFile::encodeName(folder).toPercentEncoding("/");
}

QByteArray lineOfFolder(const QString& folder)
{
    return "folder " + QFile::encodeName(folder).toPercentEncoding("/");
}

QList<QByteArray> lines()
{
    QFile file(storePath());
    return file.open(QIODevice::ReadOnly) ? file.read(kMostRead).split('\n') : QList<QByteArray>();
}

Status remember(const QByteArray& line)
{
    QList<QByteArray> all = lines();
    all.removeAll(line);
    all.removeAll({});
    all.append(line);
    all = all.mid(std::max<qsizetype>(all.size() - kMostLines, 0));
    QDir().mkpath(userDataFolder());
    return writeWhole(storePath(), all.join('\n') + '\n');
}

QString lineOf(const std::vector<std::string>& argv)
{
    QStringList line;
    for (const std::string& one : argv)
        line.append(asTyped(text(one)));
    return line.join(QLatin1Char(' '));
}

} // namespace

bool isTrusted(const std::string& labFolder)
{
    return isTrustedUnread(labFolder) || lookForTrust(labFolder).trusted;
}

bool isTrustedUnread(const std::string& labFolder)
{
    return isBuiltIn(labFolder) || lines().contains(lineOfFolder(canonical(labFolder)));
}

TrustFound lookForTrust(const std::string& labFolder)
{
    TrustFound found;
    found.asItIs = asItIs(labFolder);
    found.trusted = !found.asItIs.isEmpty() && lines().contains(found.asItIs);
    return found;
}

QByteArray asItIs(const std::string& labFolder)
{
    return lineOfContent(canonical(labFolder));
}

Status trustAsItWas(const QByteArray& shown)
{
    if (shown.isEmpty())
        return Error { EFBIG, "trust", {} };
    return remember(shown);
}

Status trustFolder(const std::string& labFolder)
{
    return remember(lineOfFolder(canonical(labFolder)));
}

WhatRuns whatRuns(const Lab& lab)
{
    WhatRuns what;
    for (const LabRun& run : lab.runs) {
        for (const auto& argv : run.argv) {
            if (const QString command = lineOf(argv); !what.commands.contains(command))
                what.commands.append(command);
        }
    }
    what.files = labFiles(text(lab.folder), DigestOf::WhatRuns);
    return what;
}

} // namespace ipclab
