// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/pictures/witness.h"

#include "tests/pictures/witness_engine.h"

#include <QPaintDevice>
#include <QWidget>

namespace ipclab::test {

namespace {

class WitnessDevice : public QPaintDevice {
public:
    explicit WitnessDevice(QSize size)
        : m_size(size)
        , m_engine(size)
    {
    }

    [[nodiscard]] QPaintEngine* paintEngine() const override { return &m_engine; }
    [[nodiscard]] Witnessed result() const { return m_engine.result(); }

protected:
    [[nodiscard]] int metric(PaintDeviceMetric metric) const override
    {
        constexpr int kDotsAnInch = 96; // as the window's
        switch (metric) {
        case PdmWidth:
            return m_size.width();
        case PdmHeight:
            return m_size.height();
        case PdmWidthMM:
            return m_size.width() * 254 / (kDotsAnInch * 10);
        case PdmHeightMM:
            return m_size.height() * 254 / (kDotsAnInch * 10);
        case PdmDpiX:
        case PdmDpiY:
        case PdmPhysicalDpiX:
        case PdmPhysicalDpiY:
            return kDotsAnInch;
        case PdmNumColors:
            return 1 << 24;
        case PdmDepth:
            return 32;
        case PdmDevicePixelRatio:
            return 1;
        default:
            return QPaintDevice::metric(metric);
        }
    }

private:
    QSize m_size;
    mutable WitnessEngine m_engine;
};

} // namespace

Witnessed witnessed(QSize size, const std::function<void(QPaintDevice&)>& paint)
{
    WitnessDevice device(size);
    paint(device);
    return device.result();
}

Witnessed witnessed(QWidget& widget)
{
    return witnessed(widget.size(), [&](QPaintDevice& device) { widget.render(&device); });
}

} // namespace ipclab::test
