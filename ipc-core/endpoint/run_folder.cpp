// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/endpoint/run_folder.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <filesystem>
#include <string_view>
#include <system_error>
#include <vector>

namespace ipclab {

namespace {
namespace fs = std::filesystem;

constexpr std::string_view kPrefix = "ipclab-";
constexpr std::size_t kSuffix = 6; // the X's of mkdtemp(3)

std::string runtimeFolder()
{
    // secure_getenv is not needed: the program is never set-user-id.
    const char* folder = std::getenv("XDG_RUNTIME_DIR");
    return folder ? folder : "";
}

UniqueFd openFolder(const std::string& path)
{
    return UniqueFd { ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) };
}

// The process number in "ipclab-PID-XXXXXX"; 0 when it is not such a name.
pid_t ownerIn(std::string_view folder)
{
    if (!folder.starts_with(kPrefix))
        return 0;
    folder.remove_prefix(kPrefix.size());
    pid_t pid = 0;
    const auto [end, error] = std::from_chars(folder.begin(), folder.end(), pid);
    const std::string_view rest(end, static_cast<std::size_t>(folder.end() - end));
    const bool formed = error == std::errc {} && pid > 0 && rest.size() == kSuffix + 1
        && rest.front() == '-' && rest.find_first_of("./") == std::string_view::npos;
    return formed ? pid : 0;
}

bool isAlive(pid_t pid)
{
    return ::kill(pid, 0) == 0 || errno != ESRCH;
}

// Both signs are needed: the lock alone would take a folder whose owner is about to lock it,
// the number alone one of another PID namespace that shares /tmp.
bool isStale(const fs::path& path)
{
    const pid_t owner = ownerIn(path.filename().native());
    if (owner == 0 || isAlive(owner))
        return false;
    const UniqueFd folder = openFolder(path.native());
    struct stat facts { };
    return folder && ::fstat(folder.get(), &facts) == 0 && facts.st_uid == ::geteuid()
        && ::flock(folder.get(), LOCK_EX | LOCK_NB) == 0;
}

int removeStaleUnder(const std::string& parent)
{
    std::error_code failed;
    std::vector<fs::path> stale;
    for (fs::directory_iterator entry(parent, failed), end; !failed && entry != end;
         entry.increment(failed)) {
        if (isStale(entry->path()))
            stale.push_back(entry->path());
    }
    return static_cast<int>(std::count_if(stale.begin(), stale.end(), [](const fs::path& path) {
        std::error_code error;
        fs::remove_all(path, error);
        return !error;
    }));
}

Result<std::string> makeFolderUnder(const std::string& parent)
{
    std::string path = parent + "/" + std::string(kPrefix) + std::to_string(::getpid()) + "-"
        + std::string(kSuffix, 'X');
    if (!::mkdtemp(path.data()))
        return lastError("mkdtemp", parent);
    return path;
}
} // namespace

Result<RunFolder> RunFolder::make(const std::string& parent)
{
    const std::string runtime = runtimeFolder();
    Result<std::string> made = makeFolderUnder(!parent.empty() ? parent
            : !runtime.empty()                                 ? runtime
                                                               : "/tmp");
    if (!made && parent.empty() && !runtime.empty())
        made = makeFolderUnder("/tmp");
    if (!made)
        return made.error();

    RunFolder folder(*made, openFolder(*made));
    if (!folder.m_lock)
        return lastError("open", *made);
    if (::flock(folder.m_lock.get(), LOCK_EX | LOCK_NB) != 0)
        return lastError("flock", *made);
    return folder;
}

RunFolder& RunFolder::operator=(RunFolder&& other) noexcept
{
    if (this != &other) {
        remove();
        m_path = std::exchange(other.m_path, {});
        m_lock = std::move(other.m_lock);
    }
    return *this;
}

void RunFolder::remove()
{
    if (m_path.empty())
        return;
    std::error_code ignored; // a destructor has nobody to tell; the next start tries again
    fs::remove_all(m_path, ignored);
    m_path.clear();
    m_lock.reset();
}

int removeStaleRunFolders(const std::string& parent)
{
    if (!parent.empty())
        return removeStaleUnder(parent);
    const std::string runtime = runtimeFolder();
    return (runtime.empty() ? 0 : removeStaleUnder(runtime)) + removeStaleUnder("/tmp");
}

} // namespace ipclab
