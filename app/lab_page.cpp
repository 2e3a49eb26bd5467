// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"

#include "app/lab_catalog.h"
#include "app/lab_page_code.h"
#include "app/lab_presenter.h"
#include "app/lab_presenter_guide.h"
#include "app/notice_bar.h"
#include "app/settings.h"
#include "app/top_bar.h"
#include "views/code/code_panel.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording_tr.h"
#include "views/console/console_panel.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/map/map_view.h"
#include "views/timebar/time_bar.h"

#include <QEvent>
#include <QSplitter>
#include <QTabWidget>

namespace ipclab {

void LabPage::setLanguage(const QString& language)
{
    m_language = language;
    showOpened();
}

void LabPage::setNextLab(const QString& title)
{
    m_nextLab = title;
    showState();
}

QString LabPage::title() const
{
    if (const LabRunner* const runner = m_presenter.runner())
        return text(runner->lab().guideIn(m_language.toStdString()).title);
    const WorkbenchCommand* const command = m_presenter.command();
    return command ? command->argv.join(QLatin1Char(' ')) : QString();
}

// Another lab, another command, or the same from the start.
void LabPage::beginAgain()
{
    m_context.selection.clear();
    m_notice->dismiss();
    m_console->clear();
    showOpened();
}

void LabPage::showOpened()
{
    const LabRunner* const runner = m_presenter.runner();
    m_guide->setVisible(runner != nullptr && !m_zoom.zoomed());
    m_bar->setTitle(title(),
        runner ? topicTitle(runner->lab().topic) + QStringLiteral(" › ") + text(runner->lab().id)
               : tr("Workbench"));
    std::vector<TopBar::Switch> switches;
    if (runner) {
        for (const LabSwitch& one : runner->lab().switches) {
            QStringList values;
            for (const std::string& value : one.values)
                values.append(text(value));
            switches.push_back({ text(one.name), values });
        }
    }
    m_bar->setSwitches(switches);
    showVariants();
    showCode();
    showState();
}

void LabPage::showVariants()
{
    std::vector<Segments::Segment> variants;
    if (const LabRunner* const runner = m_presenter.runner()) {
        for (const Variant variant : { Variant::Python, Variant::C }) {
            variants.push_back({ text(name(variant)),
                variant == Variant::C ? QStringLiteral("C") : QStringLiteral("Python"),
                obstacleTo(runner->lab(), variant) });
        }
    }
    m_bar->setVariants(std::move(variants));
}

void LabPage::showState()
{
    m_guide->setContent(guideContent(m_presenter, m_language, m_nextLab));
    const LabRunner* const runner = m_presenter.runner();
    if (!runner)
        return;
    if (runner->variant() != m_codeOf)
        showCode();
    m_bar->chooseVariant(text(name(runner->variant())));
    for (const auto& [name, value] : runner->switches())
        m_bar->chooseSwitch(text(name), text(value));
}

void LabPage::showCode()
{
    const LabRunner* const runner = m_presenter.runner();
    m_codeOf = runner ? std::optional(runner->variant()) : std::nullopt;
    m_code->setFiles(codeFiles(m_presenter));
}

// The inspector is not left empty while something runs: the first that was launched.
void LabPage::chooseSomething()
{
    const World& world = m_context.cursor.world();
    const Selection& selection = m_context.selection;
    const Process* const chosen = world.process(selection.pid());
    if (selection.channel() || (chosen && chosen->alive()))
        return;
    for (const auto& [pid, process] : world.processes) {
        if (process.self || !process.alive() || process.by != StartedBy::Launch)
            continue;
        m_context.selection.choose(pid);
        return;
    }
}

void LabPage::restoreLayout(const Settings& settings)
{
    const QByteArray columns = settings.layout(QStringLiteral("columns"));
    const QByteArray rows = settings.layout(QStringLiteral("rows"));
    const Look& look = m_context.look;
    if (!m_columns->restoreState(columns))
        m_columns->setSizes({ look.px(290), look.px(705), look.px(285) });
    if (!m_rows->restoreState(rows))
        m_rows->setSizes({ look.px(330), look.px(220) });
    for (QSplitter* splitter : { m_columns, m_rows })
        splitter->setChildrenCollapsible(false); // the state says otherwise
}

void LabPage::saveLayout(Settings& settings) const
{
    if (m_zoom.zoomed())
        return;
    settings.setLayout(QStringLiteral("columns"), m_columns->saveState());
    settings.setLayout(QStringLiteral("rows"), m_rows->saveState());
}

void LabPage::focusPanel(int index)
{
    QWidget* const panels[] = { m_guide, m_map, m_tabs, m_inspector, m_time };
    if (index < 0 || index >= static_cast<int>(std::size(panels)))
        return;
    QWidget* const panel = panels[index];
    panel->setFocus(Qt::ShortcutFocusReason);
    if (!panel->hasFocus() && !panel->isAncestorOf(focusWidget())) {
        if (QWidget* const first = panel->nextInFocusChain(); panel->isAncestorOf(first))
            first->setFocus(Qt::ShortcutFocusReason);
    }
}

void LabPage::applyLook()
{
    const Look& look = m_context.look;
    m_guide->setMinimumWidth(look.px(200));
    m_inspector->setMinimumWidth(look.px(200));
    m_map->setMinimumSize(look.px(260), look.px(120));
    m_tabs->setMinimumSize(look.px(260), look.px(110));
}

void LabPage::nameTabs()
{
    const QString names[] = { tr("Traffic"), tr("Plots"), tr("Code"), tr("IPC Lab's end") };
    for (int i = 0; i < m_tabs->count(); ++i)
        m_tabs->setTabText(i, names[i]);
}

void LabPage::retranslate()
{
    nameTabs();
    m_tabs->setAccessibleName(tr("What happened"));
    m_zoom.setName(m_guide, tr("Guide"));
    m_zoom.setName(m_map, tr("Map"));
    m_zoom.setName(m_tabs, m_tabs->accessibleName());
    m_zoom.setName(m_inspector, tr("Inspector"));
    showOpened();
}

void LabPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
