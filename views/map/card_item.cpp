// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/card_item.h"

#include "views/common/contrast.h"
#include "views/map/level_fill.h"
#include "views/map/map_threads.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

namespace ipclab {

namespace {

// Lengths at the desk, px.
constexpr int kCardWidth = 196;
constexpr int kProjected = 190; // the width where letters are large: two, and what is between them
constexpr int kSelfWidth = 112;
constexpr int kEdge = 5; // the coloured one
constexpr int kInset = 16;
constexpr int kTop = 11;
constexpr int kTitle = 20;
constexpr int kCardPill = 20;
constexpr int kBucket = 24;
constexpr int kMore = 16;
constexpr int kStep = 6; // between the lines
constexpr int kRound = 10;
constexpr int kCardHalo = 7; // around the card: shadow, focus

int topOf(const Look& look) // and below; letters take the room where they are large
{
    return look.projector() ? kTop - 3 : kTop;
}

} // namespace

CardItem::CardItem(const Look& look, bool self)
    : m_look(look)
    , m_self(self)
{
    setFlags(ItemIsMovable | ItemSendsGeometryChanges);
    setZValue(2);
}

void CardItem::show(const CardFacts& facts)
{
    const QSizeF size = boxFor(facts, m_look, m_self).size;
    if (size != m_size) {
        prepareGeometryChange();
        m_size = size;
    }
    if (facts == m_facts)
        return;
    m_facts = facts;
    setToolTip(facts.tip);
    update();
}

void CardItem::setStanding(Standing standing)
{
    if (standing == m_standing)
        return;
    m_standing = standing;
    setOpacity(opacityOf(standing));
    update();
}

void CardItem::relook()
{
    prepareGeometryChange();
    m_size = boxFor(m_facts, m_look, m_self).size;
    update();
}

MapBox CardItem::boxFor(const CardFacts& facts, const Look& look, bool self)
{
    int height = 2 * topOf(look) + kTitle + kStep / 2 + kCardPill;
    height += facts.threads.isEmpty() ? 0 : kMore + kStep / 2;
    const int ends = static_cast<int>(facts.ends.size()) * kMore; // below its line
    height += static_cast<int>(facts.buckets.size()) * (kBucket + kStep);
    height += facts.moreBuckets.isEmpty() ? 0 : kMore;
    const int width = self ? kSelfWidth : look.projector() ? kProjected : kCardWidth;
    const QSizeF size(look.px(width), look.px(height + ends));
    return { size, look.px(height) / 2.0 };
}

QRectF CardItem::boundingRect() const
{
    const qreal halo = m_look.px(kCardHalo);
    return QRectF(QPointF(), m_size).adjusted(-halo, -halo, halo, halo);
}

void CardItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*)
{
    painter->setRenderHint(QPainter::Antialiasing);
    paintGround(*painter);
    const qreal left = m_look.px(kInset);
    const qreal width = m_size.width() - left - m_look.px(kTop);
    qreal y = m_look.px(topOf(m_look));
    paintTitle(*painter, { left, y, width, qreal(m_look.px(kTitle)) });
    y += m_look.px(kTitle + kStep / 2);
    paintState(*painter, { left, y, width, qreal(m_look.px(kCardPill)) });
    y += m_look.px(kCardPill + kStep);
    if (!m_facts.threads.isEmpty()) {
        paintThreads(*painter, { left, y - m_look.px(kStep / 2), width, qreal(m_look.px(kMore)) });
        y += m_look.px(kMore + kStep / 2);
    }
    for (const QString& end : m_facts.ends) {
        paintLine(
            *painter, { left, y - m_look.px(kStep / 2), width, qreal(m_look.px(kMore)) }, end);
        y += m_look.px(kMore);
    }
    for (const Bucket& bucket : m_facts.buckets) {
        paintBucket(*painter, { left, y, width, qreal(m_look.px(kBucket)) }, bucket);
        y += m_look.px(kBucket + kStep);
    }
    if (!m_facts.moreBuckets.isEmpty())
        paintLine(*painter, { left, y - m_look.px(kStep / 2), width, qreal(m_look.px(kMore)) },
            m_facts.moreBuckets);
}

