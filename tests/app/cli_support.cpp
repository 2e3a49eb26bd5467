// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <csignal>

namespace ipclab::test {

namespace {

constexpr int kPatience = 90'000; // ms

bool alive(const QString& pid)
{
    const QByteArray stat = contentOf(QStringLiteral("/proc/") + pid + QStringLiteral("/stat"));
    const qsizetype afterName = stat.lastIndexOf(')');
    return afterName > 0 && stat.size() > afterName + 2 && stat.at(afterName + 2) != 'Z'
        && stat.at(afterName + 2) != 'X';
}

} // namespace

Place::Place()
    : environment(QProcessEnvironment::systemEnvironment())
    , m_mark("IPCLAB_TEST_MARK=" + QUuid::createUuid().toByteArray(QUuid::Id128))
{
    environment.insert(QStringLiteral("IPCLAB_TEST_MARK"), QString::fromLatin1(m_mark.mid(17)));
    for (const char* const name :
        { "XDG_RUNTIME_DIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME" }) {
        const QString folder = m_folder.filePath(QString::fromLatin1(name));
        QDir().mkpath(folder);
        environment.insert(QString::fromLatin1(name), folder);
    }
    environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("C.UTF-8"));
}

Place::~Place()
{
    for (const int pid : marked())
        ::kill(pid, SIGKILL);
}

void Place::start(QProcess& process, const QStringList& words) const
{
    process.setProcessEnvironment(environment);
    process.start(program(), words);
}

Ran Place::ipclab(const QStringList& words, const QByteArray& input) const
{
    QProcess process;
    start(process, words);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(kPatience) || process.exitStatus() != QProcess::NormalExit)
        return { -1, process.readAllStandardOutput(), process.readAllStandardError() };
    return { process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError() };
}

std::vector<int> Place::marked() const
{
    std::vector<int> found;
    const QStringList all = QDir(QStringLiteral("/proc")).entryList(QDir::Dirs);
    for (const QString& pid : all) {
        const QString environ = QStringLiteral("/proc/") + pid + QStringLiteral("/environ");
        if (pid.at(0).isDigit() && alive(pid) && contentOf(environ).contains(m_mark))
            found.push_back(pid.toInt());
    }
    return found;
}

QStringList Place::runFolders() const
{
    return QDir(environment.value(QStringLiteral("XDG_RUNTIME_DIR")))
        .entryList({ QStringLiteral("ipclab-*") }, QDir::Dirs);
}

QString program()
{
    return QStringLiteral(IPCLAB);
}

QString tracee(const QString& name)
{
    return QStringLiteral(TRACEES "/") + name;
}

QString linkOf(const QString& path)
{
    return QFile::symLinkTarget(path);
}

QByteArray contentOf(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace ipclab::test
