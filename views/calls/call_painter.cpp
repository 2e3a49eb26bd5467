// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_painter.h"

#include "views/common/contrast.h"
#include "views/common/look.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>

namespace ipclab {

QColor CallPainter::inkOf(const CallWords& words) const
{
    const auto ink
        = [&](Ink one) { return readable(m_look.colour(one), m_look.wash(Ink::Accent)); };
    switch (words.tone) {
    case CallTone::Written:
        return ink(Ink::KernelBytes);
    case CallTone::Read:
        return ink(Ink::ReadBytes);
    case CallTone::Failed:
        return ink(Ink::Deadlock);
    case CallTone::Waiting:
        return ink(Ink::Waiting);
    case CallTone::Signal:
        return ink(Ink::Stopped);
    case CallTone::Person:
        return ink(Ink::Accent);
    case CallTone::Plain:
    case CallTone::Life:
        break;
    }
    return m_look.colour(Ink::Text);
}

void CallPainter::text(
    const QRect& room, const QString& words, Qt::TextElideMode elide, Qt::Alignment side) const
{
    m_painter.drawText(room, static_cast<int>((side | Qt::AlignVCenter).toInt()),
        m_painter.fontMetrics().elidedText(words, elide, room.width()));
}

void CallPainter::paint(const CallWords& words, const CallCells& cells, bool isMoment) const
{
    m_painter.setFont(isMoment ? m_look.strong() : m_look.body());
    m_painter.setPen(isMoment ? m_look.colour(Ink::Text) : m_quiet);
    text(cells[0], words.time, Qt::ElideRight);
    m_painter.setFont(m_look.body());
    m_painter.setPen(words.later ? m_quiet : m_look.colour(Ink::Text));
    text(cells[1], words.process, Qt::ElideMiddle);
    const QFont tookFont = words.tone == CallTone::Waiting ? m_look.strong() : m_look.body();
    const int took = words.took.isEmpty()
        ? 0
        : QFontMetrics(tookFont).horizontalAdvance(words.took) + m_look.px(12);
    QRect room = cells[2];
    room.setRight(std::max(room.right(), cells[3].right() - took));
    what(words, room);
    m_painter.setFont(tookFont);
    m_painter.setPen(words.tone == CallTone::Waiting ? inkOf(words) : m_quiet);
    text(cells[3], words.took, Qt::ElideRight, Qt::AlignRight);
}

// The call gives way to what came of it.
void CallPainter::what(const CallWords& words, const QRect& room) const
{
    const bool line = words.result.isEmpty() && words.tone != CallTone::Waiting;
    m_painter.setFont(m_look.body());
    m_painter.setPen(words.later ? m_quiet : line ? inkOf(words) : m_look.colour(Ink::Text));
    const int gap = m_look.px(10);
    const QFontMetrics strong(m_look.strong());
    const int wanted = words.result.isEmpty() ? 0 : strong.horizontalAdvance(words.result) + gap;
    const int forCall = std::max(room.width() - wanted, room.width() / 2);
    const QString call = m_painter.fontMetrics().elidedText(words.call, Qt::ElideRight, forCall);
    m_painter.drawText(room, static_cast<int>((Qt::AlignLeft | Qt::AlignVCenter).toInt()), call);
    if (words.result.isEmpty())
        return;
    const QRect rest
        = room.adjusted(m_painter.fontMetrics().horizontalAdvance(call) + gap, 0, 0, 0);
    m_painter.setFont(m_look.strong());
    m_painter.setPen(words.later ? m_quiet : inkOf(words));
    text(rest, words.result, Qt::ElideRight);
}

} // namespace ipclab
