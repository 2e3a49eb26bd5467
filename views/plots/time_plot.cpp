// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/time_plot.h"

#include "views/common/accessible_role.h"
#include "views/common/look.h"
#include "views/plots/curve_entry.h"
#include "views/plots/plot_image.h"
#include "views/plots/plot_shapes.h"
#include "views/plots/step_picture.h"
#include "views/plots/value_ticker.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kSignsOfACurve = 8;
constexpr int kMostDashed = 200; // points of a curve
constexpr int kMostThick = 1200; // points of all

double seconds(Nanoseconds time)
{
    return static_cast<double>(time) / static_cast<double>(kSecond);
}

// Less is drawn as if it were little.
double leastHeight(Quantity quantity)
{
    if (quantity == Quantity::Waiting)
        return 0.001; // s
    return quantity == Quantity::Queue ? 4 : 8;
}

QCPScatterStyle::ScatterShape shapeOf(PlotSign sign)
{
    switch (sign) {
    case PlotSign::Circle:
        return QCPScatterStyle::ssCircle;
    case PlotSign::Square:
        return QCPScatterStyle::ssSquare;
    case PlotSign::Triangle:
        return QCPScatterStyle::ssTriangle;
    case PlotSign::Diamond:
        return QCPScatterStyle::ssDiamond;
    case PlotSign::None:
        break;
    }
    return QCPScatterStyle::ssNone;
}

} // namespace

TimePlot::TimePlot(Look& look, QWidget* parent)
    : QCustomPlot(parent)
    , m_look(look)
    , m_image(QSharedPointer<PlotImage>::create(size(), bufferDevicePixelRatio()))
    , m_line(new QCPItemStraightLine(this))
    , m_steps(new StepPicture(*this, *m_image)) // over the line, below the curves' signs
{
    mPaintBuffers = { m_image };
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(*this, QAccessible::Chart);
    setNotAntialiasedElements(QCP::aeAll);
    setPlottingHint(QCP::phFastPolylines);
    setMouseTracking(false);
    layer(QStringLiteral("overlay"))->setMode(QCPLayer::lmLogical); // one picture for all layers
    xAxis->setTicker(secondsTicker());
    setPlottingHint(QCP::phImmediateRefresh, false); // with the other panels, not before them
    setQuantity(Quantity::Level);
    m_line->setSelectable(false);
    createLegend();
    connect(&look, &Look::changed, this, &TimePlot::applyLook);
    connect(this, &QCustomPlot::afterReplot, this, &TimePlot::fitPoints);
    applyLook();
}

// Only the plot's own layout says how many pixels the curves have, and it comes with the painting.
void TimePlot::fitPoints()
{
    const std::size_t much = m_pixelsDrawn / 8;
    if (pixels() > m_pixelsDrawn + much || pixels() + much < m_pixelsDrawn)
        redraw();
}

// Above the axes, so that it never covers a curve.
void TimePlot::createLegend()
{
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, legend);
    plotLayout()->setRowStretchFactor(0, 0.001);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setVisible(true);
    setAutoAddPlottableToLegend(false); // it has entries of its own
    axisRect()->setMinimumSize(1, 1); // where there is little room, it yields, and no words are cut
}

void TimePlot::styleAxis(QCPAxis* axis) const
{
    const QPen line(m_look.colour(Ink::Line), m_look.px(1));
    axis->setBasePen(line);
    axis->setTickPen(line);
    axis->setSubTickPen(Qt::NoPen);
    axis->setTickLabelFont(m_look.small());
    axis->setTickLabelColor(m_look.colour(Ink::QuietText));
    axis->grid()->setPen(QPen(m_look.wash(Ink::Line), 1));
    axis->grid()->setZeroLinePen(Qt::NoPen);
    axis->setTickLabelPadding(m_look.px(4));
    axis->setLabelFont(m_look.small());
    axis->setLabelColor(m_look.colour(Ink::QuietText));
}

void TimePlot::applyLook()
{
    setBackground(m_look.colour(Ink::Surface)); // of files
    m_image->setGround(m_look.colour(Ink::Surface));
    styleAxis(xAxis);
    styleAxis(yAxis);
    legend->setFont(m_look.small());
    legend->setTextColor(m_look.colour(Ink::Text));
    legend->setIconSize(m_look.px(22), m_look.px(12));
    legend->setColumnSpacing(m_look.px(18));
    legend->setMargins(QMargins(m_look.px(8), m_look.px(6), m_look.px(8), 0));
    m_line->setPen(QPen(m_look.colour(Ink::Accent), m_look.px(2)));
    countTicks();
    wrapLegend();
    redraw();
}

void TimePlot::setQuantity(Quantity quantity)
{
    m_quantity = quantity;
    yAxis->setTicker(valueTicker(quantity));
    countTicks();
}

