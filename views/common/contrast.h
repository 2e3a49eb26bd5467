// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace ipclab {

constexpr double kTextContrast = 4.5; // WCAG 2.1, 1.4.3
constexpr double kHighContrast = 7; // the same, 1.4.6
constexpr double kMarkContrast = 3; // WCAG 2.1, 1.4.11: what has to be seen and is no text

// How far two colours are apart: 1 (the same) to 21 (black on white); WCAG 2.1.
double contrast(const QColor& one, const QColor& other);

// `share` of the second over the first.
QColor blended(const QColor& first, const QColor& second, double share);

// The same ink, dark or light enough to be read as text on that ground.
QColor readable(const QColor& ink, const QColor& ground, double least = kTextContrast);

} // namespace ipclab
