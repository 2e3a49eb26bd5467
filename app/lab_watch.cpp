// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_watch.h"

#include "app/lab_digest.h"

#include <QFileInfo>

namespace ipclab {

namespace {

constexpr int kQuiet = 150; // ms between two looks that see the same

} // namespace

LabWatch::LabWatch(QObject* parent)
    : QObject(parent)
{
    m_quiet.setSingleShot(true);
    m_quiet.setInterval(kQuiet);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &LabWatch::noticed);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &LabWatch::noticed);
    connect(&m_quiet, &QTimer::timeout, this, &LabWatch::settle);
}

void LabWatch::watch(const QString& folder)
{
    m_quiet.stop();
    if (const QStringList paths = m_watcher.files() + m_watcher.directories(); !paths.isEmpty())
        m_watcher.removePaths(paths);
    m_folder = folder;
    if (folder.isEmpty())
        return;
    follow();
    m_told = m_before = labStamp(folder);
}

// A file that was replaced is another one, and is not watched any more.
void LabWatch::follow()
{
    QStringList paths { m_folder };
    for (const QString& file : labFiles(m_folder)) {
        const QString path = m_folder + QLatin1Char('/') + file;
        const QString inside = QFileInfo(path).path();
        if (!paths.contains(inside))
            paths.append(inside);
        paths.append(path);
    }
    for (const QString& watched : m_watcher.files() + m_watcher.directories())
        paths.removeAll(watched);
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

// Replaced as a whole, or gone for good: what is above it tells when it is there again.
void LabWatch::awaitFolder()
{
    QString above = QFileInfo(m_folder).path();
    while (!QFileInfo::exists(above))
        above = QFileInfo(above).path();
    if (!m_watcher.directories().contains(above))
        m_watcher.addPath(above);
    if (QFileInfo::exists(m_folder)) // since it was looked for
        m_quiet.start();
}

void LabWatch::noticed()
{
    m_quiet.start();
}

void LabWatch::settle()
{
    if (!QFileInfo::exists(m_folder))
        return awaitFolder();
    follow();
    const QByteArray now = labStamp(m_folder);
    if (now != m_before) {
        m_before = now;
        m_quiet.start();
        return;
    }
    if (now == m_told)
        return;
    m_told = now;
    emit changed();
}

} // namespace ipclab
