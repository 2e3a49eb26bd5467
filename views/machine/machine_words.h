// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/machine/machine_facts.h"

#include <QString>

namespace ipclab {

QString partName(const PartFact& fact); // "A C compiler 12.2.0"
QString stateSign(PartState state); // "✓"; never alone, the word is beside it
QString stateWord(PartState state); // "works"
QString partPurpose(const PartFact& fact); // what it is for, and how many labs use it
// What is to be done, before the command if there is one. Empty: nothing has to be.
QString remedySentence(const PartFact& fact);
QString watchingFailure(WatchObstacle obstacle); // why nothing can be watched

} // namespace ipclab
