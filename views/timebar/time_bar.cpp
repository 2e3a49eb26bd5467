// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timebar/time_bar.h"

#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/time_cursor.h"
#include "views/timebar/density_bar.h"
#include "views/timebar/time_icons.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QToolButton>
#include <QToolTip>

#include <algorithm>

namespace ipclab {

namespace {

constexpr unsigned kSpeeds[] = { 1, 10, 100 };

// The icons of its keys: to be seen at the desk, and from the last row.
int keySide(const Look& look)
{
    return look.px(look.projector() ? 26 : 18);
}

} // namespace

TimeBar::TimeBar(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_clock(context.cursor)
{
    createParts();
    m_clock.setNeeded(true);
    connect(&m_clock, &LiveClock::ticked, this, &TimeBar::showTime);
    connect(&context.cursor, &TimeCursor::moved, this, &TimeBar::followState);
    connect(&context.cursor, &TimeCursor::movedForReading, this, &TimeBar::showTime);
    connect(&context.cursor, &TimeCursor::logChanged, this, &TimeBar::follow);
    connect(&context.look, &Look::changed, this, &TimeBar::applyLook);
    connect(m_pause, &QToolButton::clicked, this, [this](bool paused) {
        showPause();
        emit pauseToggled(paused);
    });
    connect(m_speed, &QComboBox::activated, this,
        [this](int index) { emit slowPicked(m_speed->itemData(index).toUInt()); });
    connect(m_back, &QToolButton::clicked, this, [this] { m_context.cursor.goBy(-1); });
    connect(m_on, &QToolButton::clicked, this, [this] { m_context.cursor.goBy(1); });
    connect(m_oneCpu, &QToolButton::clicked, this, &TimeBar::explainOneCpu);
    connect(m_live, &QToolButton::clicked, this, [this] {
        m_context.cursor.goLive();
        showLive(); // a click on what is checked would uncheck it
    });
    applyLook();
    retranslate();
    follow();
}

void TimeBar::createParts()
{
    m_pause = new QToolButton(this);
    m_back = new QToolButton(this);
    m_on = new QToolButton(this);
    m_speed = new QComboBox(this);
    m_speed->setObjectName(QStringLiteral("speed"));
    for (const unsigned slow : kSpeeds)
        m_speed->addItem(slow == 1 ? QStringLiteral("1×") : QStringLiteral("1/%1").arg(slow), slow);
    m_bar = new DensityBar(m_context, this);
    m_oneCpu = new QToolButton(this);
    m_oneCpu->setObjectName(QStringLiteral("oneCpu"));
    m_oneCpu->hide();
    m_time = new QLabel(this);
    m_live = new QToolButton(this);
    m_pause->setCheckable(true);
    m_live->setCheckable(true);
    for (QToolButton* button : { m_pause, m_live })
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    for (QToolButton* button : { m_back, m_on })
        button->setAutoRepeat(true);
    m_time->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_pause);
    row->addWidget(m_back);
    row->addWidget(m_on);
    row->addWidget(m_speed);
    row->addWidget(m_bar, 1);
    row->addWidget(m_oneCpu);
    row->addWidget(m_time);
    row->addWidget(m_live);
}

void TimeBar::setPauseEnabled(bool enabled)
{
    m_pause->setEnabled(enabled);
    m_speed->setEnabled(enabled);
    if (!enabled)
        m_pause->setChecked(false);
    showPause();
}

void TimeBar::setPaused(bool paused)
{
    m_pause->setChecked(paused);
    showPause();
}

void TimeBar::setOneCpu(bool oneCpu)
{
    m_oneCpu->setVisible(oneCpu);
}

void TimeBar::setReplay(bool replay)
{
    m_replay = replay;
    nameLive();
    showLive();
}

void TimeBar::nameLive()
{
    m_live->setText(m_replay ? tr("To the end") : tr("Live"));
    m_live->setToolTip(m_replay ? tr("Show the end of what was recorded (Ctrl+End)")
                                : tr("Show what happens now (Ctrl+End)"));
}

void TimeBar::retranslate()
{
    m_bar->setAccessibleName(tr("Moment"));
    m_bar->setToolTip(tr("Drag, or use the arrow keys, to see the state at an earlier moment"));
    m_time->setAccessibleName(tr("Time of the moment"));
    m_back->setAccessibleName(tr("One event back"));
    m_back->setToolTip(tr("Back to the event before (F7)"));
    m_on->setAccessibleName(tr("One event on"));
    m_on->setToolTip(tr("On to the next event (F8)"));
    m_speed->setAccessibleName(tr("Speed"));
    m_speed->setToolTip(tr("How fast the programs go: 1/10 and 1/100 hold each of their calls back "
                           "for 20 and 200 ms. Their timers are not changed."));
    m_oneCpu->setText(tr("one CPU"));
    m_oneCpu->setToolTip(
        tr("Watched programs share one processor here: it makes watching cheaper and the order of "
           "events clearer. Real programs may run side by side."));
    m_oneCpu->setAccessibleDescription(m_oneCpu->toolTip());
    nameLive();
    showPause();
    follow();
}

void TimeBar::applyLook()
{
    const Look& look = m_context.look;
    layout()->setContentsMargins(look.px(14), look.px(6), look.px(14), look.px(6));
    layout()->setSpacing(look.px(10));
    m_time->setStyleSheet(css(look.mono(), look.colour(Ink::Text)));
    m_oneCpu->setStyleSheet(
        QStringLiteral("QToolButton { %1 border: 1px solid transparent; background: transparent; "
                       "padding: %2px; min-height: 0; } QToolButton:hover { color: %3; } "
                       "QToolButton:focus { border-color: %3; }")
            .arg(css(look.small(), look.colour(Ink::QuietText)))
            .arg(look.px(3))
            .arg(look.colour(Ink::Accent).name()));
    // Room for an hour, so that the bar does not change its length with every digit.
    m_time->setMinimumWidth(
        QFontMetrics(look.mono()).horizontalAdvance(QStringLiteral("0000.000 s")));
    for (QToolButton* button : { m_pause, m_back, m_on, m_live })
        button->setIconSize(QSize(keySide(look), keySide(look)));
    showPause();
    showLive();
    showSteps();
    follow();
}

void TimeBar::showPause()
{
    const bool paused = m_pause->isChecked();
    const Look& look = m_context.look;
    const QColor ink = look.colour(!m_pause->isEnabled() ? Ink::Gone
            : paused                                     ? Ink::Accent
                                                         : Ink::Text);
    m_pause->setIcon(timeIcon(
        paused ? TimeShape::GoOn : TimeShape::Hold, keySide(look), devicePixelRatioF(), ink));
    m_pause->setText(paused ? tr("Resume") : tr("Pause"));
    const QString does = paused
        ? tr("Let the processes go on")
        : tr("Hold all the processes, each before its next call; before a run: from their "
             "first call on");
    m_pause->setToolTip(does + QStringLiteral(" (Ctrl+P)"));
    // The longer of the two words, so that the bar stays where it is.
    const QFontMetrics metrics(look.body());
    const int word
        = std::max(metrics.horizontalAdvance(tr("Pause")), metrics.horizontalAdvance(tr("Resume")));
    m_pause->setMinimumWidth(word + keySide(look) + look.px(38));
}

void TimeBar::showLive()
{
    const bool live = m_context.cursor.live();
    const Look& look = m_context.look;
    m_live->setChecked(live);
    m_live->setIcon(timeIcon(TimeShape::Live, keySide(look), devicePixelRatioF(),
        look.colour(live && !m_replay ? Ink::Deadlock : Ink::Gone)));
}

// Where there is nothing further they are quiet, but not disabled: that would hand the focus on,
// and the next press of Space would be about something else.
void TimeBar::showSteps()
{
    const TimeCursor& cursor = m_context.cursor;
    m_stepsSeen = { cursor.moment() > 0, cursor.moment() < cursor.end() };
    const auto icon = [this](TimeShape shape, bool further) {
        const Look& look = m_context.look;
        return timeIcon(shape, keySide(look), devicePixelRatioF(),
            look.colour(further ? Ink::Text : Ink::Gone));
    };
    m_back->setIcon(icon(TimeShape::EventBack, m_stepsSeen.first));
    m_on->setIcon(icon(TimeShape::EventOn, m_stepsSeen.second));
}

// Who has no mouse to rest on it reads the same.
void TimeBar::explainOneCpu()
{
    QToolTip::showText(m_oneCpu->mapToGlobal(QPoint()), m_oneCpu->toolTip(), m_oneCpu);
}

void TimeBar::showTime()
{
    const Nanoseconds now = m_clock.now();
    const double seconds = static_cast<double>(now) / static_cast<double>(kSecond);
    m_bar->setNow(now);
    m_time->setText(QLocale().toString(seconds, 'f', 3) + QStringLiteral(" s"));
}

void TimeBar::follow()
{
    showTime();
    followState();
}

void TimeBar::followState()
{
    const TimeCursor& cursor = m_context.cursor;
    if (m_live->isChecked() != cursor.live())
        showLive();
    if (m_stepsSeen != std::pair(cursor.moment() > 0, cursor.moment() < cursor.end()))
        showSteps();
    const bool paused = cursor.world().paused;
    if (cursor.live() && paused != m_pausedSeen) {
        m_pausedSeen = paused;
        m_pause->setChecked(paused);
        showPause();
    }
    const unsigned slow = cursor.world().slow;
    if (cursor.live() && slow != m_slowSeen) {
        m_slowSeen = slow;
        m_speed->setCurrentIndex(std::max(m_speed->findData(slow), 0));
    }
}

void TimeBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.look.colour(Ink::Surface));
    painter.fillRect(0, 0, width(), 1, m_context.look.colour(Ink::Line));
}

void TimeBar::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
