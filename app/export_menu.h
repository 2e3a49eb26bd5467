// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/trace_export.h"
#include "ipc-core/base/result.h"

#include <QMenu>
#include <QString>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace ipclab {

class EventLog;
struct Lab;

// A run as it can be exported: what its log has by now.
struct ExportableRun {
    std::shared_ptr<const EventLog> log; // nullptr: there is none
    SessionHeader header;
    const Lab* lab = nullptr;
    QString language;
    quint64 damaged = 0; // lines of the file that it came from
};

// File > Export: a run for the tools of others, and as a report. A trace is written in a thread of
// its own, so that the window goes on; the report draws, and is written at once. GUI thread.
class ExportMenu : public QMenu {
    Q_OBJECT

public:
    // `run`: the one that is shown, asked for when it is wanted.
    ExportMenu(std::function<ExportableRun()> run, QWidget* parent);
    ~ExportMenu() override; // waits for what is being written

    void writeTrace(TraceFormat format, const QString& path);
    void writeReportTo(const QString& path);

signals:
    void done(const QString& path);
    void failed(const ipclab::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void choose(const QString& title, const QString& filter, const QString& suffix,
        const std::function<void(const QString&)>& write);
    void tell(const Status& written, const QString& path);

    const std::function<ExportableRun()> m_run;
    QAction* m_perfetto;
    QAction* m_pcapng;
    QAction* m_report;
    std::thread m_writing;
    bool m_busy = false;
};

} // namespace ipclab
