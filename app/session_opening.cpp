// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_opening.h"

#include "app/guide_replay.h"
#include "ipc-core/log/session_reader.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr std::uint64_t kPortion = std::uint64_t { 1 } << 20U; // a few milliseconds' work

int percentOf(const SessionReader& reader)
{
    return static_cast<int>(
        100 * reader.bytesRead() / std::max<std::uint64_t>(reader.bytesTotal(), 1));
}

void foldAll(WorldHistory& history)
{
    constexpr EventIndex kSlice = 65536;
    while (history.extend(kSlice) == kSlice) { }
}

} // namespace

SessionOpening::SessionOpening(const QString& path, QObject* parent)
    : QObject(parent)
    , m_path(path)
    , m_session(std::make_shared<OpenedSession>())
{
    m_thread = std::thread([this] { work(); });
}

SessionOpening::~SessionOpening()
{
    m_cancelled = true;
    m_thread.join();
}

void SessionOpening::work()
{
    const Status done = read();
    QMetaObject::invokeMethod(this, [this, done] {
        if (m_cancelled)
            emit cancelled();
        else if (done)
            emit opened(std::exchange(m_session, {}));
        else
            emit failed(done.error());
        deleteLater();
    });
}

Status SessionOpening::read()
{
    Result<SessionReader> reader = SessionReader::open(QFile::encodeName(m_path).toStdString());
    if (!reader)
        return reader.error();
    auto history = std::make_unique<WorldHistory>(reader->log());
    int said = -1;
    while (!reader->atEnd() && !m_cancelled) {
        if (Status some = reader->readSome(kPortion); !some)
            return some;
        foldAll(*history);
        const int percent = percentOf(*reader);
        if (percent == said)
            continue;
        said = percent;
        QMetaObject::invokeMethod(this, [this, percent] { emit advanced(percent); });
    }
    m_session->path = m_path;
    m_session->saved = std::move(*reader).take();
    m_session->actions = actionsIn(LogView(*m_session->saved.log));
    m_session->history = std::move(history);
    return Done {};
}

} // namespace ipclab
