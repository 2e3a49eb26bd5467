// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/report.h"
#include "ipc-core/world/world_history.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/map/map_view.h"

#include <QWidget>

#include <memory>

namespace ipclab {

// Draws the map as it was at the moments of a report: one of its own, in light colours and of one
// size, whatever the window shows. GUI thread, of a QApplication. The log outlives it.
class ReportPictures {
public:
    // `history`: folded as far as the report goes.
    ReportPictures(const EventLog& log, std::unique_ptr<WorldHistory> history);

    void draw(ReportPicture& picture); // some 20 ms

private:
    TimeCursor m_cursor;
    Selection m_selection;
    Look m_look;
    QWidget m_frame;
    MapView* m_map;
};

void drawAll(Report& report, const EventLog& log);

} // namespace ipclab
