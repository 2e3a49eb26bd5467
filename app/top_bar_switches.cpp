// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a lab adds to the bar: its switches, and buttons for what is launched beside what runs.
#include "app/top_bar.h"
#include "views/common/elided_label.h"
#include "views/common/look.h"
#include "views/common/wrap_layout.h"

#include <QGridLayout>
#include <QPushButton>

namespace ipclab {

namespace {

constexpr int kLeastWhere = 70; // px: less of it says nothing

} // namespace

void TopBar::setSwitches(const std::vector<Switch>& switches)
{
    if (switches == m_shown)
        return;
    m_shown = switches;
    for (const auto& [name, segments] : m_byName)
        delete segments;
    m_byName.clear();
    for (const Switch& one : switches) {
        auto* segments = new Segments(m_look, one.name, true, m_switches);
        segments->setObjectName(QStringLiteral("switch-") + one.name);
        std::vector<Segments::Segment> values;
        for (const QString& value : one.values)
            values.push_back({ value, value, {} });
        segments->setSegments(std::move(values));
        connect(segments, &Segments::picked, this,
            [this, name = one.name](const QString& value) { emit switchPicked(name, value); });
        m_switchRow->addWidget(segments);
        m_byName[one.name] = segments;
    }
    m_switches->setVisible(!switches.empty() || !m_starts.empty());
    placeSwitches();
    orderTabs();
}

void TopBar::setStarts(const QStringList& runs)
{
    qDeleteAll(m_starts);
    m_starts.clear();
    for (const QString& run : runs) {
        auto* button = new QPushButton(m_switches);
        button->setObjectName(QStringLiteral("start-") + run);
        button->setProperty("run", run);
        connect(button, &QPushButton::clicked, this, [this, run] { emit startWanted(run); });
        m_switchRow->addWidget(button);
        m_starts.push_back(button);
    }
    m_switches->setVisible(!m_shown.empty() || !m_starts.empty());
    nameStarts();
    applyLook();
    orderTabs();
}

void TopBar::nameStarts()
{
    for (QPushButton* button : m_starts) {
        const QString run = button->property("run").toString();
        button->setText(tr("Start %1").arg(run));
        button->setToolTip(tr("Launch %1 beside what runs").arg(run));
    }
}

void TopBar::chooseSwitch(const QString& name, const QString& value)
{
    const auto found = m_byName.find(name);
    if (found != m_byName.end())
        found->second->choose(value);
}

void TopBar::placeSwitches()
{
    // The title gives way last.
    m_title->setMinimumWidth(qMin(m_title->sizeHint().width(), width() / 3));
    int wanted = m_grid->contentsMargins().left() + m_grid->contentsMargins().right();
    for (const QWidget* widget : findChildren<QWidget*>(Qt::FindDirectChildrenOnly)) {
        if (widget->isHidden())
            continue;
        const int hint = widget->sizeHint().width();
        // Where one is may be elided, before a second row takes room from the map.
        wanted += (widget == m_where ? qMin(hint, m_look.px(kLeastWhere)) : hint)
            + m_grid->horizontalSpacing();
    }
    const bool oneRow = wanted <= width();
    m_where->setMinimumWidth(qMin(m_where->sizeHint().width(), m_look.px(kLeastWhere)));
    // In the first row they stay in one line, and where one is gives way.
    m_switches->setMinimumWidth(oneRow ? m_switches->sizeHint().width() : 0);
    if (oneRow == m_oneRow)
        return;
    m_oneRow = oneRow;
    m_grid->removeWidget(m_switches);
    if (oneRow)
        m_grid->addWidget(m_switches, 0, 5);
    else
        m_grid->addWidget(m_switches, 1, 0, 1, m_grid->columnCount());
}

} // namespace ipclab
