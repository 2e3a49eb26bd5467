// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/pictures/witness.h"

#include <QPaintEngine>

namespace ipclab::test {

// Hands everything on to a painter on an image, and writes down each text on its way.
class WitnessEngine : public QPaintEngine {
public:
    explicit WitnessEngine(QSize size)
        : QPaintEngine(QPaintEngine::AllFeatures)
        , m_image(size, QImage::Format_RGB32)
    {
        m_image.fill(Qt::white);
    }

    bool begin(QPaintDevice*) override { return m_painter.begin(&m_image); }
    bool end() override { return m_painter.end(); }
    [[nodiscard]] Type type() const override { return QPaintEngine::User; }
    void updateState(const QPaintEngineState& state) override;

    void drawRects(const QRectF* rects, int count) override
    {
        aim();
        m_painter.drawRects(rects, count);
    }
    void drawRects(const QRect* rects, int count) override
    {
        aim();
        m_painter.drawRects(rects, count);
    }
    void drawLines(const QLineF* lines, int count) override
    {
        aim();
        m_painter.drawLines(lines, count);
    }
    void drawLines(const QLine* lines, int count) override
    {
        aim();
        m_painter.drawLines(lines, count);
    }
    void drawEllipse(const QRectF& rect) override
    {
        aim();
        m_painter.drawEllipse(rect);
    }
    void drawEllipse(const QRect& rect) override
    {
        aim();
        m_painter.drawEllipse(rect);
    }
    void drawPath(const QPainterPath& path) override
    {
        aim();
        m_painter.drawPath(path);
    }
    void drawPoints(const QPointF* points, int count) override
    {
        aim();
        m_painter.drawPoints(points, count);
    }
    void drawPoints(const QPoint* points, int count) override
    {
        aim();
        m_painter.drawPoints(points, count);
    }
    void drawPolygon(const QPointF* points, int count, PolygonDrawMode mode) override
    {
        aim();
        if (mode == PolylineMode)
            m_painter.drawPolyline(points, count);
        else
            m_painter.drawPolygon(
                points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawPolygon(const QPoint* points, int count, PolygonDrawMode mode) override
    {
        aim();
        if (mode == PolylineMode)
            m_painter.drawPolyline(points, count);
        else
            m_painter.drawPolygon(
                points, count, mode == WindingMode ? Qt::WindingFill : Qt::OddEvenFill);
    }
    void drawPixmap(const QRectF& rect, const QPixmap& pixmap, const QRectF& source) override
    {
        aim();
        m_painter.drawPixmap(rect, pixmap, source);
    }
    void drawTiledPixmap(const QRectF& rect, const QPixmap& pixmap, const QPointF& offset) override
    {
        aim();
        m_painter.drawTiledPixmap(rect, pixmap, offset);
    }
    void drawImage(const QRectF& rect, const QImage& image, const QRectF& source,
        Qt::ImageConversionFlags flags) override
    {
        aim();
        m_painter.drawImage(rect, image, source, flags);
    }
    void drawTextItem(const QPointF& place, const QTextItem& item) override;

    [[nodiscard]] Witnessed result() const;

private:
    struct Note {
        PaintedText text;
        QRect area;
        QImage before;
        QImage after;
    };

    QRectF aim();
    static void judge(PaintedText& text, const QImage& before, double opacity);

    QImage m_image;
    QPainter m_painter;
    std::vector<Note> m_notes;
};

} // namespace ipclab::test
