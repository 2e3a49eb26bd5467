// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_scene.h"

#include <QTransform>

#include <utility>

namespace ipclab {

// What has another place is seen on its way there: it has it at once, and is only painted
// elsewhere. The lines are back when everything has arrived.

void MapScene::glideFrom(MapOffsets offsets)
{
    constexpr int kDuration = 200; // ms
    endGlide();
    if (m_look.reducedMotion() || offsets.empty())
        return;
    m_offsets = std::move(offsets);
    m_glide.setDuration(kDuration);
    m_glide.setStartValue(1.0);
    m_glide.setEndValue(0.0);
    m_glide.setEasingCurve(QEasingCurve::OutCubic);
    showLinesOfGlide(false);
    showOffsets(1);
    m_glide.start();
}

void MapScene::endGlide()
{
    if (m_offsets.empty())
        return;
    m_glide.stop();
    showOffsets(0);
    m_offsets.clear();
    showLinesOfGlide(true);
}

void MapScene::showOffsets(qreal share)
{
    for (const auto& [node, offset] : m_offsets) {
        if (QGraphicsItem* const item = itemOf(node))
            item->setTransform(QTransform::fromTranslate(offset.x() * share, offset.y() * share));
    }
}

void MapScene::showLinesOfGlide(bool shown)
{
    for (LinkItem* const link : m_links)
        link->setVisible(shown);
    for (FamilyItem* const family : m_families)
        family->setVisible(shown);
}

} // namespace ipclab
