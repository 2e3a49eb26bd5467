// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"
#include "views/plots/plot_image.h"
#include "views/plots/time_plot.h"

#include <algorithm>
#include <cmath>

// What the person does with a plot.

namespace ipclab {

namespace {

constexpr Nanoseconds kShortest = 10'000; // a visible range, 10 µs

} // namespace

void TimePlot::showRange(Nanoseconds from, Nanoseconds to)
{
    m_from = from;
    m_to = std::max(to, from + kShortest);
}

// By the range that is held: the axis has that of the last drawing, and before the first one no
// place either.
Nanoseconds TimePlot::timeAt(double x) const
{
    const QRect drawn = axisRect()->rect();
    const QRect place = 2 * drawn.width() > width() ? drawn : rect();
    const double share = (x - place.left()) / std::max(place.width(), 1);
    const auto wide = static_cast<double>(m_to - m_from);
    return m_from + static_cast<Nanoseconds>(std::clamp(share, 0.0, 1.0) * wide);
}

void TimePlot::zoom(double factor, Nanoseconds about)
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

void TimePlot::shift(double share)
{
    const Nanoseconds wide = m_to - m_from;
    const Nanoseconds whole = std::max(m_end, kMillisecond);
    const auto step = static_cast<Nanoseconds>(static_cast<double>(wide) * share);
    const Nanoseconds from
        = std::clamp<Nanoseconds>(m_from + step, 0, std::max<Nanoseconds>(whole - wide, 0));
    showRange(from, from + wide);
    redraw();
}

void TimePlot::choose(const QMouseEvent& event)
{
    emit timeChosen(std::clamp<Nanoseconds>(timeAt(event.position().x()), 0, m_end));
}

// Here that key saves the plot, and not the session.
bool TimePlot::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->matches(QKeySequence::Save))
        event->accept();
    return QCustomPlot::event(event);
}

void TimePlot::focusInEvent(QFocusEvent* event)
{
    QCustomPlot::focusInEvent(event);
    update();
}

void TimePlot::focusOutEvent(QFocusEvent* event)
{
    QCustomPlot::focusOutEvent(event);
    update();
}

void TimePlot::paintEvent(QPaintEvent* event)
{
    const bool fits = m_image->size() == size()
        && qFuzzyCompare(m_image->devicePixelRatio(), devicePixelRatioF());
    if (!fits) // it is not drawn anew yet
        QCustomPlot::paintEvent(event);
    QCPPainter painter(this);
    if (fits)
        m_image->draw(&painter);
    if (!hasFocus())
        return;
    painter.setPen(QPen(m_look.colour(Ink::Accent), m_look.px(2)));
    painter.drawRect(rect().adjusted(1, 1, -1, -1));
}

void TimePlot::wheelEvent(QWheelEvent* event)
{
    constexpr double kNotch = 120; // QWheelEvent::angleDelta(); a touchpad turns by less
    const int turned = event->angleDelta().y();
    if (turned != 0)
        zoom(std::pow(0.8, turned / kNotch), timeAt(event->position().x()));
    event->accept();
}

void TimePlot::mousePressEvent(QMouseEvent* event)
{
    setFocus(Qt::MouseFocusReason);
    if (event->button() == Qt::LeftButton)
        choose(*event);
}

void TimePlot::mouseMoveEvent(QMouseEvent* event)
{
    if (event->buttons().testFlag(Qt::LeftButton))
        choose(*event);
}

void TimePlot::keyPressEvent(QKeyEvent* event)
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
        break;
    }
    if (event->matches(QKeySequence::Save))
        emit saveAsked();
    else if (event->key() >= Qt::Key_1 && event->key() <= Qt::Key_9
        && !(event->modifiers() & ~Qt::KeypadModifier))
        emit quantityAsked(event->key() - Qt::Key_0);
    else
        QCustomPlot::keyPressEvent(event);
}

void TimePlot::resizeEvent(QResizeEvent* event)
{
    QCustomPlot::resizeEvent(event);
    countTicks();
    showTimeLabel();
    wrapLegend();
    redraw();
}

} // namespace ipclab
