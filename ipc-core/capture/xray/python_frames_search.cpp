// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Where the fields lie by which a Python thread's line is found.
#include "ipc-core/capture/xray/python_frames.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace ipclab {
namespace {

constexpr std::size_t kPointer = sizeof(Address);
constexpr std::size_t kFrameBytes = 160; // of the interpreter's record of a frame
constexpr std::size_t kCodeBytes = 320; // of a code object, before its instructions
constexpr std::size_t kStateBytes = 1024; // of a thread's state
constexpr std::size_t kControlBytes = 2304; // of what pthread_self(3) points to
constexpr std::size_t kInsideBytes = 64;

struct FramesSpecimen {
    const ProbeObject* known = nullptr;
    Address code = 0;
    Address record = 0; // of the interpreter
    std::vector<std::byte> object, recordBytes, codeBytes;
};

class FramesSearch {
public:
    FramesSearch(Pid pid, const std::vector<ProbeObject>& known)
        : m_pid(pid)
        , m_self(known.front())
    {
        for (const ProbeObject& one : known) {
            if (one.kind == "frame")
                m_frames.push_back(specimen(one));
        }
    }

    std::optional<PythonFrameLayout> run()
    {
        const bool found = m_self.kind == "thread" && m_frames.size() >= 3 && findRecords()
            && findPrevious() && findInstruction() && findCodeFields() && findState();
        return found ? std::optional(m_found) : std::nullopt;
    }

private:
    [[nodiscard]] FramesSpecimen specimen(const ProbeObject& known) const
    {
        const auto extent = std::clamp<std::int64_t>(
            known.number("extent").value_or(0), std::int64_t { PythonLayout::kHeader }, 320);
        FramesSpecimen one { &known, static_cast<Address>(known.number("code").value_or(0)), 0,
            readMemory(m_pid, known.address, static_cast<std::size_t>(extent)), {}, {} };
        one.codeBytes = readMemory(m_pid, one.code, kCodeBytes);
        return one;
    }

    // The frame object points at the record, and that at the code.
    bool findRecords()
    {
        for (std::size_t at = PythonLayout::kHeader; at < m_frames.front().object.size();
             at += kPointer) {
            for (FramesSpecimen& one : m_frames) {
                one.record = numberAt<Address>(one.object, at).value_or(0);
                one.recordBytes = readMemory(m_pid, one.record, kFrameBytes);
            }
            for (m_found.code = 0; m_found.code < kFrameBytes; m_found.code += kPointer) {
                if (std::ranges::all_of(m_frames, [this](const FramesSpecimen& one) {
                        return numberAt<Address>(one.recordBytes, m_found.code) == one.code;
                    }))
                    return true;
            }
        }
        return false;
    }

    bool findPrevious()
    {
        for (m_found.previous = 0; m_found.previous < kFrameBytes; m_found.previous += kPointer) {
            bool fits = true;
            for (std::size_t i = 0; i + 1 < m_frames.size(); ++i)
                fits = fits
                    && numberAt<Address>(m_frames[i].recordBytes, m_found.previous)
                        == m_frames[i + 1].record;
            if (fits)
                return true;
        }
        return false;
    }

    bool findInstruction()
    {
        for (std::size_t at = 0; at < kFrameBytes; at += kPointer) {
            std::optional<Address> start;
            bool fits = true;
            for (const FramesSpecimen& one : m_frames) {
                const auto last = one.known->number("last");
                if (!last)
                    continue;
                const Address pointer = numberAt<Address>(one.recordBytes, at).value_or(0);
                const Address begin = pointer - one.code - static_cast<Address>(*last);
                fits = fits && begin > 0 && begin < kCodeBytes && (!start || start == begin);
                start = begin;
            }
            if (!fits || !start)
                continue;
            m_found.instruction = at;
            m_found.start = *start;
            return true;
        }
        return false;
    }

    template <typename Number> bool findField(std::size_t& place, std::string_view fact)
    {
        for (place = PythonLayout::kHeader; place < kCodeBytes; place += sizeof(Number)) {
            if (std::ranges::all_of(m_frames, [&](const FramesSpecimen& one) {
                    const auto number = numberAt<Number>(one.codeBytes, place);
                    return number && static_cast<std::int64_t>(*number) == one.known->number(fact);
                }))
                return true;
        }
        return false;
    }

    bool findCodeFields()
    {
        m_found.codeType = static_cast<Address>(m_frames.front().known->number("type").value_or(0));
        const bool typed = std::ranges::all_of(m_frames, [this](const FramesSpecimen& one) {
            return numberAt<Address>(one.codeBytes, PythonLayout::kType) == m_found.codeType;
        });
        return typed && findField<Address>(m_found.lines, "lines")
            && findField<Address>(m_found.file, "file")
            && findField<std::int32_t>(m_found.first, "first");
    }

    // Its address is among the thread's own values, pthread_setspecific(3), and it has both numbers
    // of the thread and the innermost frame: who speaks, called by the first of ours.
    bool findState()
    {
        const Address self = m_self.address;
        const auto native = static_cast<std::uint64_t>(m_self.number("native").value_or(0));
        const auto control = readMemory(m_pid, self, kControlBytes);
        for (std::size_t at = 0; at < control.size(); at += kPointer) {
            m_found.thread = numberAt<Address>(control, at).value_or(0);
            if (m_found.thread < 4096 || m_found.thread % kPointer != 0 || m_found.thread == self)
                continue;
            const auto state = readMemory(m_pid, m_found.thread, kStateBytes);
            const auto words = wordsOf(state);
            const auto found = std::ranges::find(words, native);
            if (found == words.end() || std::ranges::find(words, self) == words.end())
                continue;
            m_found.native = static_cast<std::size_t>(found - words.begin()) * kPointer;
            if (findCurrent(words))
                return true;
        }
        return false;
    }

    bool findCurrent(const std::vector<Address>& state)
    {
        for (std::size_t i = 0; i < state.size(); ++i) {
            m_found.current = i * kPointer;
            m_found.inside.reset();
            if (isCurrent(state[i]))
                return true;
        }
        for (std::size_t i = 0; i < state.size(); ++i) {
            m_found.current = i * kPointer;
            const auto words = wordsOf(readMemory(m_pid, state[i], kInsideBytes));
            const auto found
                = std::ranges::find_if(words, [this](Address one) { return isCurrent(one); });
            if (found == words.end())
                continue;
            m_found.inside = static_cast<std::size_t>(found - words.begin()) * kPointer;
            return true;
        }
        return false;
    }

    [[nodiscard]] bool isCurrent(Address record) const
    {
        return record >= 4096 && record % kPointer == 0
            && readValue<Address>(m_pid, record + m_found.previous) == m_frames.front().record;
    }

    static std::vector<Address> wordsOf(Bytes bytes)
    {
        std::vector<Address> words;
        for (std::size_t at = 0; at + kPointer <= bytes.size(); at += kPointer)
            words.push_back(*numberAt<Address>(bytes, at));
        return words;
    }

    Pid m_pid;
    const ProbeObject& m_self;
    std::vector<FramesSpecimen> m_frames; // the first is the innermost
    PythonFrameLayout m_found;
};

} // namespace

std::optional<PythonFrameLayout> PythonFrameLayout::find(
    Pid pid, const std::vector<ProbeObject>& known)
{
    if (known.empty())
        return std::nullopt;
    return FramesSearch(pid, known).run();
}

} // namespace ipclab
