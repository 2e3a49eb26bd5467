// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/stage.h"
#include "views/inspector/inspector_panel.h"

namespace ipclab {

// A panel of a told run, as wide as it is at 1280 pixels.
struct ShownInspector : Stage {
    template <typename Tell> explicit ShownInspector(Tell tell)
    {
        tell(story);
        story.show(cursor);
        panel.resize(290, 900);
        panel.show();
    }
    // Tells more, and shows it.
    template <typename Tell> void then(Tell tell)
    {
        tell(story);
        cursor.advance();
    }

    InspectorPanel panel { context };
};

} // namespace ipclab
