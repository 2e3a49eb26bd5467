// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/cancelling.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/proc_maps.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace ipclab {

namespace {

constexpr std::string_view kName = "pthread_cancel";
constexpr std::size_t kPiece = 1U << 18U;
constexpr std::size_t kMostPieces = 200; // of 256 KiB
constexpr std::size_t kMostKnown = 1000;

bool mayName(const std::string& path)
{
    struct stat facts { };
    if (::stat(path.c_str(), &facts) != 0
        || !S_ISREG(facts.st_mode)) // to open a device may do much
        return true;
    const UniqueFd file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (!file)
        return true;
    std::string text; // the end of the piece before, and the next
    for (std::size_t piece = 0; piece < kMostPieces; ++piece) {
        text.erase(0, text.size() - std::min(text.size(), kName.size()));
        const std::size_t kept = text.size();
        text.resize(kept + kPiece);
        const ssize_t got = ::read(file.get(), &text[kept], kPiece);
        if (got <= 0)
            return got < 0;
        text.resize(kept + static_cast<std::size_t>(got));
        if (text.find(kName) != std::string::npos)
            return true;
    }
    return true;
}

// Those have the function itself.
bool isOfGlibc(const std::string& path)
{
    const std::string name = path.substr(path.rfind('/') + 1);
    return name.starts_with("libc.so.") || name.starts_with("libpthread.so.")
        || name.starts_with("ld-linux");
}

} // namespace

bool Cancelling::mayHappenIn(Pid pid)
{
    if (m_known.size() > kMostKnown)
        m_known.clear();
    bool may = false;
    bool any = false;
    const std::string root = "/proc/" + std::to_string(pid.value) + "/root";
    findMapping(pid, [&](const Mapping& mapping) {
        if (!mapping.name.starts_with('/') || mapping.shared || isOfGlibc(mapping.name))
            return false;
        any = true;
        const auto [known, isNew]
            = m_known.try_emplace(std::pair { mapping.device, mapping.inode }, false);
        if (isNew) // a deleted one is not found
            known->second = mayName(root + mapping.name);
        may = known->second;
        return may;
    });
    return may || !any;
}

} // namespace ipclab
