// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plot_image.h"

namespace ipclab {

PlotImage::PlotImage(const QSize& size, double ratio)
    : QCPAbstractPaintBuffer(size, ratio)
{
    PlotImage::reallocateBuffer();
}

QCPPainter* PlotImage::startPainting()
{
    return new QCPPainter(&m_image); // who paints has it
}

void PlotImage::draw(QCPPainter* painter) const
{
    painter->drawImage(0, 0, m_image);
}

void PlotImage::clear(const QColor&)
{
    m_image.fill(m_ground);
}

void PlotImage::reallocateBuffer()
{
    setInvalidated();
    m_image = QImage((QSizeF(mSize) * mDevicePixelRatio).toSize(), QImage::Format_RGB32);
    m_image.setDevicePixelRatio(mDevicePixelRatio);
    m_image.fill(m_ground);
}

} // namespace ipclab
