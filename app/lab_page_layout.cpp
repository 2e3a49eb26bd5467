// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"
#include "app/settings.h"
#include "views/common/look.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/lanes/lanes_panel.h"
#include "views/lanes/lanes_view.h"
#include "views/map/map_view.h"
#include "views/plots/plots_panel.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_panel.h"

#include <QSplitter>
#include <QTabWidget>

#include <algorithm>
#include <iterator>

// The room that each panel has, and how one goes to it.

namespace ipclab {

namespace {

// As they stand, by names for the settings.
const QByteArray kTabs[] = { "traffic", "lanes", "calls", "plots", "code", "end" };

} // namespace

void LabPage::restoreLayout(const Settings& settings)
{
    m_atDesk
        = { settings.layout(QStringLiteral("columns")), settings.layout(QStringLiteral("rows")) };
    m_inspector->setFolds(settings.layout(QStringLiteral("inspector-folds")));
    m_plots->remember(settings.layout(QStringLiteral("plots")));
    m_traffic->remember(settings.layout(QStringLiteral("traffic")));
    m_lanes->view().restoreFolds(settings.layout(QStringLiteral("lanes-folds")));
    m_map->restoreMemories(settings.layout(QStringLiteral("maps")));
    const auto* const tab = std::ranges::find(kTabs, settings.layout(QStringLiteral("tab")));
    if (tab != std::end(kTabs)) // else none was kept, or it is no tab
        m_tabs->setCurrentIndex(static_cast<int>(tab - std::begin(kTabs)));
    share();
}

// The room as the person left it, or as it is meant to be. Projected, words need more of it.
void LabPage::share()
{
    m_projected = m_context.look.projector();
    const bool kept = !m_projected && m_columns->restoreState(m_atDesk.first)
        && m_rows->restoreState(m_atDesk.second);
    for (QSplitter* splitter : { m_columns, m_rows })
        splitter->setChildrenCollapsible(false); // the state may say otherwise
    if (kept)
        return;
    m_columns->setSizes(m_projected ? QList<int> { 310, 660, 310 } : QList<int> { 290, 705, 285 });
    m_rows->setSizes(m_projected ? QList<int> { 300, 210 } : QList<int> { 330, 220 });
}

void LabPage::noteLayout()
{
    if (!m_projected && !m_zoom.zoomed())
        m_atDesk = { m_columns->saveState(), m_rows->saveState() };
}

void LabPage::saveLayout(Settings& settings)
{
    noteLayout();
    settings.setLayout(QStringLiteral("columns"), m_atDesk.first);
    settings.setLayout(QStringLiteral("rows"), m_atDesk.second);
    settings.setLayout(QStringLiteral("inspector-folds"), m_inspector->folds());
    settings.setLayout(QStringLiteral("plots"), m_plots->remembered());
    settings.setLayout(QStringLiteral("traffic"), m_traffic->remembered());
    settings.setLayout(QStringLiteral("lanes-folds"), m_lanes->view().folds());
    settings.setLayout(QStringLiteral("maps"), m_map->saveMemories());
    settings.setLayout(QStringLiteral("tab"), kTabs[m_tabs->currentIndex()]);
}

void LabPage::focusPanel(int index)
{
    QWidget* const panels[] = { m_guide, m_map, m_tabs, m_inspector, m_time };
    if (index < 0 || index >= static_cast<int>(std::size(panels)))
        return;
    QWidget* const panel = panels[index];
    if (m_zoom.zoomed() && !panel->isVisible()) // behind the one that has all the room
        m_zoom.leave();
    if (panel == m_guide)
        return m_guide->focusNow();
    if (panel->focusPolicy() != Qt::NoFocus) {
        panel->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    for (QWidget* one = panel->nextInFocusChain(); one != panel; one = one->nextInFocusChain()) {
        const bool takesIt = one->focusPolicy() & Qt::TabFocus && one->isEnabled();
        if (takesIt && panel->isAncestorOf(one) && one->isVisibleTo(panel)) {
            one->setFocus(Qt::ShortcutFocusReason);
            return;
        }
    }
}

void LabPage::applyLook()
{
    const Look& look = m_context.look;
    m_guide->setMinimumWidth(look.px(200));
    m_inspector->setMinimumWidth(look.px(200));
    m_map->setMinimumSize(look.px(260), look.px(120));
    m_tabs->setMinimumSize(look.px(260), look.px(110));
    if (look.projector() == m_projected)
        return;
    noteLayout();
    share();
}

} // namespace ipclab
