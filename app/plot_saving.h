// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "views/plots/plot_file.h"

#include <QString>

namespace ipclab {

class NoticeBar;
class PlotsPanel;

// Writes what the panel shows: all of it, or the file stays as it was. Errors: step "write"; ESPIPE
// for what is no regular file.
Status writePlot(const PlotsPanel& panel, PlotFormat format, const QString& path);

// Asks the person where to and as what, by the name's end or by what was picked beneath it; writes
// it, and says so or what went wrong. The dialog is the panel's child. GUI thread.
void savePlot(PlotsPanel& panel, NoticeBar& notice);

} // namespace ipclab
