// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string>
#include <unistd.h>

namespace ipclab::bench {

// A file that is not there when we are gone, however we end but by a crash.
class Scratch {
public:
    Scratch()
        : m_path(std::string(std::getenv("TMPDIR") ? std::getenv("TMPDIR") : "/tmp")
            + "/ipclab-bench-XXXXXX")
    {
        const int fd = mkstemp(m_path.data());
        if (fd >= 0)
            close(fd);
    }
    ~Scratch() { unlink(m_path.c_str()); }
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;
    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    std::string m_path;
};

} // namespace ipclab::bench
