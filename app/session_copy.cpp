// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_copy.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr EventIndex kAtOnce = 4000; // a few milliseconds' work

} // namespace

SessionCopy::SessionCopy(QObject* parent)
    : QObject(parent)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &SessionCopy::writeSome);
}

SessionCopy::~SessionCopy() = default;

void SessionCopy::begin(const QString& path, const SessionHeader& header, const EventLog& log)
{
    finish();
    Result<SessionWriter> writer
        = SessionWriter::create(QFile::encodeName(path).toStdString(), header);
    if (!writer) {
        emit failed(writer.error());
        return;
    }
    m_writer.emplace(std::move(*writer));
    m_path = path;
    m_log = &log;
    m_written = 0;
    m_size = log.size();
    m_next.start();
}

void SessionCopy::finish()
{
    if (m_writer)
        writeUpTo(m_size);
}

void SessionCopy::cancel()
{
    if (!m_writer)
        return;
    end();
    QFile::remove(m_path);
}

void SessionCopy::writeSome()
{
    writeUpTo(std::min(m_size, m_written + kAtOnce));
    if (m_writer)
        emit advanced(static_cast<int>(100 * m_written / std::max<EventIndex>(m_size, 1)));
}

void SessionCopy::writeUpTo(EventIndex end)
{
    Status status = m_writer->writeNew(LogView(*m_log, end));
    m_written = end;
    if (status && end == m_size)
        status = m_writer->close(m_log->dropped());
    else if (status)
        return;
    this->end();
    if (status)
        emit done(m_path);
    else
        emit failed(status.error());
}

void SessionCopy::end()
{
    m_next.stop();
    m_writer.reset();
    m_log = nullptr;
}

} // namespace ipclab
