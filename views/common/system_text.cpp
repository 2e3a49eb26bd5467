// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/system_text.h"

#include <QFont>
#include <QGuiApplication>
#include <QScreen>

namespace ipclab {

namespace {

constexpr qreal kUsualInch = 96; // dots
constexpr qreal kLeastUsual = 9; // points, of such an inch
constexpr qreal kMostUsual = 12;
constexpr qreal kOfADesktop = 11;
constexpr qreal kPointsPerInch = 72;

} // namespace

qreal systemTextScale(const QFont& font, qreal dotsPerInch)
{
    const qreal points = font.pointSizeF() > 0 // else its size is in pixels
        ? font.pointSizeF() * dotsPerInch / kUsualInch
        : font.pixelSize() * kPointsPerInch / kUsualInch;
    if (points < kLeastUsual)
        return points / kLeastUsual;
    return points > kMostUsual ? points / kOfADesktop : 1;
}

qreal systemTextScale()
{
    const QScreen* const screen = QGuiApplication::primaryScreen();
    return systemTextScale(
        QGuiApplication::font(), screen ? screen->logicalDotsPerInch() : kUsualInch);
}

} // namespace ipclab
