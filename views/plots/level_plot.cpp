// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/level_plot.h"

#include "views/common/look.h"
#include "views/common/numbers.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr Nanoseconds kShortest = 10'000; // a visible range, 10 µs

double seconds(Nanoseconds time)
{
    return static_cast<double>(time) / static_cast<double>(kSecond);
}

class SecondsTicker : public QCPAxisTicker {
public:
    QString getTickLabel(double tick, const QLocale& locale, QChar, int) override
    {
        const double shown = std::abs(tick) < 1e-12 ? 0 : tick;
        return locale.toString(shown, 'g', 7) + QStringLiteral(" s");
    }
};

class BytesTicker : public QCPAxisTicker {
public:
    QString getTickLabel(double tick, const QLocale&, QChar, int) override
    {
        const double whole = std::round(tick);
        const bool shown = tick >= 0 && std::abs(tick - whole) < 1e-6;
        return shown ? bytesText(static_cast<quint64>(whole)) : QString();
    }
};

} // namespace

LevelPlot::LevelPlot(Look& look, QWidget* parent)
    : QCustomPlot(parent)
    , m_look(look)
    , m_line(new QCPItemStraightLine(this))
{
    setFocusPolicy(Qt::StrongFocus);
    setNotAntialiasedElements(QCP::aeAll);
    setPlottingHint(QCP::phFastPolylines);
    setMouseTracking(false);
    xAxis->setTicker(QSharedPointer<SecondsTicker>::create());
    yAxis->setTicker(QSharedPointer<BytesTicker>::create());
    yAxis->ticker()->setTickCount(4);
    m_line->setSelectable(false);
    createLegend();
    connect(&look, &Look::changed, this, &LevelPlot::applyLook);
    applyLook();
}

// Above the axes, so that it never covers a curve.
void LevelPlot::createLegend()
{
    plotLayout()->insertRow(0);
    plotLayout()->addElement(0, 0, legend);
    plotLayout()->setRowStretchFactor(0, 0.001);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst);
    legend->setBorderPen(Qt::NoPen);
    legend->setBrush(Qt::NoBrush);
    legend->setVisible(true);
}

void LevelPlot::styleAxis(QCPAxis* axis) const
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
}

void LevelPlot::applyLook()
{
    setBackground(m_look.colour(Ink::Surface));
    styleAxis(xAxis);
    styleAxis(yAxis);
    legend->setFont(m_look.small());
    legend->setTextColor(m_look.colour(Ink::Text));
    legend->setIconSize(m_look.px(22), m_look.px(12));
    legend->setColumnSpacing(m_look.px(18));
    legend->setMargins(QMargins(m_look.px(8), m_look.px(6), m_look.px(8), 0));
    m_line->setPen(QPen(m_look.colour(Ink::Accent), m_look.px(2)));
    xAxis->ticker()->setTickCount(std::max(width() / std::max(m_look.px(110), 1), 2));
    wrapLegend();
    redraw();
}

void LevelPlot::setCurves(std::vector<LevelCurve> curves)
{
    m_curves = std::move(curves);
    clearGraphs();
    for (const LevelCurve& curve : m_curves) {
        QCPGraph* graph = addGraph();
        graph->setName(curve.name);
        graph->setPen(curve.pen);
        graph->setLineStyle(QCPGraph::lsStepLeft);
        graph->setAdaptiveSampling(false); // the points are chosen by us
        graph->setSelectable(QCP::stNone);
    }
    wrapLegend();
    redraw();
}

void LevelPlot::wrapLegend()
{
    int widest = m_look.px(60);
    const QFontMetrics metrics(m_look.small());
    for (const LevelCurve& curve : m_curves)
        widest = std::max(widest, metrics.horizontalAdvance(curve.name) + m_look.px(50));
    const int columns = std::max(width() / widest, 1);
    legend->setWrap(columns);
    legend->setFillOrder(QCPLayoutGrid::foColumnsFirst, true); // puts those there in order
}

void LevelPlot::setTimes(Nanoseconds moment, Nanoseconds end)
{
    m_moment = moment;
    m_end = end;
    if (!m_zoomed)
        showRange(0, std::max(end, kMillisecond));
}

