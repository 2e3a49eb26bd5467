// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_folder.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QStringList>

#include <cerrno>
#include <fcntl.h>
#include <filesystem>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace ipclab {

namespace {

constexpr qint64 kLongestHeader = 65536;

QString markOf(const QString& path)
{
    return path + QStringLiteral(".open");
}

// The lab's name, or the program's: what is a letter, a digit, a dot or a dash in it.
QString wordFor(const SessionHeader& header)
{
    static const QRegularExpression kOthers(QStringLiteral("[^A-Za-z0-9._-]+"));
    constexpr qsizetype kLongest = 40;
    QString word = QString::fromStdString(header.lab);
    if (word.isEmpty() && !header.command.empty())
        word = QFileInfo(QString::fromStdString(header.command.front())).fileName();
    word = word.replace(kOthers, QStringLiteral("_")).left(kLongest);
    return word.isEmpty() ? QStringLiteral("session") : word;
}

QString nameFor(const SessionHeader& header)
{
    const QDateTime began
        = QDateTime::fromString(QString::fromStdString(header.startedAt), Qt::ISODate);
    return (began.isValid() ? began : QDateTime::currentDateTime())
               .toString(QStringLiteral("yyyy-MM-dd'T'HH-mm-ss-"))
        + wordFor(header);
}

bool isLocked(const QString& path)
{
    const UniqueFd file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    return file && ::flock(file.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

// Of our own naming, the newest first: the names begin with the time.
QFileInfoList ownFiles()
{
    static const QRegularExpression kOurs(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-.*\\.jsonl$"));
    QFileInfoList files = QDir(sessionsFolder())
                              .entryInfoList({ QStringLiteral("*.jsonl") },
                                  QDir::Files | QDir::NoSymLinks, QDir::Name | QDir::Reversed);
    files.removeIf([](const QFileInfo& file) { return !kOurs.match(file.fileName()).hasMatch(); });
    return files;
}

std::optional<KeptSession> headerOf(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QJsonObject header = QJsonDocument::fromJson(file.readLine(kLongestHeader)).object();
    if (!header.contains(QStringLiteral("ipclab_session")))
        return std::nullopt;
    KeptSession session;
    session.path = path;
    session.lab = header.value(QStringLiteral("lab")).toString();
    for (const auto& word : header.value(QStringLiteral("command")).toArray())
        session.argv.append(word.toString());
    session.startedAt
        = QDateTime::fromString(header.value(QStringLiteral("started_at")).toString(), Qt::ISODate);
    return session;
}

bool hasEvents(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    file.readLine(kLongestHeader);
    return !file.atEnd();
}

Status makeFolder(const QString& folder)
{
    const std::string path = QFile::encodeName(folder).toStdString();
    std::error_code failed;
    const bool made = std::filesystem::create_directories(path, failed);
    if (failed)
        return Error { failed.value(), "mkdir", path };
    if (made) // nobody else's to look at
        ::chmod(path.c_str(), 0700);
    return Done {};
}

} // namespace

QString sessionsFolder()
{
    // QStandardPaths has no state folder before Qt 6.7.
    QString state = QFile::decodeName(qgetenv("XDG_STATE_HOME"));
    if (!QDir::isAbsolutePath(state)) // to be ignored then, says the specification
        state = QDir::homePath() + QStringLiteral("/.local/state");
    return state + QStringLiteral("/ipclab/sessions");
}

KeptFile::KeptFile(std::string path, UniqueFd lock)
    : m_path(std::move(path))
    , m_lock(std::move(lock))
{
}

Result<KeptFile> KeptFile::make(const SessionHeader& header)
{
    constexpr int kMostTries = 100;
    constexpr mode_t kPrivate = 0600; // it holds what was typed
    const QString folder = sessionsFolder();
    if (Status made = makeFolder(folder); !made)
        return made.error();
    const QString name = folder + QLatin1Char('/') + nameFor(header);
    for (int number = 1; number <= kMostTries; ++number) {
        const QString path = name
            + (number == 1 ? QString() : QLatin1Char('-') + QString::number(number))
            + QStringLiteral(".jsonl");
        const std::string native = QFile::encodeName(path).toStdString();
        UniqueFd lock(::open(native.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, kPrivate));
        if (!lock && errno == EEXIST)
            continue;
        if (!lock)
            return lastError("open", native);
        if (::flock(lock.get(), LOCK_EX | LOCK_NB) != 0)
            return lastError("flock", native);
        const UniqueFd mark(::open(QFile::encodeName(markOf(path)).constData(),
            O_WRONLY | O_CREAT | O_CLOEXEC, kPrivate)); // without it, it is kept all the same
        return KeptFile(native, std::move(lock));
    }
    return Error { EEXIST, "open", name.toStdString() };
}

bool KeptFile::removed() const
{
    struct stat facts { };
    return ::fstat(m_lock.get(), &facts) == 0 && facts.st_nlink == 0;
}

void KeptFile::end(bool keep)
{
    const QString path = QFile::decodeName(m_path.c_str());
    QFile::remove(markOf(path));
    if (!keep)
        QFile::remove(path);
    m_lock = {};
}

void pruneSessions()
{
    std::size_t kept = 0;
    std::uint64_t bytes = 0;
    for (const QFileInfo& file : ownFiles()) {
        bytes += static_cast<std::uint64_t>(file.size());
        if (++kept <= kMostSessions && (kept == 1 || bytes <= kMostSessionBytes))
            continue;
        if (isLocked(file.filePath()))
            continue;
        QFile::remove(file.filePath());
        QFile::remove(markOf(file.filePath()));
    }
}

std::vector<KeptSession> keptSessions()
{
    std::vector<KeptSession> sessions;
    for (const QFileInfo& file : ownFiles()) {
        if (sessions.size() == kMostSessions)
            break;
        if (auto session = headerOf(file.filePath()))
            sessions.push_back(std::move(*session));
    }
    return sessions;
}

std::optional<KeptSession> takeRecovered()
{
    std::optional<KeptSession> newest;
    for (const QFileInfo& file : ownFiles()) {
        const QString path = file.filePath();
        if (!QFile::exists(markOf(path)) || isLocked(path))
            continue;
        QFile::remove(markOf(path));
        if (!hasEvents(path))
            QFile::remove(path);
        else if (!newest)
            newest = headerOf(path);
    }
    return newest;
}

} // namespace ipclab
