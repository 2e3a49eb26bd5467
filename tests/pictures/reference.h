// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

namespace ipclab::test {

// The pictures that are kept beside this file, and what they are compared with. Only
// `tests/run --pictures` (IPCLAB_RENEW_PICTURES=1) makes them anew.

bool renewing();

// Fonts by their version, and Qt's: another draws other letters, which is no fault of a panel.
QString drawnWith();
QString referencesDrawnWith(); // empty: there are no references yet
bool noteDrawnWith();

// Where two pictures may differ.
struct Tolerance {
    int blur; // pixels to each side: forgives the edges of letters
    int much; // of 255, that a pixel is another by
    int most; // pixels that may be others: a word of three letters has more
};
constexpr Tolerance kOfPixels { 2, 32, 40 };
constexpr Tolerance kOfSquares { 0, 16, 3 };

// How many pixels are others; and if they are too many the picture, the reference and where they
// differ, side by side. Pictures of another size are others wholly.
struct Difference {
    int pixels = 0;
    QImage sideBySide;
};
Difference difference(const QImage& now, const QImage& reference, const Tolerance& may = kOfPixels);

// What is kept of a picture of several pixels a point: what is where, in the greys of squares of
// points. That is a seventh of the size, and colours are seen in those of one pixel a point.
QImage squaresOf(const QImage& image);

// Nothing, or what is wrong: there is no reference, or the picture is not like it, and where to see
// that. A picture of one pixel a point is kept whole, another one as its squares.
QString unlikeReference(const QImage& now, const QString& name);
bool keepAsReference(const QImage& now, const QString& name);

// At most so many colours: a window has few, and a file of few colours is small.
QImage withFewColours(const QImage& image);

} // namespace ipclab::test
