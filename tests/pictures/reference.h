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

// How many pixels are others, after a blur that forgives the edges of letters; and the picture,
// the reference and where they differ, side by side. Pictures of another size are others wholly.
struct Difference {
    int pixels = 0;
    QImage sideBySide;
};
Difference difference(const QImage& now, const QImage& reference);

// Nothing, or what is wrong: there is no reference, or the picture is not like it, and where to see
// that. Pictures have one pixel a point.
QString unlikeReference(const QImage& now, const QString& name);
bool keepAsReference(const QImage& now, const QString& name);

// At most so many colours: a window has few, and a file of few colours is small.
QImage withFewColours(const QImage& image);

} // namespace ipclab::test
