// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"
#include "ipc-core/log/session_file.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// The folder in which every run of the window is kept, in the user's state (XDG Base Directory).
QString sessionsFolder();

// A new file there for one run, which nobody prunes while this lives: it holds a lock on it,
// flock(2). A mark beside it, NAME.open, says that it was not ended yet: what is left with one and
// has no lock is of a program that was killed. Any one thread.
class KeptFile {
public:
    // Errors: step "mkdir", "open" or "flock", subject the path.
    static Result<KeptFile> make(const SessionHeader& header);

    [[nodiscard]] const std::string& path() const { return m_path; }
    [[nodiscard]] bool removed() const; // by somebody: what is written goes nowhere
    void end(bool keep); // the mark goes; without `keep` the file goes too

private:
    KeptFile(std::string path, UniqueFd lock);

    std::string m_path;
    UniqueFd m_lock;
};

constexpr std::size_t kMostSessions = 20;
constexpr std::uint64_t kMostSessionBytes = std::uint64_t { 2 } << 30U; // of all together

// Removes the oldest of those beyond both bounds; never one that is locked, nor what was not put
// there by us.
void pruneSessions();

// One that is kept, as its header says.
struct KeptSession {
    QString path;
    QString lab; // empty: a command
    QStringList argv; // of it
    QDateTime startedAt;
};

// The newest first. What cannot be read is not among them.
std::vector<KeptSession> keptSessions();

// Of a program that was killed while it wrote it, and never said before: the newest, if it has
// anything in it. Each is said once.
std::optional<KeptSession> takeRecovered();

} // namespace ipclab
