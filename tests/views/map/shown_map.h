// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/stage.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"

#include <QTest>

#include <optional>

namespace ipclab {

// The story as it has been told so far, in a map as large as at a desk.
inline void show(Stage& stage, MapView& view)
{
    view.resize(900, 600);
    view.show();
    stage.story.show(stage.cursor);
}

// A story that was told, and its map.
struct ShownMap : Stage {
    MapView view { context };

    explicit ShownMap(void (*tell)(Story&))
    {
        tell(story);
        ipclab::show(*this, view);
    }
};

inline void focusOn(MapView& view)
{
    view.activateWindow();
    view.setFocus();
    QTRY_VERIFY(view.hasFocus());
}

// By keys alone; nothing if it cannot be reached.
inline std::optional<MapNode> focusOnCard(MapView& view, const MapNode& node)
{
    focusOn(view);
    for (std::size_t i = 0; i < view.map().nodes().size() && view.focusedNode() != node; ++i)
        QTest::keyClick(&view, Qt::Key_Tab);
    return view.focusedNode();
}

} // namespace ipclab
