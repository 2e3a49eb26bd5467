// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <utility>

#include "ipc-core/base/result.h"

namespace ipclab {

// A FIFO by its path. Owns the name only if it made it, and then removes it.
class NamedFifo {
public:
    NamedFifo(NamedFifo&& other) noexcept
        : m_path(std::move(other.m_path))
        , m_made(std::exchange(other.m_made, false))
    {
    }
    NamedFifo& operator=(NamedFifo&&) = delete;
    NamedFifo(const NamedFifo&) = delete;
    NamedFifo& operator=(const NamedFifo&) = delete;
    ~NamedFifo();

    [[nodiscard]] const std::string& path() const { return m_path; }

private:
    friend Result<NamedFifo> fifoAt(const std::string& path);
    NamedFifo(std::string path, bool made)
        : m_path(std::move(path))
        , m_made(made)
    {
    }

    std::string m_path;
    bool m_made;
};

// Makes a FIFO (mode 0600), or takes the one that is there already. Errors: step "mkfifo", subject
// the path; EEXIST when something else has that name.
Result<NamedFifo> fifoAt(const std::string& path);

} // namespace ipclab
