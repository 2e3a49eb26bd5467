// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/pulses.h"

#include <QPainter>

#include <algorithm>

namespace ipclab {

namespace {

constexpr qint64 kDuration = 200; // ms
constexpr int kFrame = 16;
constexpr int kHalo = 8; // px around a path that a dot may cover
constexpr std::size_t kMost = 64;

} // namespace

Pulses::Pulses(const Look& look)
    : m_look(look)
{
    setZValue(3);
    setAcceptedMouseButtons(Qt::NoButton);
    m_clock.start();
    m_timer.setInterval(kFrame);
    connect(&m_timer, &QTimer::timeout, this, &Pulses::step);
}

void Pulses::start(quint64 key, const QPainterPath& along, Ink ink)
{
    const bool already
        = std::ranges::any_of(m_pulses, [key](const Pulse& pulse) { return pulse.key == key; });
    if (m_look.reducedMotion() || already || m_pulses.size() >= kMost)
        return;
    prepareGeometryChange();
    const qreal halo = m_look.px(kHalo);
    m_bounds |= along.boundingRect().adjusted(-halo, -halo, halo, halo);
    m_pulses.push_back({ key, along, ink, m_clock.elapsed() });
    m_timer.start();
}

void Pulses::clear()
{
    m_timer.stop();
    m_pulses.clear();
    prepareGeometryChange();
    m_bounds = {};
}

void Pulses::step()
{
    const qreal halo = m_look.px(kHalo);
    for (const Pulse& pulse : m_pulses)
        update(pulse.path.boundingRect().adjusted(-halo, -halo, halo, halo));
    const qint64 now = m_clock.elapsed();
    std::erase_if(
        m_pulses, [now](const Pulse& pulse) { return now - pulse.startedAt >= kDuration; });
    if (m_pulses.empty())
        clear();
}

QRectF Pulses::dotOf(const Pulse& pulse) const
{
    const qreal share
        = std::clamp(static_cast<qreal>(m_clock.elapsed() - pulse.startedAt) / kDuration, 0.0, 1.0);
    const qreal radius = m_look.px(5);
    const QPointF middle = pulse.path.pointAtPercent(share);
    return { middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius };
}

void Pulses::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    for (const Pulse& pulse : m_pulses) {
        painter->setPen(QPen(m_look.colour(Ink::Surface), 1.5 * m_look.scale()));
        painter->setBrush(m_look.colour(pulse.ink));
        painter->drawEllipse(dotOf(pulse));
    }
}

} // namespace ipclab
