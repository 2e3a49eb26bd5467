// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/wait.h"
#include "ipc-core/world/world.h"
#include "views/common/wording.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace ipclab {

// The parts that sentences about waiting are made of; each is a whole clause, so that a language
// may order its words as it likes.

QString sentences(const QStringList& each); // joined by spaces, without the empty ones
QString namesOf(const World& world, const std::vector<Pid>& pids); // "parent, child and cat"

QString whoWaits(const World& world, const Wait& wait); // "parent", "thread 12 of parent"
QString waitClause(const World& world, const Wait& wait, Now now); // without a full stop
QString onlyClause(const World& world, const Wait& wait, const std::vector<Pid>& wakers);
// Of a lock; of a queue of messages, empty where it is none.
QString lockClause(const World& world, const Wait& wait, const QString& who, const QString& call);
QString lockOnlyClause(const World& world, const Wait& wait, const std::vector<Pid>& wakers);
// The call that it waits in; nullptr where that is not known.
const CallInProgress* callOf(const World& world, const Wait& wait);
QString messageClause(
    const World& world, const Wait& wait, const QString& who, const QString& call);
// The same wait, and who alone could end it: "…, where only parent writes"
QString waitClauseEndedBy(const World& world, const Wait& wait, Pid waker, Now now);

// Of datagrams, connect(2): what is sent waits at a socket that others may send to, too.
bool isSentAway(const World& world, const Channel& channel);
// Who could accept a connection that nobody has accepted; empty where it is none.
QString listenerSentence(const World& world, const Channel& channel);
QString pendingSentence(const World& world, const Process& process); // bytes it keeps for itself
QStringList pendingSentences(const World& world, const Process& process); // each of its buffers
QString missingSentence(const World& world, const Finding& finding); // bytes that would end it
QString deadlockSentence(const World& world, Pid from, const Finding& finding, Now now);

} // namespace ipclab
