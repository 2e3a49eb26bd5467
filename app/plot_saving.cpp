// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/plot_saving.h"

#include "app/file_dialog.h"
#include "app/notice_bar.h"
#include "app/whole_file.h"
#include "views/common/wording.h"
#include "views/plots/plots_panel.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

struct PlotSaving {
    Q_DECLARE_TR_FUNCTIONS(ipclab::PlotSaving)
};

constexpr std::pair<PlotFormat, const char*> kSuffixes[] = { { PlotFormat::Png, "png" },
    { PlotFormat::Svg, "svg" }, { PlotFormat::Pdf, "pdf" }, { PlotFormat::Csv, "csv" } };

QStringList filters()
{
    return { PlotSaving::tr("Picture (*.png)"), PlotSaving::tr("Drawing (*.svg)"),
        PlotSaving::tr("Page (*.pdf)"), PlotSaving::tr("Table (*.csv)") };
}

PlotFormat formatOf(const QString& path, const QString& suffixPicked)
{
    for (const QString& suffix : { QFileInfo(path).suffix().toLower(), suffixPicked }) {
        for (const auto& [format, known] : kSuffixes) {
            if (suffix == QLatin1String(known))
                return format;
        }
    }
    return PlotFormat::Png;
}

} // namespace

Status writePlot(const PlotsPanel& panel, PlotFormat format, const QString& path)
{
    return writeWhole(path, panel.file(format));
}

void savePlot(PlotsPanel& panel, NoticeBar& notice)
{
    auto* const dialog = newFileDialog(&panel, PlotSaving::tr("Save the plot"),
        QFileDialog::AcceptSave, filters().join(QStringLiteral(";;")), QDir::currentPath());
    dialog->setDefaultSuffix(QStringLiteral("png"));
    dialog->selectFile(panel.fileName());
    QObject::connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString& picked) {
        const auto place = std::max<qsizetype>(filters().indexOf(picked), 0);
        dialog->setDefaultSuffix(QString::fromLatin1(kSuffixes[place].second));
    });
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &panel, [&panel, &notice, dialog](const QString& path) {
            const Status written = writePlot(panel, formatOf(path, dialog->defaultSuffix()), path);
            if (written)
                notice.show(NoticeBar::Kind::Progress,
                    [path] { return PlotSaving::tr("The plot is saved: %1").arg(path); });
            else
                notice.show(NoticeBar::Kind::Error, written.error());
        });
    dialog->open();
}

} // namespace ipclab
