// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/traffic/traffic_file.h"

class QWidget;

namespace ipclab {

class NoticeBar;

// Asks the person where to; writes it, and says so with what is not in it, or what went wrong. The
// dialog is the child of `over`. GUI thread.
void saveTraffic(QWidget& over, NoticeBar& notice, const TrafficFile& file);

} // namespace ipclab
