// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/memory_batch.h"
#include "ipc-core/capture/xray/probe_words.h"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace ipclab {

// Where the fields that matter lie in the objects of one Python. These places differ from version
// to version and are promised nowhere, so they are not written down here but found: the probe
// makes objects, says what it knows of them, and the only places that fit are the fields. If a
// field fits nowhere or in two places, this Python is not known.
//
// The two places that are taken for granted, and checked: the number of references is the first
// word of an object, its type the second (all of CPython but the free-threaded build).
struct PythonLayout {
    static constexpr std::size_t kReferences = 0;
    static constexpr std::size_t kType = 8;
    static constexpr std::size_t kHeader = 16;

    struct Buffered { // io.BufferedReader, BufferedWriter, BufferedRandom
        std::size_t raw = 0;
        std::size_t buffer = 0; // the pointer to the bytes
        std::size_t size = 0;
        std::size_t position = 0; // of the program, in the buffer
        std::size_t readEnd = 0; // -1: nothing read
        std::size_t writePosition = 0; // what is before was given to the kernel
        std::size_t writeEnd = 0; // -1: nothing written
        Address reader = 0, writer = 0, random = 0; // the types
    };
    struct Text { // io.TextIOWrapper
        std::size_t buffer = 0;
        std::size_t chunk = 0; // bytes kept at most before they go to the buffer
        std::size_t line = 0; // a byte: flushed at each end of line
        std::size_t through = 0; // a byte: nothing is kept in this layer
        std::size_t pending = 0; // str, bytes, or a list of them
        std::size_t pendingCount = 0; // in bytes
        std::size_t decoded = 0; // str
        std::size_t decodedUsed = 0; // in characters
    };
    struct Width { // one of the four ways to keep a str
        std::byte state {};
        std::size_t bytes = 0; // of a character
        std::size_t data = 0;
    };
    struct Str {
        static constexpr std::size_t kState = 32;
        static constexpr std::byte kStateMask { 0x7c }; // width, compact, ASCII
        Address type = 0;
        std::size_t length = 0;
        std::array<Width, 4> widths; // the first is ASCII
    };
    struct Sequence { // bytes: data lies in the object; list: data is a pointer to the items
        Address type = 0;
        std::size_t length = 0;
        std::size_t data = 0;
    };

    Buffered buffered;
    Text text;
    Str str;
    Sequence bytes;
    Sequence list;
    std::size_t bufferedBytes = 0; // how much of an object is to be read to have all its fields
    std::size_t textBytes = 0;

    static std::optional<PythonLayout> find(Pid pid, const std::vector<ProbeObject>& known);
};

} // namespace ipclab
