// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/step_picture.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <utility>

namespace ipclab {

namespace {

bool isOnScreen(const QCPPainter& painter)
{
    return painter.device()->devType() == QInternal::Pixmap;
}

struct Pixels { // of an image
    QRgb* first;
    qsizetype stride;
};

// Within the image. A painter would need ten times as long for each of many small ones.
void fill(const Pixels& pixels, const QRect& rect, QRgb ink)
{
    for (int y = rect.top(); y <= rect.bottom(); ++y)
        std::fill_n(pixels.first + y * pixels.stride + rect.left(), rect.width(), ink);
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
    if (!m_inPicture || !isOnScreen(*painter))
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

StepPicture::StepPicture(QCustomPlot& plot)
    : QCPLayerable(&plot)
{
}

QRect StepPicture::clipRect() const
{
    return parentPlot()->axisRect()->rect();
}

// The value of a point holds until the next one; a step stands in the column where it is.
StepPicture::Curve StepPicture::curveOf(const StepGraph& graph, QSize size, double ratio)
{
    Curve curve;
    curve.ink = graph.pen().color();
    curve.pieces.resize(static_cast<std::size_t>(size.width()));
    const Scale xOf(graph.keyAxis()->range(), size.width());
    const Scale upOf(graph.valueAxis()->range(), size.height());
    const int thick = std::max(qRound(graph.pen().widthF() * ratio), 1);
    // The last row of pixels is the axis line's, and is not painted.
    const int lowest = size.height() - qCeil(ratio) - thick;
    const auto add = [&](int from, int to, Piece more) {
        const int last = std::min(to + thick, size.width());
        for (int x = std::max(from, 0); x < last; ++x) {
            Piece& piece = curve.pieces[static_cast<std::size_t>(x)];
            const bool empty = piece.top > piece.bottom;
            piece = empty
                ? more
                : Piece { std::min(piece.top, more.top), std::max(piece.bottom, more.bottom) };
        }
    };
    const auto data = graph.data();
    std::optional<int> before;
    for (auto point = data->constBegin(); point != data->constEnd(); ++point) {
        const auto next = std::next(point);
        const int x = xOf(point->key);
        const int up = upOf(point->value);
        const int y = up < 0 ? size.height() : std::min(size.height() - 1 - up, lowest);
        if (before)
            add(x, x, { std::min(y, *before), std::max(y, *before) + thick - 1 });
        if (const int end = next == data->constEnd() ? x : xOf(next->key); end > x)
            add(x, end - 1, { y, y + thick - 1 });
        before = y;
    }
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

// What is as in the column before makes that wider.
void StepPicture::addSeen(Curve& curve, int x, const std::vector<Piece>& pieces)
{
    curve.next.clear();
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const QRect rect(QPoint(x, pieces[i].top), QPoint(x, pieces[i].bottom));
        QRect* const before = i < curve.open.size() ? &curve.seen[curve.open[i]] : nullptr;
        if (before && before->top() == rect.top() && before->bottom() == rect.bottom()) {
            before->setRight(x);
            curve.next.push_back(curve.open[i]);
        } else {
            curve.next.push_back(curve.seen.size());
            curve.seen.push_back(rect);
        }
    }
    curve.open.swap(curve.next);
}

// Each pixel once, as the last of its curves; column by column, for the memory's sake.
void StepPicture::findSeen(std::vector<Curve>& curves, QSize size)
{
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
            addSeen(*curve, x, seen);
        }
    }
}

void StepPicture::draw(QCPPainter* painter)
{
    if (!isOnScreen(*painter))
        return;
    const double ratio = painter->device()->devicePixelRatioF();
    const QSize size = (QSizeF(clipRect().size()) * ratio).toSize();
    std::vector<Curve> curves;
    for (int i = 0; i < parentPlot()->graphCount() && !size.isEmpty(); ++i) {
        const auto* const graph = dynamic_cast<const StepGraph*>(parentPlot()->graph(i));
        if (graph && graph->inPicture())
            curves.push_back(curveOf(*graph, size, ratio));
    }
    if (curves.empty())
        return;
    painter->save();
    painter->setAntialiasing(false);
    painter->scale(1 / ratio, 1 / ratio);
    painter->translate(QPointF(clipRect().topLeft()) * ratio);
    findSeen(curves, size);
    if (m_image.size() != size)
        m_image = QImage(size, QImage::Format_ARGB32_Premultiplied);
    m_image.fill(Qt::transparent);
    const Pixels pixels { reinterpret_cast<QRgb*>(m_image.bits()),
        m_image.bytesPerLine() / static_cast<qsizetype>(sizeof(QRgb)) };
    for (const Curve& curve : curves) {
        for (const QRect& rect : curve.seen)
            fill(pixels, rect, qPremultiply(curve.ink.rgba()));
    }
    painter->drawImage(0, 0, m_image);
    painter->restore();
}

} // namespace ipclab
