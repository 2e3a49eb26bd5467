// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "ipc-core/capture/attach_candidates.h"
#include "ipc-core/world/process.h"
#include "views/attach/attach_sheet.h"
#include "views/catalog/catalog_view.h"
#include "views/catalog/command_words.h"
#include "views/common/visible_bytes.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QAction>

#include <utility>

// A process of one's own that runs already: chosen, watched, let go.

namespace ipclab {

namespace {

constexpr qsizetype kLongestCommand = 500; // characters

RunningProcess shown(const AttachCandidate& one)
{
    RunningProcess process;
    process.pid = one.pid;
    process.started = one.started;
    process.name = visibleText(one.name);
    QStringList words;
    for (const std::string& word : wordsIn(one.command))
        words.append(visibleText(word, kLongestCommand));
    process.command = commandLine(words).left(kLongestCommand);
    if (!one.parentName.empty())
        process.startedBy
            = QStringLiteral("%1 (%2)").arg(visibleText(one.parentName)).arg(one.parent.value);
    process.ours = one.ours;
    if (one.refusal)
        process.obstacle = std::string(name(*one.refusal));
    if (one.refusal == AttachRefusal::Traced)
        process.obstacle += ' ' + std::to_string(one.tracer.value);
    else if (one.refusal == AttachRefusal::Ancestor)
        process.obstacle += ' ' + std::to_string(one.pid.value);
    return process;
}

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
            noticeHere().show(NoticeBar::Kind::Error, errorSentence(error));
    });
}

void MainWindow::showRunning()
{
    if (!m_attachSheet) {
        m_attachSheet = new AttachSheet(m_look, this);
        connect(m_attachSheet, &AttachSheet::listWanted, this, [this] {
            std::vector<RunningProcess> processes;
            for (const AttachCandidate& one : attachCandidates())
                processes.push_back(shown(one));
            m_attachSheet->setProcesses(std::move(processes));
        });
        connect(m_attachSheet, &AttachSheet::attachWanted, this, &MainWindow::attachTo);
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
    m_attachSheet->setTrying();
    m_presenter.attach({ process.pid, process.name, wordsIn(now->command) });
}

// Only now is what was open left.
void MainWindow::showAttached()
{
    if (m_attachSheet)
        m_attachSheet->accept();
    page().setNextLab({});
    showPage();
    leaveLab();
    m_presenter.openAttached();
    enableActions();
    nameWindow();
    m_page->focusPanel(1);
}

} // namespace ipclab
