// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the layers of a stream hold at a moment, summed up.
#include "ipc-core/capture/xray/python_streams.h"

#include <algorithm>

namespace ipclab {
namespace {

struct Waiting { // bytes in the buffer of a layer
    Address start = 0;
    std::uint64_t length = 0;
};

// From one place in a buffer to another; nothing if they make no sense.
std::optional<Waiting> between(
    Address buffer, std::int64_t size, std::int64_t begin, std::int64_t end)
{
    if (end == -1)
        return Waiting {};
    if (begin < 0 || begin > end || end > size)
        return std::nullopt;
    return Waiting { buffer + static_cast<Address>(begin),
        static_cast<std::uint64_t>(end - begin) };
}

void appendMemory(Pid pid, Waiting waiting, std::string& text)
{
    const std::size_t wanted = std::min<std::uint64_t>(
        waiting.length, kMaxStdioText - std::min(text.size(), kMaxStdioText));
    if (wanted == 0)
        return;
    const auto bytes = readMemory(pid, waiting.start, wanted);
    text.append(reinterpret_cast<const char*>(bytes.data()), bytes.size());
}

} // namespace

// What the layers of one stream hold together.
struct PythonStreams::Sum {
    bool hasText = false, hasBuffer = false, line = false, through = false;
    std::uint64_t capacity = 0;
    Waiting toWrite, toRead; // in the buffer
    std::uint64_t textPending = 0;
    Address pendingObject = 0;
    EncodedText decoded;
};

bool PythonStreams::addBuffer(Role role, Bytes object, Sum& sum) const
{
    const PythonLayout::Buffered& at = m_layout->buffered;
    const auto number
        = [object](std::size_t place) { return *numberAt<std::int64_t>(object, place); };
    const std::int64_t size = number(at.size);
    const Address buffer = *numberAt<Address>(object, at.buffer);
    if (size <= 0 || static_cast<std::uint64_t>(size) > kMaxStdioBuffer)
        return false;
    if (!sum.hasBuffer)
        sum.capacity += static_cast<std::uint64_t>(size);
    sum.hasBuffer = true;
    const auto waiting = role == Role::Writer
        ? between(buffer, size, number(at.writePosition), number(at.writeEnd))
        : between(buffer, size, number(at.position), number(at.readEnd));
    if (waiting)
        (role == Role::Writer ? sum.toWrite : sum.toRead) = *waiting;
    return waiting.has_value();
}

bool PythonStreams::addText(Pid pid, const Stream& stream, Bytes object, Sum& sum) const
{
    const PythonLayout::Text& at = m_layout->text;
    const auto number
        = [object](std::size_t place) { return *numberAt<std::int64_t>(object, place); };
    const std::int64_t chunk = number(at.chunk);
    const std::int64_t count = number(at.pendingCount);
    const std::int64_t used = number(at.decodedUsed);
    const auto line = *numberAt<std::uint8_t>(object, at.line);
    const auto through = *numberAt<std::uint8_t>(object, at.through);
    if (chunk <= 0 || static_cast<std::uint64_t>(chunk) > kMaxStdioBuffer || count < 0
        || count > chunk || used < 0 || line > 1 || through > 1)
        return false;
    sum.hasText = true;
    sum.line = line == 1;
    sum.through = through == 1;
    if (!sum.through)
        sum.capacity += static_cast<std::uint64_t>(chunk);
    sum.textPending = static_cast<std::uint64_t>(count);
    sum.pendingObject = *numberAt<Address>(object, at.pending);
    const Address decoded = *numberAt<Address>(object, at.decoded);
    if (decoded == 0)
        return true;
    const auto rest
        = encodedRest(pid, *m_layout, decoded, static_cast<std::uint64_t>(used), stream.encoding);
    if (rest)
        sum.decoded = *rest;
    return rest.has_value();
}

std::optional<StdioReading> PythonStreams::read(
    Pid pid, const Stream& stream, const MemoryBatch& batch) const
{
    Sum sum;
    for (std::size_t i = 0; i < stream.parts.size(); ++i) {
        const Role role = stream.parts[i].role;
        const Bytes object = batch.bytes(stream.number + i);
        const bool sane = role == Role::Link
            || (role == Role::Text ? addText(pid, stream, object, sum)
                                   : addBuffer(role, object, sum));
        if (!sane)
            return std::nullopt;
    }
    StdioReading reading;
    reading.stream = stream.name;
    reading.fd = stream.fd;
    const bool none = !sum.hasBuffer && (!sum.hasText || sum.through);
    reading.mode = none ? BufferMode::None : sum.line ? BufferMode::Line : BufferMode::Full;
    reading.capacity = none ? 0 : sum.capacity;
    reading.pending = sum.toWrite.length + sum.textPending;
    reading.unread = sum.decoded.bytes + sum.toRead.length;
    if (reading.pending > reading.capacity || reading.unread > kMaxStdioBuffer)
        return std::nullopt;
    if (reading.pending != 0) { // what is in the lower layer was written first
        appendMemory(pid, sum.toWrite, reading.text);
        if (sum.textPending != 0)
            appendPending(pid, *m_layout, sum.pendingObject, reading.text);
    } else {
        reading.text = std::move(sum.decoded.text);
        if (reading.text.size() == sum.decoded.bytes)
            appendMemory(pid, sum.toRead, reading.text);
    }
    return reading;
}

} // namespace ipclab
