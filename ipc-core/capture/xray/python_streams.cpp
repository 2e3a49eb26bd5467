// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/python_streams.h"

#include "ipc-core/capture/xray/python_search.h"

#include <algorithm>

namespace ipclab {
namespace {

constexpr std::size_t kMaxName = 64;
constexpr std::size_t kPairBytes = 64;
constexpr std::size_t kHolderBytes = 48; // has the descriptor of a FileIO or a socket

} // namespace

void PythonStreams::calibrate(Pid pid, const std::vector<ProbeObject>& known)
{
    m_streams.clear();
    const auto layout = PythonLayout::find(pid, known);
    m_layout = layout ? std::make_shared<const PythonLayout>(*layout) : nullptr;
}

std::optional<PythonStreams::Part> PythonStreams::part(Pid pid, Role role, Address address) const
{
    const auto type = readValue<Address>(pid, address + PythonLayout::kType);
    if (!type)
        return std::nullopt;
    std::size_t length = PythonLayout::kHeader;
    if (role == Role::Text)
        length = m_layout->textBytes;
    else if (role != Role::Link)
        length = m_layout->bufferedBytes;
    return Part { role, address, *type, length };
}

void PythonStreams::addStream(Pid pid, const std::vector<ProbeObject>& said)
{
    if (said.size() != 1)
        return;
    const ProbeObject& holder = said.front();
    const auto address = [&holder](std::string_view name) {
        return static_cast<Address>(holder.number(name).value_or(0));
    };
    const std::int64_t fd = holder.number("fd").value_or(-1);
    if (fd > kMaxStdioFd)
        return;
    add(pid,
        { std::string(holder.kind), static_cast<int>(fd), textEncoding(holder.text("encoding")),
            address("text"), address("buffer"), address("pair"), address("raw"), holder.address });
}

void PythonStreams::find(Pid pid)
{
    if (const auto found = findPython(pid))
        adopt(pid, found->layout, found->streams);
}

void PythonStreams::adopt(
    Pid pid, const PythonLayout& layout, const std::vector<PythonStream>& streams)
{
    m_layout = std::make_shared<const PythonLayout>(layout);
    for (const PythonStream& stream : streams)
        add(pid, stream);
}

void PythonStreams::add(Pid pid, const PythonStream& said)
{
    if (!m_layout || said.name.size() > kMaxName || said.fd < 0 || said.fd > kMaxStdioFd)
        return;
    Stream stream;
    stream.name = said.name;
    stream.fd = said.fd;
    stream.encoding = said.encoding;
    if (!addLayers(pid, said, stream))
        return;
    // The descriptor is the first number in a FileIO and in a socket.
    const auto bytes = readMemory(pid, said.holder, kHolderBytes);
    stream.fdPlace = PythonLayout::kHeader;
    while (numberAt<std::int32_t>(bytes, stream.fdPlace) != stream.fd) {
        stream.fdPlace += sizeof(std::int32_t);
        if (stream.fdPlace >= kHolderBytes)
            return;
    }
    auto last = part(pid, Role::Link, said.holder);
    if (!last)
        return;
    last->length = stream.fdPlace + sizeof(std::int32_t);
    stream.parts.push_back(*last);
    std::erase_if(m_streams, [&](const Stream& other) {
        return other.parts.front().address == stream.parts.front().address;
    });
    if (m_streams.size() == kMaxStreams) {
        const auto oldest = std::ranges::find_if(
            m_streams, [](const Stream& other) { return !other.name.starts_with("sys."); });
        m_streams.erase(oldest == m_streams.end() ? m_streams.begin() : oldest);
    }
    m_streams.push_back(std::move(stream));
}

bool PythonStreams::addLayers(Pid pid, const PythonStream& said, Stream& stream) const
{
    const auto add = [&](Role role, Address object) {
        const auto found = part(pid, role, object);
        if (found)
            stream.parts.push_back(*found);
        return found.has_value();
    };
    const Address buffer = said.buffer;
    stream.raw = said.raw;
    stream.below = buffer != 0 ? buffer : said.pair != 0 ? said.pair : stream.raw;
    if (said.text != 0 && !add(Role::Text, said.text))
        return false;
    if (said.pair != 0 && !addPair(pid, said.pair, stream))
        return false;
    if (buffer != 0) {
        const auto type = readValue<Address>(pid, buffer + PythonLayout::kType);
        const bool reads = type == m_layout->buffered.reader || type == m_layout->buffered.random;
        const bool writes = type == m_layout->buffered.writer || type == m_layout->buffered.random;
        if ((!reads && !writes) || (reads && !add(Role::Reader, buffer))
            || (writes && !add(Role::Writer, buffer)))
            return false;
    }
    // A file's raw part is what holds the descriptor, and comes last anyway.
    return stream.raw == 0 || stream.raw == said.holder || add(Role::Link, stream.raw);
}

// An io.BufferedRWPair does not show its two buffers, but it points at them.
bool PythonStreams::addPair(Pid pid, Address pair, Stream& stream) const
{
    const auto bytes = readMemory(pid, pair, kPairBytes);
    const auto whole = part(pid, Role::Link, pair);
    std::optional<Part> reader, writer;
    for (std::size_t at = PythonLayout::kHeader; at < bytes.size(); at += sizeof(Address)) {
        const auto target = numberAt<Address>(bytes, at);
        const auto found = target ? part(pid, Role::Reader, *target) : std::nullopt;
        if (found && found->type == m_layout->buffered.reader && !reader)
            reader = found;
        else if (found && found->type == m_layout->buffered.writer && !writer)
            writer = found;
    }
    if (!whole || !reader || !writer)
        return false;
    writer->role = Role::Writer;
    stream.parts.insert(stream.parts.end(), { *whole, *reader, *writer });
    return true;
}

void PythonStreams::ask(MemoryBatch& batch)
{
    for (Stream& stream : m_streams) {
        for (const Part& part : stream.parts) {
            const std::size_t number = batch.add(part.address, part.length);
            if (&part == &stream.parts.front())
                stream.number = number;
        }
    }
}

void PythonStreams::take(Pid pid, const MemoryBatch& batch, std::vector<StdioReading>& readings)
{
    std::erase_if(m_streams, [&](const Stream& stream) { return !isThere(stream, batch); });
    for (const Stream& stream : m_streams) {
        if (auto reading = read(pid, stream, batch))
            readings.push_back(std::move(*reading));
    }
}

bool PythonStreams::isThere(const Stream& stream, const MemoryBatch& batch) const
{
    for (std::size_t i = 0; i < stream.parts.size(); ++i) {
        const Part& part = stream.parts[i];
        const Bytes bytes = batch.bytes(stream.number + i);
        const auto references = numberAt<std::int64_t>(bytes, PythonLayout::kReferences);
        if (bytes.size() != part.length || references <= 0
            || numberAt<Address>(bytes, PythonLayout::kType) != part.type)
            return false;
        if (part.role == Role::Text
            && numberAt<Address>(bytes, m_layout->text.buffer) != stream.below)
            return false;
        if (part.role != Role::Reader && part.role != Role::Writer)
            continue;
        if ((stream.raw != 0 && numberAt<Address>(bytes, m_layout->buffered.raw) != stream.raw)
            || numberAt<Address>(bytes, m_layout->buffered.buffer) == Address { 0 })
            return false;
    }
    const Bytes holder = batch.bytes(stream.number + stream.parts.size() - 1);
    return numberAt<std::int32_t>(holder, stream.fdPlace) == stream.fd;
}

} // namespace ipclab
