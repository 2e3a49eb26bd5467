// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/line_reader.h"

#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kReadAtOnce = std::size_t { 1 } << 19;

} // namespace

LineReader::LineReader(UniqueFd fd, std::uint64_t size, std::uint64_t mostBytes)
    : m_fd(std::move(fd))
    , m_size(size)
    , m_mostBytes(mostBytes)
    , m_buffer(kReadAtOnce + kPadding)
{
}

Result<LineReader> LineReader::open(const std::string& path, std::uint64_t mostBytes)
{
    // Without O_NONBLOCK a FIFO would hold us in open(2), fifo(7).
    UniqueFd fd(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    struct stat status { };
    if (!fd || ::fstat(fd.get(), &status) != 0)
        return lastError("open", path);
    if (!S_ISREG(status.st_mode))
        return Error { S_ISDIR(status.st_mode) ? EISDIR : ESPIPE, "open", path };
    return LineReader(std::move(fd), static_cast<std::uint64_t>(status.st_size), mostBytes);
}

std::optional<std::string_view> LineReader::next()
{
    for (;;) {
        const auto line = nextNear();
        if (line || m_atEnd)
            return line;
    }
}

std::optional<std::string_view> LineReader::nextNear()
{
    for (;;) {
        const auto line = step();
        if (line || m_atEnd || m_tooLong)
            return line;
    }
}

void LineReader::next(std::vector<std::string_view>& lines)
{
    lines.clear();
    turn();
    const auto first = nextNear();
    if (!first)
        return;
    lines.push_back(*first);
    while (const auto end = lineEnd(m_at))
        lines.push_back(takeLine(*end));
}

// What is left of a block goes on in the other buffer: whoever was given the lines of this one may
// still be at them.
void LineReader::turn()
{
    const std::size_t rest = m_filled - m_at;
    if (m_lastBuffer.size() < rest + kPadding)
        m_lastBuffer.resize(std::max(rest, kReadAtOnce) + kPadding);
    std::memcpy(m_lastBuffer.data(), m_buffer.data() + m_at, rest);
    std::swap(m_buffer, m_lastBuffer);
    m_at = 0;
    m_filled = rest;
}

// A line, if there is one after at most one more block of the file.
std::optional<std::string_view> LineReader::step()
{
    if (const auto end = lineEnd(m_at + m_searched))
        return takeLine(*end);
    m_searched = m_filled - m_at;
    if (m_searched > kLongestLine) {
        m_tooLong = true;
        m_at = m_filled;
        m_searched = 0;
    }
    const bool begun = m_at < m_filled || m_tooLong;
    if (fill())
        return std::nullopt;
    m_atEnd = !begun;
    return begun ? std::optional(takeLine(m_filled)) : std::nullopt;
}

std::optional<std::size_t> LineReader::lineEnd(std::size_t from) const
{
    const void* const found = std::memchr(m_buffer.data() + from, '\n', m_filled - from);
    if (!found)
        return std::nullopt;
    return static_cast<std::size_t>(static_cast<const char*>(found) - m_buffer.data());
}

std::string_view LineReader::takeLine(std::size_t end)
{
    const std::string_view line(m_buffer.data() + m_at, end - m_at);
    m_at = std::min(end + 1, m_filled);
    m_searched = 0;
    const bool tooLong = std::exchange(m_tooLong, false) || line.size() > kLongestLine;
    return tooLong ? std::string_view() : line;
}

// More of the file, behind the part of a line that is there.
bool LineReader::fill()
{
    std::memmove(m_buffer.data(), m_buffer.data() + m_at, m_filled - m_at);
    m_filled -= std::exchange(m_at, 0);
    // The first time in any case: some files of /proc say no size.
    const std::uint64_t end = std::min(m_size, m_mostBytes);
    const std::uint64_t rest = m_offset == 0 ? kReadAtOnce : end - std::min(end, m_offset);
    const std::size_t wanted = std::min<std::uint64_t>(rest, kReadAtOnce);
    if (wanted == 0 || m_error != 0)
        return false;
    if (m_buffer.size() < m_filled + wanted + kPadding) // at most a line more than a block
        m_buffer.resize(m_filled + wanted + kPadding);
    ssize_t count = -1;
    do
        count = ::read(m_fd.get(), m_buffer.data() + m_filled, wanted);
    while (count < 0 && errno == EINTR);
    m_error = count < 0 ? errno : 0;
    if (count <= 0)
        return false;
    m_filled += static_cast<std::size_t>(count);
    m_offset += static_cast<std::uint64_t>(count);
    return true;
}

} // namespace ipclab
