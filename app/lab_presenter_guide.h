// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/lab/lab.h"
#include "views/guide/guide_content.h"

#include <QString>

#include <string>

namespace ipclab {

class LabPresenter;

// What the guide shows of the lab that is open, in the language; nothing when none is.
GuideContent guideContent(
    const LabPresenter& presenter, const QString& language, const QString& nextLabTitle);

// A choice of a prediction as the guide words it, in Markdown; one that it does not have is itself.
QString choiceLabel(const Ask& ask, const std::string& choice, const StepText& words);

} // namespace ipclab
