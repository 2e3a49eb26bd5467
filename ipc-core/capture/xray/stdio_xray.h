// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/cpp_streams.h"
#include "ipc-core/capture/xray/glibc_streams.h"
#include "ipc-core/capture/xray/memory_batch.h"
#include "ipc-core/capture/xray/python_frames.h"
#include "ipc-core/capture/xray/python_streams.h"
#include "ipc-core/capture/xray/stdio_reading.h"

#include <string_view>
#include <vector>

namespace ipclab {

// How many bytes wait in a process's own stdio buffers, read from outside with process_vm_readv(2),
// which the process cannot notice. One object for each address space; for the capture thread only.
//
// Known are the streams of a dynamically linked glibc, std::cin, cout and clog of libstdc++, and
// the streams of Python where the probe (resources/probe) speaks or they are found. All else (musl,
// static programs, C++ streams of their own) is unknown: no reading, never a zero.
class StdioXray {
public:
    explicit StdioXray(Pid pid);

    // The same knowledge for a child that fork(2) gave a copy of this memory.
    [[nodiscard]] StdioXray forked(Pid child) const;

    // The memory is read as that of this thread, which lives: the first may end before the others.
    void readThrough(Tid thread) { m_pid = Pid { thread.value }; }

    // execve(2) replaced the memory: forgets everything.
    void executed();

    // The process closed a file, as the loader does once it has mapped a library from it.
    void fileClosed() { m_glibc.lookAgain(); }

    // What can be read now. One system call when nothing waits, a few otherwise. A stream that has
    // no buffer yet, that was closed, or whose memory makes no sense is absent.
    [[nodiscard]] std::vector<StdioReading> sample();

    // Bytes go through the descriptor: are they those of a C++ stream (std::ofstream)? Such a one
    // has a FILE, and a buffer of its own in place of that one's. As of the last sample.
    [[nodiscard]] bool isCppStream(int fd) const { return m_cpp.isUsed() && m_glibc.isUnused(fd); }

    // Looks for the streams of Python in a program that no probe speaks in: one that we did not
    // launch. Takes some milliseconds.
    void findPython() { m_python.find(m_pid); }
    // The same, found elsewhere (python_finder.h).
    void adoptPython(const PythonLayout& layout, const std::vector<PythonStream>& streams)
    {
        m_python.adopt(m_pid, layout, streams);
    }

    // To be called with the path of a readlink(2) or readlinkat(2) while its caller is stopped at
    // the entry. True if it was the Python probe speaking: such a call means nothing to the
    // program, and is to be kept out of the log.
    bool probeSpoke(std::string_view path);

    // Of the program's Python, where the probe told of it.
    [[nodiscard]] const PythonFrames& frames() const { return m_frames; }

private:
    Pid m_pid; // or a thread's number
    GlibcStreams m_glibc;
    CppStreams m_cpp;
    PythonFrames m_frames;
    PythonStreams m_python;
    MemoryBatch m_batch; // kept for its memory
};

} // namespace ipclab
