// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/session_ending.h"
#include "app/session_folder.h"
#include "views/catalog/catalog_view.h"
#include "views/catalog/command_words.h"

#include <QDir>
#include <QFileInfo>
#include <QStackedWidget>

#include <utility>

// The workbench: a command without a lab.

namespace ipclab {

// As the person left it. The folder is the one that IPC Lab was started in; from a desktop, which
// starts it at home, the one that was last worked in.
void MainWindow::restoreCommand()
{
    CommandWish wish = m_settings.command();
    const bool remembered = QFileInfo(wish.folder).isDir() && QDir::current() == QDir::home();
    if (!remembered)
        wish.folder = QDir::currentPath();
    m_catalogView->setCommand(wish, m_settings.commandMore());
    m_catalogView->setRecentCommands(m_settings.recentCommands());
}

void MainWindow::openCommand(CommandWish wish)
{
    wish.line = wish.line.trimmed();
    const std::optional<CommandProblem> problem = problemOf(wish);
    m_catalogView->setProblem(problem);
    if (problem)
        return;
    if (!mayLeave([this, wish] { openCommand(wish); }))
        return;
    if (wish.folder.isEmpty())
        wish.folder = QDir::currentPath();
    m_settings.addCommand(wish.line);
    m_settings.setCommand(wish);
    m_catalogView->setRecentCommands(m_settings.recentCommands());
    page();
    showPage();
    leaveLab();
    const QStringList argv = commandWords(wish.line).argv;
    m_presenter.openCommand({ std::move(wish), argv });
    nameWindow();
    m_page->focusPanel(1);
}

// The commands among what is kept; the labs are in the catalog.
void MainWindow::listRuns()
{
    if (onPage())
        return; // when the catalog is shown again
    std::vector<RecentRun> runs;
    for (const KeptSession& one : keptSessions()) {
        if (one.lab.isEmpty() && !one.argv.isEmpty())
            runs.push_back({ one.path, commandLine(one.argv), one.startedAt, endingOf(one.path) });
    }
    m_catalogView->setRecentRuns(std::move(runs));
}

} // namespace ipclab
