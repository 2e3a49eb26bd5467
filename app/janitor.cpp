// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/janitor.h"

#include "ipc-core/capture/attach_refusal.h"
#include "ipc-core/endpoint/run_folder.h"

#include <fcntl.h>
#include <linux/close_range.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace ipclab {

namespace {

constexpr int kOnlyDescriptor = 0;
constexpr unsigned kSweepEvery = 20'000; // µs
constexpr int kMostLooks = 1500; // half a minute

// Until the number of who has ended is free, which its parent sees to, wait(2): a folder counts as
// in use as long as its owner's number is.
void waitForTheEndOf(pid_t owner)
{
    for (int look = 0; look < kMostLooks && ::kill(owner, 0) == 0; ++look)
        ::usleep(kSweepEvery);
}

void dropAllBut(int fd)
{
    ::dup2(fd, kOnlyDescriptor);
    ::close_range(kOnlyDescriptor + 1, ~0U, 0);
    [[maybe_unused]] const int moved = ::chdir("/");
}

[[noreturn]] void watchOver(pid_t owner, int alive)
{
    ::prctl(PR_SET_NAME, kJanitorName);
    dropAllBut(alive);
    char sentHome = 0;
    ssize_t got = 0;
    do
        got = ::read(kOnlyDescriptor, &sentHome, 1);
    while (got < 0 && errno == EINTR);
    if (got == 0) {
        waitForTheEndOf(owner);
        removeStaleRunFolders();
    }
    ::_exit(0);
}

} // namespace

Janitor::Janitor()
{
    int ends[2] = { -1, -1 };
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return; // the next start cleans up
    const UniqueFd readEnd(ends[0]);
    m_alive.reset(ends[1]);
    const pid_t owner = ::getpid();
    const pid_t between = ::fork();
    if (between == 0) {
        ::setsid(); // out of reach of the terminal and of signals to our group
        m_alive.reset();
        if (::fork() == 0)
            watchOver(owner, readEnd.get());
        ::_exit(0); // so that the janitor is nobody's child
    }
    if (between > 0)
        ::waitpid(between, nullptr, 0);
}

Janitor::~Janitor()
{
    const char allIsClean = 1;
    [[maybe_unused]] const ssize_t written = ::write(m_alive.get(), &allIsClean, 1);
}

} // namespace ipclab
