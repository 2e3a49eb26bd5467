// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/lab_presenter.h"
#include "app/notice_bar.h"
#include "ipc-core/base/signal_name.h"
#include "views/common/menu_text.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"
#include "views/console/console_panel.h"
#include "views/inspector/inspector_facts.h"
#include "views/map/map_view.h"

#include <QMenu>
#include <QTabWidget>

#include <csignal>
#include <utility>

namespace ipclab {

void LabPage::showMenu(const QPoint& place)
{
    actsMenu()->popup(place);
}

void LabPage::showMapMenu(const QPoint& place)
{
    QMenu* const menu = actsMenu();
    m_map->addActsTo(*menu);
    menu->popup(place);
}

// What can be done to what is selected.
QMenu* LabPage::actsMenu()
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("acts"));
    const World& world = m_context.cursor.world();
    if (const ChannelId channel = m_context.selection.channel(); world.channel(channel))
        addInput(*menu, channel);
    else if (const Process* const process = world.process(m_context.selection.pid()))
        addProcessMenu(*menu, *process);
    const bool now = !m_presenter.opened() && m_context.cursor.live();
    for (QAction* action : menu->actions())
        action->setEnabled(action->isEnabled() && now);
    if (menu->isEmpty())
        menu->addAction(tr("Nothing can be done to it from here"))->setEnabled(false);
    else if (!now)
        menu->addAction(m_presenter.opened() ? tr("This was recorded: nothing can be done to it")
                                             : tr("Go to Live to do something to it"))
            ->setEnabled(false);
    return menu;
}

void LabPage::addProcessMenu(QMenu& menu, const Process& process)
{
    if (!process.isWatched())
        return;
    const auto send = [&](QMenu& to, const QString& words, int signal) {
        connect(to.addAction(words), &QAction::triggered, this,
            [this, pid = process.pid, signal] { m_presenter.signal(pid, signal); });
    };
    const bool stopped = process.state() == ProcessState::Stopped;
    const QString who = menuText(processLabel(process));
    if (stopped)
        send(menu, tr("Let %1 continue (SIGCONT)").arg(who), SIGCONT);
    else
        send(menu, tr("Stop %1 (SIGSTOP)").arg(who), SIGSTOP);
    const Pid pid = process.pid;
    if (process.nextHeld())
        connect(menu.addAction(tr("Let %1 make one call").arg(who)), &QAction::triggered, this,
            [this, pid] { m_presenter.step(pid); });
    connect(menu.addAction(
                (process.held ? tr("Let %1 go on freely") : tr("Hold %1 before its next call"))
                    .arg(who)),
        &QAction::triggered, this,
        [this, pid, hold = !process.held] { m_presenter.setHeld(pid, hold); });
    QMenu* const signalMenu = menu.addMenu(tr("Send a signal"));
    const ProcessFacts facts = processFacts(
        m_context.cursor.world(), m_context.cursor.log(), process.pid, m_context.cursor.time());
    for (const SignalFact& fact : facts.signalActions)
        send(*signalMenu, text(signalName(fact.signal)) + QLatin1Char('\t') + fact.action,
            fact.signal);
    if (const AttachTarget* const attached = m_presenter.attached())
        connect(menu.addAction(tr("Let %1 go: it goes on unwatched").arg(menuText(attached->name))),
            &QAction::triggered, &m_presenter, &LabPresenter::stop);
    if (const Descriptor* const in = m_context.cursor.world().descriptor(process.pid, 0))
        addInput(menu, in->channel);
}

// What is shown stays; and nobody has to fear for it.
void LabPage::sayDetached()
{
    const AttachTarget* const attached = m_presenter.attached();
    const Process* const process
        = attached ? m_context.cursor.endWorld().process(attached->pid) : nullptr;
    const bool gone = process && process->ending && process->ending->detached;
    if (gone && !std::exchange(m_saidDetached, true))
        m_notice->show(
            NoticeBar::Kind::Progress, [name = attached->name, pid = attached->pid.value] {
                return tr("%1 (%2) was let go: it goes on, unwatched. What was seen of it stays "
                          "here.")
                    .arg(name, QString::number(pid));
            });
}

// Where IPC Lab holds the other end.
void LabPage::addInput(QMenu& menu, ChannelId channel)
{
    const QString run = m_presenter.inputOf(channel);
    if (run.isEmpty())
        return;
    const QString name = menuText(channelLabel(m_context.cursor.world(), channel));
    connect(menu.addAction(tr("Type into %1…").arg(name)), &QAction::triggered, this, [this, run] {
        m_tabs->setCurrentWidget(m_console);
        m_console->goToInput(run);
    });
    connect(menu.addAction(tr("Close IPC Lab's end of %1").arg(name)), &QAction::triggered, this,
        [this, run] { m_presenter.closeInput(run); });
}

} // namespace ipclab
