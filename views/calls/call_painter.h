// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calls/call_words.h"

#include <QColor>
#include <QRect>

#include <array>

class QPainter;

namespace ipclab {

class Look;

// Where the columns of a row are.
using CallCells = std::array<QRect, 4>; // as the columns of CallsModel

// Paints the words of a row: what came of a call in the colour of what it was, what is later than
// the moment quiet. GUI thread.
class CallPainter {
public:
    CallPainter(const Look& look, QPainter& painter, const QColor& quiet)
        : m_look(look)
        , m_painter(painter)
        , m_quiet(quiet)
    {
    }

    void paint(const CallWords& words, const CallCells& cells, bool isMoment) const;

private:
    void text(const QRect& room, const QString& words, Qt::TextElideMode elide,
        Qt::Alignment side = Qt::AlignLeft) const;
    void what(const CallWords& words, const QRect& room) const;
    [[nodiscard]] QColor inkOf(const CallWords& words) const;

    const Look& m_look;
    QPainter& m_painter;
    const QColor m_quiet; // of what is not the row's point
};

} // namespace ipclab
