// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/lines_ahead.h"

#include <utility>

namespace ipclab {

LinesAhead::LinesAhead(LineReader lines)
    : m_lines(std::move(lines))
    , m_thread([this] { read(); })
{
}

LinesAhead::~LinesAhead()
{
    m_givenUp = true;
    m_free.release();
    m_thread.join();
}

const LinesAhead::Block& LinesAhead::next()
{
    if (m_asked > 0) {
        Block& last = m_blocks[(m_asked - 1) % m_blocks.size()];
        if (last.atEnd) {
            last.lines.clear();
            return last;
        }
        m_free.release();
    }
    m_ready.acquire();
    return m_blocks[m_asked++ % m_blocks.size()];
}

void LinesAhead::read()
{
    for (std::size_t i = 0;; ++i) {
        m_free.acquire();
        if (m_givenUp)
            return;
        Block& block = m_blocks[i % m_blocks.size()];
        m_lines.next(block.lines);
        block.taken = m_lines.taken();
        block.error = m_lines.error();
        block.atEnd = m_lines.atEnd();
        const bool last = block.atEnd;
        m_ready.release();
        if (last)
            return;
    }
}

} // namespace ipclab
