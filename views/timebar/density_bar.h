// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/view_context.h"
#include "views/timebar/event_density.h"

#include <QAbstractSlider>
#include <QPixmap>
#include <QPoint>
#include <QSize>

#include <optional>

namespace ipclab {

// The whole run as a line: when much happened, where findings began, and the moment as a handle to
// be dragged. Arrows go from event to event, Page keys by a tenth, Home to the start, End to live.
// As a slider its value is the number of events up to the moment. GUI thread.
class DensityBar : public QAbstractSlider {
    Q_OBJECT

public:
    explicit DensityBar(ViewContext context, QWidget* parent = nullptr);

    [[nodiscard]] const EventDensity& density() const { return m_density; }
    [[nodiscard]] int xOf(Nanoseconds time) const;
    [[nodiscard]] Nanoseconds timeAt(int x) const;

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Geometry {
        int left = 0, right = 0; // of the line
        int line = 0; // its height on the widget
    };

    [[nodiscard]] Geometry geometryNow() const;
    [[nodiscard]] Nanoseconds range() const;
    void follow();
    void goToX(int x);
    void goByTime(Nanoseconds time);
    void paintDensity(QPainter& painter, const Geometry& at) const;
    void paintTicks(QPainter& painter, const Geometry& at) const;
    void paintLine(QPainter& painter, const Geometry& at) const;
    void paintFindings(QPainter& painter, const Geometry& at);
    [[nodiscard]] QPixmap findingsPicture(const QSize& size) const;
    void paintBookmarks(QPainter& painter, const Geometry& at) const;
    [[nodiscard]] std::optional<EventIndex> bookmarkAt(const QPoint& place) const;

    // The marks of the findings, which stay where they are while the moment moves.
    struct Findings {
        std::size_t count = 0;
        Nanoseconds range = 0;
        QSize size;
        qreal ratio = 0;
        bool operator==(const Findings&) const = default;
    };

    ViewContext m_context;
    EventDensity m_density;
    Findings m_painted;
    QPixmap m_findings; // of these
    std::optional<QPoint> m_pressedFlag; // where, while that is not dragged yet
};

} // namespace ipclab
