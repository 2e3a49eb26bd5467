// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/fact_list.h"

#include "views/common/accessible_role.h"
#include "views/common/contrast.h"

#include <QCursor>
#include <QFontMetrics>
#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kFactRow = 23; // px at the desk
constexpr int kSecondLine = 15;
constexpr int kColumnsApart = 8; // between what is left, the words, and what is right

QString spokenOf(const FactRow& row)
{
    return row.spoken.isEmpty()
        ? QStringList({ row.left, row.words, row.right }).join(QLatin1Char(' ')).trimmed()
        : row.spoken;
}

} // namespace

FactList::FactList(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setMouseTracking(true);
    setAccessibleRole(*this, QAccessible::Grouping); // what is in it, it describes
}

void FactList::show(const std::vector<FactRow>& rows)
{
    if (rows == m_rows)
        return;
    m_rows = rows;
    setFocusPolicy(m_rows.empty() ? Qt::NoFocus : Qt::StrongFocus);
    const int last = std::max(0, static_cast<int>(m_rows.size()) - 1);
    m_current.row = std::clamp(m_current.row, 0, last);
    if (!isLink(m_current))
        m_current.other = false;
    relook();
    hover(underMouse() ? linkAt(mapFromGlobal(QCursor::pos())) : Spot {});
    describe();
}

void FactList::relook()
{
    const QFontMetrics mono(m_look.mono());
    m_leftWidth = 0;
    for (const FactRow& row : m_rows)
        m_leftWidth = std::max(m_leftWidth, mono.horizontalAdvance(row.left) + 2);
    layOut();
    update();
}

void FactList::layOut()
{
    const int before = sizeHint().height();
    m_bottoms.clear();
    int bottom = 0;
    for (const FactRow& row : m_rows) {
        bottom += m_look.px(kFactRow) + (isTall(row) ? m_look.px(kSecondLine) : 0);
        m_bottoms.push_back(bottom);
    }
    if (sizeHint().height() != before)
        updateGeometry();
}

void FactList::resizeEvent(QResizeEvent* event)
{
    layOut();
    QWidget::resizeEvent(event);
}

// Where the keyboard is; else all there is.
void FactList::describe()
{
    QStringList lines;
    const auto current = static_cast<std::size_t>(m_current.row);
    if (hasFocus() && current < m_rows.size()) {
        const FactRow& row = m_rows[current];
        lines += spokenOf(row);
        if (isLink(m_current))
            lines += InspectorWords::tr("link to %1").arg(nameOf(m_current));
        lines += InspectorWords::tr("%1 of %2").arg(m_current.row + 1).arg(m_rows.size());
    } else {
        for (const FactRow& row : m_rows)
            lines += spokenOf(row);
    }
    const QString words = lines.join(QLatin1Char('\n'));
    if (words != accessibleDescription())
        setAccessibleDescription(words);
}

QRect FactList::rectOf(int row) const
{
    const auto at = static_cast<std::size_t>(row);
    if (at >= m_bottoms.size())
        return {};
    const int top = row == 0 ? 0 : m_bottoms.at(at - 1);
    return { 0, top, width(), m_bottoms.at(at) - top };
}

QSize FactList::sizeHint() const
{
    return { m_look.px(200), m_bottoms.empty() ? 0 : m_bottoms.back() };
}

QSize FactList::minimumSizeHint() const
{
    return { 0, sizeHint().height() };
}

QFont FactList::wordsFont() const
{
    QFont words = m_look.body();
    words.setPixelSize(m_look.px(12));
    return words;
}

// What has nothing left of it has the whole line.
int FactList::startOfWords(const FactRow& row) const
{
    return m_leftWidth > 2 && !row.left.isEmpty()
        ? std::min(m_leftWidth, width() * 2 / 5) + m_look.px(kColumnsApart)
        : 0;
}

// The words and what is right have no room beside each other.
bool FactList::isTall(const FactRow& row) const
{
    const int words = QFontMetrics(wordsFont()).horizontalAdvance(row.words);
    const int right = QFontMetrics(m_look.small()).horizontalAdvance(row.right);
    return !row.right.isEmpty() && !row.words.isEmpty()
        && startOfWords(row) + words + m_look.px(kColumnsApart) + right + 3 > width();
}

