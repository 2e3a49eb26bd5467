// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"

#include <QElapsedTimer>
#include <QGraphicsObject>
#include <QTimer>

#include <cstdint>
#include <vector>

namespace ipclab {

// A ring and a word where a process was just born or has ended: a moment still, then it fades; with
// reduced motion it goes at once. Few at a time; without any, no timer runs. GUI thread.
class LifeMarks : public QGraphicsObject {
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Born, Ended };
    static constexpr std::size_t kMost = 24;

    explicit LifeMarks(const Look& look);

    void add(Kind kind, qint64 of, const QRectF& around); // of one process, the newer
    void move(qint64 of, const QRectF& around); // it stands elsewhere now
    void clear();
    [[nodiscard]] std::size_t count(Kind kind) const;
    [[nodiscard]] bool moving() const { return m_timer.isActive(); }

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override { return {}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Mark {
        Kind kind;
        qint64 of;
        QRectF around;
        qint64 startedAt; // ms of m_clock
    };
    void step();
    void wakeForNext();
    void paintMark(QPainter& painter, const Mark& mark) const;
    [[nodiscard]] QRectF reachOf(const QRectF& around) const;

    const Look& m_look;
    std::vector<Mark> m_marks;
    QElapsedTimer m_clock;
    QTimer m_timer;
    QRectF m_bounds;
};

} // namespace ipclab
