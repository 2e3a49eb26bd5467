// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/step_picture.h"

#include "views/plots/plot_image.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace ipclab {

namespace {

// The last row is the axis line's, and is not painted.
int axisPixels(double ratio)
{
    return qCeil(ratio);
}

// A pixel of so many for a place in a range; a little outside where it is outside.
class Scale {
public:
    Scale(const QCPRange& range, int pixels)
        : m_lower(range.lower)
        , m_factor(pixels / std::max(range.size(), 1e-300))
        , m_most(pixels)
    {
    }
    [[nodiscard]] int operator()(double value) const
    {
        return static_cast<int>(std::clamp((value - m_lower) * m_factor, -1.0, m_most + 1.0));
    }

private:
    double m_lower;
    double m_factor;
    double m_most;
};

} // namespace

StepGraph::StepGraph(QCPAxis* keys, QCPAxis* values)
    : QCPGraph(keys, values)
{
}

void StepGraph::draw(QCPPainter* painter)
{
    if (!m_picture || !m_picture->isOn(*painter))
        return QCPGraph::draw(painter);
    const QCPScatterStyle style = scatterStyle();
    if (style.isNone())
        return;
    applyScattersAntialiasingHint(painter);
    style.applyTo(painter, pen());
    for (int i = 0; i < data()->size(); i += scatterSkip() + 1) {
        const QCPGraphData& point = *data()->at(i);
        style.drawShape(painter, coordsToPixels(point.key, point.value));
    }
}

StepPicture::StepPicture(QCustomPlot& plot, PlotImage& screen)
    : QCPLayerable(&plot)
    , m_screen(screen)
{
}

bool StepPicture::isOn(const QCPPainter& painter) const
{
    return painter.device() == &m_screen.image();
}

QRect StepPicture::clipRect() const
{
    return parentPlot()->axisRect()->rect();
}

// Each for as many columns as a line is thick, from its own on.
void StepPicture::thicken(std::vector<Piece>& pieces, int thick)
{
    for (int more = 1; more < thick; ++more) {
        for (std::size_t x = pieces.size(); x-- > 1;)
            pieces[x].add(pieces[x - 1]);
    }
    for (Piece& piece : pieces)
        piece.bottom += piece.bottom < 0 ? 0 : thick - 1;
}

// The value of a point holds until the next one; a step stands in the column where it is.
StepPicture::Curve StepPicture::curveOf(const StepGraph& graph, QSize size, double ratio)
{
    Curve curve;
    curve.ink = graph.pen().color().rgb();
    curve.pieces.resize(static_cast<std::size_t>(size.width()));
    const Scale xOf(graph.keyAxis()->range(), size.width());
    const Scale upOf(graph.valueAxis()->range(), size.height());
    const int thick = std::max(qRound(graph.pen().widthF() * ratio), 1);
    const int lowest = size.height() - axisPixels(ratio) - thick;
    const QCPGraphDataContainer& data = *graph.data();
    if (data.size() < 2) // one is no line
        return curve;
    const auto last = data.constEnd();
    int x = xOf(data.constBegin()->key);
    Piece here; // of that column
    for (auto point = data.constBegin(); point != last; ++point) {
        const auto next = std::next(point);
        const int up = upOf(point->value);
        const int y = up < 0 ? size.height() : std::min(size.height() - 1 - up, lowest);
        here.add({ y, y });
        const int end = next == last ? x + 1 : xOf(next->key);
        if (end <= x)
            continue;
        for (; x < std::min(end, size.width()); ++x) {
            if (x >= 0)
                curve.pieces[static_cast<std::size_t>(x)].add(here);
            here = { y, y };
        }
        x = end;
    }
    thicken(curve.pieces, thick);
    return curve;
}

