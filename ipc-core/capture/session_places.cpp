// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/session_places.h"

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/proc_fs.h"

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace ipclab {

namespace {

std::string ofTask(Pid pid, Tid tid, const std::string& rest)
{
    return "/proc/" + std::to_string(pid.value) + "/task/" + std::to_string(tid.value) + '/' + rest;
}

// Names mean the same to it as to us.
bool seesOurFiles(Pid pid, Tid tid)
{
    struct stat theirs { };
    struct stat ours { };
    const std::string mounts = linkTarget("/proc/self/ns/mnt");
    return !mounts.empty() && mounts == linkTarget(ofTask(pid, tid, "ns/mnt"))
        && ::stat(ofTask(pid, tid, "root").c_str(), &theirs) == 0 && ::stat("/", &ours) == 0
        && theirs.st_dev == ours.st_dev && theirs.st_ino == ours.st_ino;
}

std::string absolutePath(Pid pid, Tid tid, const OpenFacts& opening)
{
    if (opening.path.starts_with('/'))
        return opening.path;
    const std::string folder = linkTarget(ofTask(
        pid, tid, opening.folder == AT_FDCWD ? "cwd" : "fd/" + std::to_string(opening.folder)));
    return folder.starts_with('/') ? folder + '/' + opening.path : std::string();
}

// A link such as /proc/self/fd/0 would lead us elsewhere than it: those are not followed. Nor is
// any disk or server asked, who might be why it waits: its own call has just been that way.
UniqueFd withoutOpening(const std::string& path)
{
    open_how how {};
    how.flags = O_PATH | O_CLOEXEC;
    how.resolve = RESOLVE_NO_MAGICLINKS | RESOLVE_CACHED; // Linux 5.12
    return UniqueFd(
        static_cast<int>(::syscall(SYS_openat2, AT_FDCWD, path.c_str(), &how, sizeof how)));
}

std::string pathOf(const UniqueFd& file)
{
    return linkTarget("/proc/self/fd/" + std::to_string(file.get()));
}

struct OpenPlace {
    UniqueFd file;
    struct stat facts { };
};

std::optional<OpenPlace> openFifo(Pid pid, Tid tid, const OpenFacts& opening)
{
    const std::string path = absolutePath(pid, tid, opening);
    OpenPlace place { path.empty() ? UniqueFd() : withoutOpening(path), {} };
    if (!place.file || ::fstat(place.file.get(), &place.facts) != 0
        || !S_ISFIFO(place.facts.st_mode))
        return std::nullopt;
    return place;
}

bool isBelow(const std::string& folder, const std::string& path)
{
    const UniqueFd place = withoutOpening(folder);
    if (!place)
        return false;
    const std::string whole = pathOf(place);
    return !whole.empty() && path.starts_with(whole + '/');
}

} // namespace

bool isOpenedByOursOnly(const Seclusion& seclusion, Pid pid, Tid tid, const OpenFacts& opening)
{
    if ((seclusion.folder.empty() && !seclusion.closedWorld) || !seesOurFiles(pid, tid))
        return false;
    const auto fifo = openFifo(pid, tid, opening);
    if (!fifo || seclusion.closedWorld)
        return fifo.has_value();
    return fifo->facts.st_nlink == 1 && isBelow(seclusion.folder, pathOf(fifo->file));
}

std::optional<FifoPlace> fifoBehind(Pid pid, Tid tid, const OpenFacts& opening)
{
    const auto fifo = openFifo(pid, tid, opening);
    if (!fifo)
        return std::nullopt;
    return FifoPlace { fifo->facts.st_dev, fifo->facts.st_ino,
        seesOurFiles(pid, tid) ? pathOf(fifo->file) : std::string() };
}

bool isOpenedByOursOnly(const Seclusion& seclusion, Pid pid, Tid tid, int fd)
{
    const std::string link = ofTask(pid, tid, "fd/" + std::to_string(fd));
    struct stat facts { };
    if (::stat(link.c_str(), &facts) != 0 || !S_ISFIFO(facts.st_mode))
        return false;
    OpenFacts opening;
    opening.path = linkTarget(link);
    return facts.st_nlink == 0 || isOpenedByOursOnly(seclusion, pid, tid, opening);
}

} // namespace ipclab
