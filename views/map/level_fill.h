// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/contrast.h"
#include "views/common/look.h"

namespace ipclab {

// What a tube or a bucket is filled with, up to its level. Words stand across the level: they are
// in the ink of text, which is readable on it and beside it.
inline QColor levelFill(const Look& look, const QColor& ink)
{
    return blended(look.colour(Ink::Surface), ink, look.dark() ? 0.4 : 0.5);
}

} // namespace ipclab
