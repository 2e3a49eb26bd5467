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
#include "views/timebar/density_bar.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_panel.h"

#include <QSplitter>
#include <QTabWidget>

#include <algorithm>
#include <functional>
#include <iterator>

// The room that each panel has, and how one goes to it.

namespace ipclab {

namespace {

// As they stand, by names for the settings.
const QByteArray kTabs[] = { "traffic", "lanes", "calls", "plots", "code", "end" };

} // namespace

struct LabPage::KeptLayout {
    QString name; // in the settings
    std::function<QByteArray()> save;
    std::function<void(const QByteArray& saved)> restore;
};

std::vector<LabPage::KeptLayout> LabPage::keptLayouts()
{
    const auto showTab = [this](const QByteArray& saved) {
        const auto* const tab = std::ranges::find(kTabs, saved);
        if (tab != std::end(kTabs)) // else none was kept, or it is no tab
            m_tabs->setCurrentIndex(static_cast<int>(tab - std::begin(kTabs)));
    };
    return {
        { QStringLiteral("columns"), [this] { return m_atDesk.first; },
            [this](const QByteArray& saved) { m_atDesk.first = saved; } },
        { QStringLiteral("rows"), [this] { return m_atDesk.second; },
            [this](const QByteArray& saved) { m_atDesk.second = saved; } },
        { QStringLiteral("inspector-folds"), [this] { return m_inspector->folds(); },
            [this](const QByteArray& saved) { m_inspector->setFolds(saved); } },
        { QStringLiteral("plots"), [this] { return m_plots->remembered(); },
            [this](const QByteArray& saved) { m_plots->remember(saved); } },
        { QStringLiteral("traffic"), [this] { return m_traffic->remembered(); },
            [this](const QByteArray& saved) { m_traffic->remember(saved); } },
        { QStringLiteral("lanes-folds"), [this] { return m_lanes->view().folds(); },
            [this](const QByteArray& saved) { m_lanes->view().restoreFolds(saved); } },
        { QStringLiteral("maps"), [this] { return m_map->saveMemories(); },
            [this](const QByteArray& saved) { m_map->restoreMemories(saved); } },
        { QStringLiteral("tab"), [this] { return kTabs[m_tabs->currentIndex()]; }, showTab },
    };
}

void LabPage::restoreLayout(const Settings& settings)
{
    for (const KeptLayout& one : keptLayouts())
        one.restore(settings.layout(one.name));
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
    for (const KeptLayout& one : keptLayouts())
        settings.setLayout(one.name, one.save());
}

void LabPage::focusPanel(int index)
{
    QWidget* const panels[] = { m_guide, m_map, m_tabs, m_inspector, m_time };
    if (index < 0 || index >= static_cast<int>(std::size(panels)))
        return;
    QWidget* const panel = panels[index];
    if (m_zoom.zoomed() && !panel->isVisible()) // behind the one that has all the room
        m_zoom.leave();
    if (panel->isHidden()) // a command has no guide
        return m_map->setFocus(Qt::ShortcutFocusReason);
    if (panel == m_guide)
        return m_guide->focusNow();
    QWidget* const moves = m_time->findChild<DensityBar*>(); // in time, by the next key
    (panel == m_time ? moves : panel)->setFocus(Qt::ShortcutFocusReason);
}

void LabPage::greet()
{
    m_guide->greet();
}

void LabPage::applyLook()
{
    const Look& look = m_context.look;
    m_guide->setMinimumWidth(look.px(look.projector() ? 200 : 230)); // of its buttons' words
    m_inspector->setMinimumWidth(look.px(200));
    m_map->setMinimumSize(look.px(260), look.px(95));
    m_tabs->setMinimumSize(look.px(260), look.px(150)); // with two lines between buttons
    if (look.projector() == m_projected)
        return;
    noteLayout();
    share();
}

} // namespace ipclab
