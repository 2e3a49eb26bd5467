// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QImage>
#include <QPainter>
#include <QRectF>
#include <QSize>
#include <QString>

#include <functional>
#include <vector>

namespace ipclab::test {

// A text as it was painted, by a widget of Qt's or by a hand of ours. Places are in points of what
// was painted.
struct PaintedText {
    QString words;
    QRectF place; // of its glyphs
    QRectF seen; // as much of that as the clip lets through; empty: nothing
    double size = 0; // of its font: points from the top of the em to its foot
    QColor ink;
    QColor worstGround; // of the colours that it stands on, the one it is read worst on
    double contrast = 21; // with that; WCAG 2.1
    double covered = 0; // share of its pixels that something painted later has changed
};

// What is painted, with each of its texts. The image has one pixel a point.
struct Witnessed {
    QImage image;
    std::vector<PaintedText> texts;
};

Witnessed witnessed(QWidget& widget);
Witnessed witnessed(QSize size, const std::function<void(QPaintDevice&)>& paint);

} // namespace ipclab::test
