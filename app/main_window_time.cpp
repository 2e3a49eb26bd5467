// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "views/common/wording.h"

#include <QAction>

#include <utility>

namespace ipclab {

// Other moments, by keys that work wherever the focus is.
void MainWindow::connectTimeActions()
{
    const WindowActions& actions = *m_actions;
    const auto on = [&](Command command, auto act) {
        connect(actions[command], &QAction::triggered, this, act);
    };
    on(Command::Live, [this] { goTo(m_cursor.end()); });
    on(Command::EventBack, [this] { goBy(-1); });
    on(Command::EventOn, [this] { goBy(1); });
    on(Command::OwnEventBack, [this] { goToEventOfSelection(Towards::Earlier); });
    on(Command::OwnEventOn, [this] { goToEventOfSelection(Towards::Later); });
    on(Command::FindingBack, [this] { goToFinding(Towards::Earlier); });
    on(Command::FindingOn, [this] { goToFinding(Towards::Later); });
    on(Command::OtherEnd, [this] { page().goToOtherEnd(); });
    on(Command::CodeOf, [this] { page().goToCode(); });
    on(Command::PrintOf, [this] { page().goToPrint(); });
    on(Command::Bookmark, [this] { editBookmark(m_cursor.moment()); });
    on(Command::Bookmarks, [this] { showBookmarks(); });
}

void MainWindow::goBy(std::int64_t events)
{
    unsayNoMoment();
    m_cursor.goBy(events);
}

void MainWindow::goToEventOfSelection(Towards towards)
{
    const EventSubject subject { m_selection.pid(), m_selection.channel() };
    if (!m_cursor.wholeLog())
        return;
    if (!subject.any())
        return goTo(
            std::nullopt, [] { return tr("Select a process or a channel first, on the map."); });
    const LogView all(*m_cursor.wholeLog(), m_cursor.end());
    const Process* const process = m_cursor.world().process(subject.pid);
    const QString name = subject.channel ? channelLabel(m_cursor.world(), subject.channel)
        : process                        ? processLabel(*process)
                                         : QString::number(subject.pid.value);
    goTo(momentAbout(all, m_cursor.moment(), subject, towards), [name, towards] {
        return towards == Towards::Later ? tr("There is no later event of %1.").arg(name)
                                         : tr("There is no earlier event of %1.").arg(name);
    });
}

void MainWindow::goToFinding(Towards towards)
{
    if (!m_cursor.wholeLog())
        return;
    const LogView all(*m_cursor.wholeLog(), m_cursor.end());
    goTo(momentOfFinding(all, m_cursor.moment(), towards), [towards] {
        return towards == Towards::Later ? tr("There is no later finding.")
                                         : tr("There is no earlier finding.");
    });
}

void MainWindow::goTo(std::optional<EventIndex> moment, std::function<QString()> orSay)
{
    if (!moment) {
        NoticeBar& notice = page().notice();
        if (notice.saysWhatWentWrong()) // that is worth more, and nobody has read it yet
            return;
        notice.show(NoticeBar::Kind::Progress, orSay);
        m_noMoment = std::move(orSay);
        return;
    }
    unsayNoMoment();
    m_cursor.goToOrLive(*moment);
}

void MainWindow::unsayNoMoment()
{
    NoticeBar& notice = page().notice();
    // What is said since is not ours to take away.
    if (const auto said = std::exchange(m_noMoment, {}); said && notice.message() == said())
        notice.dismiss();
}

} // namespace ipclab
