// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/field_error.h"

#include "views/common/css.h"
#include "views/common/look.h"

#include <QLabel>

namespace ipclab {

QLabel* newFieldError(QWidget* parent)
{
    auto* const label = new QLabel(parent);
    label->setWordWrap(true);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->hide();
    return label;
}

void showFieldError(QLabel& label, const QString& words, const Look& look)
{
    label.setText(words);
    label.setVisible(!words.isEmpty());
    label.setStyleSheet(
        QStringLiteral("%1 background: %2; border: 1px solid %3; border-radius: %4px; padding: "
                       "%5px;")
            .arg(css(look.body(), look.colour(Ink::Text)), look.wash(Ink::Deadlock).name(),
                look.colour(Ink::Deadlock).name())
            .arg(look.px(6))
            .arg(look.px(6)));
}

} // namespace ipclab
