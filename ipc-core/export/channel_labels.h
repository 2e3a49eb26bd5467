// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"
#include "ipc-core/export/export_options.h"

#include <map>
#include <string>

namespace ipclab {

// What the channels of a World are called while it goes on: to find a name may take as long as
// there are channels, so each is kept for as long as it is the same.
class ChannelLabels {
public:
    ChannelLabels(const World& world, const ExportOptions& options)
        : m_world(world)
        , m_options(options)
    {
    }

    std::string of(ChannelId id);
    void take(const Event& event); // which the World has just taken

private:
    const World& m_world;
    const ExportOptions& m_options;
    std::map<ChannelId, std::string> m_known;
};

} // namespace ipclab
