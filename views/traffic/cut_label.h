// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QPainter>

namespace ipclab {

// Plain words that may take less room than they need: they end with an ellipsis then, and are whole
// in the tooltip. GUI thread.
class EndCutLabel : public QLabel {
public:
    using QLabel::QLabel;

    void say(const QString& words)
    {
        setTextFormat(Qt::PlainText);
        setText(words);
        setToolTip(words);
    }
    [[nodiscard]] QSize minimumSizeHint() const override
    {
        return { 0, QLabel::minimumSizeHint().height() };
    }

protected:
    void paintEvent(QPaintEvent*) override
    {
        QPainter painter(this);
        painter.setPen(palette().color(foregroundRole()));
        painter.drawText(rect(), static_cast<int>((Qt::AlignLeft | Qt::AlignVCenter).toInt()),
            fontMetrics().elidedText(text(), Qt::ElideRight, width()));
    }
};

} // namespace ipclab
