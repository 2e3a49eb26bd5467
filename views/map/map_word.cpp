// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_word.h"

#include "views/common/contrast.h"
#include "views/common/look.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace ipclab {

namespace {

QFont fontOf(const Look& look)
{
    QFont font = look.title();
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.6 * look.scale());
    return font;
}

} // namespace

MapWord::MapWord(const Look& look)
    : m_look(look)
{
    setZValue(4);
    setAcceptedMouseButtons(Qt::NoButton);
    setVisible(false);
}

void MapWord::say(const QString& word)
{
    if (word == m_word)
        return;
    prepareGeometryChange();
    m_word = word;
    setVisible(!word.isEmpty());
}

void MapWord::relook()
{
    prepareGeometryChange();
    update();
}

QSizeF MapWord::size() const
{
    const QFontMetricsF metrics(fontOf(m_look));
    return { metrics.horizontalAdvance(m_word) + m_look.px(20), metrics.height() + m_look.px(8) };
}

void MapWord::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_look.colour(Ink::Background));
    painter->drawRoundedRect(boundingRect(), m_look.px(8), m_look.px(8));
    painter->setFont(fontOf(m_look));
    painter->setPen(readable(m_look.colour(Ink::Deadlock), m_look.colour(Ink::Background)));
    painter->drawText(boundingRect(), Qt::AlignCenter, m_word);
}

QPointF placeForWord(
    QSizeF word, const std::vector<QRectF>& some, const std::vector<QRectF>& all, qreal gap)
{
    QRectF about;
    for (const QRectF& rect : some)
        about |= rect;
    std::vector<QPointF> middles { about.center() };
    for (std::size_t i = 0; i < some.size(); ++i) {
        for (std::size_t j = i + 1; j < some.size(); ++j) {
            const qreal top = std::min(some[i].bottom(), some[j].bottom());
            const qreal bottom = std::max(some[i].top(), some[j].top());
            middles.emplace_back(
                (some[i].center().x() + some[j].center().x()) / 2, (top + bottom) / 2);
        }
    }
    middles.emplace_back(about.center().x(), about.top() - gap - word.height() / 2);
    middles.emplace_back(about.center().x(), about.bottom() + gap + word.height() / 2);
    QRectF everything;
    for (const QRectF& rect : all)
        everything |= rect;
    for (const QPointF& middle : middles) {
        const QRectF place(middle - QPointF(word.width() / 2, word.height() / 2), word);
        const QRectF wide = place.adjusted(-4, -4, 4, 4);
        if (std::ranges::none_of(all, [&](const QRectF& rect) { return rect.intersects(wide); }))
            return place.topLeft();
    }
    return { everything.center().x() - word.width() / 2, everything.top() - gap - word.height() };
}

} // namespace ipclab
