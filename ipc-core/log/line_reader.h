// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/base/unique_fd.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ipclab {

// The lines of a regular file, in little memory however long they are. Ends where the file ended
// when it was opened, though it may grow meanwhile. One thread at a time.
class LineReader {
public:
    static constexpr std::size_t kLongestLine = std::size_t { 1 } << 20;
    static constexpr std::size_t kPadding = 64; // readable bytes after each line

    // Errors: errno of open(2); EISDIR, ESPIPE for what is no regular file.
    static Result<LineReader> open(const std::string& path, std::uint64_t mostBytes);

    // The next line without its newline, good until the next call; none at the end or after an
    // error. A line that is too long comes as empty.
    std::optional<std::string_view> next();
    // As many as are there at once, all good until the second such call from now. Reads little more
    // than a line may have: in the middle of one that is too long there are none, and it is not at
    // the end.
    void next(std::vector<std::string_view>& lines);
    // So the next one alone.
    std::optional<std::string_view> nextNear();

    [[nodiscard]] bool atEnd() const { return m_atEnd; } // it has been asked for one more in vain
    [[nodiscard]] int error() const { return m_error; } // errno of the read(2) that failed; or 0
    [[nodiscard]] std::uint64_t taken() const { return m_offset - (m_filled - m_at); }
    [[nodiscard]] std::uint64_t size() const { return m_size; } // of the file, when it was opened

private:
    LineReader(UniqueFd fd, std::uint64_t size, std::uint64_t mostBytes);
    void turn();
    bool fill();
    [[nodiscard]] std::optional<std::size_t> lineEnd(std::size_t from) const;
    std::optional<std::string_view> step();
    std::string_view takeLine(std::size_t end);

    UniqueFd m_fd;
    std::uint64_t m_size = 0;
    std::uint64_t m_mostBytes = 0;
    std::uint64_t m_offset = 0; // bytes taken from the file
    int m_error = 0;
    bool m_tooLong = false; // the line that we are in
    std::vector<char> m_buffer;
    std::vector<char> m_lastBuffer; // of the lines that were given before
    std::size_t m_at = 0; // of the line's beginning
    std::size_t m_searched = 0; // bytes from there on without a newline
    bool m_atEnd = false;
    std::size_t m_filled = 0;
};

} // namespace ipclab
