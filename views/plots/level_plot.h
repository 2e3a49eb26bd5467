// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plots/level_series.h"

#include <qcustomplot.h>

#include <vector>

namespace ipclab {

class Look;

struct LevelCurve {
    QString name;
    QPen pen;
    const LevelSeries* series = nullptr;
};

// Levels in steps over time, with the moment as a line. The wheel and + and - zoom about a place,
// arrows move, 0 shows the whole run; a click or a drag goes to that moment. GUI thread.
class LevelPlot : public QCustomPlot {
    Q_OBJECT

public:
    explicit LevelPlot(Look& look, QWidget* parent = nullptr);

    // The series outlive their time here.
    void setCurves(std::vector<LevelCurve> curves);
    void setTimes(Nanoseconds moment, Nanoseconds end);
    void showWholeRun();
    void redraw(); // what the curves and times are now

    [[nodiscard]] bool zoomed() const { return m_zoomed; }
    [[nodiscard]] Nanoseconds from() const { return m_from; }
    [[nodiscard]] Nanoseconds to() const { return m_to; }

signals:
    void timeChosen(ipclab::Nanoseconds time);

protected:
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent*) override { }
    void resizeEvent(QResizeEvent* event) override;

private:
    void createLegend();
    void applyLook();
    void styleAxis(QCPAxis* axis) const;
    void zoom(double factor, Nanoseconds about);
    void shift(double share);
    void showRange(Nanoseconds from, Nanoseconds to);
    void choose(const QMouseEvent& event);
    void wrapLegend();
    [[nodiscard]] Nanoseconds timeAt(double x) const;

    Look& m_look;
    std::vector<LevelCurve> m_curves;
    QCPItemStraightLine* m_line;
    Nanoseconds m_moment = 0;
    Nanoseconds m_end = 0;
    Nanoseconds m_from = 0;
    Nanoseconds m_to = 0;
    bool m_zoomed = false;
};

} // namespace ipclab
