// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plots_panel.h"

#include "views/common/css.h"
#include "views/common/empty_note.h"
#include "views/common/frame_budget.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/plots/plot_chooser.h"
#include "views/plots/plot_words.h"
#include "views/plots/time_plot.h"

#include <QSignalBlocker>
#include <QStackedLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kDrawEvery = 30; // ms
constexpr std::size_t kMostOfTwo = 6; // curves of each, where two runs are compared

} // namespace

PlotsPanel::PlotsPanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_chooser(new PlotChooser(context.look, this))
    , m_plot(new TimePlot(context.look))
    , m_empty(new EmptyNote(this))
    , m_stack(new QStackedLayout)
{
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_chooser);
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_plot);
    m_soon.setSingleShot(true);
    setFocusProxy(m_plot);
    connectParts();
    applyLook();
    retranslate();
}

PlotsPanel::~PlotsPanel() = default;

void PlotsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    renew(); // the selection may be another
    follow();
}

void PlotsPanel::beginAgain()
{
    m_plot->setCurves({});
    m_feed.forget();
    m_plot->showWholeRun();
    showRuns();
    renew();
    followSoon();
}

void PlotsPanel::followSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start(kDrawEvery);
}

// True: some events are left.
bool PlotsPanel::takeMore()
{
    const TimeCursor& cursor = m_context.cursor;
    if (const EventLog* const log = cursor.wholeLog())
        takeWithinBudget([&] { return m_feed.take(*log, cursor.end(), kEventsInASlice); });
    if (m_session) {
        takeWithinBudget(
            [this] { return m_otherFeed.take(*m_session, m_session->size(), kEventsInASlice); });
    }
    return m_feed.taken() < cursor.end() || (m_session && m_otherFeed.taken() < m_session->size());
}

void PlotsPanel::follow()
{
    const bool more = takeMore();
    renewIfNeeded();
    showTimes();
    m_plot->redraw();
    m_chooser->setNote(note(m_more));
    describe();
    if (more && isVisible())
        m_soon.start(0);
}

// The run that is shown, and the one that it is laid over.
PlotsPanel::Shown PlotsPanel::shown() const
{
    const auto newest = static_cast<unsigned>(m_feed.runs().size());
    const int run = m_chooser->run();
    const int over = m_chooser->over();
    Shown shown;
    shown.run = run == PlotChooser::kNewest ? newest : static_cast<unsigned>(run);
    if (over == PlotChooser::kNone)
        return shown;
    if (shown.run == 0)
        shown.run = newest;
    shown.session = over == PlotChooser::kSession;
    if (shown.session)
        shown.over = 1;
    else
        shown.over = over == PlotChooser::kBefore ? shown.run - 1 : static_cast<unsigned>(over);
    if (!shown.session && shown.over == shown.run)
        shown.over = 0; // itself
    return shown;
}

CurveWish PlotsPanel::wishFor(unsigned run) const
{
    CurveWish wish;
    wish.quantity = m_chooser->quantity();
    wish.run = run;
    wish.runNamed = m_feed.runs().size() > 1;
    if (m_shown.over != 0)
        wish.most = kMostOfTwo;
    return wish;
}

void PlotsPanel::renewIfNeeded()
{
    const std::pair versions { m_feed.version(), m_otherFeed.version() };
    if (versions == m_versions)
        return;
    showRuns();
    renew();
}

void PlotsPanel::renew()
{
    m_versions = { m_feed.version(), m_otherFeed.version() };
    m_shown = shown();
    Curves curves = curvesOf(m_feed, wishFor(m_shown.run), m_context.look, m_context.selection);
    if (m_shown.over != 0) {
        CurveWish wish = wishFor(m_shown.over);
        wish.over = true;
        if (m_shown.session) {
            wish.session = m_sessionName;
            wish.runNamed = m_otherFeed.runs().size() > 1;
        }
        const Curves other = curvesOf(
            m_shown.session ? m_otherFeed : m_feed, wish, m_context.look, m_context.selection);
        curves.drawn.insert(curves.drawn.begin(), other.drawn.begin(), other.drawn.end());
        curves.more += other.more;
    }
    m_more = curves.more;
    m_plot->setQuantity(m_chooser->quantity());
    m_plot->setTimeLabel(m_shown.over != 0 ? tr("since the start of each run")
            : m_shown.run != 0             ? tr("since the start of the run")
                                           : QString());
    m_empty->setText(whatFills(m_chooser->quantity()));
    m_stack->setCurrentIndex(curves.drawn.empty() ? 0 : 1);
    m_chooser->setSavable(!curves.drawn.empty());
    m_plot->setCurves(std::move(curves.drawn));
}

// The plot's time is that of the session, or counts from the start of each run.
void PlotsPanel::showTimes()
{
    const TimeCursor& cursor = m_context.cursor;
    std::vector<Nanoseconds> ends;
    for (const PlotCurve& curve : m_plot->curves()) {
        const bool other = m_shown.session && curve.over;
        ends.push_back((other ? m_otherFeed : m_feed).endOf(curve.key.run));
    }
    m_plot->setEnds(ends);
    if (m_shown.run == 0)
        return m_plot->setTimes(cursor.time(), cursor.endTime());
    const Nanoseconds start = m_feed.startOf(m_shown.run);
    const Nanoseconds moment = cursor.time() - start;
    Nanoseconds end = m_feed.endOf(m_shown.run) - start;
    const bool here = moment >= 0 && moment <= end;
    if (m_shown.over != 0) {
        const PlotFeed& of = m_shown.session ? m_otherFeed : m_feed;
        end = std::max(end, of.endOf(m_shown.over) - of.startOf(m_shown.over));
    }
    m_plot->setTimes(here ? std::optional(moment) : std::nullopt, end);
}

void PlotsPanel::goTo(Nanoseconds time)
{
    const Nanoseconds start = m_shown.run == 0 ? 0 : m_feed.startOf(m_shown.run);
    m_context.cursor.goToTime(start + time);
}

void PlotsPanel::setSession(std::shared_ptr<const EventLog> log, const QString& name)
{
    m_plot->setCurves({});
    m_otherFeed.forget();
    m_session = std::move(log);
    m_sessionName = m_session ? name : QString();
    showRuns();
    {
        const QSignalBlocker once(m_chooser); // what follows is done here
        m_chooser->setOver(m_session ? PlotChooser::kSession : PlotChooser::kNone);
    }
    renew();
    m_plot->showWholeRun();
    follow();
}

void PlotsPanel::sessionGrew()
{
    followSoon();
}

} // namespace ipclab
