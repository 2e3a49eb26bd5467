// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/top_bar.h"
#include "views/common/time_cursor.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_panel.h"

#include <QTabWidget>

// What the tour points at.

namespace ipclab {

namespace {

// The first of the processes, or of the pipes.
QRect firstOn(const MapView& map, const World& world, TourStop stop)
{
    for (const MapNode& node : map.map().nodes()) {
        const auto* const channel = node.kind == MapNode::Kind::Channel
            ? world.channel(ChannelId { static_cast<unsigned>(node.number) })
            : nullptr;
        const bool wanted = stop == TourStop::Cards ? node.kind == MapNode::Kind::Process
                                                    : channel && channel->kind == ChannelKind::Pipe;
        const QRect rect = map.rectOf(node) & map.rect();
        if (wanted && !rect.isEmpty())
            return rect;
    }
    return map.rect();
}

} // namespace

void LabPage::arriveAt(TourStop stop)
{
    m_zoom.leave();
    if (stop == TourStop::Traffic)
        m_tabs->setCurrentWidget(m_traffic);
}

TourPlace LabPage::placeOf(TourStop stop) const
{
    const auto in = [this](const QWidget* part, const QRect& place) {
        return TourPlace { place, part->rect() }.translated(part->mapTo(this, QPoint()));
    };
    const auto all = [&in](const QWidget* part) {
        return part->isVisible() ? in(part, part->rect()) : TourPlace {};
    };
    switch (stop) {
    case TourStop::Question:
        return all(m_guide);
    case TourStop::Run:
        return in(m_bar, m_bar->runButton()->geometry());
    case TourStop::Cards:
    case TourStop::Bytes:
        return in(m_map, firstOn(*m_map, m_context.cursor.world(), stop));
    case TourStop::Traffic:
        return all(m_tabs);
    case TourStop::Why:
        return all(m_inspector);
    case TourStop::Time:
        return all(m_time);
    case TourStop::Welcome:
    case TourStop::Count:
        break;
    }
    return {};
}

} // namespace ipclab
