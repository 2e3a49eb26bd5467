// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/xray/python_layout.h"
#include "ipc-core/capture/xray/python_streams.h"

#include <optional>
#include <stop_token>
#include <vector>

namespace ipclab {

struct FoundPython {
    PythonLayout layout;
    std::vector<PythonStream> streams; // in the order of their descriptors
};

// The streams of a Python program that no probe tells of: one that we did not launch. Its types are
// found by their names, the streams by their types, in all of the memory that it may write (256 MiB
// of it at most, the small mappings first). The places of the fields are those that the probe finds
// in each CPython from 3.8 to 3.13; what does not fit them is no stream. Nothing where no such
// Python is mapped, or its memory cannot be read, or it is asked to stop. Takes some milliseconds,
// of a large one some tenths of a second. Any one thread.
std::optional<FoundPython> findPython(Pid pid, const std::stop_token& stop = {});

} // namespace ipclab
