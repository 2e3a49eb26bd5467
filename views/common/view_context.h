// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace ipclab {

class Look;
class Selection;
class TimeCursor;

// What every panel is given. All three outlive the panels.
struct ViewContext {
    TimeCursor& cursor;
    Selection& selection;
    Look& look;
};

} // namespace ipclab
