// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/console/transcript.h"

#include <deque>
#include <string>
#include <string_view>

namespace ipclab {

// What went through since the console was last brought up to date. A flood brings more than anybody
// will see: of bytes still here only the newest are kept, and never made into lines. One thread.
class Arrivals {
public:
    void add(Source source, std::string_view bytes, const QString& who = {});
    void moveTo(Transcript& transcript);
    void clear();

private:
    struct Piece {
        Source source;
        QString who;
        std::string bytes;
    };

    std::deque<Piece> m_pieces;
    std::size_t m_bytes = 0;
    std::uint64_t m_dropped = 0;
};

} // namespace ipclab
