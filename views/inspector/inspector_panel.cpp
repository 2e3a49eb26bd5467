// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/inspector_panel.h"

#include "views/common/accessible_role.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/inspector/channel_page.h"
#include "views/inspector/fact_list.h"
#include "views/inspector/fact_rows.h"
#include "views/inspector/inspector_facts.h"
#include "views/inspector/process_page.h"
#include "views/inspector/section.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace ipclab {

namespace {

constexpr int kPanelWidth = 290; // px at the desk

} // namespace

InspectorPanel::InspectorPanel(ViewContext context, QWidget* parent)
    : QScrollArea(parent)
    , m_context(context)
    , m_clock(context.cursor)
    , m_pages(new QWidget)
    , m_process(new ProcessPage(context.look))
    , m_channel(new ChannelPage(context.look))
    , m_empty(new QLabel)
{
    setAccessibleRole(*this, QAccessible::Grouping);
    // Not a stack, which is as high as its highest page: hidden pages take no room, and no time.
    auto* const column = new QVBoxLayout(m_pages);
    column->setContentsMargins({});
    for (QWidget* const page : std::initializer_list<QWidget*> { m_empty, m_process, m_channel })
        column->addWidget(page);
    turnTo(m_empty);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    setWidget(m_pages);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    connect(&m_context.cursor, &TimeCursor::movedForReading, this, &InspectorPanel::rebuild);
    connect(&m_context.selection, &Selection::changed, this, &InspectorPanel::rebuild);
    connect(&m_context.look, &Look::changed, this, &InspectorPanel::relook);
    connect(&m_clock, &LiveClock::ticked, this, &InspectorPanel::rebuild);
    connect(m_process, &ProcessPage::signalWanted, this, &InspectorPanel::signalWanted);
    // Who gets it stays here, though another may be more worth a look from now on: the next signal
    // would go to that one.
    connect(m_process, &ProcessPage::signalWanted, this, [this](Pid pid) {
        if (pid == m_shown)
            m_context.selection.choose(pid);
    });
    connect(m_process, &ProcessPage::closeEndWanted, this, &InspectorPanel::closeEndWanted);
    connect(m_process, &ProcessPage::holdWanted, this, &InspectorPanel::holdWanted);
    connect(m_process, &ProcessPage::stepWanted, this, &InspectorPanel::stepWanted);
    connect(m_channel, &ChannelPage::closeEndWanted, this, &InspectorPanel::closeEndWanted);
    connect(m_process, &ProcessPage::chosen, this, &InspectorPanel::choose);
    connect(m_channel, &ChannelPage::chosen, this, &InspectorPanel::choose);
    for (auto* const list : m_pages->findChildren<FactList*>())
        connect(list, &FactList::reached, this, [this, list](const QRect& row) {
            const QPoint place = list->mapTo(m_pages, row.center());
            ensureVisible(place.x(), place.y(), 0, row.height());
        });
    setFolds({});
    relook();
    retranslate();
}

QSize InspectorPanel::sizeHint() const
{
    return { m_context.look.px(kPanelWidth), m_context.look.px(560) };
}

void InspectorPanel::rebuild()
{
    if (!isVisible()) // brought up to date when it is shown
        return;
    const World& world = m_context.cursor.world();
    const Selection& selection = m_context.selection;
    if (world.channel(selection.channel())) {
        ChannelFacts facts = channelFacts(world, m_context.cursor.log(), selection.channel());
        facts.obstacle = obstacle();
        m_channel->show(facts);
        turnTo(m_channel);
        m_clock.setNeeded(false);
        return;
    }
    m_shown = world.process(selection.pid()) ? selection.pid() : mostInteresting(world, m_shown);
    const Process* const process = world.process(m_shown);
    m_clock.setNeeded(process && showsWaits(world, *process));
    if (!process) {
        nameEmpty();
        turnTo(m_empty);
        return;
    }
    ProcessFacts facts = processFacts(world, m_context.cursor.log(), m_shown, m_clock.now());
    facts.obstacle = obstacle();
    m_process->show(facts);
    turnTo(m_process);
}

QString InspectorPanel::obstacle() const
{
    if (m_replay)
        return tr("This was recorded: nothing can be done to it");
    return m_context.cursor.live() ? QString() : tr("Go to Live to do something to it");
}

void InspectorPanel::setReplay(bool replay)
{
    m_replay = replay;
    rebuild();
}

void InspectorPanel::turnTo(QWidget* page)
{
    for (QWidget* const one : std::initializer_list<QWidget*> { m_empty, m_process, m_channel })
        one->setVisible(one == page);
}

// The selection first: a moment may be reached together with who is shown there.
void InspectorPanel::choose(const Target& target)
{
    if (target.pid)
        m_context.selection.choose(target.pid);
    else if (target.channel)
        m_context.selection.choose(target.channel);
    if (target.moment)
        m_context.cursor.goToOrLive(*target.moment);
}

QByteArray InspectorPanel::folds() const
{
    QByteArrayList folded;
    for (const auto* const section : m_pages->findChildren<Section*>()) {
        if (!section->isOpen())
            folded += section->objectName().toLatin1();
    }
    return '+' + folded.join(',');
}

void InspectorPanel::setFolds(const QByteArray& kept)
{
    const QByteArrayList folded = kept.startsWith('+') ? kept.mid(1).split(',')
                                                       : QByteArrayList { "environment", "limits" };
    for (auto* const section : m_pages->findChildren<Section*>())
        section->setOpen(!folded.contains(section->objectName().toLatin1()));
}

void InspectorPanel::relook()
{
    const Look& look = m_context.look;
    setMinimumWidth(look.px(kPanelWidth - 50));
    m_empty->setStyleSheet(QStringLiteral("QLabel { %1 padding: %2px; }")
                               .arg(css(look.body(), look.colour(Ink::QuietText)))
                               .arg(look.px(24)));
    m_process->relook();
    m_channel->relook();
    updateGeometry();
    rebuild();
    viewport()->update();
}

void InspectorPanel::nameEmpty()
{
    m_empty->setText(m_context.cursor.end() > m_context.cursor.moment()
            ? tr("Nobody lives at this moment. At a later one, what a process waits for, its open "
                 "files and its signals are shown here.")
            : m_replay
            ? tr("Nothing was recorded in this session.")
            : tr("Run a program. What it waits for, its open files and its signals are shown "
                 "here."));
}

void InspectorPanel::retranslate()
{
    setAccessibleName(tr("Inspector"));
    nameEmpty();
    m_process->retranslate();
    m_channel->retranslate();
    rebuild();
}

void InspectorPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QScrollArea::changeEvent(event);
}

void InspectorPanel::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), m_context.look.colour(Ink::Surface));
    QScrollArea::paintEvent(event);
}

void InspectorPanel::showEvent(QShowEvent* event)
{
    QScrollArea::showEvent(event);
    rebuild();
}

} // namespace ipclab
