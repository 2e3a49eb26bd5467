// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <QString>

#include <string>

namespace ipclab {

// A guide's text with the facts that it tells, told_fact.h, as they are in this World. What is not
// known is a question mark.
QString withFacts(const std::string& words, const World& world);

// The same where there is nothing to tell yet, or no more: a gap for each fact.
QString withoutFacts(const std::string& words);

} // namespace ipclab