FactList::Parts FactList::partsOf(int index) const
{
    const FactRow& row = m_rows[static_cast<std::size_t>(index)];
    const QRect all = rectOf(index);
    const bool tall = all.height() > m_look.px(kFactRow);
    const QRect line(all.topLeft(), QSize(all.width(), m_look.px(kFactRow)));
    const int step = m_look.px(kColumnsApart);
    const int x = startOfWords(row);
    const int leftWidth = std::max(0, x - step);
    const QFontMetrics metrics(wordsFont());
    const int rightWidth
        = std::min(QFontMetrics(m_look.small()).horizontalAdvance(row.right) + 1, line.width() - x);
    const bool beside = !tall && rightWidth > 1;
    const int room = line.width() - x - (beside ? rightWidth + step : 0);
    const QString first = row.words.chopped(row.other.size());
    const int otherWidth
        = row.other.isEmpty() ? 0 : std::min(metrics.horizontalAdvance(row.other) + 1, room / 2);
    const int wordsWidth = std::min(metrics.horizontalAdvance(first) + 1, room - otherWidth);
    // The second line is nearer to the first than that is to the row above.
    const QRect below(line.left(), all.bottom() + 1 - m_look.px(kSecondLine + 4), line.width(),
        m_look.px(kSecondLine));
    const QRect& lineOfRight = tall ? below : line;
    return { QRect(0, line.top(), leftWidth, line.height()),
        QRect(x, line.top(), wordsWidth, line.height()),
        QRect(x + wordsWidth, line.top(), otherWidth, line.height()),
        QRect(line.width() - rightWidth, lineOfRight.top(), rightWidth, lineOfRight.height()) };
}

void FactList::paintEvent(QPaintEvent* event)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int i = 0; i < static_cast<int>(m_rows.size()); ++i) {
        if (rectOf(i).intersects(event->rect()))
            paintRow(painter, i);
    }
}

void FactList::paintRow(QPainter& painter, int index) const
{
    const FactRow& row = m_rows[static_cast<std::size_t>(index)];
    const QRect line = rectOf(index);
    const Parts parts = partsOf(index);
    if (hasFocus() && index == m_current.row) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_look.wash(Ink::Accent));
        painter.drawRoundedRect(line, m_look.px(4), m_look.px(4));
    }
    painter.setPen(QPen(m_look.colour(Ink::Line), 1));
    painter.drawLine(line.bottomLeft(), line.bottomRight());
    if (row.share) {
        const int high = m_look.px(3);
        const qreal filled
            = *row.share > 0 ? std::max<qreal>(m_look.px(3), line.width() * *row.share) : 0;
        painter.fillRect(
            QRectF(line.left(), line.bottom() - high + 1, filled, high), m_look.colour(row.ink));
    }
    painter.setFont(m_look.mono());
    painter.setPen(m_look.colour(Ink::QuietText));
    painter.drawText(parts.left, Qt::AlignVCenter,
        QFontMetrics(m_look.mono()).elidedText(row.left, Qt::ElideRight, parts.left.width()));
    painter.setFont(m_look.small());
    painter.drawText(parts.right, Qt::AlignVCenter | Qt::AlignRight,
        QFontMetrics(m_look.small()).elidedText(row.right, Qt::ElideRight, parts.right.width()));
    paintWords(painter, index, parts);
}

// Links are underlined where the pointer or the keyboard is.
void FactList::paintWords(QPainter& painter, int index, const Parts& parts) const
{
    const FactRow& row = m_rows[static_cast<std::size_t>(index)];
    const QColor ground = hasFocus() && index == m_current.row ? m_look.wash(Ink::Accent)
                                                               : m_look.colour(Ink::Surface);
    for (const bool other : { false, true }) {
        const Spot spot { index, other };
        const QRect& place = other ? parts.other : parts.words;
        QFont font = wordsFont();
        font.setUnderline(isLink(spot) && (spot == m_hovered || (hasFocus() && spot == m_current)));
        painter.setFont(font);
        painter.setPen(
            isLink(spot) ? readable(m_look.colour(Ink::Accent), ground) : m_look.colour(Ink::Text));
        const QString words = other ? row.other : row.words.chopped(row.other.size());
        painter.drawText(place, Qt::AlignVCenter,
            QFontMetrics(font).elidedText(
                words, row.target.moment ? Qt::ElideRight : Qt::ElideMiddle, place.width()));
    }
}

} // namespace ipclab
