// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/css.h"
#include "views/common/look.h"

#include <QLabel>

namespace ipclab {

// The heading of a part of a panel: small, strong, quiet, in capitals.
inline void dressSection(QLabel& label, const Look& look)
{
    QFont font = look.small();
    font.setWeight(QFont::Bold);
    label.setIndent(0); // a padded label would else stand a little to the right
    label.setStyleSheet(QStringLiteral("QLabel { %1 letter-spacing: 0.5px; padding-top: %2px; }")
                            .arg(css(font, look.colour(Ink::QuietText)))
                            .arg(look.px(4)));
}

} // namespace ipclab
