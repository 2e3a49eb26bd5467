// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"
#include "ipc-core/lab/table_reader.h"

#include <string>

namespace ipclab {

// Reads the words of a lab, and tells of each that is missing or that belongs to nothing:
//
//   # Title
//   The question, up to the first section.
//   ## step-id
//   The text of the step.
//   ### hint NAME
//   ### choice NAME
//   ## explanation
//
// Headings within a code block are text. The steps of the lab must be known by now.
Guide readGuide(const std::string& content, const Lab& lab, const ProblemList& problems);

constexpr std::string_view kExplanation = "explanation"; // so no step may be called that

} // namespace ipclab
