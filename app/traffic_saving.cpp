// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/traffic_saving.h"

#include "app/file_dialog.h"
#include "app/notice_bar.h"
#include "app/whole_file.h"
#include "views/common/wording.h"

#include <QCoreApplication>
#include <QDir>

namespace ipclab {

namespace {

struct TrafficSaving {
    Q_DECLARE_TR_FUNCTIONS(ipclab::TrafficSaving)
};

QString savedWords(const TrafficFile& file, const QString& path)
{
    const QString saved = TrafficSaving::tr("Saved: %1.").arg(path);
    return file.missing.isEmpty() ? saved : saved + QLatin1Char(' ') + file.missing;
}

} // namespace

void saveTraffic(QWidget& over, NoticeBar& notice, const TrafficFile& file)
{
    auto* const dialog = newFileDialog(&over, TrafficSaving::tr("Save the traffic"),
        QFileDialog::AcceptSave, {}, QDir::currentPath());
    dialog->selectFile(file.name);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &over, [&notice, file](const QString& path) {
            if (const Status written = writeWhole(path, file.content); !written)
                notice.show(NoticeBar::Kind::Error, written.error());
            else
                notice.show(
                    NoticeBar::Kind::Progress, [file, path] { return savedWords(file, path); });
        });
    dialog->open();
}

} // namespace ipclab
