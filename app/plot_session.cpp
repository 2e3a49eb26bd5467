// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot_session.h"

#include "app/file_dialog.h"
#include "views/plots/plots_panel.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <utility>

namespace ipclab {

PlotSession::PlotSession(PlotsPanel& panel)
    : QObject(&panel)
    , m_panel(panel)
{
    m_next.setSingleShot(true);
    connect(&m_next, &QTimer::timeout, this, &PlotSession::readOn);
    connect(&panel, &PlotsPanel::sessionWanted, this, &PlotSession::choose);
}

void PlotSession::choose()
{
    auto* const dialog = newFileDialog(&m_panel, tr("Compare with a session"),
        QFileDialog::AcceptOpen, tr("Sessions (*.jsonl);;All files (*)"), QDir::currentPath());
    connect(dialog, &QFileDialog::fileSelected, this, &PlotSession::open);
    dialog->open();
}

void PlotSession::open(const QString& path)
{
    EventLog::Limits limits;
    limits.payloadBytes = 0; // what was said is not plotted
    Result<SessionReader> reader
        = SessionReader::open(QFile::encodeName(path).toStdString(), limits);
    if (!reader) {
        emit failed(reader.error());
        return;
    }
    m_reader = std::make_shared<SessionReader>(std::move(*reader));
    m_panel.setSession(
        std::shared_ptr<const EventLog>(m_reader, &m_reader->log()), QFileInfo(path).fileName());
    m_next.start(0);
}

void PlotSession::readOn()
{
    constexpr std::uint64_t kPortion = 1 << 18; // bytes: a few milliseconds
    const Status read = m_reader->readSome(kPortion);
    m_panel.sessionGrew();
    if (!read)
        emit failed(read.error());
    else if (!m_reader->atEnd())
        m_next.start(0);
}

} // namespace ipclab
