// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/pulses.h"

#include "views/common/contrast.h"
#include "views/common/numbers.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ipclab {

namespace {

constexpr qint64 kDuration = 200; // ms, of the dot
constexpr qint64 kSaid = 700; // ms, of the number
constexpr int kPulseFrame = 16;
constexpr int kPulseHalo = 10; // px around a path that a dot may cover
constexpr int kWords = 40; // px beside it that the words may cover
constexpr int kWordsOff = 3; // px from the way to the words
constexpr std::size_t kMost = 64;

} // namespace

Pulses::Pulses(const Look& look)
    : m_look(look)
{
    setZValue(3);
    setAcceptedMouseButtons(Qt::NoButton);
    m_clock.start();
    m_timer.setInterval(kPulseFrame);
    connect(&m_timer, &QTimer::timeout, this, &Pulses::step);
}

void Pulses::start(quint64 key, const QPainterPath& along, Ink ink, quint64 bytes)
{
    const auto already = std::ranges::find(m_pulses, key, &Pulse::key);
    if (already != m_pulses.end()) {
        already->bytes += bytes;
        return;
    }
    if (m_look.reducedMotion() || m_pulses.size() >= kMost)
        return;
    prepareGeometryChange();
    m_pulses.push_back({ key, along, ink, bytes, m_clock.elapsed() });
    m_bounds |= reachOf(m_pulses.back());
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
    const qint64 now = m_clock.elapsed();
    bool running = false;
    std::erase_if(m_pulses, [&](const Pulse& pulse) {
        const qint64 age = now - pulse.startedAt;
        running = running || age < kDuration;
        if (age < kDuration + 2 * kPulseFrame || age >= kSaid)
            update(reachOf(pulse));
        return age >= kSaid;
    });
    if (m_pulses.empty())
        clear();
    else // numbers stand still: nothing is painted until the first of them goes
        m_timer.setInterval(running ? kPulseFrame : 4 * kPulseFrame);
}

// By the order of magnitude, so that 10 and 100 000 are told apart.
qreal Pulses::radiusOf(const Pulse& pulse) const
{
    const qreal digits = std::log10(static_cast<qreal>(std::max<quint64>(pulse.bytes, 1)));
    return m_look.px(4) + std::min(digits, 5.0) * m_look.scale();
}

QRectF Pulses::dotOf(const Pulse& pulse) const
{
    const qreal share
        = std::clamp(static_cast<qreal>(m_clock.elapsed() - pulse.startedAt) / kDuration, 0.0, 1.0);
    const qreal radius = radiusOf(pulse);
    const QPointF middle = pulse.path.pointAtPercent(share);
    return { middle.x() - radius, middle.y() - radius, 2 * radius, 2 * radius };
}

QFont Pulses::font() const
{
    QFont font = m_look.small();
    font.setWeight(QFont::DemiBold);
    return font;
}

// Above the middle of the way, where the way is longer than they are or goes up and down.
QRectF Pulses::wordsAt(const Pulse& pulse, const QString& words) const
{
    const QFontMetricsF metrics(font());
    const QSizeF size(metrics.horizontalAdvance(words) + m_look.px(8), metrics.height());
    const QRectF way = pulse.path.boundingRect();
    if (way.width() < size.width() && way.height() < 2 * size.height())
        return {};
    const QPointF middle = pulse.path.pointAtPercent(0.5);
    const qreal up = size.height() + m_look.px(kWordsOff) + radiusOf(pulse);
    return { QPointF(middle.x() - size.width() / 2, middle.y() - up), size };
}

QRectF Pulses::reachOf(const Pulse& pulse) const
{
    const qreal halo = m_look.px(kPulseHalo);
    const QRectF way = pulse.path.boundingRect().adjusted(-halo, -halo, halo, halo);
    const qreal words = m_look.px(kWords); // however many bytes it will be
    return way.adjusted(-words, -words, words, 0);
}

std::vector<Pulses::Said> Pulses::said() const
{
    std::vector<Said> said;
    for (const Pulse& pulse : m_pulses) {
        const QString words = bytesText(pulse.bytes);
        said.push_back(
            { pulse.bytes, radiusOf(pulse), wordsAt(pulse, words).isEmpty() ? QString() : words });
    }
    return said;
}

void Pulses::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor ground = m_look.colour(Ink::Surface);
    for (const Pulse& pulse : m_pulses) {
        const QColor ink = m_look.colour(pulse.ink);
        if (m_clock.elapsed() - pulse.startedAt < kDuration) {
            painter->setPen(QPen(ground, 1.5 * m_look.scale()));
            painter->setBrush(ink);
            painter->drawEllipse(dotOf(pulse));
        }
        const QString words = bytesText(pulse.bytes);
        const QRectF at = wordsAt(pulse, words);
        if (at.isEmpty())
            continue;
        painter->setPen(Qt::NoPen);
        painter->setBrush(ground);
        painter->drawRoundedRect(at, m_look.px(4), m_look.px(4));
        painter->setFont(font());
        painter->setPen(readable(ink, ground));
        painter->drawText(at, Qt::AlignCenter, words);
    }
}

} // namespace ipclab
