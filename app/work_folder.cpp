// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/work_folder.h"

#include "app/program_builder.h"

#include <filesystem>
#include <system_error>

namespace ipclab {

namespace fs = std::filesystem;

namespace {

Status linkAll(const fs::path& from, const fs::path& into)
{
    std::error_code error;
    for (fs::directory_iterator it(from, error), end; !error && it != end; it.increment(error)) {
        if (isKeptWarnings(it->path()))
            continue;
        const fs::path link = into / it->path().filename();
        std::error_code failed;
        fs::create_symlink(it->path(), link, failed);
        if (failed && failed != std::errc::file_exists)
            return Error { failed.value(), "symlink", link.string() };
    }
    return Done {}; // a folder that is not there yet has nothing to link
}

} // namespace

Status renewWorkFolder(const std::string& path, const ProgramFolders& folders)
{
    std::error_code error;
    fs::remove_all(path, error);
    if (error)
        return Error { error.value(), "unlink", path };
    fs::create_directory(path, error);
    if (error)
        return Error { error.value(), "mkdir", path };
    if (const Status built = linkAll(folders.built, path); !built)
        return built;
    return linkAll(folders.sources, path);
}

} // namespace ipclab