// Puts what of the piece is not covered into `seen`, and covers it. From the top, none touches
// another.
void StepPicture::cover(std::vector<Piece>& covered, Piece piece, std::vector<Piece>& seen)
{
    const auto first = std::ranges::find_if(
        covered, [&](const Piece& one) { return one.bottom + 1 >= piece.top; });
    auto last = first;
    Piece all = piece;
    int top = piece.top;
    for (; last != covered.end() && last->top - 1 <= piece.bottom; ++last) {
        if (last->top > top)
            seen.push_back({ top, last->top - 1 });
        top = last->bottom + 1;
        all = { std::min(all.top, last->top), std::max(all.bottom, last->bottom) };
    }
    if (top <= piece.bottom)
        seen.push_back({ top, piece.bottom });
    if (first == last) {
        covered.insert(first, all);
    } else {
        *first = all;
        covered.erase(std::next(first), last);
    }
}

// Each pixel once, as the last of its curves.
void StepPicture::findEdges(const std::vector<Curve>& curves, QSize size)
{
    m_edges.resize(static_cast<std::size_t>(size.height()) + 1);
    for (Edges& edges : m_edges) {
        edges.ends.clear();
        edges.begins.clear();
    }
    std::vector<Piece> covered;
    std::vector<Piece> seen;
    for (int x = 0; x < size.width(); ++x) {
        covered.clear();
        for (auto curve = curves.rbegin(); curve != curves.rend(); ++curve) {
            Piece piece = curve->pieces[static_cast<std::size_t>(x)];
            piece = { std::max(piece.top, 0), std::min(piece.bottom, size.height() - 1) };
            seen.clear();
            if (piece.top <= piece.bottom)
                cover(covered, piece, seen);
            for (const Piece& one : seen) {
                m_edges[static_cast<std::size_t>(one.top)].begins.emplace_back(x, curve->ink);
                m_edges[static_cast<std::size_t>(one.bottom) + 1].ends.push_back(x);
            }
        }
    }
}

// Row by row, as they lie in memory: the pixels of a column are each of another line of the cache.
void StepPicture::fillRows(QRgb* pixels, qsizetype stride, QSize size) const
{
    std::vector<QRgb> inks(static_cast<std::size_t>(size.width()), 0);
    for (int y = 0; y < size.height(); ++y, pixels += stride) {
        const Edges& edges = m_edges[static_cast<std::size_t>(y)];
        for (const int x : edges.ends)
            inks[static_cast<std::size_t>(x)] = 0;
        for (const auto& [x, ink] : edges.begins)
            inks[static_cast<std::size_t>(x)] = ink;
        for (std::size_t x = 0; x < inks.size(); ++x)
            pixels[x] = inks[x] != 0 ? inks[x] : pixels[x]; // no branch: it would be guessed wrong
    }
}

std::vector<StepPicture::Curve> StepPicture::curvesIn(QSize size, double ratio) const
{
    std::vector<Curve> curves;
    for (int i = 0; i < parentPlot()->graphCount() && !size.isEmpty(); ++i) {
        const auto* const graph = dynamic_cast<const StepGraph*>(parentPlot()->graph(i));
        if (graph && graph->inPicture())
            curves.push_back(curveOf(*graph, size, ratio));
    }
    return curves;
}

void StepPicture::draw(QCPPainter* painter)
{
    if (!isOn(*painter))
        return;
    QImage& image = m_screen.image();
    const double ratio = image.devicePixelRatio();
    const QPoint place = (QPointF(clipRect().topLeft()) * ratio).toPoint();
    const QRect area
        = image.rect().intersected({ place, (QSizeF(clipRect().size()) * ratio).toSize() });
    const QSize painted(area.width(), area.height() - axisPixels(ratio));
    const std::vector<Curve> curves = curvesIn(area.size(), ratio);
    if (curves.empty() || painted.isEmpty())
        return;
    findEdges(curves, painted);
    const qsizetype stride = image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb));
    fillRows(reinterpret_cast<QRgb*>(image.bits()) + area.y() * stride + area.x(), stride, painted);
}

} // namespace ipclab
