// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/row_look.h"

#include "views/common/contrast.h"
#include "views/common/look.h"
#include "views/common/quick_font.h"

namespace ipclab {

namespace {

Ink inkOf(TrafficKind kind)
{
    switch (kind) {
    case TrafficKind::Written:
        return Ink::KernelBytes;
    case TrafficKind::Read:
    case TrafficKind::EndOfFile:
        return Ink::ReadBytes;
    case TrafficKind::Kept:
        return Ink::WriterBytes;
    case TrafficKind::Lost:
    case TrafficKind::Failed:
        return Ink::Deadlock;
    case TrafficKind::Signal:
        return Ink::Stopped;
    case TrafficKind::Person:
        return Ink::Accent;
    case TrafficKind::Created:
    case TrafficKind::Life:
        break;
    }
    return Ink::QuietText;
}

// On what a chosen row stands on, it is read on all that rows stand on.
QColor readableInk(const Look& look, Ink ink)
{
    return readable(look.colour(ink), look.wash(Ink::Accent));
}

} // namespace

RowLook::Face::Face(const QFont& one)
    : font(quick(one))
    , metrics(font)
    , widest(2 * metrics.horizontalAdvance(QLatin1Char('W'))) // as wide are East Asian letters
{
}

QString RowLook::Face::elided(const QString& words, Qt::TextElideMode elide, int width) const
{
    return words.size() * widest <= width ? words : metrics.elidedText(words, elide, width);
}

RowLook::RowLook(const Look& look)
    : body(look.body())
    , strong(look.strong())
    , mono(look.mono())
    , text(look.colour(Ink::Text))
    , quiet(readableInk(look, Ink::QuietText))
    , signWidth(body.metrics.horizontalAdvance(processShape(0)))
{
    for (std::size_t kind = 0; kind < m_inks.size(); ++kind)
        m_inks[kind] = readableInk(look, inkOf(static_cast<TrafficKind>(kind)));
    for (unsigned number = 0; number < m_signs.size(); ++number)
        m_signs[number] = processColour(number, look);
}

QColor RowLook::ink(TrafficKind kind) const
{
    return m_inks[static_cast<std::size_t>(kind)];
}

QColor RowLook::sign(unsigned process) const
{
    return m_signs[process % m_signs.size()];
}

} // namespace ipclab