// How many there are, and the mark of each: as many as there is room for.
void CardItem::paintThreads(QPainter& painter, const QRectF& line) const
{
    paintLine(painter, line, m_facts.threads);
    const QFontMetricsF metrics(m_look.small());
    const std::size_t all = m_facts.threadMarks.size();
    const std::size_t shown = all > kMostThreadMarks + 1 ? kMostThreadMarks : all;
    const qreal size = m_look.px(9);
    qreal x = line.left() + metrics.horizontalAdvance(m_facts.threads) + m_look.px(8);
    for (std::size_t i = 0; i < shown; ++i) {
        const StateMark mark = m_facts.threadMarks[i];
        paintStateMark(painter, QRectF(x, line.center().y() - size / 2, size, size), mark,
            readable(m_look.colour(inkOf(mark)), m_look.colour(Ink::Surface)));
        x += size + m_look.px(4);
    }
    if (shown < all)
        paintLine(painter, QRectF(x, line.top(), line.right() - x, line.height()),
            QStringLiteral("+%1").arg(countText(all - shown)));
}

void CardItem::paintLine(QPainter& painter, const QRectF& line, const QString& words) const
{
    painter.setFont(m_look.small());
    painter.setPen(m_look.colour(Ink::QuietText));
    painter.drawText(line, Qt::AlignVCenter,
        QFontMetricsF(m_look.small()).elidedText(words, Qt::ElideRight, line.width()));
}

void CardItem::paintGround(QPainter& painter) const
{
    const QRectF card(QPointF(), m_size);
    const qreal round = m_look.px(kRound);
    const bool ended = m_facts.mark == StateMark::Ended;
    const bool deadlock = m_facts.mark == StateMark::Deadlock;
    painter.setPen(Qt::NoPen);
    if (!m_self && !ended && !m_look.dark()) {
        for (const int spread : { 3, 2, 1 }) {
            painter.setBrush(QColor(40, 32, 16, 9));
            const qreal wide = m_look.px(spread);
            painter.drawRoundedRect(
                card.adjusted(-wide / 2, 0, wide / 2, wide), round + wide / 2, round + wide / 2);
        }
    }
    const Ink ink = inkOf(m_facts.mark);
    const bool strong = deadlock || m_standing.selected;
    QPen pen(deadlock             ? m_look.colour(Ink::Deadlock)
            : m_standing.selected ? m_look.colour(Ink::Accent)
            : ended               ? m_look.colour(Ink::Gone)
                                  : m_look.colour(Ink::Line),
        strong ? 2 * m_look.scale() : m_look.scale());
    if (ended)
        pen.setStyle(Qt::DashLine);
    const qreal half = pen.widthF() / 2;
    QPainterPath outline;
    outline.addRoundedRect(card.adjusted(half, half, -half, -half), round, round);
    painter.fillPath(outline, m_look.colour(m_self ? Ink::Background : Ink::Surface));
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRectF(0, 0, m_look.px(m_self ? 2 : kEdge), m_size.height()),
        m_look.colour(m_self ? Ink::QuietText : ink));
    painter.restore();
    painter.strokePath(outline, pen);
    if (m_standing.focused || (m_standing.selected && deadlock)) {
        const qreal off = m_look.px(4);
        QPen ring(m_look.colour(Ink::Accent), 2 * m_look.scale());
        painter.setPen(ring);
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(card.adjusted(-off, -off, off, off), round + off, round + off);
    }
}

// And whose fork it is, in as many words as there is room for.
QString CardItem::pidText(const QFontMetricsF& metrics, qreal room) const
{
    if (m_facts.fork.isEmpty())
        return m_facts.pid;
    const QString dot = QStringLiteral(" · ");
    const QString all = m_facts.pid + dot + m_facts.fork;
    return metrics.horizontalAdvance(all) <= room ? all : m_facts.pid + dot + m_facts.forkBrief;
}

