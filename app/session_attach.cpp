// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "app/session_recording.h"

#include <utility>

// Who ran before IPC Lab came: watched, and let go.

namespace ipclab {

void Session::attach(Pid pid)
{
    m_phase = Phase::Running;
    m_saidRest = false;
    m_killAt = 0;
    ++m_launching;
    m_poll.start();
    m_capture->attach(pid, [this](const Result<Pid>& found) {
        const std::optional<Error> error = found ? std::nullopt : std::optional(found.error());
        QMetaObject::invokeMethod(this, [this, error] {
            finishLaunch();
            if (error)
                emit attachRefused(*error);
            else
                recordAttached();
        });
    });
}

// Nothing is written of who could not be watched.
void Session::recordAttached()
{
    emit attached(); // first: who hears of it hears what follows
    std::optional<SessionWriter> writer;
    if (!m_options.recordTo.empty()) {
        Result<SessionWriter> made = SessionWriter::create(m_options.recordTo, m_options.header);
        if (made)
            writer.emplace(std::move(*made));
        else
            emit recordingFailed(made.error());
    }
    record(std::move(writer));
}

} // namespace ipclab
