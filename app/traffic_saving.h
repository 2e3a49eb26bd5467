// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "views/traffic/traffic_file.h"

#include <QString>

class QWidget;

namespace ipclab {

class NoticeBar;

// All of it, or the file stays as it was. Errors: step "write"; ESPIPE for what is no regular file.
Status writeTraffic(const TrafficFile& file, const QString& path);

// Asks the person where to; writes it, and says so with what is not in it, or what went wrong. The
// dialog is the child of `over`. GUI thread.
void saveTraffic(QWidget& over, NoticeBar& notice, const TrafficFile& file);

} // namespace ipclab
