// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/map/map_facts.h"

namespace ipclab {

StateMark markOfThread(const World& world, const Process& process, const Thread& thread);

// A mark for each thread of a process with several, in their order; where there are more than a
// card has room for, the most telling first. Empty where there is but one.
std::vector<StateMark> threadMarks(const World& world, const Process& process);

QString stateCount(StateMark mark, std::size_t count); // "2 waiting"

// "1 running · 2 waiting"
QString threadStates(const std::vector<StateMark>& marks);

// Which waits for what, a line a thread, as rich text; of so many only the first.
QString threadsTip(const World& world, const Process& process, Now now);

constexpr std::size_t kMostThreadMarks = 6; // then "+3"

} // namespace ipclab
