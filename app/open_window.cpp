// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/open_window.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <string>
#include <system_error>

namespace ipclab {

Error becomeWindow(char** argv)
{
    std::error_code unknown;
    const auto self = std::filesystem::read_symlink("/proc/self/exe", unknown); // proc(5)
    if (unknown)
        return { unknown.value(), "window", "/proc/self/exe" };
    const std::string window = self.parent_path() / "ipclab-window";
    execv(window.c_str(), argv);
    return { errno, "window", window };
}

} // namespace ipclab
