// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "app/running_list.h"
#include "ipc-core/capture/attach_candidates.h"
#include "ipc-core/world/process.h"
#include "views/attach/attach_sheet.h"
#include "views/attach/running_table.h"
#include "views/catalog/catalog_view.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QAction>

#include <utility>

// A process of one's own that runs already: chosen, watched, let go.

namespace ipclab {

namespace {

const QString kSheet = QStringLiteral("attach-sheet");
const QString kColumns = QStringLiteral("attach-columns");

} // namespace

void MainWindow::connectAttaching()
{
    const WindowActions& actions = *m_actions;
    const LabPresenter* const presenter = &m_presenter;
    connect(actions[Command::Attach], &QAction::triggered, this, &MainWindow::showRunning);
    connect(actions[Command::Detach], &QAction::triggered, &m_presenter, &LabPresenter::stop);
    connect(m_catalogView, &CatalogView::attachWanted, this, &MainWindow::showRunning);
    connect(presenter, &LabPresenter::attachReady, this, &MainWindow::showAttached);
    connect(presenter, &LabPresenter::attachRefused, this, [this](const Error& error) {
        const QString why
            = error.step == "attach" ? attachObstacleWords(error.subject) : errorSentence(error);
        if (m_attachSheet && m_attachSheet->isVisible())
            m_attachSheet->setRefused(why);
        else
            noticeHere().show(NoticeBar::Kind::Error, error);
    });
}

void MainWindow::showRunning()
{
    if (!m_attachSheet) {
        m_attachSheet = new AttachSheet(m_look, this);
        auto* const list = new RunningList(m_attachSheet);
        connect(m_attachSheet, &AttachSheet::listWanted, list, &RunningList::ask);
        connect(list, &RunningList::told, m_attachSheet, &AttachSheet::setProcesses);
        connect(m_attachSheet, &QDialog::rejected, &m_presenter, &LabPresenter::giveUpAttaching);
        connect(m_attachSheet, &AttachSheet::attachWanted, this, &MainWindow::attachTo);
        m_attachSheet->restoreGeometry(m_settings.layout(kSheet));
        m_attachSheet->table().setWidths(m_settings.layout(kColumns));
        connect(m_attachSheet, &AttachSheet::putAway, this, [this] {
            m_settings.setLayout(kSheet, m_attachSheet->saveGeometry());
            m_settings.setLayout(kColumns, m_attachSheet->table().widths());
        });
    }
    m_attachSheet->show();
    m_attachSheet->raise();
    m_attachSheet->activateWindow();
}

// Another may have its number by now.
void MainWindow::attachTo(const RunningProcess& process)
{
    const auto now = attachCandidate(process.pid);
    if (!now || now->started != process.started) {
        m_attachSheet->setRefused(attachObstacleWords(name(AttachRefusal::Gone)));
        return;
    }
    if (!mayLeave({})) { // and it may still be refused: nothing of what is open is given up for it
        m_attachSheet->reject();
        return;
    }
    m_attachSheet->setTrying();
    m_presenter.attach({ process.pid, process.name, wordsIn(now->command) });
}

// Only now is what was open left.
void MainWindow::showAttached()
{
    if (m_attachSheet)
        m_attachSheet->accept();
    if (!mayLeave({})) { // edited since
        m_presenter.giveUpAttaching();
        return;
    }
    page().setNextLab({});
    showPage();
    leaveLab();
    m_presenter.openAttached();
    enableActions();
    nameWindow();
    m_page->focusPanel(1);
}

} // namespace ipclab
