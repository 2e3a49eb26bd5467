// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/catalog_card.h"

#include "views/catalog/catalog_model.h"
#include "views/common/contrast.h"
#include "views/common/look.h"

#include <QPainter>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kProgressWidth = 128; // px

const CatalogModel& catalogOf(const QModelIndex& index)
{
    return static_cast<const CatalogModel&>(*index.model());
}

// One on the other: as a pen would draw the frame, which takes as long as all the words of a card.
void paintFramed(
    QPainter& painter, const QRectF& rect, qreal radius, const QPen& line, const QColor& ground)
{
    const qreal wide = line.widthF();
    painter.setPen(Qt::NoPen);
    painter.setBrush(line.color());
    painter.drawRoundedRect(rect, radius + wide / 2, radius + wide / 2);
    painter.setBrush(ground);
    painter.drawRoundedRect(
        rect.adjusted(wide, wide, -wide, -wide), radius - wide / 2, radius - wide / 2);
}

} // namespace

QString CatalogCard::moreProgress(const CatalogLab& lab)
{
    QStringList parts;
    if (lab.predictions > 0)
        parts.append(tr("%1 of %2 right", "predictions").arg(lab.right).arg(lab.predictions));
    if (lab.minutes > 0)
        parts.append(tr("%1 min").arg(lab.minutes));
    return parts.join(QStringLiteral(" · "));
}

