// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/chain.h"
#include "ipc-core/world/world.h"

#include <QString>
#include <QStringList>

namespace ipclab {

// The parts of both: what goes on after the name of a process.
QString withoutName(const World& world, const Process& process, QString clause);
QString stateClause(const World& world, const Process& process, ChainEnd end); // empty: it waits
QString endedClause(const World& world, const Process& process);

// A chain of waits in words. The first line of a link goes on after the name of its process: "waits
// in read(0) for data from pipe A."; then come its channels, their holders, and bytes kept back.
QStringList linkLines(const World& world, const ChainLink& link);

// One sentence: stuck for good, or what would let the first process go on.
QString verdictSentence(const World& world, const Chain& chain);

} // namespace ipclab
