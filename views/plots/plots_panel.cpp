// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/plots/plots_panel.h"

#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"
#include "views/plots/level_plot.h"

#include <QEvent>
#include <QLabel>
#include <QStackedLayout>

#include <algorithm>

namespace ipclab {

namespace {

constexpr EventIndex kMostPerTurn = 10'000; // a few milliseconds
constexpr int kDrawEvery = 40; // ms
constexpr std::size_t kMostCurves = 12; // more are not told apart

// Channels blue, buffers orange, as everywhere; of the same family each in a shade and a dash.
QPen penOf(const Look& look, Ink ink, int nth)
{
    constexpr Qt::PenStyle kDashes[] = { Qt::SolidLine, Qt::DashLine, Qt::DotLine };
    const QColor base = look.colour(ink);
    const QColor shades[] = { base, blended(base, look.colour(Ink::Text), 0.5),
        blended(base, look.colour(Ink::Surface), 0.35) };
    QPen pen(shades[nth % 3]);
    pen.setStyle(kDashes[nth / 3 % 3]);
    pen.setWidth(look.px(2));
    return pen;
}

} // namespace

PlotsPanel::PlotsPanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_plot(new LevelPlot(context.look, this))
    , m_empty(new EmptyNote(this))
    , m_stack(new QStackedLayout(this))
{
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_plot);
    m_soon.setSingleShot(true);
    setFocusProxy(m_plot);
    connect(&m_soon, &QTimer::timeout, this, &PlotsPanel::follow);
    connect(m_plot, &LevelPlot::timeChosen, this,
        [this](Nanoseconds time) { m_context.cursor.goToTime(time); });
    connect(&context.cursor, &TimeCursor::moved, this, &PlotsPanel::followSoon);
    connect(&context.cursor, &TimeCursor::logChanged, this, [this] {
        m_plot->setCurves({});
        m_names.clear();
        m_feed.forget();
        m_plot->showWholeRun();
        followSoon();
    });
    connect(&context.look, &Look::changed, this, &PlotsPanel::applyLook);
    applyLook();
    retranslate();
}

void PlotsPanel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    follow();
}

void PlotsPanel::followSoon()
{
    if (isVisible() && !m_soon.isActive())
        m_soon.start(kDrawEvery);
}

void PlotsPanel::follow()
{
    const TimeCursor& cursor = m_context.cursor;
    const EventLog* log = cursor.wholeLog();
    const bool more = log && m_feed.take(*log, cursor.end(), kMostPerTurn);
    m_plot->setTimes(cursor.time(), cursor.endTime());
    renewCurves();
    m_plot->redraw();
    m_stack->setCurrentIndex(m_feed.series().empty() ? 0 : 1);
    if (more)
        m_soon.start(0);
}

QString PlotsPanel::nameOf(const LevelKey& key) const
{
    const World& world = m_context.cursor.world();
    if (!key.channel) {
        const Process* process = world.process(key.pid);
        Stream stream;
        stream.name = key.stream;
        stream.fd = key.fd;
        return tr("%1 %2, in its buffer")
            .arg(process ? processLabel(*process) : QString::number(key.pid.value),
                streamLabel(stream));
    }
    const Channel* channel = world.channel(key.channel);
    QString name = channelLabel(world, key.channel);
    if (!channel || !channel->twoWay())
        return name;
    return key.end == End::First ? tr("%1, to the first end").arg(name)
                                 : tr("%1, to the second end").arg(name);
}

LevelCurve PlotsPanel::curveOf(const LevelKey& key, const LevelSeries& series, int nth) const
{
    return { nameOf(key),
        penOf(m_context.look, key.channel ? Ink::KernelBytes : Ink::WriterBytes, nth), &series };
}

void PlotsPanel::renewCurves()
{
    std::vector<LevelCurve> curves;
    int channels = 0;
    int buffers = 0;
    for (const auto& [key, series] : m_feed.series()) {
        if (curves.size() < kMostCurves)
            curves.push_back(curveOf(key, series, key.channel ? channels++ : buffers++));
    }
    std::vector<QString> names;
    names.reserve(curves.size());
    for (const LevelCurve& curve : curves)
        names.push_back(curve.name);
    if (names == m_names)
        return;
    m_names = std::move(names);
    m_plot->setCurves(std::move(curves));
}

void PlotsPanel::applyLook()
{
    m_empty->setStyleSheet(css(m_context.look.body(), m_context.look.colour(Ink::QuietText))
        + QStringLiteral("padding: %1px;").arg(m_context.look.px(24)));
    m_names.clear(); // the curves are drawn anew, in other colours
    renewCurves();
}

void PlotsPanel::retranslate()
{
    m_plot->setAccessibleName(tr("Levels of channels and buffers over time"));
    m_plot->setToolTip(tr("Wheel, + and − zoom, 0 shows the whole run, a click goes to that "
                          "moment"));
    m_empty->setText(tr("How full each pipe, socket and buffer was appears here, as soon as bytes "
                        "move."));
    m_names.clear();
    renewCurves();
}

void PlotsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
