// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/code_place.h"
#include "ipc-core/capture/xray/memory_batch.h"
#include "ipc-core/capture/xray/probe_words.h"
#include "ipc-core/capture/xray/python_layout.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <vector>

namespace ipclab {

// Where the fields lie by which a thread's line is found, in one Python: found as those of
// PythonLayout are, from frames of which the probe knows the line. Known of 3.11 and later.
struct PythonFrameLayout {
    std::size_t code = 0; // in the interpreter's own record of a frame: the code object
    std::size_t previous = 0; // who called it
    std::size_t instruction = 0; // the pointer to what it does
    std::size_t start = 0; // in a code object: its instructions
    std::size_t lines = 0; // its table of lines, bytes
    std::size_t file = 0; // str
    std::size_t first = 0; // the line that the table begins at
    Address codeType = 0;
    std::size_t native = 0; // in a thread's state: the kernel's number of it
    std::size_t current = 0; // its innermost frame
    std::optional<std::size_t> inside; // that is in what `current` points to, at this place
    Address thread = 0; // the state of the thread that the probe spoke in

    // While the process is stopped in the call by which the probe speaks.
    static std::optional<PythonFrameLayout> find(Pid pid, const std::vector<ProbeObject>& known);
};

// The line that a thread of a Python program is in. Owned by a StdioXray and used by its thread
// only.
class PythonFrames {
public:
    void calibrate(Pid pid, const std::vector<ProbeObject>& known,
        const std::shared_ptr<const PythonLayout>& layout);

    [[nodiscard]] bool isKnown() const { return m_frames != nullptr; }
    // The innermost that is not Python's own library's, while the thread stands still: it is in a
    // call that it cannot leave, or stopped. `native` is its number in its own pid namespace.
    [[nodiscard]] std::optional<CodePlace> line(Pid pid, std::int32_t native) const;

private:
    struct Frame {
        CodePlace place;
        Address previous = 0;
    };
    [[nodiscard]] Address stateOf(Pid pid, std::int32_t native) const;
    [[nodiscard]] Address innermost(Pid pid, Address state) const;
    [[nodiscard]] std::optional<Frame> frameAt(Pid pid, Address frame) const;
    [[nodiscard]] std::optional<std::uint32_t> lineIn(
        Pid pid, Address code, Address instruction) const;

    std::shared_ptr<const PythonFrameLayout> m_frames; // shared with the forks
    std::shared_ptr<const PythonLayout> m_layout;
};

} // namespace ipclab
