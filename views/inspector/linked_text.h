// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"
#include "views/inspector/target.h"

#include <QColor>
#include <QString>

#include <vector>

namespace ipclab {

// A process or a channel, by the name that a sentence calls it.
struct Named {
    QString name;
    Target target; // nowhere: the name does not say which
    bool operator==(const Named&) const = default;
};

// Those that a sentence about a process names. Of two ended processes with the same name neither is
// meant for sure.
std::vector<Named> namedIn(const QString& sentence, const World& world, Pid about);

struct WhyStyle {
    QString codeFamily;
    QColor link;
    QColor current; // the ground of the link that the keyboard is on
};

struct LinkedText {
    QString rich; // the link with the place N in `links` goes to "N"
    std::vector<Named> links;
};

// The sentence as rich text: processes and channels are links, counts of bytes are strong, calls
// are code.
LinkedText linked(
    const QString& sentence, const std::vector<Named>& named, const WhyStyle& style, int current);

} // namespace ipclab
