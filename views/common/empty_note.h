// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/css.h"
#include "views/common/look.h"

#include <QLabel>

namespace ipclab {

// What a panel says instead of its contents, in lines of its width. It has no say in how large the
// panel is: else its text would be laid out anew whenever anything near by changes. GUI thread.
class EmptyNote : public QLabel {
public:
    explicit EmptyNote(QWidget* parent = nullptr)
        : QLabel(parent)
    {
        setAlignment(Qt::AlignCenter);
        setWordWrap(true);
    }
    [[nodiscard]] bool hasHeightForWidth() const override { return false; }

    // Large letters have need of all the room that there is.
    void wear(const Look& look)
    {
        constexpr qreal kLarge = 1.2;
        setStyleSheet(css(look.body(), look.colour(Ink::QuietText))
            + QStringLiteral("padding: 0 %1px;").arg(look.px(look.scale() > kLarge ? 10 : 24)));
    }
};

} // namespace ipclab
