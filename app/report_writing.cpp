// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_writing.h"

#include <QTimer>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace ipclab {

ReportWriting::ReportWriting(ExportableRun run, const QString& path, QObject* parent)
    : QObject(parent)
    , m_run(std::move(run))
    , m_path(path)
    , m_end(m_run.log->size())
    , m_history(std::make_unique<WorldHistory>(*m_run.log))
{
    m_thread = std::thread([this] { read(); });
}

ReportWriting::~ReportWriting()
{
    m_cancelled = true;
    if (m_thread.joinable())
        m_thread.join();
}

void ReportWriting::read()
{
    constexpr EventIndex kSlice = 65536;
    m_report = makeReport(*m_run.log, m_end, m_run.header, m_run.lab ? &*m_run.lab : nullptr,
        m_run.language, m_run.damaged);
    while (!m_cancelled && m_history->size() < m_end)
        m_history->extend(std::min(kSlice, m_end - m_history->size()));
    QMetaObject::invokeMethod(this, [this] {
        m_thread.join();
        m_pictures.emplace(*m_run.log, std::move(m_history));
        drawNext();
    });
}

void ReportWriting::drawNext()
{
    if (m_cancelled || m_drawn == m_report.pictures.size()) {
        m_pictures.reset();
        m_thread = std::thread([this] { write(); });
        return;
    }
    m_pictures->draw(m_report.pictures[m_drawn++]);
    emit advanced(static_cast<int>(100 * m_drawn / (m_report.pictures.size() + 1)));
    QTimer::singleShot(0, this, &ReportWriting::drawNext);
}

void ReportWriting::write()
{
    Status written = Error { ECANCELED, "write", m_path.toStdString() };
    if (!m_cancelled)
        written = writeHtml(reportHtml(m_report), m_path);
    QMetaObject::invokeMethod(this, [this, written] { end(written); });
}

void ReportWriting::end(const Status& written)
{
    if (written)
        emit done(m_path);
    else
        emit failed(written.error());
    deleteLater();
}

} // namespace ipclab
