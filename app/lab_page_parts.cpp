// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_page.h"

#include "app/lab_presenter.h"
#include "app/notice_bar.h"
#include "app/plot_saving.h"
#include "app/plot_session.h"
#include "app/tab_fit.h"
#include "app/top_bar.h"
#include "app/traffic_saving.h"
#include "views/calls/calls_panel.h"
#include "views/code/code_panel.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"
#include "views/console/console_panel.h"
#include "views/guide/guide_panel.h"
#include "views/inspector/inspector_panel.h"
#include "views/lanes/lanes_panel.h"
#include "views/map/map_view.h"
#include "views/plots/plots_panel.h"
#include "views/timebar/hold_strip.h"
#include "views/timebar/time_bar.h"
#include "views/traffic/traffic_panel.h"

#include <QApplication>
#include <QKeyEvent>
#include <QShortcut>
#include <QSplitter>
#include <QTabBar>
#include <QTabWidget>
#include <QVBoxLayout>

#include <utility>

namespace ipclab {

namespace {

// The tabs have no use for these keys: they are for what is shown.
void handOnKeys(QTabWidget& tabs)
{
    for (const Qt::Key key : { Qt::Key_Plus, Qt::Key_Equal, Qt::Key_Minus, Qt::Key_0 }) {
        auto* const shortcut = new QShortcut(key, tabs.tabBar());
        shortcut->setContext(Qt::WidgetShortcut);
        QObject::connect(shortcut, &QShortcut::activated, &tabs, [&tabs, shortcut, key] {
            QWidget* const page = tabs.currentWidget();
            if (!qobject_cast<LanesPanel*>(page) && !qobject_cast<PlotsPanel*>(page))
                return;
            QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier);
            shortcut->setEnabled(false); // else the key would come back here
            QCoreApplication::sendEvent(page->focusProxy(), &press);
            shortcut->setEnabled(true);
        });
    }
}

void focusPage(const QTabWidget& tabs, Qt::FocusReason reason)
{
    if (QWidget* const page = tabs.currentWidget(); page && page->focusProxy())
        page->setFocus(reason);
}

// The other tabs, from wherever the focus is in the page. Who was in one of them is in the next.
void turnByKeys(QTabWidget& tabs, QWidget& page)
{
    for (const auto& [key, by] :
        { std::pair(Qt::Key_PageDown, 1), std::pair(Qt::Key_PageUp, -1) }) {
        auto* const shortcut = new QShortcut(Qt::CTRL | key, &page);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(shortcut, &QShortcut::activated, &tabs, [&tabs, step = by] {
            const bool here = tabs.isAncestorOf(QApplication::focusWidget());
            tabs.setCurrentIndex((tabs.currentIndex() + step + tabs.count()) % tabs.count());
            if (here)
                focusPage(tabs, Qt::ShortcutFocusReason);
        });
    }
}

// A click on a tab is to be followed by keys for what it shows.
void focusWhatIsClicked(QTabWidget& tabs)
{
    const auto focus = [&tabs] { focusPage(tabs, Qt::MouseFocusReason); };
    // Queued: the tab is not yet the one that is shown.
    QObject::connect(tabs.tabBar(), &QTabBar::tabBarClicked, &tabs, focus, Qt::QueuedConnection);
}

} // namespace

LabPage::LabPage(ViewContext context, LabPresenter& presenter, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_presenter(presenter)
    , m_zoom(context.look, *this)
{
    createPanels();
    arrange();
    connectBar();
    connectPanels();
    connectPresenter();
    retranslate();
    applyLook();
}

void LabPage::createPanels()
{
    m_bar = new TopBar(m_context.look, this);
    m_notice = new NoticeBar(m_context.look, this);
    m_columns = new QSplitter(Qt::Horizontal, this);
    m_guide = new GuidePanel(m_context, m_columns);
    m_rows = new QSplitter(Qt::Vertical, m_columns);
    m_map = new MapView(m_context, m_rows);
    m_tabs = new QTabWidget(m_rows);
    m_tabs->setObjectName(QStringLiteral("panels"));
    m_code = new CodePanel(m_context);
    m_console = new ConsolePanel(m_context);
    m_traffic = new TrafficPanel(m_context);
    m_lanes = new LanesPanel(m_context);
    m_tabs->addTab(m_traffic, {});
    m_tabs->addTab(m_lanes, {});
    m_tabs->addTab(m_calls = new CallsPanel(m_context), {});
    m_tabs->addTab(m_plots = new PlotsPanel(m_context), {});
    m_tabs->addTab(m_code, {});
    m_tabs->addTab(m_console, {});
    m_tabs->setDocumentMode(true);
    m_tabs->tabBar()->setDrawBase(false);
    handOnKeys(*m_tabs);
    turnByKeys(*m_tabs, *this);
    focusWhatIsClicked(*m_tabs);
    new TabFit(*m_tabs, m_context.look); // the tabs have it now
    m_inspector = new InspectorPanel(m_context, m_columns);
    m_held = new HoldStrip(m_context, this);
    m_time = new TimeBar(m_context, this);
    for (QWidget* panel : { static_cast<QWidget*>(m_guide), static_cast<QWidget*>(m_map),
             static_cast<QWidget*>(m_tabs), static_cast<QWidget*>(m_inspector) })
        m_zoom.addPanel(panel);
    m_zoom.addFrame(m_bar);
    m_zoom.addFrame(m_time);
}

void LabPage::arrange()
{
    m_columns->setStretchFactor(1, 1);
    m_rows->setStretchFactor(0, 3);
    m_rows->setStretchFactor(1, 2);
    for (QSplitter* splitter : { m_columns, m_rows })
        splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_notice);
    column->addWidget(m_zoom.strip());
    column->addWidget(m_columns, 1);
    column->addWidget(m_held);
    column->addWidget(m_time);
}

