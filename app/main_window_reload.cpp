// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_copy.h"
#include "app/lab_page.h"
#include "app/lab_trust.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/trust_sheet.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QDir>
#include <QFile>

#include <utility>

namespace ipclab {

namespace {

QByteArray stepsIn(const QString& folder)
{
    QFile file(folder + QStringLiteral("/lab.toml"));
    return file.open(QIODevice::ReadOnly) ? file.read(static_cast<qint64>(kMostLabFileBytes))
                                          : QByteArray();
}

} // namespace

// The name of one of the catalog, or a folder anywhere.
QString MainWindow::labMeant(const QString& nameOrFolder)
{
    const QDir folder(nameOrFolder);
    const bool isPath
        = nameOrFolder.contains(QLatin1Char('/')) || folder.exists(QStringLiteral("lab.toml"));
    return isPath ? m_catalog.add(QDir::cleanPath(folder.absolutePath()).toStdString())
                  : nameOrFolder;
}

// Who writes a lab sees each save in the window.
void MainWindow::followLab(const Lab* lab)
{
    m_labWatch.watch(lab ? text(lab->folder) : QString());
    m_stepsSeen = lab ? stepsIn(m_labWatch.folder()) : QByteArray();
}

void MainWindow::reloadLab()
{
    const LabRunner* const runner = m_presenter.runner();
    if (!runner || !m_page)
        return;
    const std::string folder = runner->lab().folder;
    const LoadResult loaded = loadLab(folder);
    const Lab* const lab = std::get_if<Lab>(&loaded);
    if (!lab) {
        m_page->notice().show(
            NoticeBar::Kind::Error,
            [] {
                return tr("The lab was saved and cannot be read; you still see it as it was. Its "
                          "files say:");
            },
            problemLines(std::get<Problems>(loaded)));
        m_saidBroken = true;
        return;
    }
    if (std::exchange(m_saidBroken, false))
        m_page->notice().dismiss();
    m_catalog.add(folder);
    const QByteArray steps = stepsIn(text(folder));
    const bool same = steps == m_stepsSeen;
    m_stepsSeen = steps;
    m_presenter.replaceLab(*lab, same);
    nameWindow();
}

void MainWindow::askToRun(const std::function<void()>& then, const QByteArray& asItIs)
{
    const LabRunner* const runner = m_presenter.runner();
    if (!runner || findChild<TrustSheet*>())
        return;
    auto* const sheet = new TrustSheet(m_look, runner->lab(), this);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    const std::string& lab = runner->lab().folder;
    connect(sheet, &QDialog::accepted, this, [this, sheet, then, folder = lab, asItIs] {
        const Status noted = sheet->forTheFolder() ? trustFolder(folder) : trustAsItWas(asItIs);
        if (!noted) {
            page().notice().show(NoticeBar::Kind::Error, noted.error());
            return;
        }
        if (!m_presenter.runner() || m_presenter.runner()->lab().folder != folder)
            return;
        then();
    });
    sheet->open();
}

// The learner's own copy, with what was done of the lab so far.
void MainWindow::editCopy()
{
    const LabRunner* const runner = m_presenter.runner();
    if (!runner)
        return;
    const QString id = text(runner->lab().id);
    const Result<QString> copy = ownCopyOf(runner->lab().folder);
    if (!copy) {
        page().notice().show(NoticeBar::Kind::Error, copy.error());
        return;
    }
    m_catalog.add(copy->toStdString());
    openLab(id);
    page().editCode();
}

// The copy is kept: nothing has to be asked.
void MainWindow::openOriginal()
{
    const LabRunner* const runner = m_presenter.runner();
    if (!runner)
        return;
    const std::string copy = runner->lab().folder;
    const QString id = text(runner->lab().id);
    const QString original = originalOf(copy);
    if (original.isEmpty())
        return;
    if (!mayLeave([this] { openOriginal(); })) // it is kept whole
        return;
    m_presenter.close(); // its programs run from there
    const Status gone = putAside(copy);
    if (gone)
        m_catalog.add(original.toStdString());
    openLab(id);
    if (!gone)
        page().notice().show(NoticeBar::Kind::Error, gone.error());
    else
        page().notice().offer([] { return tr("This is the lab's own again. Your copy is kept."); },
            [] { return tr("Back to my copy"); }, [this] { openKept(); });
}

void MainWindow::openKept()
{
    const LabRunner* const runner = m_presenter.runner();
    if (!runner || copyKeptOf(runner->lab().folder).isEmpty())
        return;
    const QString id = text(runner->lab().id);
    const Result<QString> copy = takeUpAgain(runner->lab().folder);
    if (!copy) {
        page().notice().show(NoticeBar::Kind::Error, copy.error());
        return;
    }
    m_catalog.add(copy->toStdString());
    openLab(id);
    page().editCode();
}

} // namespace ipclab
