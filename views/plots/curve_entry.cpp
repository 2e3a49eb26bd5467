// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/curve_entry.h"

#include <algorithm>

namespace ipclab {

CurveEntry::CurveEntry(QCPLegend& legend, StepGraph& graph)
    : QCPPlottableLegendItem(&legend, &graph)
    , m_graph(graph)
{
    m_words.setTextFormat(Qt::PlainText);
}

void CurveEntry::shapeWords() const
{
    if (m_words.text() == m_graph.name() && m_font == getFont())
        return;
    m_words.setText(m_graph.name());
    m_font = getFont();
    m_words.prepare({}, m_font);
    m_size = QFontMetrics(m_font).boundingRect(0, 0, 0, 0, Qt::TextDontClip, m_words.text()).size();
}

QSize CurveEntry::minimumOuterSizeHint() const
{
    shapeWords();
    const QSize icon = mParentLegend->iconSize();
    const QMargins around = margins();
    return { icon.width() + mParentLegend->iconTextPadding() + m_size.width() + around.left()
            + around.right(),
        std::max(m_size.height(), icon.height()) + around.top() + around.bottom() };
}

void CurveEntry::draw(QCPPainter* painter)
{
    shapeWords();
    const QRect icon(rect().topLeft(), mParentLegend->iconSize());
    painter->setFont(m_font);
    painter->setPen(QPen(getTextColor()));
    painter->drawStaticText(
        icon.right() + 1 + mParentLegend->iconTextPadding(), icon.top(), m_words);
    painter->save();
    painter->setClipRect(icon, Qt::IntersectClip);
    m_graph.drawLegendIcon(painter, icon);
    painter->restore();
}

} // namespace ipclab
