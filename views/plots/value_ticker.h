// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/plots/plot_key.h"

#include <qcustomplot.h>

namespace ipclab {

// The marks of an axis, each with its unit.
QSharedPointer<QCPAxisTicker> secondsTicker();
QSharedPointer<QCPAxisTicker> valueTicker(Quantity quantity); // of waits, too: in seconds

} // namespace ipclab
