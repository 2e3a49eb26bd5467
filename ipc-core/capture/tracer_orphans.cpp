// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Capture thread only: who waits for whom that has ended, and whose children the orphans become.
#include "ipc-core/capture/kinship.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/tracer.h"

#include <sys/wait.h>

#include <algorithm>
#include <csignal>

namespace ipclab {

namespace {

bool waitsForChild(const TracedProcess& process)
{
    return std::ranges::any_of(process.threads, [](const auto& entry) {
        const auto& call = entry.second.call;
        return call && (call->call == Call::Wait4 || call->call == Call::Waitid);
    });
}

// wait(2), NOTES; but not a child that ends with another signal, clone(2).
bool leavesNoZombie(const TracedProcess& waiter, char state)
{
    if (state == 'Z')
        return false;
    // Where SA_NOCLDWAIT was set before we came, that is seen only by who is gone at once.
    return waiter.signals.at(SIGCHLD).leavesNoZombies()
        || (waiter.attached && state == '?' && !waitsForChild(waiter));
}

} // namespace

void Tracer::waitedFor(Pid pid, const Zombie& ended)
{
    const TracedProcess* const waiter = m_tracees.process(ended.parent);
    const bool unwanted = waiter && leavesNoZombie(*waiter, stateLetter(pid, firstThread(pid)));
    const bool unseen = ended.attached && !waiter; // who waits for it is not watched
    if (ended.parent == m_lab.self() || unwanted || unseen)
        reaped(pid, unwanted ? Pid {} : ended.parent); // nobody waits: the kernel sees to it
    else
        m_tracees.zombies[pid] = ended;
}

// Whoever loses its parent becomes the child of the nearest ancestor that asked for such, prctl(2):
// one of the watched, else we; but of who was attached to it may be anybody.
void Tracer::orphan(Pid parent)
{
    for (auto& [pid, process] : m_tracees.processes) {
        if (process.parent != parent || process.launching)
            continue;
        process.parent = adopterOf(pid, process.attached.value != 0);
        m_recorder.record(pid, firstThread(pid), ProcessAdopted { process.parent });
    }
    orphanZombies(parent);
}

void Tracer::orphanZombies(Pid parent)
{
    const std::map<Pid, Zombie> zombies = m_tracees.zombies;
    for (const auto& [pid, zombie] : zombies) {
        if (zombie.parent != parent)
            continue;
        const Pid adopter = adopterOf(pid, zombie.attached);
        if (adopter) // else it was waited for before we could see by whom
            m_recorder.record(pid, firstThread(pid), ProcessAdopted { adopter });
        m_tracees.zombies[pid].parent = adopter;
        const bool gone = stateLetter(pid, firstThread(pid)) == '?';
        const bool unseen = zombie.attached && !m_tracees.process(adopter);
        if (adopter != m_lab.self() && !gone && !unseen)
            continue;
        if (adopter == m_lab.self())
            waitpid(pid.value, nullptr, __WALL | WNOHANG);
        m_tracees.zombies.erase(pid);
        reaped(pid, adopter ? adopter : Pid { 1 }); // as a rule; the kernel it was not
    }
}

Pid Tracer::adopterOf(Pid orphan, bool attached)
{
    const auto parent = parentOf(orphan);
    if (attached)
        return parent.value_or(Pid {});
    return parent && m_tracees.process(*parent) ? *parent : m_lab.self();
}

void Tracer::reaped(Pid pid, Pid by)
{
    m_recorder.record(pid, firstThread(pid), ProcessReaped { by });
}

} // namespace ipclab
