// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/chain.h"
#include "ipc-core/survey/double_look.h"
#include "ipc-core/world/world.h"

#include <QProcess>
#include <QStringList>

#include <functional>
#include <optional>

namespace ipclab::test {

// What a look at a process that nobody traces gives.
struct Looked {
    World world;
    Chain chain;
    std::optional<Error> error;

    [[nodiscard]] const ChainLink& first() const { return chain.links.front(); }
    [[nodiscard]] const ChainLink* link(Pid pid) const;
    [[nodiscard]] const Channel* channel() const; // that the first process waits at
};
Looked lookAt(Pid pid);

// A program that was started by another than the one that looks: by QProcess. Ended with it,
// and so is what it started.
class Bystander {
public:
    explicit Bystander(
        const QString& program, const QStringList& words = {}, bool newSession = false);
    ~Bystander();

    [[nodiscard]] Pid pid() const;
    QByteArray line(); // the next it says
    // Looks until it is as wanted; the last look, whatever it was.
    Looked looksLike(const std::function<bool(const Looked&)>& wanted, Pid at = {});
    Looked waiting(Pid at = {}); // all its threads are in a call
    QProcess& process() { return m_process; }

private:
    QProcess m_process;
};

QString tracee(const QString& name);

} // namespace ipclab::test
