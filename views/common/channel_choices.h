// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <QString>

#include <vector>

namespace ipclab {

// What an entry of such a list stands for: a channel's number, or one of these.
constexpr uint kAnyChannel = 0;
constexpr uint kAnyChannelOrFile = 0xFFFFFFFF;

// A name for each, to choose from. Each run begins with pipe A again: of several with one name, all
// but the last say when they were made. GUI thread only.
std::vector<QString> channelChoices(const World& world, const std::vector<ChannelId>& channels);

} // namespace ipclab
