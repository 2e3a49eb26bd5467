// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFileDialog>
#include <QString>
#include <QStringList>

namespace ipclab {

// Asks for a file, in the folder where one was saved or opened the last time; at first in `folder`.
// To be shown with open(), after which it deletes itself.
QFileDialog* newFileDialog(QWidget* parent, const QString& title, QFileDialog::AcceptMode mode,
    const QStringList& filters, const QString& folder);

} // namespace ipclab
