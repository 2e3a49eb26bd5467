// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <qcustomplot.h>

#include <QRect>
#include <QRgb>

#include <algorithm>
#include <limits>
#include <utility>
#include <vector>

namespace ipclab {

class PlotImage;
class StepPicture;

// A curve whose steps a StepPicture may draw on the screen; files have them as lines always.
class StepGraph : public QCPGraph {
public:
    StepGraph(QCPAxis* keys, QCPAxis* values);

    void setPicture(const StepPicture* picture) { m_picture = picture; } // nullptr: in none
    [[nodiscard]] bool inPicture() const { return m_picture != nullptr; }
    using QCPGraph::drawLegendIcon;

protected:
    void draw(QCPPainter* painter) override; // in the picture: its signs alone

private:
    const StepPicture* m_picture = nullptr;
};

// The steps of all such curves where they are many: of each, a column of pixels shows no more than
// a piece from its lowest to its highest. Costs what its pixels cost, however many the steps. It
// belongs to its plot. GUI thread.
class StepPicture : public QCPLayerable {
public:
    StepPicture(QCustomPlot& plot, PlotImage& screen); // that the plot has

    [[nodiscard]] bool isOn(const QCPPainter& painter) const; // which paints the screen's image

protected:
    void applyDefaultAntialiasingHint(QCPPainter*) const override { }
    [[nodiscard]] QRect clipRect() const override;
    void draw(QCPPainter* painter) override;

private:
    struct Piece { // of a curve in a column; empty if `top` is below `bottom`
        int top = std::numeric_limits<int>::max(); // so that the first that is added is all of it
        int bottom = -1;

        void add(const Piece& more)
        {
            top = std::min(top, more.top);
            bottom = std::max(bottom, more.bottom);
        }
        bool operator==(const Piece&) const = default;
    };
    struct Curve {
        QRgb ink = 0;
        std::vector<Piece> pieces; // a column each
    };
    struct Edges { // above a row of pixels
        std::vector<int> ends; // columns whose ink ends
        std::vector<std::pair<int, QRgb>> begins; // and those where one begins
    };
    [[nodiscard]] std::vector<Curve> curvesIn(QSize size, double ratio) const;
    static void thicken(std::vector<Piece>& pieces, int thick);
    static Curve curveOf(const StepGraph& graph, QSize size, double ratio);
    void findEdges(const std::vector<Curve>& curves, QSize size);
    void fillRows(QRgb* pixels, qsizetype stride, QSize size) const;
    static void cover(std::vector<Piece>& covered, Piece piece, std::vector<Piece>& seen);

    std::vector<Edges> m_edges; // kept from frame to frame: memory that is new is dear
    PlotImage& m_screen;
};

} // namespace ipclab
