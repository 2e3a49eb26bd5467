// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/lanes/lane_arrows.h"
#include "views/lanes/lane_slices.h"

#include <QAbstractButton>
#include <QWidget>

namespace ipclab {

class Look;

// What one shape of a bar means, painted as the lanes paint it.
class StateKey : public QWidget {
    Q_OBJECT

public:
    StateKey(const Look& look, LaneState state, QWidget* parent = nullptr);

    [[nodiscard]] LaneState state() const { return m_state; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& m_look;
    LaneState m_state;
};

// What one shape of an arrow means; switched off, such arrows are not drawn.
class ArrowKey : public QAbstractButton {
    Q_OBJECT

public:
    ArrowKey(const Look& look, ArrowKind kind, QWidget* parent = nullptr);

    [[nodiscard]] ArrowKind kind() const { return m_kind; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& m_look;
    ArrowKind m_kind;
};

} // namespace ipclab
