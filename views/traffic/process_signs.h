// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"

#include <QColor>
#include <QString>

#include <map>
#include <optional>

namespace ipclab {

class Look;

// A shape and a colour of its own for each process, in the order in which the log first names them:
// the first seven have shapes of their own, the first forty-two never share both. GUI thread.
class ProcessSigns {
public:
    static constexpr unsigned kShapes = 7;
    static constexpr unsigned kColours = 6;

    void take(const Event& event);
    [[nodiscard]] std::optional<unsigned> numberOf(Pid pid) const; // from 0

private:
    std::map<Pid, unsigned> m_numbers;
};

QString processShape(unsigned number); // "▲"
// To be seen on all that rows and panes stand on. Neighbours are told apart by colour-blind eyes.
QColor processColour(unsigned number, const Look& look);

} // namespace ipclab
