// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/capture.h"

#include "ipc-core/capture/capture_thread.h"
#include "ipc-core/capture/inherited_signals.h"
#include "ipc-core/capture/launcher.h"

#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <utility>

namespace ipclab {

namespace {

Status canTrace(pid_t child)
{
    if (ptrace(PTRACE_SEIZE, child, 0, PTRACE_O_EXITKILL) != 0)
        return lastError("ptrace");
    return kernelTellsEnough(child);
}

} // namespace

Capture::Capture(EventLog& log, CaptureOptions options, Analyst analyst)
    : m_thread(std::make_unique<Thread>(log, std::move(options), std::move(analyst)))
{
}

Capture::~Capture() = default;

Status Capture::selfCheck()
{
    const pid_t child = fork();
    if (child < 0)
        return lastError("fork");
    if (child == 0) {
        prctl(PR_SET_PDEATHSIG, SIGKILL); // whoever asks may be ended meanwhile
        pause();
        _exit(0);
    }
    Status status = canTrace(child);
    kill(child, SIGKILL);
    waitpid(child, nullptr, __WALL);
    return status;
}

void Capture::launch(LaunchSpec spec, Launched launched)
{
    // A std::function has to be copyable; a launch is not.
    auto shared = std::make_shared<LaunchSpec>(std::move(spec));
    m_thread->ask([shared, launched = std::move(launched)](
                      Tracer& tracer) { tracer.launch(std::move(*shared), launched); });
}

void Capture::attach(Pid pid, Launched attached)
{
    m_thread->ask(
        [pid, attached = std::move(attached)](Tracer& tracer) { tracer.attach(pid, attached); });
}

void Capture::detach(Pid of)
{
    m_thread->ask([of](Tracer& tracer) { tracer.detach(of); });
}

void Capture::expectLaunches(bool more)
{
    m_thread->ask([more](Tracer& tracer) { tracer.expectLaunches(more); });
}

void Capture::signal(Pid to, int signal)
{
    m_thread->ask([to, signal](Tracer& tracer) { tracer.signal(to, signal); });
}

void Capture::terminateAll()
{
    m_thread->ask([](Tracer& tracer) {
        if (tracer.anyOurs()) // who was attached to is not ended
            tracer.noteAction("stop", "", {});
        tracer.release({});
        tracer.signalAll(SIGTERM);
        tracer.detach({});
    });
}

void Capture::killAll()
{
    m_thread->ask([](Tracer& tracer) {
        tracer.release({});
        tracer.killAll();
    });
}

void Capture::setPaused(bool paused)
{
    paused ? hold() : release();
}

void Capture::hold(Pid of)
{
    m_thread->ask([of](Tracer& tracer) { tracer.hold(of); });
}

void Capture::release(Pid of)
{
    m_thread->ask([of](Tracer& tracer) { tracer.release(of); });
}

void Capture::step(Pid of, Tid thread)
{
    m_thread->ask([of, thread](Tracer& tracer) { tracer.step(of, thread); });
}

void Capture::setSlow(unsigned slow)
{
    m_thread->ask([slow](Tracer& tracer) { tracer.setSlow(slow); });
}

void Capture::noteAction(
    std::string what, std::string detail, Pid to, std::optional<EventIndex> moment)
{
    m_thread->ask([what = std::move(what), detail = std::move(detail), to, moment](
                      Tracer& tracer) { tracer.noteAction(what, detail, to, moment); });
}

void Capture::labRead(int labFd, std::string bytes)
{
    m_thread->ask(
        [labFd, bytes = std::move(bytes)](Tracer& tracer) { tracer.lab().read(labFd, bytes); });
}

void Capture::labWrote(int labFd, std::string bytes)
{
    m_thread->ask(
        [labFd, bytes = std::move(bytes)](Tracer& tracer) { tracer.lab().wrote(labFd, bytes); });
}

void Capture::labReachedEnd(int labFd)
{
    m_thread->ask([labFd](Tracer& tracer) { tracer.lab().reachedEnd(labFd); });
}

void Capture::labClosed(int labFd)
{
    m_thread->ask([labFd](Tracer& tracer) { tracer.lab().closed(labFd); });
}

unsigned Capture::living() const
{
    return m_thread->living();
}

bool Capture::restsWithin(std::chrono::milliseconds atMost) const
{
    return m_thread->restsWithin(atMost);
}

bool Capture::atRest() const
{
    return m_thread->atRest();
}

std::optional<Error> Capture::endedBecause() const
{
    return m_thread->endedBecause();
}

void prepareProcess()
{
    rememberInheritedSignals();
    sigset_t child;
    sigemptyset(&child);
    sigaddset(&child, SIGCHLD);
    pthread_sigmask(SIG_BLOCK, &child, nullptr);
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGCHLD, SIG_DFL); // ignored, it would not tell us of any child, wait(2)
    prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
}

} // namespace ipclab
