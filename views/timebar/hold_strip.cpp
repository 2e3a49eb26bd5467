// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timebar/hold_strip.h"

#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"
#include "views/common/wording_ahead.h"
#include "views/timebar/hold_row.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kMostHeldRows = 5;

} // namespace

// In the order of processes.
std::vector<HoldStrip::Held> HoldStrip::heldIn(const World& world)
{
    std::vector<Held> all;
    for (const auto& [pid, process] : world.processes) {
        if (!process.alive())
            continue;
        for (const auto& [tid, thread] : process.threads) {
            if (process.held || thread.ahead)
                all.push_back({ pid, tid, thread.ahead.has_value(), thread.call.has_value() });
        }
    }
    return all;
}

// Those that have a row keep it, others take what room there is: those that stand first. Who waits
// in a call may do so for long, and gives its row to one that stands, unless the person is at it.
std::vector<HoldStrip::Held> HoldStrip::chosenOf(std::vector<Held> held) const
{
    if (m_lines.empty() && held.size() <= kMostHeldRows)
        return held;
    std::vector<Held> chosen;
    std::vector<bool> mayGo;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        const auto kept = std::ranges::find(held, m_lines[i].tid, &Held::tid);
        if (kept == held.end())
            continue;
        mayGo.push_back(!kept->stands && kept->waits && !m_rows[i]->inUse());
        chosen.push_back(*kept);
        held.erase(kept);
    }
    std::ranges::stable_partition(held, &Held::stands);
    for (const Held& one : held) {
        const auto place = std::ranges::find(mayGo, true);
        if (chosen.size() < kMostHeldRows) {
            chosen.push_back(one);
        } else if (one.stands && place != mayGo.end()) {
            chosen[static_cast<std::size_t>(place - mayGo.begin())] = one;
            *place = false;
        }
    }
    return chosen;
}

HoldLine HoldStrip::lineOf(const World& world, const Held& held)
{
    const Process& process = *world.process(held.pid);
    QString who = processWithPid(process);
    if (process.threads.size() > 1)
        who += tr(", thread %1").arg(held.tid.value);
    const QString words = held.stands ? aheadWords(world, *process.threads.at(held.tid).ahead)
                                      : tr("goes on until its next call");
    return { held.pid, held.tid, who, words, held.stands };
}

HoldStrip::HoldStrip(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_column(new QVBoxLayout(this))
    , m_slow(new QLabel(this))
    , m_more(new QLabel(this))
{
    m_slow->setObjectName(QStringLiteral("slowWords"));
    m_slow->setWordWrap(true);
    for (std::size_t i = 0; i < kMostHeldRows; ++i) {
        auto* const row = new HoldRow(context.look, this);
        connect(row, &HoldRow::stepWanted, this, &HoldStrip::stepWanted);
        connect(row, &HoldRow::chosen, this, [this](Pid pid) { m_context.selection.choose(pid); });
        m_rows.push_back(row);
        m_column->addWidget(row);
    }
    m_column->addWidget(m_more);
    m_column->addWidget(m_slow);
    connect(&context.cursor, &TimeCursor::moved, this, &HoldStrip::follow);
    connect(&context.cursor, &TimeCursor::logChanged, this, &HoldStrip::follow);
    connect(&context.look, &Look::changed, this, &HoldStrip::relook);
    relook();
    follow();
}

void HoldStrip::setMayStep(bool may)
{
    m_mayStep = may;
    follow();
}

void HoldStrip::follow()
{
    const World& world = m_context.cursor.world();
    std::vector<Held> held = heldIn(world);
    const std::size_t all = held.size();
    std::vector<HoldLine> lines;
    for (const Held& one : chosenOf(std::move(held)))
        lines.push_back(lineOf(world, one));
    showLines(lines);
    for (HoldRow* const row : m_rows)
        row->setMayStep(m_mayStep && m_context.cursor.live());
    m_more->setText(tr("and %1 more").arg(countText(all - lines.size())));
    m_more->setVisible(all > lines.size());
    const QString slow = slowSentence(world.slow);
    if (slow != m_slow->text())
        m_slow->setText(slow);
    m_slow->setVisible(!slow.isEmpty());
    setVisible(!lines.empty() || !slow.isEmpty());
}

void HoldStrip::showLines(const std::vector<HoldLine>& lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->setVisible(i < lines.size());
        if (i < lines.size())
            m_rows[i]->show(lines[i]);
    }
}

void HoldStrip::relook()
{
    const Look& look = m_context.look;
    m_column->setContentsMargins(look.px(14), look.px(5), look.px(14), look.px(2));
    m_column->setSpacing(look.px(3));
    for (QLabel* const label : { m_slow, m_more })
        label->setStyleSheet(css(look.small(), look.colour(Ink::QuietText)));
    for (HoldRow* const row : m_rows)
        row->relook();
}

void HoldStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.look.colour(Ink::Surface));
    painter.fillRect(0, 0, width(), 1, m_context.look.colour(Ink::Line));
}

void HoldStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_lines.clear();
        for (HoldRow* const row : m_rows)
            row->retranslate();
        follow();
    }
    QWidget::changeEvent(event);
}

} // namespace ipclab
