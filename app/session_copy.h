// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/log/session_file.h"

#include <QObject>
#include <QString>
#include <QTimer>

#include <memory>
#include <optional>

namespace ipclab {

// Writes a log to a session file, a little at a time, so that the window goes on. GUI thread.
class SessionCopy : public QObject {
    Q_OBJECT

public:
    explicit SessionCopy(QObject* parent = nullptr);
    ~SessionCopy() override;

    // What the log has by now.
    void begin(
        const QString& path, const SessionHeader& header, std::shared_ptr<const EventLog> log);
    void finish(); // the rest at once
    void cancel(); // what was there stays as it was
    [[nodiscard]] bool active() const { return m_writer.has_value(); }

signals:
    void activeChanged();
    void advanced(int percent);
    void done(const QString& path);
    void failed(const ipclab::Error& error);

private:
    void writeSome();
    void writeUpTo(EventIndex end);
    Status name(); // as the person did
    void end();

    QString m_path;
    QString m_unfinished; // until it is whole
    std::shared_ptr<const EventLog> m_log;
    EventIndex m_written = 0;
    EventIndex m_size = 0;
    std::optional<SessionWriter> m_writer;
    QTimer m_next;
};

} // namespace ipclab
