// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab_files.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/lab/lab_loader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <system_error>

namespace ipclab {

namespace fs = std::filesystem;

Result<std::string> readLabFile(const std::string& path)
{
    // O_NONBLOCK: the open of a FIFO must not wait for a writer, fifo(7).
    const UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat facts { };
    if (!fd || ::fstat(fd.get(), &facts) != 0)
        return lastError("open", path);
    if (!S_ISREG(facts.st_mode))
        return Error { S_ISDIR(facts.st_mode) ? EISDIR : ESPIPE, "open", path };
    std::string content(kMostLabFileBytes + 1, '\0');
    std::size_t size = 0;
    while (size < content.size()) {
        const ssize_t count = ::read(fd.get(), content.data() + size, content.size() - size);
        if (count < 0 && errno == EINTR)
            continue;
        if (count < 0)
            return lastError("read", path);
        if (count == 0)
            break;
        size += static_cast<std::size_t>(count);
    }
    if (size > kMostLabFileBytes)
        return Error { EFBIG, "read", path };
    content.resize(size);
    return content;
}

bool staysWithin(const std::string& folder, std::string_view path)
{
    std::error_code error;
    const fs::path root = fs::weakly_canonical(folder, error);
    const fs::path target = fs::weakly_canonical(root / path, error);
    if (error)
        return false;
    const auto [inRoot, inTarget] = std::ranges::mismatch(root, target);
    return inRoot == root.end();
}

bool isFile(const std::string& path)
{
    std::error_code error;
    return fs::is_regular_file(path, error);
}

std::vector<std::string> linksOutOf(const std::string& folder)
{
    constexpr int kMostEntries = 2000;
    std::vector<std::string> links;
    std::error_code error;
    int looked = 0;
    for (fs::recursive_directory_iterator it(folder, error), end;
         !error && it != end && ++looked < kMostEntries; it.increment(error)) {
        std::error_code none;
        const fs::path within = it->path().lexically_relative(folder);
        // Also by its words, for what it leads to may come to be there later.
        if (it->is_symlink(none)
            && (!staysWithin(folder, within.string())
                || !staysWithin(
                    folder, (within.parent_path() / fs::read_symlink(it->path(), none)).string())))
            links.push_back(within.string());
    }
    std::ranges::sort(links);
    links.resize(std::min(links.size(), kMostLabItems));
    return links;
}

std::vector<std::string> filesEndingWith(const std::string& folder, std::string_view ending)
{
    std::vector<std::string> names;
    std::error_code error;
    for (fs::directory_iterator it(folder, error), end; !error && it != end; it.increment(error)) {
        std::string name = it->path().filename().string();
        if (name.size() > ending.size() && name.ends_with(ending) && name.front() != '.'
            && it->is_regular_file(error))
            names.push_back(std::move(name));
    }
    std::ranges::sort(names);
    names.resize(std::min(names.size(), kMostLabItems));
    return names;
}

} // namespace ipclab
