// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/code/code_panel.h"

#include <vector>

namespace ipclab {

class LabPresenter;

// The programs of what is open: those of the lab in its variant, or those that the command names.
std::vector<CodeFile> codeFiles(const LabPresenter& presenter);

} // namespace ipclab
