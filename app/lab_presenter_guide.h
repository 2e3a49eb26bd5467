// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/guide/guide_content.h"

#include <QString>

namespace ipclab {

class LabPresenter;

// What the guide shows of the lab that is open, in the language; nothing when none is.
GuideContent guideContent(
    const LabPresenter& presenter, const QString& language, const QString& nextLabTitle);

} // namespace ipclab
