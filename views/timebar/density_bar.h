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

    void setNow(Nanoseconds now); // what the clock beside it says
    [[nodiscard]] Nanoseconds range() const; // of the whole line
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
    void follow();
    void goToX(int x);
    void goByTime(Nanoseconds time);
    void paintDensity(QPainter& painter, const Geometry& at) const;
    void paintTicks(QPainter& painter, const Geometry& at) const;
    void paintLine(QPainter& painter, const Geometry& at) const;
    void paintFindings(QPainter& painter, const QSize& size) const;
    void paintBookmarks(QPainter& painter, const Geometry& at) const;
    [[nodiscard]] std::optional<EventIndex> bookmarkAt(const QPoint& place) const;

    // What stays as it is while the moment moves.
    struct Still {
        struct Of {
            std::uint64_t count = 0; // of what is marked there
            Nanoseconds range = 0;
            QSize size;
            qreal ratio = 0;
            bool operator==(const Of&) const = default;
        };
        Of of;
        QPixmap picture;
    };
    template <typename Paint>
    void paintStill(QPainter& painter, Still& still, std::uint64_t count, Paint paint);

    ViewContext m_context;
    EventDensity m_density;
    Nanoseconds m_until = 0; // has the clock gone, in this log
    Still m_strokes;
    Still m_findings;
    std::optional<QPoint> m_pressedFlag; // where, while that is not dragged yet
};

} // namespace ipclab
