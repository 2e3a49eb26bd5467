// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <QString>

namespace ipclab {

// Why a buffer has the size that it has, for who meets 65 536 or 4 096 for the first time; empty
// where that is not known. GUI thread.

QString whyThisSize(const Stream& stream, ChannelKind behind);
QString whyThisSize(const Channel& channel, End queue);

// When what is in a program's own buffer goes on: "It stays there until …".
QString whenItGoesOn(const Stream& stream);

} // namespace ipclab