void CardItem::paintTitle(QPainter& painter, const QRectF& line) const
{
    QFont strong = m_look.strong();
    strong.setPixelSize(m_look.px(14));
    const QFont quiet = m_look.small();
    const QFontMetricsF nameMetrics(strong);
    const QFontMetricsF pidMetrics(quiet);
    const qreal space = m_look.px(5);
    const qreal whole = line.width() - space - nameMetrics.horizontalAdvance(m_facts.name);
    const QString pid = pidText(pidMetrics, whole);
    const qreal pidWidth
        = pid.isEmpty() ? 0 : std::min(pidMetrics.horizontalAdvance(pid), line.width() / 2) + space;
    const QString name
        = nameMetrics.elidedText(m_facts.name, Qt::ElideMiddle, line.width() - pidWidth);
    const qreal base
        = line.top() + (line.height() + nameMetrics.ascent() - nameMetrics.descent()) / 2;
    painter.setFont(strong);
    painter.setPen(
        m_look.colour(m_facts.mark == StateMark::Ended || m_self ? Ink::QuietText : Ink::Text));
    painter.drawText(QPointF(line.left(), base), name);
    painter.setFont(quiet);
    painter.setPen(m_look.colour(Ink::QuietText));
    const qreal x = line.left() + nameMetrics.horizontalAdvance(name) + space;
    painter.drawText(
        QPointF(x, base), pidMetrics.elidedText(pid, Qt::ElideRight, line.right() - x + 1));
}

void CardItem::paintState(QPainter& painter, const QRectF& line) const
{
    const Ink ink = m_self ? Ink::Line : inkOf(m_facts.mark);
    const QColor ground = m_look.wash(ink);
    const QColor words
        = m_self ? m_look.colour(Ink::QuietText) : readable(m_look.colour(ink), ground);
    QFont font = m_look.small();
    font.setWeight(QFont::DemiBold);
    const QFontMetricsF metrics(font);
    const qreal mark = m_look.px(9);
    const qreal pad = m_look.px(8);
    const qreal room = line.width() - 2 * pad - mark - m_look.px(5);
    const QString state = metrics.elidedText(m_facts.state, Qt::ElideRight, room);
    const qreal width = metrics.horizontalAdvance(state) + 2 * pad + mark + m_look.px(5);
    const QRectF pill(line.left(), line.top(), std::min(width, line.width()), line.height());
    painter.setPen(Qt::NoPen);
    painter.setBrush(ground);
    painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2);
    const QRectF markRect(pill.left() + pad, pill.center().y() - mark / 2, mark, mark);
    paintStateMark(painter, markRect, m_facts.mark, words);
    painter.setFont(font);
    painter.setPen(words);
    painter.drawText(pill.adjusted(pad + mark + m_look.px(5), 0, 0, 0),
        Qt::AlignVCenter | Qt::AlignLeft | Qt::TextSingleLine, state);
}

void CardItem::paintBucket(QPainter& painter, const QRectF& rect, const Bucket& bucket) const
{
    const QColor ink = m_look.colour(bucket.ink);
    const QColor ground = blended(m_look.colour(Ink::Surface), ink, 0.10);
    const QColor fill = levelFill(m_look, ink);
    const qreal round = m_look.px(5);
    const qreal line = 1.2 * m_look.scale();
    QPainterPath outline;
    outline.addRoundedRect(rect.adjusted(line / 2, line / 2, -line / 2, -line / 2), round, round);
    painter.fillPath(outline, ground);
    const qreal least = m_look.px(6); // any bytes at all are seen
    const qreal filled = bucket.share > 0 ? std::max(least, rect.width() * bucket.share) : 0;
    painter.save();
    painter.setClipPath(outline);
    painter.fillRect(QRectF(rect.left(), rect.top(), filled, rect.height()), fill);
    painter.restore();
    painter.strokePath(
        outline, QPen(bucket.share > 0 ? ink : blended(m_look.colour(Ink::Line), ink, 0.35), line));
    QFont font = m_look.small();
    font.setWeight(bucket.share > 0 ? QFont::DemiBold : QFont::Normal);
    const QFontMetricsF metrics(font);
    const QRectF words = rect.adjusted(m_look.px(9), 0, -m_look.px(6), 0);
    painter.setFont(font);
    painter.setPen(m_look.colour(bucket.share > 0 ? Ink::Text : Ink::QuietText));
    painter.drawText(words, Qt::AlignVCenter | Qt::TextSingleLine,
        metrics.elidedText(
            metrics.horizontalAdvance(bucket.text) <= words.width() ? bucket.text : bucket.brief,
            Qt::ElideRight, words.width()));
}

} // namespace ipclab
