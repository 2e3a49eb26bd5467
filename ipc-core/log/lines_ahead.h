// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/line_reader.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <semaphore>
#include <string_view>
#include <thread>
#include <vector>

namespace ipclab {

// The lines of a file in blocks: while one is looked at, a thread of its own reads the next.
// One thread at a time asks for them.
class LinesAhead {
public:
    struct Block {
        std::vector<std::string_view> lines; // as LineReader::next gives them
        std::uint64_t taken = 0; // bytes of the file, up to the end of these lines
        int error = 0; // errno of read(2)
        bool atEnd = false; // no more come
    };

    explicit LinesAhead(LineReader lines);
    ~LinesAhead();
    LinesAhead(const LinesAhead&) = delete;
    LinesAhead& operator=(const LinesAhead&) = delete;

    // Good until the next call. The last one again at the end, without its lines.
    const Block& next();

private:
    void read();

    LineReader m_lines;
    std::array<Block, 2> m_blocks; // read and looked at in turn
    std::counting_semaphore<3> m_free { 2 }; // blocks that may be read into; and once at our end
    std::counting_semaphore<2> m_ready { 0 }; // blocks that were read and not yet asked for
    std::size_t m_asked = 0; // blocks
    std::atomic<bool> m_givenUp = false;
    std::thread m_thread;
};

} // namespace ipclab
