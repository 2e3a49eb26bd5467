// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/known_lab.h"

#include "ipc-core/lab/lab_loader.h"

#include <filesystem>
#include <utility>

namespace ipclab {

std::optional<Lab> knownLab(const std::vector<std::string>& folders, const std::string& id)
{
    if (id.empty())
        return std::nullopt;
    for (const std::string& folder : findLabs(folders)) {
        if (std::filesystem::path(folder).filename() != id)
            continue;
        LoadResult loaded = loadLab(folder);
        if (auto* const lab = std::get_if<Lab>(&loaded))
            return std::move(*lab);
        return std::nullopt;
    }
    return std::nullopt;
}

} // namespace ipclab
