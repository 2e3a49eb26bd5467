// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"

namespace ipclab {

// A private folder (mode 0700) for the FIFOs and files of one run: ipclab-PID-XXXXXX. The
// destructor removes it with all that is in it; symbolic links in it are removed, never followed.
// It holds a lock (flock(2)) on the folder for as long as its owner lives, so that a folder left by
// kill -9 can be told from one in use even when its process number has been given out again.
class RunFolder {
public:
    // Under `parent`; when empty, under $XDG_RUNTIME_DIR, or /tmp where that cannot be written.
    // Errors: step "mkdtemp", "open" or "flock", subject the path.
    static Result<RunFolder> make(const std::string& parent = {});

    RunFolder(RunFolder&& other) noexcept
        : m_path(std::exchange(other.m_path, {}))
        , m_lock(std::move(other.m_lock))
    {
    }
    RunFolder& operator=(RunFolder&& other) noexcept;
    RunFolder(const RunFolder&) = delete;
    RunFolder& operator=(const RunFolder&) = delete;
    ~RunFolder() { remove(); }

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    RunFolder(std::string path, UniqueFd lock)
        : m_path(std::move(path))
        , m_lock(std::move(lock))
    {
    }
    void remove();

    std::string m_path;
    UniqueFd m_lock;
};

// Removes our own run folders under `parent` (default: both places make() uses) whose process is
// gone. Returns how many. To be called once at start.
int removeStaleRunFolders(const std::string& parent = {});

} // namespace ipclab
