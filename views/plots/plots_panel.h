// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/view_context.h"
#include "views/plots/level_feed.h"

#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QStackedLayout;

namespace ipclab {

class LevelPlot;
struct LevelCurve;

// How full channels and buffers were, over the run. Works only while it is to be seen. GUI thread.
class PlotsPanel : public QWidget {
    Q_OBJECT

public:
    explicit PlotsPanel(ViewContext context, QWidget* parent = nullptr);

    [[nodiscard]] LevelPlot& plot() const { return *m_plot; }
    [[nodiscard]] const LevelFeed& feed() const { return m_feed; }

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void retranslate();
    void applyLook();
    void followSoon();
    void follow();
    void renewCurves();
    [[nodiscard]] QString nameOf(const LevelKey& key) const;
    [[nodiscard]] LevelCurve curveOf(const LevelKey& key, const LevelSeries& series, int nth) const;

    ViewContext m_context;
    LevelFeed m_feed;
    LevelPlot* m_plot;
    QLabel* m_empty;
    QStackedLayout* m_stack;
    QTimer m_soon;
    std::vector<QString> m_names; // of the curves, as drawn
};

} // namespace ipclab
