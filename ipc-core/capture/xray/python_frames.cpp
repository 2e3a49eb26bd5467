// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/xray/python_frames.h"

#include "ipc-core/capture/xray/python_text.h"

#include <algorithm>
#include <array>
#include <climits>
#include <string_view>
#include <utility>

namespace ipclab {
namespace {

constexpr std::size_t kMostFrames = 64; // from the innermost outwards
constexpr std::size_t kMostThreads = 256;
constexpr std::size_t kMostTable = 256 << 10; // bytes of a table of lines

// In a folder of that name and a version, as /usr/lib/python3.11.
bool isIn(std::string_view file, std::string_view folder)
{
    const std::size_t at = file.find(folder);
    const std::size_t version = at == file.npos ? at : at + folder.size();
    return version < file.size() && file[version] >= '0' && file[version] <= '9';
}

// Of Python itself, or without a file.
bool isLibrary(std::string_view file)
{
    return file.empty() || file.front() == '<' || isIn(file, "/lib/python")
        || isIn(file, "/lib64/python") || file.ends_with("/sitecustomize.py");
}

// Takes the numbers out of a table of lines, as Objects/locations.md of CPython 3.11 has them.
class LineTable {
public:
    explicit LineTable(Bytes table)
        : m_table(table)
    {
    }

    // Of the instruction so many bytes from the first, where the first line is known; 0: of none.
    std::optional<std::int64_t> lineAt(std::uint64_t offset, std::int64_t first)
    {
        constexpr std::size_t kUnit = 2; // bytes of an instruction, or of what it keeps behind it
        std::int64_t line = first;
        std::uint64_t end = 0;
        while (m_next < m_table.size()) {
            const unsigned head = take();
            const unsigned kind = head >> 3 & 0xF;
            end += ((head & 7) + 1) * kUnit;
            if (kind == 13 || kind == 14)
                line += difference();
            else if (kind >= 10 && kind <= 12)
                line += kind - 10;
            if (offset < end)
                return kind == 15 ? 0 : line;
            while (m_next < m_table.size() && (peek() & 0x80) == 0)
                take();
        }
        return std::nullopt;
    }

private:
    [[nodiscard]] unsigned peek() const { return std::to_integer<unsigned>(m_table[m_next]); }
    unsigned take() { return std::to_integer<unsigned>(m_table[m_next++]); }
    std::int64_t difference()
    {
        std::uint64_t number = 0;
        for (unsigned shift = 0; m_next < m_table.size() && shift < 36; shift += 6) {
            const unsigned part = take();
            number |= std::uint64_t { part & 0x3F } << shift;
            if ((part & 0x40) == 0)
                break;
        }
        const auto size = static_cast<std::int64_t>(number >> 1);
        return (number & 1) != 0 ? -size : size;
    }

    Bytes m_table;
    std::size_t m_next = 0;
};

} // namespace

void PythonFrames::calibrate(Pid pid, const std::vector<ProbeObject>& known,
    const std::shared_ptr<const PythonLayout>& layout)
{
    m_frames.reset();
    m_layout = layout;
    const auto found = layout ? PythonFrameLayout::find(pid, known) : std::nullopt;
    if (!found)
        return;
    m_frames = std::make_shared<const PythonFrameLayout>(*found);
    // What is found has to tell what is known: the lines of all frames, from the thread inwards.
    Address frame = innermost(
        pid, stateOf(pid, static_cast<std::int32_t>(known.front().number("native").value_or(0))));
    bool right = true;
    for (std::size_t i = 0; i < known.size(); ++i) { // the first is that of the call itself
        const auto one = frameAt(pid, frame);
        const auto line = known[i].number("line");
        right = right && one && (!line || *line == one->place.line);
        frame = one ? one->previous : 0;
    }
    if (!right)
        m_frames.reset();
}

std::optional<CodePlace> PythonFrames::line(Pid pid, std::int32_t native) const
{
    if (!m_frames)
        return std::nullopt;
    Address at = innermost(pid, stateOf(pid, native));
    for (std::size_t i = 0; i < kMostFrames && at != 0; ++i) {
        auto frame = frameAt(pid, at);
        if (!frame)
            return std::nullopt;
        if (frame->place.line != 0 && !isLibrary(frame->place.file))
            return std::move(frame->place);
        at = frame->previous;
    }
    return std::nullopt;
}

// Each thread's state begins with pointers to its neighbours'.
Address PythonFrames::stateOf(Pid pid, std::int32_t native) const
{
    if (native <= 0)
        return 0;
    std::vector<Address> states { m_frames->thread };
    for (std::size_t i = 0; i < states.size() && i < kMostThreads; ++i) {
        const Address state = states[i];
        const auto number = readValue<std::uint64_t>(pid, state + m_frames->native);
        if (!number || *number == 0)
            continue;
        if (*number == static_cast<std::uint64_t>(native))
            return state;
        const auto neighbours = readValue<std::array<Address, 2>>(pid, state);
        for (const Address one : neighbours.value_or(std::array<Address, 2> {})) {
            if (one != 0 && std::ranges::find(states, one) == states.end())
                states.push_back(one);
        }
    }
    return 0;
}

Address PythonFrames::innermost(Pid pid, Address state) const
{
    if (state == 0)
        return 0;
    const Address current = readValue<Address>(pid, state + m_frames->current).value_or(0);
    if (!m_frames->inside || current == 0)
        return current;
    return readValue<Address>(pid, current + *m_frames->inside).value_or(0);
}

// Some frames are of the interpreter's own, and have no code: they have no line.
std::optional<PythonFrames::Frame> PythonFrames::frameAt(Pid pid, Address frame) const
{
    const PythonFrameLayout& at = *m_frames;
    const auto bytes
        = readMemory(pid, frame, std::max({ at.code, at.previous, at.instruction }) + 8);
    const auto code = numberAt<Address>(bytes, at.code);
    const auto previous = numberAt<Address>(bytes, at.previous);
    const auto instruction = numberAt<Address>(bytes, at.instruction);
    if (!code || !previous || !instruction)
        return std::nullopt;
    Frame found { {}, *previous };
    if (readValue<Address>(pid, *code + PythonLayout::kType) != at.codeType)
        return found;
    const Address text = readValue<Address>(pid, *code + at.file).value_or(0);
    auto file = wholeText(pid, *m_layout, text, PATH_MAX);
    const auto line = lineIn(pid, *code, *instruction);
    if (!file || !line) // who called it is not who waits
        return std::nullopt;
    found.place = { std::move(*file), *line };
    return found;
}

// 0: it is of no line, as what the compiler made up. Nothing: that cannot be read.
std::optional<std::uint32_t> PythonFrames::lineIn(Pid pid, Address code, Address instruction) const
{
    const Address start = code + m_frames->start;
    const Address table = readValue<Address>(pid, code + m_frames->lines).value_or(0);
    const auto first = readValue<std::int32_t>(pid, code + m_frames->first);
    const auto bytes = wholeBytes(pid, *m_layout, table, kMostTable);
    if (!first || !bytes || instruction < start)
        return std::nullopt;
    const auto line = LineTable(*bytes).lineAt(instruction - start, *first);
    if (!line)
        return std::nullopt;
    return *line > 0 && *line <= INT32_MAX ? static_cast<std::uint32_t>(*line) : 0;
}

} // namespace ipclab
