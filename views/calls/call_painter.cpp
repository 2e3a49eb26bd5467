// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/call_painter.h"

#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/quick_font.h"

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

CallPainter::CallPainter(const Look& look, QPainter& painter)
    : m_look(look)
    , m_painter(painter)
    , m_body(quick(look.body()))
    , m_strong(quick(look.strong()))
    , m_widest(m_strong.metrics.horizontalAdvance(QLatin1Char('W')))
{
}

// What is sure to fit is not measured.
QString CallPainter::elided(
    const Face& face, const QString& words, Qt::TextElideMode elide, int width) const
{
    return words.size() * m_widest <= width ? words : face.metrics.elidedText(words, elide, width);
}

void CallPainter::text(const Face& face, const QRect& room, const QString& words,
    Qt::TextElideMode elide, Qt::Alignment side) const
{
    m_painter.setFont(face.font);
    m_painter.drawText(room, static_cast<int>((side | Qt::AlignVCenter).toInt()),
        elided(face, words, elide, room.width()));
}

void CallPainter::paint(
    const CallWords& words, const CallCells& cells, bool isMoment, const QColor& quiet) const
{
    m_painter.setPen(isMoment ? m_look.colour(Ink::Text) : quiet);
    text(isMoment ? m_strong : m_body, cells[0], words.time, Qt::ElideRight);
    m_painter.setPen(words.later ? quiet : m_look.colour(Ink::Text));
    text(m_body, cells[1], words.process, Qt::ElideMiddle);
    const Face& tookFace = words.tone == CallTone::Waiting ? m_strong : m_body;
    const int took
        = words.took.isEmpty() ? 0 : tookFace.metrics.horizontalAdvance(words.took) + m_look.px(12);
    QRect room = cells[2];
    QRect when = cells[3];
    room.setRight(when.right() - took);
    when.setLeft(std::min(when.left(), room.right()));
    what(words, room, quiet);
    m_painter.setPen(words.tone == CallTone::Waiting ? inkOf(words) : quiet);
    text(tookFace, when, words.took, Qt::ElideRight, Qt::AlignRight);
}

// The call gives way to what came of it.
void CallPainter::what(const CallWords& words, const QRect& room, const QColor& quiet) const
{
    const bool line = words.result.isEmpty() && words.tone != CallTone::Waiting;
    m_painter.setFont(m_body.font);
    m_painter.setPen(words.later ? quiet : line ? inkOf(words) : m_look.colour(Ink::Text));
    const int gap = m_look.px(10);
    const int wanted
        = words.result.isEmpty() ? 0 : m_strong.metrics.horizontalAdvance(words.result) + gap;
    const int forCall = std::max(room.width() - wanted, room.width() / 2);
    const QString call = elided(m_body, words.call, Qt::ElideRight, forCall);
    m_painter.drawText(room, static_cast<int>((Qt::AlignLeft | Qt::AlignVCenter).toInt()), call);
    if (words.result.isEmpty())
        return;
    const QRect rest = room.adjusted(m_body.metrics.horizontalAdvance(call) + gap, 0, 0, 0);
    m_painter.setPen(words.later ? quiet : inkOf(words));
    text(m_strong, rest, words.result, Qt::ElideRight);
}

} // namespace ipclab
