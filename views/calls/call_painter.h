// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/calls/call_words.h"

#include <QColor>
#include <QFont>
#include <QFontMetrics>
#include <QRect>

#include <array>

class QPainter;

namespace ipclab {

class Look;

// Where the columns of a row are.
using CallCells = std::array<QRect, 4>; // as the columns of CallsModel

// Paints the words of rows: what came of a call in the colour of what it was, what is later than
// the moment quiet. Made for the rows of one picture: to make a font or to measure a text is dearer
// than to paint it. GUI thread.
class CallPainter {
public:
    CallPainter(const Look& look, QPainter& painter);

    // `quiet`: the colour of what is not the row's point.
    void paint(
        const CallWords& words, const CallCells& cells, bool isMoment, const QColor& quiet) const;

private:
    struct Face {
        explicit Face(const QFont& of)
            : font(of)
            , metrics(of)
        {
        }
        QFont font;
        QFontMetrics metrics;
    };
    void text(const Face& face, const QRect& room, const QString& words, Qt::TextElideMode elide,
        Qt::Alignment side = Qt::AlignLeft) const;
    [[nodiscard]] QString elided(
        const Face& face, const QString& words, Qt::TextElideMode elide, int width) const;
    void what(const CallWords& words, const QRect& room, const QColor& quiet) const;
    [[nodiscard]] QColor inkOf(const CallWords& words) const;

    const Look& m_look;
    QPainter& m_painter;
    const Face m_body;
    const Face m_strong;
    const int m_widest; // of a letter
};

} // namespace ipclab
