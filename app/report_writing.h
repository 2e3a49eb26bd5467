// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report_pictures.h"
#include "ipc-core/lab/lab.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>
#include <optional>
#include <thread>

namespace ipclab {

// A run as it can be exported: what its log has when that is asked for.
struct ExportableRun {
    std::shared_ptr<const EventLog> log; // nullptr: there is none
    SessionHeader header;
    std::optional<Lab> lab;
    QString language;
    quint64 damaged = 0; // lines of the file that it came from
};

// Writes a report while the window goes on: reading and writing in a thread of its own, the
// pictures one at a time between two events. Says done or failed (ECANCELED: it was given up),
// once, and then deletes itself. To be made with `new`, in the GUI thread.
class ReportWriting : public QObject {
    Q_OBJECT

public:
    ReportWriting(ExportableRun run, const QString& path, QObject* parent);
    ~ReportWriting() override; // waits for the portion that is at work

    void cancel() { m_cancelled = true; }

signals:
    void advanced(int percent);
    void done(const QString& path);
    void failed(const ipclab::Error& error);

private:
    void read();
    void drawNext();
    void write();
    void end(const Status& written);

    const ExportableRun m_run;
    const QString m_path;
    const EventIndex m_end;
    Report m_report;
    std::unique_ptr<WorldHistory> m_history;
    std::optional<ReportPictures> m_pictures;
    std::size_t m_drawn = 0;
    std::atomic<bool> m_cancelled = false;
    std::thread m_thread;
};

} // namespace ipclab
