// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plots/plot_curves.h"

#include <qcustomplot.h>

#include <optional>
#include <vector>

namespace ipclab {

class Look;
class PlotImage;
class StepPicture;

// A quantity over time, with the moment as a line. The wheel and + and - zoom about a place, arrows
// move, 0 shows the whole run; a click or a drag goes to that moment. Costs what its pixels cost,
// however long the runs. GUI thread.
class TimePlot : public QCustomPlot {
    Q_OBJECT

public:
    explicit TimePlot(Look& look, QWidget* parent = nullptr);

    void setQuantity(Quantity quantity);
    // Their series outlive their time here.
    void setCurves(std::vector<PlotCurve> curves);
    // The runs grew: as many curves, each to that time of its log.
    void setEnds(const std::vector<Nanoseconds>& ends);
    // In the plot's time; no moment is shown where it is of no run that is drawn.
    void setTimes(std::optional<Nanoseconds> moment, Nanoseconds end);
    void setTimeLabel(const QString& words); // what the time counts from, if it has to be said
    void showWholeRun();
    void redraw(); // what the curves and times are now

    [[nodiscard]] const Look& look() const { return m_look; }
    [[nodiscard]] Quantity quantity() const { return m_quantity; }
    [[nodiscard]] const std::vector<PlotCurve>& curves() const { return m_curves; }
    [[nodiscard]] bool zoomed() const { return m_zoomed; }
    [[nodiscard]] Nanoseconds from() const { return m_from; }
    [[nodiscard]] Nanoseconds to() const { return m_to; }
    [[nodiscard]] std::optional<Nanoseconds> moment() const { return m_moment; }
    [[nodiscard]] std::size_t pixels() const; // that the time has

signals:
    void timeChosen(ipclab::Nanoseconds time);
    void saveAsked(); // Ctrl+S here
    void quantityAsked(int place); // 1 and on

protected:
    bool event(QEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override { }
    void resizeEvent(QResizeEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void createLegend();
    void applyLook();
    void styleAxis(QCPAxis* axis) const;
    void styleGraph(QCPGraph& graph, const PlotCurve& curve) const;
    double drawCurve(int nth); // returns its highest value
    void choosePens();
    void fitPoints();
    void zoom(double factor, Nanoseconds about);
    void shift(double share);
    void showRange(Nanoseconds from, Nanoseconds to);
    void choose(const QMouseEvent& event);
    void wrapLegend();
    void countTicks();
    void showTimeLabel();
    [[nodiscard]] Nanoseconds timeAt(double x) const;

    Look& m_look;
    Quantity m_quantity = Quantity::Level;
    std::vector<PlotCurve> m_curves;
    QString m_timeLabel;
    QSharedPointer<PlotImage> m_image;
    QCPItemStraightLine* m_line;
    StepPicture* m_steps;
    std::optional<Nanoseconds> m_moment;
    Nanoseconds m_end = 0;
    Nanoseconds m_from = 0;
    Nanoseconds m_to = 0;
    bool m_zoomed = false;
    std::size_t m_pixelsDrawn = 0; // the points of now are for so many
};

} // namespace ipclab
