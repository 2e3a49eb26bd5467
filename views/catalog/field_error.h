// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QLabel;
class QString;
class QWidget;

namespace ipclab {

class Look;

// What is wrong with a field, under it. GUI thread.
QLabel* newFieldError(QWidget* parent);
void showFieldError(QLabel& label, const QString& words, const Look& look); // empty: none

} // namespace ipclab
