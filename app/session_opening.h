// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/log/session_file.h"
#include "ipc-core/world/world_history.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <thread>
#include <vector>

namespace ipclab {

// A session that was read from a file, whole, with the World at each of its moments.
struct OpenedSession {
    QString path;
    SavedSession saved;
    std::vector<EventIndex> actions; // the events of its log that a person made
    std::unique_ptr<WorldHistory> history; // of its log
};

// Reads a session file, and folds it, in a thread of its own, so that the window goes on. Nothing
// of it is run. Says one of opened, failed and cancelled, once, and then deletes itself. To be made
// with `new`, in the GUI thread.
class SessionOpening : public QObject {
    Q_OBJECT

public:
    explicit SessionOpening(const QString& path, QObject* parent = nullptr);
    ~SessionOpening() override; // waits until the portion it reads is read

    void cancel() { m_cancelled = true; }
    [[nodiscard]] const QString& path() const { return m_path; }

signals:
    void advanced(int percent);
    void opened(const std::shared_ptr<ipclab::OpenedSession>& session);
    void failed(const ipclab::Error& error);
    void cancelled();

private:
    void work();
    Status read();

    const QString m_path;
    std::shared_ptr<OpenedSession> m_session;
    std::atomic<bool> m_cancelled = false;
    std::thread m_thread;
};

} // namespace ipclab
