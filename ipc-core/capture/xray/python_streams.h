// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/memory_batch.h"
#include "ipc-core/capture/xray/probe_words.h"
#include "ipc-core/capture/xray/python_layout.h"
#include "ipc-core/capture/xray/python_text.h"
#include "ipc-core/capture/xray/stdio_reading.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

// The objects that a stream goes through; 0: there is none.
struct PythonStream {
    std::string name;
    int fd = -1;
    TextEncoding encoding {};
    Address text = 0;
    Address buffer = 0;
    Address pair = 0; // io.BufferedRWPair, in place of the buffer
    Address raw = 0;
    Address holder = 0; // has the descriptor: a FileIO or a socket
};

// The streams of a Python program that its probe told of, or that were found. A stream is forgotten
// when one of its objects was freed, closed or exchanged. Owned by a StdioXray and used by its
// thread only.
class PythonStreams {
public:
    // Both while the process is stopped in the call by which the probe speaks.
    void calibrate(Pid pid, const std::vector<ProbeObject>& known);
    void addStream(Pid pid, const std::vector<ProbeObject>& said);

    // Of a program that no probe speaks in: what is there now.
    void find(Pid pid);
    // What was found there a while ago.
    void adopt(Pid pid, const PythonLayout& layout, const std::vector<PythonStream>& streams);

    // As the probe has shown it; nullptr: this Python is not known.
    [[nodiscard]] const std::shared_ptr<const PythonLayout>& layout() const { return m_layout; }

    void ask(MemoryBatch& batch);
    void take(Pid pid, const MemoryBatch& batch, std::vector<StdioReading>& readings);

private:
    enum class Role : std::uint8_t { Text, Reader, Writer, Link };
    struct Part { // an object of a stream; Link: one that only has to be there still
        Role role {};
        Address address = 0;
        Address type = 0;
        std::size_t length = 0;
    };
    struct Stream {
        std::string name;
        int fd = -1;
        TextEncoding encoding {};
        Address below = 0; // what the text layer has below it
        Address raw = 0; // what the buffer has below it; 0: not known
        std::size_t fdPlace = 0; // in the last part
        std::vector<Part> parts; // from the program to the descriptor
        std::size_t number = 0; // of the first part in the batch
    };
    struct Sum;

    [[nodiscard]] std::optional<Part> part(Pid pid, Role role, Address address) const;
    void add(Pid pid, const PythonStream& said);
    [[nodiscard]] bool addLayers(Pid pid, const PythonStream& said, Stream& stream) const;
    [[nodiscard]] bool addPair(Pid pid, Address pair, Stream& stream) const;
    [[nodiscard]] bool isThere(const Stream& stream, const MemoryBatch& batch) const;
    [[nodiscard]] std::optional<StdioReading> read(
        Pid pid, const Stream& stream, const MemoryBatch& batch) const;
    bool addBuffer(Role role, Bytes object, Sum& sum) const;
    bool addText(Pid pid, const Stream& stream, Bytes object, Sum& sum) const;

    std::shared_ptr<const PythonLayout> m_layout; // shared with the forks
    std::vector<Stream> m_streams;
};

} // namespace ipclab
