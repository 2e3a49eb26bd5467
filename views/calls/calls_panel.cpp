// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_panel.h"

#include "views/calls/calls_model.h"
#include "views/calls/calls_table.h"
#include "views/calls/filter_sentence.h"
#include "views/common/channel_choices.h"
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <QEvent>
#include <QLabel>
#include <QStackedLayout>

#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kMostChannels = 200; // channels to choose from

} // namespace

CallsPanel::CallsPanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_unseen(*this, [this] { listChannels(); })
    , m_model(new CallsModel(context.cursor, this))
    , m_clock(context.cursor)
    , m_counting(kReadingRate)
{
    createParts();
    connectParts();
    applyLook();
    retranslate();
    followSelection();
    follow();
}

void CallsPanel::beginAgain()
{
    m_going.reset();
    m_moment = 0;
    m_wasLive = true;
    m_model->forget();
    m_sentence->leaveChannel();
    m_table->setFollowing(true);
    follow();
}

void CallsPanel::showAll()
{
    m_sentence->clear();
}

void CallsPanel::follow()
{
    const bool more = m_model->follow();
    followMoment();
    choose();
    needClock();
    const bool none = m_model->rowCount() == 0 && !m_model->looking();
    m_stack->setCurrentIndex(none ? 0 : 1);
    m_counting.ask();
    if (more)
        m_rest.start(0);
}

void CallsPanel::followMoment()
{
    const TimeCursor& cursor = m_context.cursor;
    const bool wasLive = std::exchange(m_wasLive, cursor.live());
    if (cursor.live() && !wasLive)
        m_table->setFollowing(true);
    if (cursor.live() || cursor.moment() == m_moment)
        return;
    const std::optional<int> row = m_model->momentRow();
    if (!row)
        return;
    m_moment = cursor.moment();
    m_table->setFollowing(false);
    m_table->bringIntoView(*row);
}

void CallsPanel::followSelection()
{
    const Pid pid = m_context.selection.pid();
    const Process* const process = m_context.cursor.endWorld().process(pid);
    m_sentence->setChosen(pid, process ? processWithPid(*process) : QString());
}

void CallsPanel::listChannels()
{
    if (m_unseen.leavesOut())
        return;
    std::vector<ChannelId> ids;
    const World& world = m_context.cursor.endWorld();
    for (const auto& [id, channel] : world.channels) {
        if (ids.size() == kMostChannels)
            break;
        if (channel.kind == ChannelKind::File)
            continue;
        ids.push_back(id);
    }
    std::vector<QString> names = channelChoices(world, ids);
    m_sentence->setChannels(std::move(ids), std::move(names));
}

// What is looked at stays in view: the filter's first rows are those about it.
void CallsPanel::filterChanged()
{
    std::optional<EventIndex> anchor = m_going;
    if (const QModelIndex current = m_table->currentIndex(); !anchor && current.isValid())
        anchor = m_model->eventAt(current.row());
    else if (!anchor && !m_table->following() && m_model->rowCount() > 0)
        anchor = m_model->eventAt(m_table->topRow());
    m_model->setFilter(m_sentence->filter(), anchor);
    m_table->setFollowing(!anchor);
    m_moment = 0;
    follow();
    if (!anchor || m_going)
        return;
    if (const std::optional<int> row = m_model->rowOf(*anchor))
        m_table->choose(*row);
    else if (const std::optional<int> near = m_model->nearestRow(*anchor))
        m_table->bringIntoView(*near);
}

void CallsPanel::showCounts()
{
    const int rows = m_model->rowCount();
    QString words
        = rows == 1 ? tr("1 row") : tr("%1 rows").arg(countText(static_cast<quint64>(rows)));
    if (m_model->looking())
        words += QStringLiteral(" · ") + tr("looked at %1 %").arg(m_model->percentLooked());
    if (m_sentence->wantsChosen() && !m_model->filter().pid)
        words += QStringLiteral(" · ") + tr("no process is chosen: these are of everyone");
    const EventLog* const log = m_context.cursor.wholeLog();
    if (log && log->dropped().events > 0)
        words += QStringLiteral(" · ")
            + tr("%1 events not recorded").arg(countText(log->dropped().events));
    m_sentence->say(m_model->any() ? words : QString());
    fit();
    m_empty->setText(m_model->any()
            ? tr("Nothing that happened is like that. Widen the sentence above.")
            : tr("Every call that a process makes appears here, one row each, with what came "
                 "of it and how long it took, as soon as something runs."));
}

void CallsPanel::tick()
{
    m_model->setNow(m_clock.now());
    if (m_model->filter().wanted == CallsWanted::LongWaits)
        follow();
    m_table->viewport()->update();
    needClock();
}

void CallsPanel::needClock()
{
    m_clock.setNeeded(isVisible()
        && (m_model->filter().wanted == CallsWanted::LongWaits || m_table->anyWaitingInView()));
}

// All of the sentence, on as many lines as it needs; where room is scarce, rather rows than titles.
void CallsPanel::fit()
{
    m_sentence->setFixedHeight(m_sentence->heightForWidth(width()));
    m_table->setTitled(height() >= m_context.look.px(170));
}

void CallsPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fit();
}

void CallsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    fit();
    needClock();
}

void CallsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
