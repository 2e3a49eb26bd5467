// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/elided_label.h"

#include "views/common/plain_tip.h"

#include <QEvent>
#include <QFontMetrics>

namespace ipclab {

ElidedLabel::ElidedLabel(QWidget* parent, Qt::TextElideMode cut)
    : QLabel(parent)
    , m_cut(cut)
{
    setTextFormat(Qt::PlainText);
}

void ElidedLabel::setWhole(const QString& text)
{
    if (text == m_whole)
        return;
    m_whole = text;
    setAccessibleName(text);
    updateGeometry();
    elide();
}

QSize ElidedLabel::minimumSizeHint() const
{
    return { 0, QLabel::minimumSizeHint().height() };
}

QSize ElidedLabel::sizeHint() const
{
    return { QFontMetrics(font()).horizontalAdvance(m_whole) + 2, QLabel::sizeHint().height() };
}

void ElidedLabel::changeEvent(QEvent* event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        elide();
}

void ElidedLabel::resizeEvent(QResizeEvent* event)
{
    QLabel::resizeEvent(event);
    elide();
}

void ElidedLabel::elide()
{
    const QString shown = QFontMetrics(font()).elidedText(m_whole, m_cut, contentsRect().width());
    setToolTip(shown == m_whole ? QString() : plainTip(m_whole));
    if (shown != text())
        setText(shown);
}

} // namespace ipclab
