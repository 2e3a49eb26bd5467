// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/elided_box.h"

#include "views/common/plain_tip.h"

#include <QAbstractItemModel>
#include <QHelpEvent>
#include <QStyleOptionComboBox>
#include <QStylePainter>
#include <QToolTip>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kLeastLetters = 7;

} // namespace

ElidedBox::ElidedBox(QWidget* parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(kLeastLetters);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    const auto widen = [this] { updateGeometry(); };
    connect(model(), &QAbstractItemModel::rowsInserted, this, widen);
    connect(model(), &QAbstractItemModel::rowsRemoved, this, widen);
    connect(model(), &QAbstractItemModel::dataChanged, this, widen);
    connect(model(), &QAbstractItemModel::modelReset, this, widen);
}

QSize ElidedBox::sizeHint() const
{
    int longest = 0;
    for (int i = 0; i < count(); ++i)
        longest = std::max(longest, fontMetrics().horizontalAdvance(itemText(i)));
    const int least = kLeastLetters * fontMetrics().horizontalAdvance(QLatin1Char('X'));
    return QComboBox::sizeHint() + QSize(std::max(longest - least, 0), 0);
}

bool ElidedBox::event(QEvent* event)
{
    if (event->type() != QEvent::ToolTip
        || fontMetrics().horizontalAdvance(currentText()) <= textRoom().width())
        return QComboBox::event(event);
    QToolTip::showText(static_cast<QHelpEvent*>(event)->globalPos(),
        plainTip(currentText() + QLatin1Char('\n') + toolTip()), this);
    return true;
}

void ElidedBox::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionComboBox option;
    initStyleOption(&option);
    painter.drawComplexControl(QStyle::CC_ComboBox, option);
    option.currentText
        = fontMetrics().elidedText(option.currentText, Qt::ElideMiddle, textRoom().width());
    painter.drawControl(QStyle::CE_ComboBoxLabel, option);
}

QRect ElidedBox::textRoom() const
{
    QStyleOptionComboBox option;
    initStyleOption(&option);
    return style()->subControlRect(
        QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, this);
}

} // namespace ipclab
