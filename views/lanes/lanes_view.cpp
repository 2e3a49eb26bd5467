// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lanes_view.h"

#include "views/common/accessible_role.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"

#include <QFontMetrics>
#include <QScrollBar>

#include <algorithm>

namespace ipclab {

namespace {

constexpr int kLaneHead = 172; // px
constexpr int kTall = 38; // px, of a row with two lines
constexpr int kCompact = 24;

} // namespace

LanesView::LanesView(ViewContext context, const LaneFeed& feed, QWidget* parent)
    : QAbstractScrollArea(parent)
    , m_context(context)
    , m_feed(feed)
    , m_clock(context.cursor)
{
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(*this, QAccessible::Chart);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    viewport()->setAttribute(Qt::WA_OpaquePaintEvent);
    viewport()->setMouseTracking(true);
    viewport()->grabGesture(Qt::PinchGesture);
    connect(&context.look, &Look::changed, this, &LanesView::applyLook);
    connect(&context.selection, &Selection::changed, viewport(), qOverload<>(&QWidget::update));
    connect(&m_clock, &LiveClock::ticked, this, &LanesView::ticked);
    layOut();
}

int LanesView::headWidth() const
{
    return std::min(m_context.look.px(kLaneHead), viewport()->width() * 2 / 5);
}

QRect LanesView::timeArea() const
{
    return viewport()->rect().adjusted(headWidth(), axisHeight(), 0, 0);
}

Nanoseconds LanesView::now() const
{
    const TimeCursor& cursor = m_context.cursor;
    if (m_feed.taken() < cursor.end())
        return m_feed.time();
    return cursor.live() ? std::max(m_clock.now(), m_feed.time()) : cursor.endTime();
}

void LanesView::follow()
{
    m_clock.setNeeded(isVisible() && m_feed.taken() > 0);
    renewRows();
    const bool growing = m_context.cursor.growing();
    const Nanoseconds happened = m_context.cursor.endTime();
    m_window.setEnd(std::max(now(), happened), happened, growing);
    viewport()->update();
}

void LanesView::forget()
{
    m_rows.clear();
    forgetPainted();
    m_folds.beginRun();
    m_arrows.clear();
    m_arrowsInWindow = 0;
    m_lanesInRows = 0;
    m_focus = {};
    m_window = {};
    layOut();
    viewport()->update();
}

void LanesView::renewRows()
{
    if (m_lanesInRows == m_feed.lanes().size())
        return;
    const bool focused = m_focus.row >= 0 && m_focus.row < static_cast<int>(m_rows.size());
    const std::uint32_t lane = focused ? m_rows[static_cast<std::size_t>(m_focus.row)].lane : 0;
    m_lanesInRows = m_feed.lanes().size();
    m_rows = laneRows(m_feed.lanes(), foldedLanes());
    if (focused) { // it may stand elsewhere now
        const auto found = std::ranges::find(m_rows, lane, &LaneRow::lane);
        m_focus.row = found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
    }
    forgetPainted();
    layOut();
}

QString LanesView::programOf(const Lane& lane) const
{
    const Process* const process = m_feed.world().process(lane.pid);
    return process ? processLabel(*process) : QString();
}

bool LanesView::isFolded(const Lane& lane)
{
    return m_folds.folded(lane.process, programOf(m_feed.lanes()[lane.process]));
}

std::set<std::uint32_t> LanesView::foldedLanes()
{
    std::set<std::uint32_t> folded;
    if (m_folds.none()) // nearly always, and there may be thousands of lanes
        return folded;
    for (std::uint32_t lane = 0; lane < m_feed.lanes().size(); ++lane) {
        if (m_feed.lanes()[lane].process == lane && isFolded(m_feed.lanes()[lane]))
            folded.insert(lane);
    }
    return folded;
}

void LanesView::restoreFolds(const QByteArray& kept)
{
    m_folds.restore(kept);
    m_lanesInRows = 0;
    renewRows();
}

void LanesView::setKinds(unsigned kinds)
{
    m_kinds = kinds;
    viewport()->update();
}

void LanesView::setFolded(int row, bool folded)
{
    if (row < 0 || row >= static_cast<int>(m_rows.size()))
        return;
    const LaneRow& of = m_rows[static_cast<std::size_t>(row)];
    const std::uint32_t process = m_feed.lanes()[of.lane].process;
    m_folds.set(process, programOf(m_feed.lanes()[process]), folded);
    m_lanesInRows = 0;
    m_focus = {};
    renewRows();
    const auto place = std::ranges::find(m_rows, process, &LaneRow::lane);
    if (place != m_rows.end() && hasFocus())
        focusOn(static_cast<int>(place - m_rows.begin()), LaneSlices::kNone);
}

// Where all have room they have two lines, else one.
void LanesView::layOut()
{
    const Look& look = m_context.look;
    m_axisHeight = QFontMetrics(look.small()).height() + look.px(8);
    const int room = timeArea().height();
    const int count = static_cast<int>(m_rows.size());
    const int tall = std::max(look.px(kTall),
        QFontMetrics(look.body()).height() + QFontMetrics(look.small()).height() + look.px(4));
    m_compact = count * tall > room;
    m_rowHeight = m_compact
        ? std::max(look.px(kCompact), QFontMetrics(look.body()).height() + look.px(2))
        : tall;
    verticalScrollBar()->setRange(0, std::max(0, count * m_rowHeight - room));
    verticalScrollBar()->setPageStep(std::max(room, 1));
    verticalScrollBar()->setSingleStep(m_rowHeight);
    setMinimumHeight(axisHeight() + m_rowHeight);
}

void LanesView::applyLook()
{
    layOut();
    forgetPainted();
    viewport()->update();
}

void LanesView::resizeEvent(QResizeEvent* event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void LanesView::showEvent(QShowEvent* event)
{
    QAbstractScrollArea::showEvent(event);
    follow();
}

void LanesView::hideEvent(QHideEvent* event)
{
    QAbstractScrollArea::hideEvent(event);
    m_clock.setNeeded(false);
}

void LanesView::scrollContentsBy(int, int)
{
    viewport()->update();
}

const Lane& LanesView::laneOf(int row) const
{
    return m_feed.lanes()[m_rows[static_cast<std::size_t>(row)].lane];
}

QRect LanesView::rowRect(int row) const
{
    return { 0, axisHeight() + row * m_rowHeight - verticalScrollBar()->value(),
        viewport()->width(), m_rowHeight };
}

QRect LanesView::bandOf(int row) const
{
    const int margin = m_context.look.px(m_compact ? 2 : 7);
    QRect band = rowRect(row).adjusted(0, margin, 0, -margin);
    band.setLeft(timeArea().left());
    return band;
}

int LanesView::rowAt(int y) const
{
    if (y < axisHeight())
        return -1;
    const int row = (y - axisHeight() + verticalScrollBar()->value()) / m_rowHeight;
    return row < static_cast<int>(m_rows.size()) ? row : -1;
}

std::pair<int, int> LanesView::visibleRows() const
{
    const int scrolled = verticalScrollBar()->value();
    const int first = scrolled / m_rowHeight;
    const int last = (scrolled + timeArea().height() + m_rowHeight - 1) / m_rowHeight;
    return { first, std::min(last, static_cast<int>(m_rows.size())) };
}

Nanoseconds LanesView::timeAt(int x) const
{
    return m_window.timeAt(x - timeArea().left(), timeArea().width());
}

int LanesView::xOf(Nanoseconds time) const
{
    return timeArea().left() + m_window.xOf(time, timeArea().width());
}

void LanesView::zoomBy(double factor)
{
    const Nanoseconds moment = m_context.cursor.time();
    const bool seen = moment >= m_window.from() && moment <= m_window.to();
    m_window.zoom(factor, seen ? moment : m_window.from() + m_window.range() / 2);
    viewport()->update();
}

void LanesView::fit()
{
    m_window.fit();
    viewport()->update();
}

} // namespace ipclab
