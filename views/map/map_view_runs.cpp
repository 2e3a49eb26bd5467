// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/analysis/run_bytes.h"
#include "views/common/time_cursor.h"
#include "views/map/fullest_moment.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"

namespace ipclab {

// What is looked up once of each run: other moments of it than the one that is shown.

namespace {

// How many events happened before that.
EventIndex countBefore(const LogView& log, Nanoseconds time)
{
    EventIndex before = 0;
    for (EventIndex after = log.size(); before < after;) {
        const EventIndex middle = before + (after - before) / 2;
        if (log[middle].at < time)
            before = middle + 1;
        else
            after = middle;
    }
    return before;
}

} // namespace

// Channels may outlive a run: what went through them before is looked up.
void MapView::followRun()
{
    const Nanoseconds began = runBegan(m_context.cursor.world());
    if (began == m_began)
        return;
    m_began = began;
    const EventIndex before = countBefore(m_context.cursor.log(), began);
    m_scene->setBefore(PassedBytes(m_context.cursor.worldAt(before)));
    showMoment(m_context.cursor.live());
}

// Back in time, the moment by which a run is arranged that nobody saw; nothing while it is the
// same.
std::optional<World> MapView::foreseen()
{
    const TimeCursor& cursor = m_context.cursor;
    if (cursor.live() || !cursor.wholeLog())
        return std::nullopt;
    const std::optional<Nanoseconds> fullest = fullestMoment(cursor.endWorld(), cursor.time());
    if (!fullest || fullest == m_foreseen)
        return std::nullopt;
    m_foreseen = fullest;
    return cursor.worldAt(countBefore({ *cursor.wholeLog(), cursor.end() }, *fullest));
}

} // namespace ipclab
