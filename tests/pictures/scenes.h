// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/pictures/stage.h"

#include <functional>
#include <vector>

namespace ipclab::test {

// What stands on the stage, and which part of it is looked at.
struct Scene {
    const char* name;
    // Called for each dress, after it was put on: what is there already stays.
    std::function<QWidget&(Stage&)> show;
    // A reference is kept. Not of what says where the build is, which version this is, or what Qt
    // alone has drawn.
    bool kept = true;
};

std::vector<Scene> windowScenes(); // the whole window, and its panels in it
std::vector<Scene> panelScenes(); // panels by themselves
std::vector<Scene> sheetScenes(); // what opens over the window

} // namespace ipclab::test
