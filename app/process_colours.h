// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QString>

#include <array>
#include <cstdint>
#include <cstdio>
#include <map>

namespace ipclab {

// One colour a process, of those that are readable on light and on dark, in the order in which they
// appear: two have the same one only where more are alive than there are colours. One thread.
class ProcessColours {
public:
    QString coloured(const QString& text, Pid pid);
    void ended(Pid pid); // its colour may be another's

private:
    struct Use {
        unsigned living = 0;
        std::uint64_t given = 0; // when last
    };
    std::size_t colourOf(Pid pid);

    std::array<Use, 12> m_uses {};
    std::map<Pid, std::size_t> m_colours;
    std::uint64_t m_given = 0;
};

// A terminal that shows colours, for a person who wants them: https://no-color.org.
bool takesColour(std::FILE* file);

} // namespace ipclab
