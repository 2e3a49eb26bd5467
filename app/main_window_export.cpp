// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_menu.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/session_opening.h"
#include "views/common/wording.h"

#include <QAction>
#include <QInputDialog>
#include <QMenuBar>

namespace ipclab {

// In the file menu, after what saves a session.
void MainWindow::createExportMenu()
{
    auto* const menu = new ExportMenu([this] { return runToExport(); }, this);
    m_name = new QAction(this);
    m_name->setObjectName(QStringLiteral("learner"));
    connect(m_name, &QAction::triggered, this, &MainWindow::askForName);
    QAction* const next = (*m_actions)[Command::ExportProgress];
    QMenu* const file = menuBar()->actions().front()->menu();
    const QList<QAction*> entries = file->actions();
    QAction* const line = entries.value(entries.indexOf(next) - 1, next); // it belongs to the next
    file->insertMenu(line, menu);
    file->insertAction(line, m_name);
    connect(menu, &ExportMenu::advanced, this, [this, menu](int percent) {
        noticeHere().progress([] { return tr("The run is being exported"); }, percent,
            [] { return tr("Cancel"); }, [menu] { menu->cancel(); });
    });
    connect(menu, &ExportMenu::done, this, [this](const QString& path) {
        noticeHere().show(
            NoticeBar::Kind::Progress, [path] { return tr("Exported: %1").arg(path); });
    });
    connect(menu, &ExportMenu::failed, this,
        [this](const Error& error) { noticeHere().show(NoticeBar::Kind::Error, error); });
    m_presenter.setLearner(m_settings.learner());
}

ExportableRun MainWindow::runToExport() const
{
    const LabRunner* const runner = m_presenter.runner();
    const OpenedSession* const opened = m_presenter.opened();
    return { m_presenter.sharedLog(), m_presenter.header(),
        runner ? std::optional(runner->lab()) : std::nullopt, m_languages.code(),
        opened ? opened->saved.linesSkipped : 0 };
}

void MainWindow::askForName()
{
    auto* const dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Your name"));
    dialog->setLabelText(tr("Your name, for sessions you hand in. Leave it empty to give none."));
    dialog->setTextValue(m_settings.learner());
    connect(dialog, &QInputDialog::textValueSelected, this, [this](const QString& name) {
        m_settings.setLearner(name);
        m_presenter.setLearner(m_settings.learner());
    });
    dialog->open();
}

} // namespace ipclab
