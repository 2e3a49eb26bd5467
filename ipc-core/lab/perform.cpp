// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab_runner.h"
#include "ipc-core/lab/process_ref.h"

namespace ipclab {

namespace {

class Performer {
public:
    Performer(LabRunner& runner, LabHost& host, const ProgramFolders& folders)
        : m_runner(runner)
        , m_host(host)
        , m_folders(folders)
    {
    }

    bool operator()(const DoRun& action) const
    {
        const Lab& lab = m_runner.lab();
        if (action.only.empty())
            m_host.launch(launchPlans(lab, m_runner.variant(), m_runner.switches(), m_folders));
        else if (const LabRun* const run = lab.runNamed(action.only))
            m_host.launchBeside(
                launchPlan(lab, *run, m_runner.variant(), m_runner.switches(), m_folders));
        else
            return false;
        return true;
    }
    bool operator()(const DoStop&) const
    {
        m_host.stop();
        return true;
    }
    bool operator()(const DoSignal& action) const
    {
        const Process* const process = processNamed(m_runner.world(), action.to);
        if (!process || !process->alive())
            return false;
        m_host.signal(process->pid, action.signal);
        return true;
    }
    bool operator()(const DoType& action) const
    {
        m_host.type(action.to, action.text);
        return true;
    }
    bool operator()(const DoClose& action) const
    {
        m_host.closeInput(action.to);
        return true;
    }
    bool operator()(const DoSet& action) const
    {
        return m_runner.setSwitch(action.name, action.value);
    }
    bool operator()(const DoRead& action) const
    {
        m_host.setReading(action.reads);
        return true;
    }
    bool operator()(const DoWait&) const { return false; }
    bool operator()(const DoHold& action) const
    {
        if (action.process.empty()) {
            m_host.setHeld({}, action.hold);
            return true;
        }
        const Process* const process = processNamed(m_runner.world(), action.process);
        if (!process || !process->alive())
            return false;
        m_host.setHeld(process->pid, action.hold);
        return true;
    }
    bool operator()(const DoStep& action) const
    {
        const Process* const process = processNamed(m_runner.world(), action.process);
        const Thread* const next = process ? process->nextHeld() : nullptr;
        if (!next)
            return false;
        m_host.step(process->pid, next->tid);
        return true;
    }
    bool operator()(const DoSlow& action) const
    {
        m_host.setSlow(action.slow);
        return true;
    }

private:
    LabRunner& m_runner;
    LabHost& m_host;
    const ProgramFolders& m_folders;
};

} // namespace

bool perform(const Action& action, LabRunner& runner, LabHost& host, const ProgramFolders& folders)
{
    return std::visit(Performer(runner, host, folders), action);
}

} // namespace ipclab
