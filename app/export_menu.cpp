// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_menu.h"

#include "app/file_dialog.h"
#include "app/whole_file.h"
#include "views/common/obstacle.h"
#include "views/common/wording_tr.h"

#include <QAction>
#include <QDir>
#include <QEvent>

#include <cerrno>
#include <utility>

namespace ipclab {

ExportMenu::ExportMenu(std::function<ExportableRun()> run, QWidget* parent)
    : QMenu(parent)
    , m_run(std::move(run))
    , m_perfetto(addAction(QString()))
    , m_pcapng(addAction(QString()))
    , m_report(addAction(QString()))
{
    setToolTipsVisible(true);
    menuAction()->setObjectName(QStringLiteral("export"));
    m_perfetto->setObjectName(QStringLiteral("export-perfetto"));
    m_pcapng->setObjectName(QStringLiteral("export-pcapng"));
    m_report->setObjectName(QStringLiteral("export-report"));
    connect(this, &QMenu::aboutToShow, this, &ExportMenu::refresh);
    connect(m_perfetto, &QAction::triggered, this, [this] {
        choose(tr("Export for Perfetto"), tr("Perfetto traces (*.pftrace);;All files (*)"),
            QStringLiteral("pftrace"),
            [this](const QString& path) { writeTrace(TraceFormat::Perfetto, path); });
    });
    connect(m_pcapng, &QAction::triggered, this, [this] {
        choose(tr("Export for Wireshark"), tr("Captures (*.pcapng);;All files (*)"),
            QStringLiteral("pcapng"),
            [this](const QString& path) { writeTrace(TraceFormat::Pcapng, path); });
    });
    connect(m_report, &QAction::triggered, this, [this] {
        choose(tr("Export a report"), tr("Web pages (*.html);;All files (*)"),
            QStringLiteral("html"), [this](const QString& path) { writeReportTo(path); });
    });
    retranslate();
}

ExportMenu::~ExportMenu()
{
    cancel();
    if (m_writing.joinable())
        m_writing.join();
}

void ExportMenu::cancel()
{
    m_cancelled = true;
    if (m_reporting)
        m_reporting->cancel();
}

void ExportMenu::retranslate()
{
    setTitle(tr("E&xport"));
    m_perfetto->setText(tr("For &Perfetto…"));
    m_pcapng->setText(tr("For &Wireshark (pcapng)…"));
    m_report->setText(tr("&Report…"));
}

void ExportMenu::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QMenu::changeEvent(event);
}

void ExportMenu::refresh()
{
    const QString obstacle = m_busy ? tr("One is being written just now")
        : m_run().log               ? QString()
                                    : tr("Nothing has run yet");
    for (QAction* const action : { m_perfetto, m_pcapng, m_report })
        allowUnless(obstacle, *action);
}

void ExportMenu::choose(const QString& title, const QString& filter, const QString& suffix,
    const std::function<void(const QString&)>& write)
{
    const ExportableRun run = m_run();
    if (!run.log)
        return;
    const QString name = run.lab ? text(run.lab->id) : tr("session");
    auto* const dialog = newFileDialog(
        parentWidget(), title, QFileDialog::AcceptSave, filter, QDir::currentPath());
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(name + QLatin1Char('.') + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, write);
    dialog->open();
}

void ExportMenu::tell(const Status& written, const QString& path)
{
    m_busy = false;
    if (written)
        emit done(path);
    else if (written.error().number != ECANCELED)
        emit failed(written.error());
}

// What was given up, or is done, may still have something under way.
void ExportMenu::tellProgress(int percent)
{
    if (m_busy && !m_cancelled)
        emit advanced(percent);
}

bool ExportMenu::begin(const ExportableRun& run, const QString& path)
{
    if (!run.log || m_busy)
        return false;
    if (const Status may = mayBeWritten(path); !may) {
        emit failed(may.error());
        return false;
    }
    m_cancelled = false;
    return m_busy = true;
}

void ExportMenu::writeTrace(TraceFormat format, const QString& path)
{
    const ExportableRun run = m_run();
    if (!begin(run, path))
        return;
    if (m_writing.joinable())
        m_writing.join();
    m_writing = std::thread([this, format, run, path] {
        int shown = 0;
        const Status written = exportTrace(
            format, LogView(*run.log), run.header, path, &m_cancelled, [&](int percent) {
                if (percent != std::exchange(shown, percent))
                    QMetaObject::invokeMethod(this, [this, percent] { tellProgress(percent); });
            });
        QMetaObject::invokeMethod(this, [this, written, path] { tell(written, path); });
    });
}

void ExportMenu::writeReportTo(const QString& path)
{
    const ExportableRun run = m_run();
    if (!begin(run, path))
        return;
    m_reporting = new ReportWriting(run, path, this);
    connect(m_reporting, &ReportWriting::advanced, this, &ExportMenu::advanced);
    connect(
        m_reporting, &ReportWriting::done, this, [this](const QString& to) { tell(Done {}, to); });
    connect(m_reporting, &ReportWriting::failed, this,
        [this, path](const Error& error) { tell(error, path); });
}

} // namespace ipclab
