// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/world_story.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/view_context.h"

namespace ipclab {

// What a panel needs around it, and the story that is told in it.
struct Stage {
    TimeCursor cursor;
    Selection selection;
    Look look;
    Story story;
    ViewContext context { cursor, selection, look };
};

} // namespace ipclab
