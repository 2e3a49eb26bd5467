// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/section.h"

#include "views/common/numbers.h"

#include <QFontMetrics>
#include <QPainter>
#include <QPolygonF>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kHigh = 24; // px at the desk
constexpr int kMark = 8;

QFont titleFont(const Look& look)
{
    QFont font = look.small();
    font.setWeight(QFont::Bold);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.5);
    return font;
}

} // namespace

SectionHeader::SectionHeader(const Look& look, QWidget* parent)
    : QAbstractButton(parent)
    , m_look(look)
{
    setCheckable(true);
    setChecked(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void SectionHeader::setCount(int count)
{
    if (count == m_count)
        return;
    m_count = count;
    update();
}

QSize SectionHeader::sizeHint() const
{
    const QFontMetrics metrics(titleFont(m_look));
    return { metrics.horizontalAdvance(text().toUpper()) + m_look.px(60),
        std::max(m_look.px(kHigh), metrics.height()) };
}

void SectionHeader::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool strong = hasFocus() || underMouse();
    if (hasFocus()) {
        painter.setPen(QPen(m_look.colour(Ink::Accent), 2 * m_look.scale()));
        painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), m_look.px(4), m_look.px(4));
    }
    const QColor ink = m_look.colour(strong ? Ink::Accent : Ink::QuietText);
    const qreal mark = m_look.px(kMark);
    painter.save();
    painter.translate(m_look.px(4) + mark / 2, height() / 2.0);
    painter.rotate(isChecked() ? 90 : 0);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawPolygon(
        QPolygonF({ { -mark / 4, -mark / 2 }, { mark / 3, 0 }, { -mark / 4, mark / 2 } }));
    painter.restore();
    const QFont font = titleFont(m_look);
    const QString count = m_count > 0 ? countText(static_cast<quint64>(m_count)) : QString();
    const int countWidth = QFontMetrics(font).horizontalAdvance(count) + m_look.px(6);
    const QRect words
        = rect().adjusted(m_look.px(10) + static_cast<int>(mark), 0, -countWidth - m_look.px(4), 0);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(words, Qt::AlignVCenter,
        QFontMetrics(font).elidedText(text().toUpper(), Qt::ElideRight, words.width()));
    painter.drawText(
        rect().adjusted(0, 0, -m_look.px(4), 0), Qt::AlignVCenter | Qt::AlignRight, count);
}

Section::Section(const Look& look, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_header(new SectionHeader(look, this))
    , m_body(new QWidget(this))
    , m_rows(new QVBoxLayout(m_body))
{
    setObjectName(name);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_body);
    m_rows->setContentsMargins({});
    connect(m_header, &SectionHeader::toggled, m_body, &QWidget::setVisible);
}

void Section::add(QWidget* part, int at)
{
    m_rows->insertWidget(at, part);
}

void Section::setTitle(const QString& title)
{
    m_header->setText(title);
    m_header->setAccessibleName(title);
    m_header->setToolTip(
        tr("%1: shows or folds this part").arg(title.toUpper())); // as it is painted
    m_header->updateGeometry();
}

void Section::setOpen(bool open)
{
    m_header->setChecked(open);
}

void Section::relook()
{
    m_rows->setSpacing(m_look.px(5));
    m_header->updateGeometry();
    m_header->update();
}

} // namespace ipclab
