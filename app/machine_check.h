// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "views/machine/machine_facts.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <map>
#include <thread>

namespace ipclab {

// What a refusal to watch comes from. `scope`: of /proc/sys/kernel/yama/ptrace_scope (ptrace(2)),
// -1 where there is none; `filtered`: a seccomp filter is on us (proc(5), "Seccomp").
PartFact watchingFact(const Status& can, int scope, bool filtered);

// Of "Python 3.11.2" or "cc (Debian 12.2.0-14) 12.2.0": the last number of that form in its first
// line; of "Redis server v=7.0.15" too.
QString versionIn(const QString& said);

// Looks at what this machine has, in a thread of its own: it starts the programs to ask them. The
// facts stay until it has looked again. GUI thread; the destructor waits for the thread, which then
// gives up what it asks.
class MachineCheck : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;
    ~MachineCheck() override;

    void start(const std::map<MachinePart, int>& labs); // how many use each; again: when it is idle
    [[nodiscard]] bool looking() const { return m_looking; }
    [[nodiscard]] const MachineFacts& facts() const { return m_facts; }

signals:
    void done();

private:
    [[nodiscard]] MachineFacts look() const; // in the thread
    [[nodiscard]] PartFact ask(MachinePart part, const QString& program) const;
    struct Said {
        bool started = false;
        bool well = false;
        QString words {};
    };
    [[nodiscard]] Said run(
        const QString& program, const QStringList& arguments, const QByteArray& input) const;

    MachineFacts m_facts;
    bool m_looking = false;
    std::atomic<bool> m_cancelled = false;
    std::thread m_thread;
};

} // namespace ipclab
