// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_dialog.h"

#include "app/settings.h"

#include <QFileInfo>

namespace ipclab {

QFileDialog* newFileDialog(QWidget* parent, const QString& title, QFileDialog::AcceptMode mode,
    const QString& filter, const QString& folder)
{
    const bool saves = mode == QFileDialog::AcceptSave;
    const QString last = Settings().fileFolder(saves);
    const bool there = !last.isEmpty() && QFileInfo(last).isDir();
    auto* const dialog = new QFileDialog(parent, title, there ? last : folder);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(mode);
    dialog->setFileMode(saves ? QFileDialog::AnyFile : QFileDialog::ExistingFile);
    if (!filter.isEmpty())
        dialog->setNameFilter(filter);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [saves](const QString& path) {
        Settings().setFileFolder(saves, QFileInfo(path).absolutePath());
    });
    return dialog;
}

} // namespace ipclab
