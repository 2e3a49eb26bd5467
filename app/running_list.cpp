// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/running_list.h"

#include "ipc-core/capture/attach_candidates.h"
#include "ipc-core/world/process.h"
#include "views/catalog/command_words.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording_tr.h"

#include <utility>

namespace ipclab {

namespace {

constexpr qsizetype kLongestCommand = 500; // characters

RunningProcess shown(const AttachCandidate& one)
{
    RunningProcess process;
    process.pid = one.pid;
    process.started = one.started;
    process.name = visibleText(one.name);
    QStringList words;
    for (const std::string& word : wordsIn(one.command))
        words.append(visibleText(word, kLongestCommand));
    process.command = commandLine(words);
    if (process.command.size() > kLongestCommand)
        process.command = process.command.left(kLongestCommand) + QStringLiteral(" …");
    if (!one.parentName.empty())
        process.startedBy = QStringLiteral("%1 (%2)").arg(
            visibleText(one.parentName), QString::number(one.parent.value));
    process.ours = one.ours;
    process.obstacle = obstacleOf(one);
    return process;
}

} // namespace

RunningList::~RunningList()
{
    if (m_thread.joinable())
        m_thread.join();
}

void RunningList::ask()
{
    if (std::exchange(m_reading, true))
        return;
    if (m_thread.joinable())
        m_thread.join(); // it has ended
    m_thread = std::thread([this] {
        std::vector<RunningProcess> processes;
        for (const AttachCandidate& one : attachCandidates())
            processes.push_back(shown(one));
        QMetaObject::invokeMethod(this, [this, processes = std::move(processes)] {
            m_reading = false;
            emit told(processes);
        });
    });
}

} // namespace ipclab
