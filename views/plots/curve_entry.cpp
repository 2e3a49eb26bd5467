// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/curve_entry.h"

#include <algorithm>

namespace ipclab {

CurveEntry::CurveEntry(QCPLegend& legend, StepGraph& graph)
    : QCPPlottableLegendItem(&legend, &graph)
    , m_graph(graph)
{
}

QSize CurveEntry::wordsSize() const
{
    if (m_measured != m_graph.name() || m_font != getFont()) {
        m_measured = m_graph.name();
        m_font = getFont();
        m_size = QFontMetrics(m_font).boundingRect(0, 0, 0, 0, Qt::TextDontClip, m_measured).size();
    }
    return m_size;
}

QSize CurveEntry::minimumOuterSizeHint() const
{
    const QSize words = wordsSize();
    const QSize icon = mParentLegend->iconSize();
    const QMargins around = margins();
    return { icon.width() + mParentLegend->iconTextPadding() + words.width() + around.left()
            + around.right(),
        std::max(words.height(), icon.height()) + around.top() + around.bottom() };
}

void CurveEntry::draw(QCPPainter* painter)
{
    const QSize words = wordsSize();
    const QRect icon(rect().topLeft(), mParentLegend->iconSize());
    painter->setFont(m_font);
    painter->setPen(QPen(getTextColor()));
    painter->drawText(icon.right() + 1 + mParentLegend->iconTextPadding(), icon.top(),
        words.width(), std::max(words.height(), icon.height()), Qt::TextDontClip, m_measured);
    painter->save();
    painter->setClipRect(icon, Qt::IntersectClip);
    m_graph.drawLegendIcon(painter, icon);
    painter->restore();
}

} // namespace ipclab
