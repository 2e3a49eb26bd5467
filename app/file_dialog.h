// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>
#include <QString>

namespace ipclab {

// Asks for a file, in the folder where one was saved or opened the last time; at first in `folder`.
// `filter` is as setNameFilter() takes it: "Sessions (*.jsonl);;All files (*)", or empty. To be
// shown with open(), after which it deletes itself. GUI thread.
QFileDialog* newFileDialog(QWidget* parent, const QString& title, QFileDialog::AcceptMode mode,
    const QString& filter, const QString& folder);

} // namespace ipclab