void LevelPlot::showWholeRun()
{
    m_zoomed = false;
    setTimes(m_moment, m_end);
    redraw();
}

void LevelPlot::redraw()
{
    const auto pixels = static_cast<std::size_t>(std::max(axisRect()->width(), 2));
    std::uint64_t highest = 8;
    for (std::size_t i = 0; i < m_curves.size(); ++i) {
        const std::vector<LevelPoint> points = m_curves[i].series->drawn(m_from, m_to, pixels);
        QVector<QCPGraphData> steps;
        steps.reserve(static_cast<qsizetype>(points.size()));
        for (const LevelPoint& point : points) {
            steps.append({ seconds(point.at), static_cast<double>(point.level) });
            highest = std::max(highest, point.level);
        }
        graph(static_cast<int>(i))->data()->set(steps, true);
    }
    xAxis->setRange(seconds(m_from), seconds(m_to));
    yAxis->setRange(0, static_cast<double>(highest) * 1.08);
    m_line->point1->setCoords(seconds(m_moment), 0);
    m_line->point2->setCoords(seconds(m_moment), 1);
    replot(rpQueuedReplot);
}

void LevelPlot::showRange(Nanoseconds from, Nanoseconds to)
{
    m_from = from;
    m_to = std::max(to, from + kShortest);
}

Nanoseconds LevelPlot::timeAt(double x) const
{
    return static_cast<Nanoseconds>(xAxis->pixelToCoord(x) * static_cast<double>(kSecond));
}

void LevelPlot::zoom(double factor, Nanoseconds about)
{
    const auto scaled = [&](Nanoseconds time) {
        return about + static_cast<Nanoseconds>(static_cast<double>(time - about) * factor);
    };
    const Nanoseconds whole = std::max(m_end, kMillisecond);
    const Nanoseconds from = std::clamp<Nanoseconds>(scaled(m_from), 0, whole - kShortest);
    const Nanoseconds to = std::clamp<Nanoseconds>(scaled(m_to), from + kShortest, whole);
    m_zoomed = from > 0 || to < whole;
    showRange(from, to);
    redraw();
}

void LevelPlot::shift(double share)
{
    const Nanoseconds wide = m_to - m_from;
    const Nanoseconds whole = std::max(m_end, kMillisecond);
    const auto step = static_cast<Nanoseconds>(static_cast<double>(wide) * share);
    const Nanoseconds from
        = std::clamp<Nanoseconds>(m_from + step, 0, std::max<Nanoseconds>(whole - wide, 0));
    showRange(from, from + wide);
    redraw();
}

void LevelPlot::choose(const QMouseEvent& event)
{
    emit timeChosen(std::clamp<Nanoseconds>(timeAt(event.position().x()), 0, m_end));
}

void LevelPlot::wheelEvent(QWheelEvent* event)
{
    const int turned = event->angleDelta().y();
    if (turned != 0)
        zoom(turned > 0 ? 0.8 : 1.25, timeAt(event->position().x()));
    event->accept();
}

void LevelPlot::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton)
        choose(*event);
}

void LevelPlot::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        choose(*event);
}

void LevelPlot::keyPressEvent(QKeyEvent* event)
{
    const Nanoseconds middle = m_from + (m_to - m_from) / 2;
    switch (event->key()) {
    case Qt::Key_Plus:
    case Qt::Key_Equal:
        return zoom(0.8, middle);
    case Qt::Key_Minus:
        return zoom(1.25, middle);
    case Qt::Key_Left:
        return shift(-0.1);
    case Qt::Key_Right:
        return shift(0.1);
    case Qt::Key_0:
        return showWholeRun();
    default:
        QCustomPlot::keyPressEvent(event);
    }
}

void LevelPlot::resizeEvent(QResizeEvent* event)
{
    QCustomPlot::resizeEvent(event);
    xAxis->ticker()->setTickCount(std::max(width() / std::max(m_look.px(110), 1), 2));
    wrapLegend();
    redraw();
}

} // namespace ipclab
