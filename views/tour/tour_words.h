// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/tour/tour_stop.h"

#include <QString>

namespace ipclab {

QString tourTitle(TourStop stop);
QString tourText(TourStop stop);

} // namespace ipclab
