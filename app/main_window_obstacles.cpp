// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What can be asked for now, and what is in the way of the rest.
#include "app/lab_page.h"
#include "app/main_window.h"
#include "views/map/map_view.h"

#include <QAction>

namespace ipclab {

namespace {

// What is in the way already; else why not, unless it may be.
QString unless(bool may, const QString& why, const QString& already)
{
    return may || !already.isEmpty() ? already : why;
}

} // namespace

void MainWindow::enableActions()
{
    const bool open = onPage();
    const QString closed
        = open ? QString() : tr("Nothing is open: choose a lab, a command or a session first");
    m_actions->allow(Command::ForgetProgress,
        open ? tr("Go to the catalog first: what is open would be noted again") : QString());
    for (const Command command :
        { Command::Catalog, Command::Live, Command::EventBack, Command::EventOn,
            Command::OwnEventBack, Command::OwnEventOn, Command::FindingBack, Command::FindingOn,
            Command::OtherEnd, Command::PrintOf, Command::CodeOf, Command::Bookmark,
            Command::Bookmarks, Command::Maximise, Command::MapCloser, Command::MapFurther,
            Command::MapWhole, Command::MapRealSize, Command::MapFind, Command::MapPlaceAnew,
            Command::GoToMap, Command::GoToTabs, Command::GoToInspector, Command::GoToTime })
        m_actions->allow(command, closed);
    m_actions->allow(Command::GoToGuide,
        unless(m_presenter.runner() != nullptr, tr("Only a lab has a guide"), closed));
    // Who saves another would have to wait for the first.
    m_actions->allow(Command::SaveSession,
        unless(!m_presenter.copy().active(), tr("Another is being saved just now"),
            unless(m_presenter.sharedLog() != nullptr, tr("Nothing has run yet"), closed)));
    enableRunning(closed);
}

// Also by the buttons of the page.
void MainWindow::enableRunning(const QString& closed)
{
    const bool attached = m_presenter.attached() != nullptr;
    const QString foreign = unless(!m_presenter.opened(), tr("This was recorded: it does not run"),
        unless(!attached, tr("It was not started here, so it is not started again"), closed));
    const QString idle = unless(m_presenter.busy(), tr("Nothing runs just now"), closed);
    for (const Command command : { Command::Run, Command::Reset })
        m_actions->allow(command, foreign);
    m_actions->allow(Command::ShowStep,
        unless(m_presenter.runner() != nullptr, tr("Only a lab has steps"), foreign));
    for (const Command command : { Command::Stop, Command::StepCall, Command::HoldOne })
        m_actions->allow(command, idle);
    m_actions->allow(Command::Detach, unless(attached, tr("You are attached to nothing"), idle));
    // Also before a run: it is held from its start.
    m_actions->allow(Command::Pause, foreign.isEmpty() ? foreign : idle);
}

// Of what is chosen: asked when the menu opens.
void MainWindow::enableFolding()
{
    const MapFold fold = onPage() ? page().map().foldOfChosen() : MapFold::None;
    m_actions->allow(Command::MapUnfold,
        unless(fold == MapFold::Folded,
            tr("Choose a process on the map under which others are folded"), {}));
    m_actions->allow(Command::MapFold,
        unless(fold == MapFold::Open,
            tr("Choose a process on the map under which others are shown"), {}));
}

} // namespace ipclab
