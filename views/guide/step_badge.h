// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/guide/guide_content.h"

#include <QWidget>

namespace ipclab {

class Look;

// The round sign before a step: a tick when done, a triangle when it was only shown, its number
// filled now, in a ring later.
class StepBadge : public QWidget {
    Q_OBJECT

public:
    StepBadge(const Look& look, const GuideStep& step, int number, QWidget* parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& m_look;
    GuideStage m_state;
    bool m_shown;
    int m_number;
};

} // namespace ipclab
