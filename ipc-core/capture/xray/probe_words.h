// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/xray/memory_batch.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace ipclab {

enum class ProbeTopic : std::uint8_t { Calibrate, Frames, Stream };

struct ProbeFact {
    std::string_view name;
    std::string_view value;
};

// An object of the Python program: what it is, where it is, and what the probe knows of it.
struct ProbeObject {
    std::string_view kind;
    Address address = 0;
    std::vector<ProbeFact> facts;

    [[nodiscard]] std::string_view text(std::string_view name) const; // empty if not said
    [[nodiscard]] std::optional<std::int64_t> number(std::string_view name) const;
};

struct ProbeWords {
    ProbeTopic topic {};
    std::vector<ProbeObject> objects;
};

// True for the path of a readlink(2) that the probe of resources/probe makes.
bool isProbePath(std::string_view path);

// "/ipclab-probe/1/TOPIC KIND@ADDRESS NAME=VALUE NAME=VALUE KIND@ADDRESS …". Nothing if it is not
// that, or says more than a probe of ours ever would. The views are into the path.
std::optional<ProbeWords> parseProbeWords(std::string_view path);

} // namespace ipclab
