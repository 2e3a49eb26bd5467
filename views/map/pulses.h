// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"

#include <QElapsedTimer>
#include <QGraphicsObject>
#include <QPainterPath>
#include <QTimer>

#include <vector>

namespace ipclab {

// Dots that go where bytes went, for 200 ms each, and beside the way, a little longer, how many
// they are. Without any no timer runs. With reduced motion there are none.
class Pulses : public QGraphicsObject {
    Q_OBJECT

public:
    explicit Pulses(const Look& look);

    // `key` tells apart what moves: one dot at a time for each, and what comes meanwhile is added.
    void start(quint64 key, const QPainterPath& along, Ink ink, quint64 bytes);
    void clear();
    [[nodiscard]] bool moving() const { return m_timer.isActive(); }
    struct Said { // of what is shown just now
        quint64 bytes = 0;
        qreal radius = 0; // of the dot: more bytes, more of it
        QString words; // empty where there is no room
    };
    [[nodiscard]] std::vector<Said> said() const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    [[nodiscard]] QPainterPath shape() const override { return {}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    struct Pulse {
        quint64 key;
        QPainterPath path;
        Ink ink;
        quint64 bytes = 0;
        qint64 startedAt; // ms of m_clock
    };
    void step();
    [[nodiscard]] QRectF dotOf(const Pulse& pulse) const;
    [[nodiscard]] qreal radiusOf(const Pulse& pulse) const;
    [[nodiscard]] QRectF wordsAt(const Pulse& pulse, const QString& words) const; // or empty
    [[nodiscard]] QFont font() const;
    [[nodiscard]] QRectF reachOf(const Pulse& pulse) const;

    const Look& m_look;
    std::vector<Pulse> m_pulses;
    QElapsedTimer m_clock;
    QTimer m_timer;
    QRectF m_bounds;
};

} // namespace ipclab
