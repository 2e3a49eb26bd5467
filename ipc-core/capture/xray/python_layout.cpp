// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/python_layout.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>

namespace ipclab {
namespace {

using Kinds = std::initializer_list<std::string_view>;

constexpr std::int64_t kMaxObject = 320; // bytes; none of the objects has more
constexpr std::size_t kWord = sizeof(std::uint64_t);
constexpr Address kLowest = 4096; // below it nothing is mapped, mmap(2)

struct Specimen {
    const ProbeObject* known = nullptr;
    std::vector<std::byte> bytes;
};

// Finds the only place in objects of the same kinds that fits what is known of them. After the
// first field that is not found, or found twice, ok() is false.
class LayoutSearch {
public:
    LayoutSearch(Pid pid, const std::vector<ProbeObject>& known)
        : m_pid(pid)
    {
        for (const ProbeObject& object : known) {
            // What lies behind an object is another one, perhaps of the same kind.
            const auto extent = std::clamp<std::int64_t>(object.number("extent").value_or(0),
                std::int64_t { PythonLayout::kHeader }, kMaxObject);
            m_specimens.push_back(
                { &object, readMemory(pid, object.address, static_cast<std::size_t>(extent)) });
            const auto type = numberAt<std::int64_t>(m_specimens.back().bytes, PythonLayout::kType);
            m_ok = m_ok && type && type == object.number("type");
        }
    }

    [[nodiscard]] bool ok() const { return m_ok; }

    Address type(std::string_view kind)
    {
        for (const Specimen& specimen : m_specimens) {
            if (specimen.known->kind == kind)
                return static_cast<Address>(specimen.known->number("type").value_or(0));
        }
        m_ok = false;
        return 0;
    }

    // The field that is the number itself.
    std::size_t word(Kinds kinds, std::string_view fact)
    {
        return place(kinds, fact, kWord, [](const Specimen& specimen, std::size_t at) {
            return numberAt<std::int64_t>(specimen.bytes, at);
        });
    }

    std::size_t byte(Kinds kinds, std::string_view fact)
    {
        return place(kinds, fact, 1, [](const Specimen& specimen, std::size_t at) {
            const auto number = numberAt<std::uint8_t>(specimen.bytes, at);
            return number ? std::optional<std::int64_t>(*number) : std::nullopt;
        });
    }

    // The field that points at something which has the number so many bytes from its start.
    std::size_t pointer(Kinds kinds, std::string_view fact, std::size_t inside)
    {
        return place(kinds, fact, kWord, [this, inside](const Specimen& specimen, std::size_t at) {
            const auto target = numberAt<Address>(specimen.bytes, at);
            const bool points = target && *target >= kLowest && *target % kWord == 0;
            return points ? readValue<std::int64_t>(m_pid, *target + inside) : std::nullopt;
        });
    }

    std::array<PythonLayout::Width, 4> widths();

private:
    template <typename Read>
    std::size_t place(Kinds kinds, std::string_view fact, std::size_t step, Read&& read)
    {
        std::vector<std::size_t> places;
        for (std::size_t at = PythonLayout::kHeader; at < kMaxObject && m_ok; at += step)
            if (fits(kinds, fact, [&](const Specimen& specimen) { return read(specimen, at); }))
                places.push_back(at);
        m_ok = m_ok && places.size() == 1;
        return m_ok ? places.front() : 0;
    }

    template <typename Read> bool fits(Kinds kinds, std::string_view fact, Read&& read) const
    {
        bool any = false;
        for (const Specimen& specimen : m_specimens) {
            const auto number = specimen.known->number(fact);
            if (!number || std::ranges::count(kinds, specimen.known->kind) == 0)
                continue;
            if (read(specimen) != number)
                return false;
            any = true;
        }
        return any;
    }