void LabPage::connectBar()
{
    LabPresenter* const presenter = &m_presenter;
    connect(m_bar, &TopBar::catalogWanted, this, &LabPage::catalogWanted);
    connect(m_bar, &TopBar::projectorWanted, this, &LabPage::projectorWanted);
    connect(m_bar, &TopBar::runWanted, presenter, &LabPresenter::run);
    connect(m_bar, &TopBar::startWanted, presenter, &LabPresenter::runBeside);
    connect(m_bar, &TopBar::stopWanted, presenter, &LabPresenter::stop);
    connect(m_bar, &TopBar::resetWanted, presenter, &LabPresenter::reset);
    connect(m_bar, &TopBar::switchPicked, presenter, &LabPresenter::setSwitch);
    connect(m_bar, &TopBar::variantPicked, this, [this](const QString& id) {
        if (const auto variant = variantNamed(id.toStdString()))
            m_presenter.setVariant(*variant);
    });
}

void LabPage::connectPanels()
{
    LabPresenter* const presenter = &m_presenter;
    connect(m_guide, &GuidePanel::predicted, presenter, &LabPresenter::predict);
    connect(m_guide, &GuidePanel::showWanted, presenter, &LabPresenter::showStep);
    connect(m_guide, &GuidePanel::startOverWanted, presenter, &LabPresenter::reset);
    connect(m_guide, &GuidePanel::nextLabWanted, this, &LabPage::nextLabWanted);
    connect(m_inspector, &InspectorPanel::signalWanted, presenter, &LabPresenter::signal);
    connect(m_inspector, &InspectorPanel::closeEndWanted, presenter, &LabPresenter::closeEnd);
    connect(m_map, &MapView::menuWanted, this, &LabPage::showMapMenu);
    connect(m_lanes, &LanesPanel::menuWanted, this, &LabPage::showMenu);
    connect(m_inspector, &InspectorPanel::holdWanted, presenter, &LabPresenter::setHeld);
    connect(m_inspector, &InspectorPanel::stepWanted, presenter,
        [presenter](Pid pid) { presenter->step(pid); });
    connect(m_held, &HoldStrip::stepWanted, presenter, &LabPresenter::step);
    connect(m_time, &TimeBar::pauseToggled, presenter, &LabPresenter::setPaused);
    connect(m_time, &TimeBar::slowPicked, presenter, &LabPresenter::setSlow);
    connect(m_console, &ConsolePanel::sendWanted, presenter, &LabPresenter::send);
    connect(m_console, &ConsolePanel::closeWanted, presenter, &LabPresenter::closeInput);
    connect(m_console, &ConsolePanel::readingWanted, presenter, &LabPresenter::setReading);
    connect(m_plots, &PlotsPanel::saveWanted, this, [this] { savePlot(*m_plots, *m_notice); });
    connect(m_traffic, &TrafficPanel::saveWanted, this,
        [this](const TrafficFile& file) { saveTraffic(*m_traffic, *m_notice, file); });
    connect(m_traffic, &TrafficPanel::callWanted, this, [this](EventIndex event) {
        m_tabs->setCurrentWidget(m_calls);
        m_calls->goToCallOf(event);
    });
    connect(m_traffic, &TrafficPanel::lanesWanted, this, [this] {
        m_tabs->setCurrentWidget(m_lanes);
        m_lanes->setFocus();
    });
    connect(new PlotSession(*m_plots), &PlotSession::failed, this,
        [this](const Error& error) { m_notice->show(NoticeBar::Kind::Error, error); });
    connect(m_code, &CodePanel::copyWanted, this, &LabPage::copyWanted);
    connect(m_code, &CodePanel::originalWanted, this, &LabPage::originalWanted);
    connect(m_code, &CodePanel::keptWanted, this, &LabPage::keptWanted);
    connect(m_code, &CodePanel::saveWanted, this, [this] { saveCode(); });
    connect(m_code, &CodePanel::changedElsewhere, this, &LabPage::offerChanged);
    connect(m_calls, &CallsPanel::codeWanted, this, [this](const QString& file, int line) {
        m_tabs->setCurrentWidget(m_code);
        m_code->goToLine(file, line);
    });
    connect(&m_context.look, &Look::changed, this, &LabPage::applyLook);
}

Pid LabPage::chosenOrShown() const
{
    const Pid chosen = m_context.selection.pid();
    return chosen ? chosen : m_inspector->shownProcess();
}

// Of the process that is chosen or shown, if it stands; else of the one that has stood longest.
void LabPage::stepOne()
{
    if (!m_context.cursor.live())
        return;
    const World& world = m_context.cursor.world();
    const Process* const shown = world.process(chosenOrShown());
    if (shown && shown->nextHeld())
        return m_presenter.step(shown->pid);
    const Process* next = nullptr;
    for (const auto& [pid, process] : world.processes) {
        const Thread* const stands = process.nextHeld();
        if (stands && (!next || stands->ahead->since < next->nextHeld()->ahead->since))
            next = &process;
    }
    if (next)
        m_presenter.step(next->pid);
}

// Holds the process that is chosen or shown, or lets it go on.
void LabPage::holdOne()
{
    const World& world = m_context.cursor.world();
    const Process* const process = world.process(chosenOrShown());
    if (process && process->isWatched())
        m_presenter.setHeld(process->pid, !process->held);
}

} // namespace ipclab
