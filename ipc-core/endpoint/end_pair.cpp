// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/endpoint/end_pair.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace ipclab {

namespace {
constexpr winsize kWindow { .ws_row = 24, .ws_col = 80, .ws_xpixel = 0, .ws_ypixel = 0 };

UniqueFd openAt(const std::string& path, int flags, mode_t mode = 0)
{
    return UniqueFd { ::open(path.c_str(), flags | O_CLOEXEC | O_NOCTTY, mode) };
}

Status makeNonBlocking(const UniqueFd& fd)
{
    const int flags = ::fcntl(fd.get(), F_GETFL);
    if (flags < 0 || ::fcntl(fd.get(), F_SETFL, flags | O_NONBLOCK) < 0)
        return lastError("fcntl");
    return Done {};
}

Result<EndPair> withNonBlockingLab(EndPair pair)
{
    if (const Status status = makeNonBlocking(pair.lab); !status)
        return status.error();
    return pair;
}
} // namespace

Result<EndPair> terminalPair()
{
    EndPair pair;
    pair.kind = EndKind::Terminal;
    pair.lab.reset(::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK));
    const int master = pair.lab.get();
    if (master < 0)
        return lastError("posix_openpt", "/dev/ptmx");
    if (::grantpt(master) != 0)
        return lastError("grantpt", "/dev/ptmx");
    if (::unlockpt(master) != 0)
        return lastError("unlockpt", "/dev/ptmx");
    // By the master, not by a path, which another mount of devpts might answer: ioctl_tty(2).
    pair.child.reset(::ioctl(master, TIOCGPTPEER, O_RDWR | O_NOCTTY | O_CLOEXEC));
    if (!pair.child)
        return lastError("TIOCGPTPEER", "/dev/ptmx");
    if (::ioctl(master, TIOCSWINSZ, &kWindow) != 0)
        return lastError("TIOCSWINSZ", "/dev/ptmx");
    return pair;
}

Result<EndPair> pipePair(Flow flow)
{
    std::array<int, 2> ends {};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return lastError("pipe2");
    UniqueFd readEnd { ends[0] };
    UniqueFd writeEnd { ends[1] };
    EndPair pair;
    pair.flow = flow;
    pair.lab = std::move(flow == Flow::ToChild ? writeEnd : readEnd);
    pair.child = std::move(flow == Flow::ToChild ? readEnd : writeEnd);
    return withNonBlockingLab(std::move(pair));
}

Result<EndPair> unixPair()
{
    std::array<int, 2> ends {};
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return lastError("socketpair");
    EndPair pair;
    pair.kind = EndKind::Socket;
    pair.lab.reset(ends[0]);
    pair.child.reset(ends[1]);
    return withNonBlockingLab(std::move(pair));
}

Result<EndPair> fifoPair(const NamedFifo& fifo, Flow flow)
{
    // Opening one end waits for the other (fifo(7)), and opening to write without waiting needs a
    // reader. Linux opens a FIFO for both at once without waiting; this descriptor is everyone's
    // partner until both ends are open, and closes here so that end of file can come.
    const UniqueFd partner = openAt(fifo.path(), O_RDWR | O_NONBLOCK);
    if (!partner)
        return lastError("open", fifo.path());
    EndPair pair;
    pair.flow = flow;
    pair.lab = openAt(fifo.path(), (flow == Flow::ToChild ? O_WRONLY : O_RDONLY) | O_NONBLOCK);
    if (!pair.lab)
        return lastError("open", fifo.path());
    pair.child = openAt(fifo.path(), flow == Flow::ToChild ? O_RDONLY : O_WRONLY);
    if (!pair.child)
        return lastError("open", fifo.path());
    return pair;
}

Result<EndPair> filePair(const std::string& path, Flow flow)
{
    EndPair pair;
    pair.flow = flow;
    pair.kind = EndKind::File;
    UniqueFd writer = openAt(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, 0600);
    if (!writer)
        return lastError("open", path);
    UniqueFd reader = openAt(path, O_RDONLY);
    if (!reader)
        return lastError("open", path);
    pair.lab = std::move(flow == Flow::ToChild ? writer : reader);
    pair.child = std::move(flow == Flow::ToChild ? reader : writer);
    return withNonBlockingLab(std::move(pair));
}

Result<EndPair> nullEnd(Flow flow)
{
    EndPair pair;
    pair.flow = flow;
    pair.child = openAt("/dev/null", flow == Flow::ToChild ? O_RDONLY : O_WRONLY);
    if (!pair.child)
        return lastError("open", "/dev/null");
    return pair;
}

Result<EndPair> inheritedEnd(int stream)
{
    EndPair pair;
    Result<UniqueFd> copy = copyAboveStdio(stream);
    if (!copy)
        return copy.error();
    pair.child = std::move(*copy);
    return pair;
}

Result<UniqueFd> copyAboveStdio(int fd)
{
    UniqueFd copy { ::fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1) };
    if (!copy)
        return lastError("dup", std::to_string(fd));
    return copy;
}

} // namespace ipclab
