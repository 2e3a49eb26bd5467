// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/cpp_streams.h"

#include "ipc-core/capture/xray/elf_image.h"
#include "ipc-core/capture/xray/libc_symbols.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace ipclab {

namespace {

// What comes before the place in its class's table that an object points at: where its virtual base
// is, and its type_info, of which the second word is the name. Itanium C++ ABI, 2.5.2 and 2.9.4.
constexpr Address kVirtualBase = 24;
constexpr Address kTypeInfo = 8;
constexpr Address kNameInType = 8;
// The classes whose objects are laid out as below.
constexpr auto kFilebufs
    = std::to_array<std::string_view>({ "N9__gnu_cxx13stdio_filebufIcSt11char_traitsIcEEE",
        "St13basic_filebufIcSt11char_traitsIcEE" });
constexpr std::size_t kLongestName = 64;
constexpr std::size_t kMostClasses = 16;
constexpr Address kStreambuf = 232; // in std::basic_ios<char>, libstdc++ for LP64
constexpr Address kFileno = 112; // in struct _IO_FILE
constexpr Address kFarthestBase = 4096;

// std::basic_filebuf<char> of libstdc++ for LP64. Its layout is a part of the library's ABI, and is
// the same since GCC 3.4: bits/fstream.tcc, std/streambuf.
struct Filebuf {
    Address table;
    Address inBase, inNext, inEnd;
    Address outBase, outNext, outEnd;
    std::byte locale[8];
    std::byte lock[40];
    Address file; // FILE*
    std::byte state[40];
    Address buffer;
    std::uint64_t size;
};
static_assert(offsetof(Filebuf, file) == 104 && offsetof(Filebuf, buffer) == 152);

// Programs built without -fPIC have copies of what the library exports: those count.
std::optional<Address> symbolIn(
    const std::optional<ElfImage>& program, const ElfImage& library, std::string_view name)
{
    const auto copied = program ? program->symbol(name) : std::nullopt;
    return copied ? copied : library.symbol(name);
}

bool within(const Filebuf& filebuf, Address from, Address to)
{
    return filebuf.buffer <= from && from <= to && to <= filebuf.buffer + filebuf.size;
}

} // namespace

void CppStreams::look(Pid pid)
{
    if (m_looked)
        return;
    m_looked = true;
    const MappedImages images = mappedImages(pid);
    const auto library = images.cpp != 0 ? ElfImage::at(pid, images.cpp) : std::nullopt;
    if (!library)
        return;
    const auto program = images.program != 0 ? ElfImage::at(pid, images.program) : std::nullopt;
    const auto in = symbolIn(program, *library, "_ZSt3cin");
    const auto out = symbolIn(program, *library, "_ZSt4cout");
    const auto log = symbolIn(program, *library, "_ZSt4clog");
    if (!in || !out || !log)
        return;
    m_used = true;
    m_streams = { Known { "std::cin", *in, 0 }, Known { "std::cout", *out, 0 },
        Known { "std::clog", *log, 0 } };
}

bool CppStreams::locate(Pid pid, Known& stream) const
{
    if (stream.buffer != 0)
        return true;
    const auto table = readValue<Address>(pid, stream.object);
    const auto base = table && *table > kVirtualBase
        ? readValue<Address>(pid, *table - kVirtualBase)
        : std::nullopt;
    if (!base || *base == 0 || *base > kFarthestBase)
        return false; // not constructed yet
    stream.buffer = stream.object + *base + kStreambuf;
    return true;
}

bool CppStreams::isFilebuf(Pid pid, Address table)
{
    if (std::ranges::find(m_filebufs, table) != m_filebufs.end())
        return true;
    const auto type = table > kTypeInfo ? readValue<Address>(pid, table - kTypeInfo) : std::nullopt;
    const auto name = type ? readValue<Address>(pid, *type + kNameInType) : std::nullopt;
    if (!name || m_filebufs.size() >= kMostClasses)
        return false;
    const auto bytes = readMemory(pid, *name, kLongestName);
    const std::string_view text(reinterpret_cast<const char*>(bytes.data()), bytes.size());
    const std::string_view word = text.substr(0, text.find('\0'));
    const bool is = std::ranges::find(kFilebufs, word) != kFilebufs.end();
    if (is)
        m_filebufs.push_back(table);
    return is;
}

std::optional<StdioReading> CppStreams::read(Pid pid, const Known& stream)
{
    const auto address = readValue<Address>(pid, stream.buffer);
    const auto table = address ? readValue<Address>(pid, *address) : std::nullopt;
    if (!table || !isFilebuf(pid, *table)) // shared with stdio, or of a class of the program's
        return std::nullopt;
    const auto filebuf = readValue<Filebuf>(pid, *address);
    const auto fd = filebuf ? readValue<std::int32_t>(pid, filebuf->file + kFileno) : std::nullopt;
    if (!fd || *fd < 0 || *fd > kMaxStdioFd || filebuf->size > kMaxStdioBuffer)
        return std::nullopt;
    const bool input = filebuf->inBase != 0 && within(*filebuf, filebuf->inNext, filebuf->inEnd);
    const bool output
        = filebuf->outBase != 0 && within(*filebuf, filebuf->outBase, filebuf->outNext);
    StdioReading reading;
    reading.stream = stream.name;
    reading.fd = *fd;
    reading.capacity = filebuf->size;
    reading.pending = output ? filebuf->outNext - filebuf->outBase : 0;
    reading.unread = input ? filebuf->inEnd - filebuf->inNext : 0;
    // A character that was put back lies elsewhere; then nothing is known.
    if (filebuf->buffer == 0 || (filebuf->inBase != 0 && !input)
        || (filebuf->outBase != 0 && !output))
        return std::nullopt;
    const Address start = reading.pending != 0 ? filebuf->outBase : filebuf->inNext;
    const std::uint64_t length = std::max(reading.pending, reading.unread);
    const auto text = readMemory(pid, start, std::min<std::uint64_t>(length, kMaxStdioText));
    reading.text.assign(reinterpret_cast<const char*>(text.data()), text.size());
    return reading;
}

void CppStreams::take(Pid pid, std::vector<StdioReading>& readings)
{
    if (!isUsed())
        return;
    for (Known& stream : m_streams) {
        if (!locate(pid, stream))
            continue;
        if (auto reading = read(pid, stream))
            readings.push_back(std::move(*reading));
    }
}

} // namespace ipclab