void TimePlot::styleGraph(QCPGraph& graph, const PlotCurve& curve) const
{
    graph.setName(curve.name);
    graph.setPen(curve.pen);
    graph.setLineStyle(inSteps(m_quantity) ? QCPGraph::lsStepLeft : QCPGraph::lsLine);
    graph.setAdaptiveSampling(false); // the points are chosen by us
    graph.setSelectable(QCP::stNone);
    QPen outline(curve.pen.color());
    outline.setWidth(m_look.px(1));
    if (curve.sign != PlotSign::None)
        graph.setScatterStyle(QCPScatterStyle(
            shapeOf(curve.sign), outline, m_look.colour(Ink::Surface), m_look.px(7)));
}

void TimePlot::setCurves(std::vector<PlotCurve> curves)
{
    m_curves = std::move(curves);
    clearGraphs();
    for (const PlotCurve& curve : m_curves) {
        auto* const graph = new StepGraph(xAxis, yAxis); // the plot has it now
        legend->addItem(new CurveEntry(*legend, *graph));
        styleGraph(*graph, curve);
    }
    wrapLegend();
    redraw();
}

void TimePlot::setEnds(const std::vector<Nanoseconds>& ends)
{
    for (std::size_t i = 0; i < std::min(ends.size(), m_curves.size()); ++i)
        m_curves[i].end = ends[i];
}

void TimePlot::setTimeLabel(const QString& words)
{
    m_timeLabel = words;
    showTimeLabel();
}

// Where there is little room, the curves have it.
void TimePlot::showTimeLabel()
{
    constexpr int kLeast = 150;
    const QString shown = height() < m_look.px(kLeast) ? QString() : m_timeLabel;
    if (xAxis->label() != shown)
        xAxis->setLabel(shown);
}

std::size_t TimePlot::pixels() const
{
    return static_cast<std::size_t>(std::max(axisRect()->width(), 2));
}

void TimePlot::wrapLegend()
{
    int widest = m_look.px(60);
    const QFontMetrics metrics(m_look.small());
    for (const PlotCurve& curve : m_curves)
        widest = std::max(widest, metrics.horizontalAdvance(curve.name) + m_look.px(50));
    const int columns = std::max(width() / widest, 1);
    legend->setWrap(columns);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true); // puts those there in order
}

void TimePlot::countTicks()
{
    xAxis->ticker()->setTickCount(std::max(width() / std::max(m_look.px(110), 1), 2));
    yAxis->ticker()->setTickCount(std::clamp(height() / std::max(m_look.px(32), 1) - 1, 2, 5));
}

void TimePlot::setTimes(std::optional<Nanoseconds> moment, Nanoseconds end)
{
    m_moment = moment;
    m_end = end;
    if (!m_zoomed)
        showRange(0, std::max(end, kMillisecond));
}

void TimePlot::showWholeRun()
{
    m_zoomed = false;
    setTimes(m_moment, m_end);
    redraw();
}

double TimePlot::drawCurve(int nth)
{
    const PlotCurve& curve = m_curves[static_cast<std::size_t>(nth)];
    const std::vector<PlotPoint> points = drawnPoints(
        m_quantity, *curve.series, m_from + curve.start, m_to + curve.start, curve.end, pixels());
    const double unit = m_quantity == Quantity::Waiting ? 1e-9 : 1;
    double highest = 0;
    QVector<QCPGraphData> drawn(static_cast<qsizetype>(points.size()));
    QCPGraphData* to = drawn.data();
    for (const PlotPoint& point : points) {
        to->key = seconds(point.at - curve.start);
        to->value = point.value * unit;
        highest = std::max(highest, to->value);
        ++to;
    }
    graph(nth)->setScatterSkip(static_cast<int>(drawn.size()) / kSignsOfACurve);
    graph(nth)->data()->set(drawn, true);
    return highest;
}

// Nobody sees dashes of so many points, and they are as dear as thick lines: thin ones will do.
void TimePlot::choosePens()
{
    int all = 0;
    for (int i = 0; i < graphCount(); ++i)
        all += graph(i)->data()->size();
    for (int i = 0; i < graphCount(); ++i) {
        QPen pen = m_curves[static_cast<std::size_t>(i)].pen;
        const bool dashed = pen.style() != Qt::SolidLine && graph(i)->data()->size() > kMostDashed;
        const bool inPicture = inSteps(m_quantity) && all > kMostThick;
        if (inPicture) // its width costs nothing there
            pen.setStyle(Qt::SolidLine);
        else if (all > kMostThick || dashed) // of one pixel, whatever the scale; if selected 2
            pen = QPen(pen.color(), pen.width() > m_look.px(2) ? 2 : 0);
        graph(i)->setPen(pen);
        static_cast<StepGraph*>(graph(i))->setPicture(inPicture ? m_steps : nullptr);
    }
}

void TimePlot::redraw()
{
    m_pixelsDrawn = pixels();
    double highest = leastHeight(m_quantity);
    for (int i = 0; i < graphCount(); ++i)
        highest = std::max(highest, drawCurve(i));
    choosePens();
    xAxis->setRange(seconds(m_from), seconds(m_to));
    yAxis->setRange(0, highest * 1.08);
    m_line->setVisible(m_moment.has_value());
    m_line->point1->setCoords(seconds(m_moment.value_or(0)), 0);
    m_line->point2->setCoords(seconds(m_moment.value_or(0)), 1);
    replot(rpQueuedReplot);
}

} // namespace ipclab
