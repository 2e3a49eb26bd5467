// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/glibc_streams.h"

#include <algorithm>
#include <cstdint>

namespace ipclab {
namespace {

using namespace std::chrono_literals;

// A new program maps glibc within a few milliseconds; one that never does shall cost nothing.
constexpr auto kFirstWait = 1ms;
constexpr auto kLongestWait = 500ms;

// struct _IO_FILE of glibc for LP64 (x86-64 and aarch64 alike), unchanged since 2.1: old programs
// depend on it. Source: glibc, libio/bits/types/struct_FILE.h.
constexpr std::size_t kFileBytes = 216;
constexpr std::uint32_t kMagic = 0xFBAD0000;
constexpr std::uint32_t kMagicMask = 0xFFFF0000;
constexpr std::uint32_t kUnbuffered = 0x2;
constexpr std::uint32_t kLineBuffered = 0x200;
constexpr std::uint32_t kPutting = 0x800;

struct File {
    std::uint32_t flags;
    Address readPointer, readEnd, readBase;
    Address writeBase, writePointer, writeEnd;
    Address bufferBase, bufferEnd;
    Address saved[3]; // the area of ungetc(3)
    Address markers;
    Address next;
    std::int32_t fd;
    std::int32_t flags2;
    std::byte between[72];
    std::int32_t orientation; // above 0: wide characters, which have a buffer of their own
};
static_assert(offsetof(File, next) == 104 && offsetof(File, fd) == 112);
static_assert(offsetof(File, orientation) == 192 && sizeof(File) <= kFileBytes);

bool ordered(Address a, Address b, Address c, Address d)
{
    return a <= b && b <= c && c <= d;
}

struct Span {
    Address start = 0;
    std::uint64_t length = 0;
};

// What waits to be written; nothing if the pointers make no sense.
std::optional<Span> pendingOf(const File& file)
{
    if ((file.flags & kPutting) == 0)
        return Span {};
    if (!ordered(file.bufferBase, file.writeBase, file.writePointer, file.bufferEnd))
        return std::nullopt;
    return Span { file.writeBase, file.writePointer - file.writeBase };
}

// What waits to be read by the program. Pushed back characters (ungetc(3)) that do not fit into
// the buffer make the pointers leave it: unknown then.
std::optional<Span> unreadOf(const File& file)
{
    if ((file.flags & kPutting) != 0)
        return Span {};
    if (!ordered(file.bufferBase, file.readPointer, file.readEnd, file.bufferEnd))
        return std::nullopt;
    return Span { file.readPointer, file.readEnd - file.readPointer };
}

struct Stream {
    StdioReading reading;
    Span text;
};

std::optional<Stream> decode(const File& file)
{
    const bool sane = (file.flags & kMagicMask) == kMagic && file.fd >= 0 && file.fd <= kMaxStdioFd
        && file.orientation <= 0;
    const bool buffered = file.bufferBase != 0 && file.bufferBase <= file.bufferEnd
        && file.bufferEnd - file.bufferBase <= kMaxStdioBuffer;
    if (!sane || !buffered)
        return std::nullopt;
    const auto pending = pendingOf(file);
    const auto unread = unreadOf(file);
    if (!pending || !unread)
        return std::nullopt;

    Stream stream;
    stream.reading.fd = file.fd;
    stream.reading.pending = pending->length;
    stream.reading.unread = unread->length;
    stream.reading.capacity = file.bufferEnd - file.bufferBase;
    if ((file.flags & kUnbuffered) != 0) {
        stream.reading.mode = BufferMode::None;
        stream.reading.capacity = 0; // glibc uses one byte inside the FILE itself
    } else if ((file.flags & kLineBuffered) != 0) {
        stream.reading.mode = BufferMode::Line;
    }
    if (stream.reading.pending > std::max<std::uint64_t>(stream.reading.capacity, 1))
        return std::nullopt;
    stream.text = pending->length != 0 ? *pending : *unread;
    return stream;
}

} // namespace

void GlibcStreams::look(Pid pid)
{
    if (m_libc)
        return;
    const Clock::time_point now = Clock::now();
    if (now < m_nextLook)
        return;
    m_libc = findLibc(pid);
    m_wait = std::clamp<Clock::duration>(m_wait * 2, kFirstWait, kLongestWait);
    m_nextLook = now + m_wait;
}

void GlibcStreams::ask(MemoryBatch& batch)
{
    if (!m_libc)
        return;
    m_head = batch.add(m_libc->listAll, sizeof(Address));
    for (const Address file : m_files)
        batch.add(file, kFileBytes);
}

std::vector<std::byte> GlibcStreams::copyOf(Pid pid, const MemoryBatch& batch, Address file) const
{
    const auto known = std::ranges::find(m_files, file);
    if (known == m_files.end())
        return readMemory(pid, file, kFileBytes);
    const Bytes bytes = batch.bytes(m_head + 1 + static_cast<std::size_t>(known - m_files.begin()));
    return { bytes.begin(), bytes.end() };
}

void GlibcStreams::take(Pid pid, const MemoryBatch& batch, std::vector<StdioReading>& readings)
{
    if (!m_libc)
        return;
    std::vector<Address> seen;
    std::vector<int> unused;
    MemoryBatch texts;
    std::vector<std::size_t> withText; // numbers in readings, in the order of texts
    Address next = numberAt<Address>(batch.bytes(m_head), 0).value_or(0);
    while (next != 0 && seen.size() < kMaxStreams && std::ranges::count(seen, next) == 0) {
        const auto file = numberAt<File>(copyOf(pid, batch, next), 0);
        if (!file || (file->flags & kMagicMask) != kMagic)
            break; // whatever such a thing points at is not a FILE either
        seen.push_back(next);
        if (file->fd > 2 && file->bufferBase == 0)
            unused.push_back(file->fd);
        if (auto stream = decode(*file)) {
            stream->reading.stream = nameOf(next);
            if (stream->text.length != 0) {
                withText.push_back(readings.size());
                texts.add(stream->text.start, std::min(stream->text.length, kMaxStdioText));
            }
            readings.push_back(std::move(stream->reading));
        }
        next = file->next;
    }
    m_files = std::move(seen);
    m_unused = std::move(unused);
    if (withText.empty())
        return;
    texts.read(pid);
    for (std::size_t i = withText.size(); i-- > 0;) {
        const Bytes text = texts.bytes(i);
        const auto reading = readings.begin() + static_cast<std::ptrdiff_t>(withText[i]);
        if (text.empty())
            readings.erase(reading); // bytes that are nowhere: the FILE was overwritten
        else
            reading->text.assign(reinterpret_cast<const char*>(text.data()), text.size());
    }
}

bool GlibcStreams::isUnused(int fd) const
{
    return std::ranges::find(m_unused, fd) != m_unused.end();
}

const char* GlibcStreams::nameOf(Address file) const
{
    if (file == m_libc->in)
        return "stdin";
    if (file == m_libc->out)
        return "stdout";
    return file == m_libc->error ? "stderr" : "FILE";
}

} // namespace ipclab