CatalogCard::CatalogCard(const Look& look, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_look(look)
{
    connect(&look, &Look::changed, this, [this] { m_heights.clear(); });
}

QRect CatalogCard::textRoom(const QRect& card) const
{
    return card.adjusted(m_look.px(14), m_look.px(10), -m_look.px(14), -m_look.px(10));
}

int CatalogCard::progressHeight(const CatalogLab& lab) const
{
    const int line = QFontMetrics(m_look.small()).height();
    if (lab.done == 0 || lab.total == 0)
        return lab.total == 0 ? 0 : line;
    return line + m_look.px(5 + 4) + (moreProgress(lab).isEmpty() ? 0 : m_look.px(4) + line);
}

QSize CatalogCard::sizeHint(const QStyleOptionViewItem&, const QModelIndex& index) const
{
    const CatalogLab* lab = catalogOf(index).labAt(index.row());
    if (!lab)
        return { m_width, QFontMetrics(m_look.small()).height() + m_look.px(22) };
    const QRect card(0, 0, m_width, 10'000);
    return { m_width, layTexts(nullptr, textRoom(card), *lab) + m_look.px(20 + 8) };
}

int CatalogCard::heightOf(const QString& text, const QFont& font, int width) const
{
    QSize& laid = m_heights[{ text, font }];
    if (laid.width() != width)
        laid = { width,
            QFontMetrics(font)
                .boundingRect({ 0, 0, width, 10'000 }, Qt::TextWordWrap, text)
                .height() };
    return laid.height();
}

int CatalogCard::layTexts(QPainter* painter, const QRect& room, const CatalogLab& lab) const
{
    const QColor ground = m_look.colour(Ink::Surface);
    const struct {
        QString text;
        QFont font;
        QColor ink;
        bool beside = false; // the progress
    } parts[] = {
        { lab.title, m_look.strong(), m_look.colour(Ink::Text), true },
        { lab.question, m_look.body(), m_look.colour(Ink::Text), true },
        { lab.shows, m_look.small(), m_look.colour(Ink::QuietText) },
        { lab.missing.isEmpty() ? QString() : QStringLiteral("⚠ ") + lab.missing, m_look.small(),
            readable(m_look.colour(Ink::Waiting), ground) },
        { lab.remedy, m_look.mono(), m_look.colour(Ink::Text) },
    };
    int top = room.top();
    for (const auto& part : parts) {
        if (part.text.isEmpty())
            continue;
        if (!part.beside)
            top = std::max(top, room.top() + progressHeight(lab) + m_look.px(3));
        const int width
            = part.beside ? room.width() - m_look.px(kProgressWidth + 12) : room.width();
        const int height = heightOf(part.text, part.font, width);
        if (painter) {
            painter->setFont(part.font);
            painter->setPen(part.ink);
            painter->drawText(QRect(room.left(), top, width, height), Qt::TextWordWrap, part.text);
        }
        top += height + m_look.px(3);
    }
    return std::max(top - m_look.px(3) - room.top(), progressHeight(lab));
}

void CatalogCard::paint(
    QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (const CatalogLab* lab = catalogOf(index).labAt(index.row()))
        paintLab(*painter, option, *lab);
    else if (const CatalogTopic* topic = catalogOf(index).topicAt(index.row()))
        paintHeading(*painter, option.rect, *topic);
    painter->restore();
}

void CatalogCard::paintHeading(
    QPainter& painter, const QRect& rect, const CatalogTopic& topic) const
{
    QFont font = m_look.small();
    font.setWeight(QFont::DemiBold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, m_look.px(1));
    painter.setFont(font);
    painter.setPen(readable(m_look.colour(Ink::QuietText), m_look.colour(Ink::Background)));
    painter.drawText(rect.adjusted(m_look.px(2), 0, 0, -m_look.px(6)),
        Qt::AlignLeft | Qt::AlignBottom, topic.title.toUpper());
    const int done = labsDone(topic);
    if (done == 0)
        return;
    painter.setFont(m_look.small());
    painter.drawText(rect.adjusted(0, 0, -m_look.px(14), -m_look.px(6)),
        Qt::AlignRight | Qt::AlignBottom,
        tr("%1 of %2 labs done").arg(done).arg(topic.labs.size()));
}

void CatalogCard::paintLab(
    QPainter& painter, const QStyleOptionViewItem& option, const CatalogLab& lab) const
{
    const QRect card = option.rect.adjusted(0, 0, 0, -m_look.px(8));
    const bool chosen = option.state.testFlag(QStyle::State_Selected);
    const bool over = option.state.testFlag(QStyle::State_MouseOver);
    const qreal line = chosen ? m_look.px(2) : m_look.px(1);
    paintFramed(painter, card, m_look.px(9),
        QPen(m_look.colour(chosen || over ? Ink::Accent : Ink::Line), line),
        m_look.colour(Ink::Surface));
    layTexts(&painter, textRoom(card), lab);
    const QRect side(card.right() - m_look.px(14 + kProgressWidth), card.top() + m_look.px(10),
        m_look.px(kProgressWidth), card.height() - m_look.px(20));
    paintProgress(painter, side, lab);
}

int CatalogCard::paintProgress(QPainter& painter, const QRect& room, const CatalogLab& lab) const
{
    const bool done = isDone(lab);
    const QString text = lab.total == 0 ? QString()
        : done                          ? tr("✓ done")
        : lab.done > 0                  ? tr("%1 of %2 steps").arg(lab.done).arg(lab.total)
                                        : tr("%1 steps").arg(lab.total);
    const QColor green = readable(m_look.colour(Ink::ReadBytes), m_look.colour(Ink::Surface));
    painter.setFont(m_look.small());
    painter.setPen(done ? green : m_look.colour(Ink::QuietText));
    const int height = painter.fontMetrics().height();
    painter.drawText(QRect(room.left(), room.top(), room.width(), height),
        Qt::AlignRight | Qt::AlignVCenter, text);
    if (lab.done == 0 || lab.total == 0)
        return height;
    const QRectF bar(room.left(), room.top() + height + m_look.px(5), room.width(), m_look.px(4));
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.colour(Ink::Line));
    painter.drawRoundedRect(bar, bar.height() / 2, bar.height() / 2);
    painter.setBrush(m_look.colour(Ink::ReadBytes));
    const qreal share = std::min(1.0, static_cast<qreal>(lab.done) / lab.total);
    painter.drawRoundedRect(QRectF(bar.left(), bar.top(), bar.width() * share, bar.height()),
        bar.height() / 2, bar.height() / 2);
    const QString more = moreProgress(lab);
    painter.setFont(m_look.small());
    painter.setPen(readable(m_look.colour(Ink::QuietText), m_look.colour(Ink::Surface)));
    painter.drawText(
        QRect(room.left(), static_cast<int>(bar.bottom()) + m_look.px(4), room.width(), height),
        Qt::AlignRight | Qt::AlignVCenter, more);
    return height;
}

} // namespace ipclab
