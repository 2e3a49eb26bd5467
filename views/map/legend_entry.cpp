// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/legend_entry.h"

#include "views/common/wording.h"

#include <QEvent>
#include <QFontMetrics>
#include <QPainter>

namespace ipclab {

namespace {

// Lengths at the desk, px.
constexpr int kEntryPad = 8;
constexpr int kSquare = 10;
constexpr int kSquareApart = 7; // from the square to the words
constexpr int kEntryHeight = 21;

QFont strongOf(const Look& look)
{
    QFont font = look.small();
    font.setWeight(QFont::Bold);
    return font;
}

} // namespace

Ink inkOf(Place place)
{
    switch (place) {
    case Place::Writer:
        return Ink::WriterBytes;
    case Place::Kernel:
        return Ink::KernelBytes;
    case Place::Reader:
        return Ink::ReaderBytes;
    case Place::Read:
        break;
    }
    return Ink::ReadBytes;
}

LegendEntry::LegendEntry(const Look& look, Place place, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
    , m_place(place)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
}

QString LegendEntry::label() const
{
    if (!m_short)
        return placeLabel(m_place);
    switch (m_place) {
    case Place::Writer:
        return tr("writer");
    case Place::Kernel:
        return tr("kernel");
    case Place::Reader:
        return tr("reader");
    case Place::Read:
        break;
    }
    return tr("read");
}

void LegendEntry::show(quint64 count)
{
    m_bytes = count;
    const QString words = countText(count);
    if (words == m_count && text() == label())
        return;
    const bool resized = words.size() != m_count.size() || text() != label();
    m_count = words;
    setText(label());
    setAccessibleName(placeLabel(m_place) + QStringLiteral(": ") + bytesText(count));
    setToolTip(bytesInWords(count) + QLatin1Char(' ') + placeLabel(m_place));
    if (resized)
        updateGeometry();
    update();
}

void LegendEntry::setShort(bool isShort)
{
    m_short = isShort;
    show(m_bytes);
}

QSize LegendEntry::sizeHint() const
{
    const int words = QFontMetrics(m_look.small()).horizontalAdvance(text());
    const int count = QFontMetrics(strongOf(m_look)).horizontalAdvance(m_count);
    return { m_look.px(3 * kEntryPad + kSquare + kSquareApart) + words + count,
        m_look.px(kEntryHeight) };
}

void LegendEntry::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (isChecked() || underMouse() || hasFocus()) {
        painter.setBrush(m_look.wash(isChecked() ? inkOf(m_place) : Ink::Line));
        painter.setPen(
            hasFocus() ? QPen(m_look.colour(Ink::Accent), 1.5 * m_look.scale()) : QPen(Qt::NoPen));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_look.px(4), m_look.px(4));
    }
    const int side = m_look.px(kSquare);
    const QRectF square(m_look.px(kEntryPad), (height() - side) / 2.0, side, side);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_look.colour(inkOf(m_place)));
    painter.drawRoundedRect(square, m_look.px(2), m_look.px(2));
    const QRectF words = QRectF(rect()).adjusted(
        square.right() + m_look.px(kSquareApart), 0, -m_look.px(kEntryPad), 0);
    painter.setFont(m_look.small());
    painter.setPen(m_look.colour(Ink::Text));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, text());
    painter.setFont(strongOf(m_look));
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignRight, m_count);
}

bool LegendEntry::event(QEvent* event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        update();
    return QAbstractButton::event(event);
}

} // namespace ipclab
