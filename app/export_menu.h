// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report_writing.h"
#include "app/trace_export.h"
#include "ipc-core/base/result.h"

#include <QMenu>
#include <QPointer>
#include <QString>

#include <atomic>
#include <functional>
#include <thread>

namespace ipclab {

// File > Export: a run for the tools of others, and as a report. A trace is written in a thread of
// its own, so that the window goes on, and a report as ReportWriting does. GUI thread.
class ExportMenu : public QMenu {
    Q_OBJECT

public:
    // `run`: the one that is shown, asked for when it is wanted.
    ExportMenu(std::function<ExportableRun()> run, QWidget* parent);
    ~ExportMenu() override; // gives up what is being written

    void writeTrace(TraceFormat format, const QString& path);
    void writeReportTo(const QString& path);
    void cancel(); // what is being written

signals:
    void advanced(int percent);
    void done(const QString& path);
    void failed(const ipclab::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void refresh();
    void choose(const QString& title, const QString& filter, const QString& suffix,
        const std::function<void(const QString&)>& write);
    bool begin(const ExportableRun& run, const QString& path);
    void tell(const Status& written, const QString& path);
    void tellProgress(int percent);

    const std::function<ExportableRun()> m_run;
    QAction* m_perfetto;
    QAction* m_pcapng;
    QAction* m_report;
    std::thread m_writing;
    std::atomic<bool> m_cancelled = false;
    QPointer<ReportWriting> m_reporting;
    bool m_busy = false;
};

} // namespace ipclab
