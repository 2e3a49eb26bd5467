// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_copy.h"

#include "app/whole_file.h"

#include <QFile>
#include <QFileInfo>

#include <unistd.h>

#include <algorithm>
#include <cstdio>
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

void SessionCopy::begin(
    const QString& path, const SessionHeader& header, std::shared_ptr<const EventLog> log)
{
    finish();
    const QFileInfo there(path);
    if (const Status may = mayBeWritten(path); !may) {
        emit failed(may.error());
        return;
    }
    m_path = there.exists() ? there.canonicalFilePath() : path;
    const QFileInfo wanted(m_path);
    m_unfinished = QStringLiteral("%1/.%2.%3")
                       .arg(wanted.path(), wanted.fileName(), QString::number(::getpid()));
    Result<SessionWriter> writer
        = SessionWriter::create(QFile::encodeName(m_unfinished).toStdString(), header);
    if (!writer) {
        emit failed(Error { writer.error().number, "write", m_path.toStdString() });
        return;
    }
    m_writer.emplace(std::move(*writer));
    m_log = std::move(log);
    m_written = 0;
    m_size = m_log->size();
    m_next.start();
    emit activeChanged();
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
        status = name();
    else if (status)
        return;
    this->end();
    if (status)
        emit done(m_path);
    else
        emit failed(Error { status.error().number, status.error().step, m_path.toStdString() });
}

Status SessionCopy::name()
{
    if (Status closed = m_writer->close(m_log->dropped()); !closed)
        return closed;
    if (::rename(QFile::encodeName(m_unfinished).constData(), QFile::encodeName(m_path).constData())
        != 0)
        return lastError("rename", m_path.toStdString());
    return Done {};
}

void SessionCopy::end()
{
    m_next.stop();
    m_writer.reset();
    QFile::remove(m_unfinished); // it has another name, or is none
    m_log.reset();
    emit activeChanged();
}

} // namespace ipclab
