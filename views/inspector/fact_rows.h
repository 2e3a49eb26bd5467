// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

namespace ipclab {

// The rows of each part of the page of a process, and of a channel. GUI thread.

std::vector<FactRow> fileRows(const World& world, const Process& process);
std::vector<BufferFact> bufferFacts(const World& world, const Process& process);
std::vector<BufferFact> contentFacts(
    const World& world, const LogView& log, const Channel& channel);
std::vector<FactRow> familyRows(const World& world, const Process& process, Now now);
// Whether what is said of it, its threads or its family changes with time alone.
bool showsWaits(const World& world, const Process& process);
std::vector<FactRow> signalRows(const Process& process);
std::vector<FactRow> recentSignalRows(const World& world, const LogView& log, Pid pid);

struct BeginningFacts {
    std::vector<FactRow> arguments; // and the folder
    std::vector<FactRow> environment;
    QString environmentNote;
    std::vector<FactRow> limits;
};
BeginningFacts beginningFacts(const LogView& log, const Process& process);
// What a limit has to do with how it ended; empty: nothing that is known.
QString endedByLimit(const LogView& log, const Process& process);
// The last line on its stderr, if it ended with another code than 0; empty: none that is known.
QString lastWords(const LogView& log, const Process& process);

QString towards(const World& world, const Channel& channel, End queue); // "→ reader.py"
FactRow moreRow(std::size_t count); // "+12 more"

} // namespace ipclab
