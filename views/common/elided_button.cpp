// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/elided_button.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace ipclab {

QString ElidedButton::shown() const
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.state &= ~(QStyle::State_HasFocus | QStyle::State_MouseOver); // lines that come and go
    const int room = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this).width();
    return fontMetrics().elidedText(text(), Qt::ElideMiddle, room);
}

bool ElidedButton::cut() const
{
    return shown() != text();
}

void ElidedButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text = shown();
    painter.drawControl(QStyle::CE_PushButton, option);
}

} // namespace ipclab