    Pid m_pid;
    std::vector<Specimen> m_specimens;
    bool m_ok = true;
};

std::array<PythonLayout::Width, 4> LayoutSearch::widths()
{
    std::array<PythonLayout::Width, 4> found;
    std::size_t count = 0;
    for (const Specimen& specimen : m_specimens) {
        if (specimen.known->kind != "str")
            continue;
        const auto state = numberAt<std::byte>(specimen.bytes, PythonLayout::Str::kState);
        const auto width = specimen.known->number("width");
        std::vector<std::size_t> places;
        for (std::size_t at = PythonLayout::kHeader; at < kMaxObject; at += kWord)
            if (numberAt<std::int64_t>(specimen.bytes, at) == specimen.known->number("data"))
                places.push_back(at);
        m_ok = m_ok && count < found.size() && state && width && *width >= 1 && *width <= 4
            && places.size() == 1;
        if (!m_ok)
            return found;
        const std::byte masked = *state & PythonLayout::Str::kStateMask;
        for (std::size_t i = 0; i < count; ++i)
            m_ok = m_ok && found[i].state != masked;
        found[count++] = { masked, static_cast<std::size_t>(*width), places.front() };
    }
    m_ok = m_ok && count == found.size();
    return found;
}

PythonLayout::Buffered findBuffered(LayoutSearch& search)
{
    const auto kinds
        = { std::string_view("reader"), std::string_view("writer"), std::string_view("random") };
    PythonLayout::Buffered found;
    found.raw = search.word(kinds, "raw");
    found.buffer = search.pointer(kinds, "buffer", 0);
    found.size = search.word(kinds, "size");
    found.position = search.word(kinds, "pos");
    found.readEnd = search.word(kinds, "read_end");
    found.writePosition = search.word(kinds, "write_pos");
    found.writeEnd = search.word(kinds, "write_end");
    found.reader = search.type("reader");
    found.writer = search.type("writer");
    found.random = search.type("random");
    return found;
}

} // namespace

std::optional<PythonLayout> PythonLayout::find(Pid pid, const std::vector<ProbeObject>& known)
{
    LayoutSearch search(pid, known);
    PythonLayout found;
    found.buffered = findBuffered(search);
    found.str = { search.type("str"), search.word({ "str" }, "length"), search.widths() };
    found.bytes.type = search.type("bytes");
    found.bytes.length = search.word({ "bytes" }, "length");
    found.bytes.data = search.word({ "bytes" }, "data");
    found.list.type = search.type("list");
    found.list.length = search.word({ "list" }, "length");
    found.list.data = search.pointer({ "list" }, "items", 0);
    if (!search.ok())
        return std::nullopt;

    const std::size_t ascii = found.str.widths.front().data;
    Text& text = found.text;
    text.buffer = search.word({ "text" }, "buffer");
    text.chunk = search.word({ "text" }, "chunk");
    text.line = search.byte({ "text" }, "line");
    text.through = search.byte({ "text" }, "through");
    text.pendingCount = search.word({ "text" }, "pending");
    text.decodedUsed = search.word({ "text" }, "used");
    text.decoded = search.pointer({ "text" }, "decoded_text", ascii);
    // Kept as the str itself, or by older versions as bytes.
    LayoutSearch older = search;
    text.pending = search.pointer({ "text" }, "pending_text", ascii);
    if (!search.ok()) {
        search = older;
        text.pending = search.pointer({ "text" }, "pending_text", found.bytes.data);
    }
    if (!search.ok())
        return std::nullopt;

    const Buffered& buffered = found.buffered;
    found.bufferedBytes = kWord
        + std::max({ buffered.raw, buffered.buffer, buffered.size, buffered.position,
            buffered.readEnd, buffered.writePosition, buffered.writeEnd });
    found.textBytes = kWord
        + std::max({ text.buffer, text.chunk, text.line, text.through, text.pending,
            text.pendingCount, text.decoded, text.decodedUsed });
    return found;
}

} // namespace ipclab
