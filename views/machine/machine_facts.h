// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <algorithm>
#include <cstdint>
#include <vector>

namespace ipclab {

// What the labs need of this machine.
enum class MachinePart : std::uint8_t { Watching, Python, Compiler, Redis, OpenSsl };

enum class PartState : std::uint8_t {
    Works,
    Untried, // it is there, in a version that we do not know
    Missing,
    Broken, // it is there and does not do its work
    NotAllowed,
};

// What stands in the way of watching.
enum class WatchObstacle : std::uint8_t {
    None,
    Yama, // kernel.yama.ptrace_scope is 2: only with CAP_SYS_PTRACE
    YamaForGood, // it is 3: nobody, until the machine is started again
    Container, // a seccomp filter is on us and may be what refuses
    Kernel, // it is older than what we need
    Other,
};

struct PartFact {
    MachinePart part = MachinePart::Watching;
    PartState state = PartState::Works;
    QString version {}; // "3.11.2"; empty: none was said
    int labs = 0; // that use it
    QString remedy {}; // a command, as one types it; empty: we know none
    WatchObstacle obstacle = WatchObstacle::None;

    bool operator==(const PartFact&) const = default;
};

// As they were found, in the order to be shown; empty: nobody has looked yet.
struct MachineFacts {
    std::vector<PartFact> parts;

    [[nodiscard]] const PartFact* find(MachinePart part) const
    {
        const auto found = std::ranges::find(parts, part, &PartFact::part);
        return found == parts.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool watchingFails() const
    {
        const PartFact* const watching = find(MachinePart::Watching);
        return watching && watching->state != PartState::Works;
    }
};

} // namespace ipclab
