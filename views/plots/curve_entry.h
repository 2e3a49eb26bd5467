// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plots/step_picture.h"

#include <QFont>
#include <QSize>
#include <QStaticText>

namespace ipclab {

// A curve's sign and name in the legend, as the library has them. But it measures the name several
// times a frame, which is as dear as all the curves: this one does it once. It belongs to its
// legend. GUI thread.
class CurveEntry : public QCPPlottableLegendItem {
public:
    CurveEntry(QCPLegend& legend, StepGraph& graph);

protected:
    void draw(QCPPainter* painter) override;
    [[nodiscard]] QSize minimumOuterSizeHint() const override;

private:
    void shapeWords() const; // if they are others

    const StepGraph& m_graph;
    mutable QStaticText m_words;
    mutable QFont m_font;
    mutable QSize m_size; // of these words in that font
};

} // namespace ipclab
