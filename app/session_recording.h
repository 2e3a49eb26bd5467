// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/session_folder.h"
#include "ipc-core/base/result.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/log/session_file.h"

#include <QObject>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

namespace ipclab {

// A run on its way to a session file: one more reader of its log, in a thread of its own, so that a
// slow disk holds nobody up. What is in the log is in the file a tenth of a second later. It ends
// with the first failure, which it tells; the run goes on without it. To be used in the GUI thread.
class SessionRecording : public QObject {
    Q_OBJECT

public:
    // In the user's folder of sessions, from the first event on. A run in which nothing was started
    // leaves no file.
    SessionRecording(SessionHeader header, std::shared_ptr<const EventLog> log);
    // In a file that the person named.
    SessionRecording(SessionWriter writer, std::string path, std::shared_ptr<const EventLog> log);
    ~SessionRecording() override; // close()

    void look(); // the log may have more, or somebody may have taken the file away
    void finish(); // the log is whole: `ended` follows when the file is, too
    [[nodiscard]] bool over() const { return m_over; } // `ended` was said
    Status close(); // finish(), and waits until it is written; what failed at any time

signals:
    // errno of write(2) …; step "removed": the file is no more.
    void failed(const ipclab::Error& error);
    void ended();

private:
    void start();
    void work();
    Status writeOnce(bool last);
    Status open();
    Status end();
    void noteStarted(EventIndex end);
    void giveUp();

    const SessionHeader m_header;
    const std::shared_ptr<const EventLog> m_log;
    std::optional<KeptFile> m_file; // in the user's folder
    std::optional<SessionWriter> m_writer;
    std::string m_path;
    EventIndex m_seen = 0;
    bool m_anyStarted = false;
    bool m_over = false; // of the GUI thread

    std::mutex m_mutex;
    std::condition_variable m_news;
    bool m_asked = false; // to look
    bool m_finishing = false;
    Status m_result = Done {}; // of the thread, to be read when it has ended
    std::thread m_thread;
};

} // namespace ipclab
