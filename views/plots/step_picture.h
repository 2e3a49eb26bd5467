// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <QColor>
#include <QImage>
#include <QRect>

#include <vector>

namespace ipclab {

// A curve whose steps a StepPicture may draw on the screen; files have them as lines always.
class StepGraph : public QCPGraph {
public:
    StepGraph(QCPAxis* keys, QCPAxis* values);

    void setInPicture(bool inPicture) { m_inPicture = inPicture; }
    [[nodiscard]] bool inPicture() const { return m_inPicture; }
    using QCPGraph::drawLegendIcon;

protected:
    void draw(QCPPainter* painter) override; // in the picture: its signs alone

private:
    bool m_inPicture = false;
};

// The steps of all such curves where they are many: of each, a column of pixels shows no more than
// a piece from its lowest to its highest. Costs what its pixels cost, however many the steps. It
// belongs to its plot. GUI thread.
class StepPicture : public QCPLayerable {
public:
    explicit StepPicture(QCustomPlot& plot);

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override { }
    [[nodiscard]] QRect clipRect() const override;
    void draw(QCPPainter* painter) override;

private:
    struct Piece { // of a curve in a column; empty if `top` is below `bottom`
        int top = 0;
        int bottom = -1;
        bool operator==(const Piece&) const = default;
    };
    struct Curve {
        QColor ink;
        std::vector<Piece> pieces; // a column each
        std::vector<QRect> seen;
        std::vector<std::size_t> open; // places of what is seen of it in the last column
        std::vector<std::size_t> next; // and in this one
    };
    static Curve curveOf(const StepGraph& graph, QSize size, double ratio);
    static void findSeen(std::vector<Curve>& curves, QSize size);
    static void addSeen(Curve& curve, int x, const std::vector<Piece>& pieces);
    static void cover(std::vector<Piece>& covered, Piece piece, std::vector<Piece>& seen);

    QImage m_image; // kept from frame to frame: memory that is new is dear
};

} // namespace ipclab
