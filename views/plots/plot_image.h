// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <QColor>
#include <QImage>

namespace ipclab {

// What of a plot is on the screen. It has the plot's ground and is opaque: it is copied to the
// window, where QCustomPlot's own would be blended with a ground that is filled each time. Its
// pixels may be written where that is quicker than a painter. The plot has it as its one paint
// buffer. GUI thread.
class PlotImage : public QCPAbstractPaintBuffer {
public:
    PlotImage(const QSize& size, double ratio); // of pixels

    void setGround(const QColor& ground) { m_ground = ground; } // from the next clear() on
    [[nodiscard]] QImage& image() { return m_image; }
    [[nodiscard]] const QImage& image() const { return m_image; }

    QCPPainter* startPainting() override;
    void draw(QCPPainter* painter) const override;
    void clear(const QColor& color) override; // to its ground

protected:
    void reallocateBuffer() override;

private:
    QImage m_image;
    QColor m_ground = Qt::white;
};

} // namespace ipclab
