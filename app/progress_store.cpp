// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/progress_store.h"

#include "app/folders.h"
#include "app/whole_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>

#include <cerrno>

namespace ipclab {

namespace {

constexpr int kLockWait = 2000; // ms

Error failure(const char* step)
{
    return fileError(step, ProgressStore::path());
}

void addAll(AllProgress& into, const AllProgress& more)
{
    for (const auto& [id, lab] : more) {
        if (into.size() < kMostLabsInProgress || into.contains(id))
            into[id].add(lab);
    }
}

// The first name that is free: progress.broken-1.json, …
QString asideOf(const QString& path)
{
    const QFileInfo info(path);
    QString aside;
    for (int number = 1; aside.isEmpty() || QFileInfo::exists(aside); ++number)
        aside = QStringLiteral("%1/%2.broken-%3.json")
                    .arg(info.path(), info.completeBaseName(), QString::number(number));
    return aside;
}

} // namespace

QString ProgressStore::path()
{
    return userDataFolder() + QStringLiteral("/progress.json");
}

ProgressStore::ProgressStore()
{
    if (Result<AllProgress> found = read())
        m_all = std::move(*found);
}

Result<AllProgress> ProgressStore::read()
{
    QFile file(path());
    if (!file.exists())
        return AllProgress {};
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return failure("open");
    const QByteArray content = file.read(kMostProgressBytes + 1);
    if (content.size() <= kMostProgressBytes) {
        if (auto all = progressFrom(content))
            return std::move(*all);
    }
    const QString aside = asideOf(path());
    errno = 0;
    if (!QFile::rename(path(), aside))
        return failure("rename");
    m_keptAside = aside;
    return AllProgress {};
}

Status ProgressStore::write(const AllProgress& all)
{
    return writeWhole(path(), progressJson(all));
}

const LabProgress& ProgressStore::of(const QString& lab) const
{
    static const LabProgress kNothing;
    const auto found = m_all.find(lab);
    return found == m_all.end() ? kNothing : found->second;
}

void ProgressStore::note(const QString& lab, const LabProgress& more)
{
    LabProgress now = more;
    now.last = QDateTime::currentDateTimeUtc();
    addAll(m_all, { { lab, now } });
    addAll(m_new, { { lab, now } });
}

Status ProgressStore::save()
{
    if (m_new.empty())
        return Done {};
    QDir().mkpath(userDataFolder());
    QLockFile lock(path() + QStringLiteral(".lock"));
    errno = 0;
    if (!lock.tryLock(kLockWait))
        return failure("lock");
    Result<AllProgress> now = read();
    if (!now)
        return now.error();
    addAll(*now, m_new);
    if (const Status written = write(*now); !written)
        return written;
    m_all = std::move(*now);
    m_new.clear();
    return Done {};
}

Status ProgressStore::forget()
{
    QLockFile lock(path() + QStringLiteral(".lock"));
    errno = 0;
    if (QFile::exists(path()) && !lock.tryLock(kLockWait)) // another window would put it back
        return failure("lock");
    errno = 0;
    if (QFile::exists(path()) && !QFile::remove(path()))
        return failure("unlink");
    m_all.clear();
    m_new.clear();
    return Done {};
}

} // namespace ipclab
