// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lanes_panel.h"

#include "views/common/css.h"
#include "views/common/empty_note.h"
#include "views/common/frame_budget.h"
#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/common/time_cursor.h"
#include "views/lanes/lanes_key.h"
#include "views/lanes/lanes_view.h"

#include <QEvent>
#include <QLabel>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace ipclab {

namespace {

constexpr int kPaintEvery = 16; // ms
constexpr int kReadAgain = 80; // ms

} // namespace

LanesPanel::LanesPanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_view(new LanesView(context, m_feed))
    , m_empty(new EmptyNote(this))
    , m_note(new QLabel)
    , m_lanes(new QWidget(this))
    , m_stack(new QStackedLayout(this))
{
    auto* const column = new QVBoxLayout(m_lanes);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(createKey());
    column->addWidget(m_view, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_lanes);
    m_soon.setSingleShot(true);
    m_noteSoon.setSingleShot(true);
    setFocusProxy(m_view);
    connectAll();
    applyLook();
    retranslate();
}

void LanesPanel::connectAll()
{
    connect(m_out, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1.6); });
    connect(m_in, &QToolButton::clicked, m_view, [this] { m_view->zoomBy(1 / 1.6); });
    connect(m_fit, &QToolButton::clicked, m_view, &LanesView::fit);
    connect(m_view, &LanesView::menuWanted, this, &LanesPanel::menuWanted);
    connect(m_view, &LanesView::painted, this, &LanesPanel::showNoteSoon);
    connect(&m_noteSoon, &QTimer::timeout, this, &LanesPanel::showNote);
    connect(&m_soon, &QTimer::timeout, this, &LanesPanel::follow);
    const TimeCursor& cursor = m_context.cursor;
    connect(&cursor, &TimeCursor::moved, this, &LanesPanel::followSoon);
    const auto readSoon = [this] { // with what comes anyway, not once more
        m_read.start();
        m_view->readHeads();
        followSoon();
    };
    connect(&cursor, &TimeCursor::movedForReading, this, readSoon);
    connect(m_view, &LanesView::ticked, this, [this, readSoon] {
        if (!m_read.isValid() || m_read.hasExpired(kReadAgain)) // while events come it was just now
            readSoon();
    });
    connect(&cursor, &TimeCursor::logChanged, this, &LanesPanel::forget);
    connect(&m_context.look, &Look::changed, this, &LanesPanel::applyLook);
}

void LanesPanel::forget()
{
    m_feed.forget();
    m_view->forget();
    followSoon();
}

void LanesPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void LanesPanel::followSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start(kPaintEvery);
}

void LanesPanel::follow()
{
    const TimeCursor& cursor = m_context.cursor;
    const EventLog* const log = cursor.wholeLog();
    if (log)
        takeWithinBudget([&] { return m_feed.take(*log, cursor.end(), kEventsInASlice); });
    m_stack->setCurrentIndex(m_feed.lanes().empty() ? 0 : 1);
    m_view->follow();
    if (m_feed.seen() != m_seen)
        fitKey();
    if (log && m_feed.taken() < cursor.end() && isVisible())
        m_soon.start(0);
}

QString LanesPanel::note() const
{
    const TimeCursor& cursor = m_context.cursor;
    if (m_feed.taken() < cursor.end())
        return tr("Reading the run: %1 %").arg(100 * m_feed.taken() / cursor.end());
    if (m_feed.droppedLanes() > 0)
        return tr("%1 more threads are not shown").arg(countText(m_feed.droppedLanes()));
    if (m_feed.droppedSlices() > 0)
        return tr("%1 older states are no longer kept").arg(countText(m_feed.droppedSlices()));
    const std::size_t drawn = m_view->drawnArrows();
    const std::size_t all = m_view->arrowsInWindow();
    if (drawn > 0 && all > 2 * drawn)
        return tr("1 in %1 arrows is drawn").arg(countText(all / drawn));
    return {};
}

// Other words are another layout of all the line: not with each frame.
void LanesPanel::showNoteSoon()
{
    if (!m_noteSoon.isActive())
        m_noteSoon.start(kReadAgain);
}

void LanesPanel::showNote()
{
    const QString words = note();
    if (m_note->text() == words)
        return;
    m_note->setText(words);
    m_note->setToolTip(words);
}

void LanesPanel::applyLook()
{
    const Look& look = m_context.look;
    m_empty->wear(look);
    m_note->setStyleSheet(css(look.small(), look.colour(Ink::QuietText)));
    auto* const line = m_arrows.front()->parentWidget()->layout();
    line->setContentsMargins(look.px(8), look.px(3), look.px(6), look.px(3));
    line->setSpacing(look.px(8));
    for (QToolButton* button : { m_kinds, m_out, m_in, m_fit })
        button->setStyleSheet(css(look.strong(), look.colour(Ink::Text))
            + QStringLiteral("min-height: %1px; padding: 0 %2px;")
                  .arg(look.px(16))
                  .arg(look.px(5)));
    fitKey();
}

void LanesPanel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitKey();
}

void LanesPanel::retranslate()
{
    m_view->setAccessibleName(tr("What each thread did over time, a lane a thread"));
    m_empty->setText(tr("What each process and thread did, and when, appears here as soon as "
                        "something runs."));
    const std::pair<QString, QString> kinds[] = {
        { tr("bytes"), tr("From a write to the read that got its bytes") },
        { tr("signals"), tr("From who sent a signal to where it arrived") },
        { tr("starts"), tr("From who made a process or thread to its start") },
        { tr("programs"), tr("Where a process began to run another program") },
        { tr("reaped"), tr("From the end of a process to who waited for it") },
    };
    for (std::size_t i = 0; i < m_arrows.size(); ++i) {
        m_arrows[i]->setText(kinds[i].first);
        m_arrows[i]->setToolTip(kinds[i].second);
        m_arrows[i]->setAccessibleName(tr("Draw %1").arg(kinds[i].first));
        m_arrows[i]->setAccessibleDescription(kinds[i].second);
    }
    m_kinds->setText(tr("Arrows"));
    m_kinds->setToolTip(tr("Choose which arrows are drawn"));
    const std::pair<QToolButton*, QString> buttons[] = { { m_out, tr("Show more time (−)") },
        { m_in, tr("Show less time (+)") }, { m_fit, tr("Show the whole run (0)") } };
    for (const auto& [button, words] : buttons) {
        button->setToolTip(words);
        button->setAccessibleName(words);
    }
    m_view->readHeads();
    m_view->viewport()->update();
    fitKey();
}

void LanesPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
