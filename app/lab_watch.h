// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QFileSystemWatcher>
#include <QObject>
#include <QString>
#include <QTimer>

namespace ipclab {

// Tells when the files of a lab's folder are others than before, once whoever saves them is done:
// an editor may write twice, or put a new file in the place of the old. GUI thread.
class LabWatch : public QObject {
    Q_OBJECT

public:
    explicit LabWatch(QObject* parent = nullptr);

    void watch(const QString& folder); // empty: nothing any more
    [[nodiscard]] const QString& folder() const { return m_folder; }

signals:
    void changed();

private:
    void noticed();
    void settle();
    void follow();
    void awaitFolder();

    QString m_folder;
    QByteArray m_told; // the stamp of what was told last
    QByteArray m_before; // of the last look
    QFileSystemWatcher m_watcher;
    QTimer m_quiet;
};

} // namespace ipclab
