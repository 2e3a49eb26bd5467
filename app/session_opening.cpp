// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_opening.h"

#include "app/guide_replay.h"
#include "ipc-core/world/session_folding.h"

#include <QFile>

#include <algorithm>
#include <utility>

namespace ipclab {

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
    int said = -1;
    Result<FoldedSession> folded = foldSession(
        QFile::encodeName(m_path).toStdString(), [&](std::uint64_t done, std::uint64_t total) {
            const int percent = static_cast<int>(100 * done / std::max<std::uint64_t>(total, 1));
            if (std::exchange(said, percent) != percent)
                QMetaObject::invokeMethod(this, [this, percent] { emit advanced(percent); });
            return !m_cancelled;
        });
    if (!folded)
        return folded.error();
    m_session->path = m_path;
    m_session->saved = std::move(folded->saved);
    m_session->actions = actionsIn(LogView(*m_session->saved.log));
    m_session->history = std::move(folded->history);
    return Done {};
}

} // namespace ipclab
