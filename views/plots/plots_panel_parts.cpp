// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/plots/plot_chooser.h"
#include "views/plots/plot_shapes.h"
#include "views/plots/plot_words.h"
#include "views/plots/plots_panel.h"
#include "views/plots/time_plot.h"

#include <QContextMenuEvent>
#include <QEvent>
#include <QLabel>
#include <QMenu>

#include <algorithm>

// How its parts work together, and what it says.

namespace ipclab {

void PlotsPanel::connectParts()
{
    connect(&m_soon, &QTimer::timeout, this, &PlotsPanel::follow);
    connect(m_plot, &TimePlot::timeChosen, this, &PlotsPanel::goTo);
    connect(m_plot, &TimePlot::saveAsked, this, &PlotsPanel::saveWanted);
    connect(m_plot, &TimePlot::quantityAsked, this, [this](int place) {
        if (place <= static_cast<int>(kQuantities.size()))
            m_chooser->setQuantity(kQuantities.at(static_cast<std::size_t>(place - 1)));
    });
    connect(m_chooser, &PlotChooser::saveWanted, this, &PlotsPanel::saveWanted);
    connect(m_chooser, &PlotChooser::sessionWanted, this, &PlotsPanel::sessionWanted);
    connect(m_chooser, &PlotChooser::changed, this, [this] {
        const Shown before = m_shown;
        renew();
        if (m_shown != before)
            m_plot->showWholeRun();
        follow();
    });
    connect(&m_context.cursor, &TimeCursor::moved, this, &PlotsPanel::followSoon);
    connect(&m_context.cursor, &TimeCursor::logChanged, this, &PlotsPanel::beginAgain);
    connect(&m_context.selection, &Selection::changed, this, [this] {
        if (!isVisible()) // showEvent() does it
            return;
        renew();
        followSoon();
    });
    connect(&m_context.look, &Look::changed, this, &PlotsPanel::applyLook);
}

void PlotsPanel::showRuns()
{
    m_chooser->setRuns(m_feed.runs(), m_sessionName);
}

QString PlotsPanel::note(std::size_t more) const
{
    const EventIndex all = m_context.cursor.end() + (m_session ? m_session->size() : 0);
    const EventIndex taken = m_feed.taken() + (m_session ? m_otherFeed.taken() : 0);
    if (taken < all)
        return tr("Reading the run: %1 %").arg(100 * taken / all);
    if (more > 0)
        return tr("%1 more are not drawn").arg(countText(more));
    const bool thinned = std::ranges::any_of(
        m_plot->curves(), [](const PlotCurve& curve) { return curve.series->thinned(); });
    if (!thinned)
        return {};
    switch (m_chooser->quantity()) {
    case Quantity::Rate:
        return tr("A long run: rates are averages where not each step is kept");
    case Quantity::Waiting:
        return tr("A long run: not each short wait is kept, their sum is");
    case Quantity::Level:
    case Quantity::Buffered:
    case Quantity::Queue:
        break;
    }
    return tr("A long run: peaks are kept, not each step between them");
}

// What a person sees at the line of the moment. While a run goes on, this would never rest.
void PlotsPanel::describe()
{
    const TimeCursor& cursor = m_context.cursor;
    if (!isVisible() || (cursor.live() && cursor.growing()))
        return;
    const std::optional<Nanoseconds> moment = m_plot->moment();
    if (!moment)
        return m_plot->setAccessibleDescription(QString());
    QStringList values;
    const Nanoseconds span = rateSpan(m_plot->to() - m_plot->from(), m_plot->pixels());
    for (const PlotCurve& curve : m_plot->curves()) {
        const Nanoseconds at = std::min(curve.start + *moment, curve.end);
        const double value = valueAt(m_plot->quantity(), *curve.series, at, span, curve.end);
        values.append(
            QStringLiteral("%1: %2").arg(curve.name, valueText(m_plot->quantity(), value)));
    }
    m_plot->setAccessibleDescription(values.join(QStringLiteral("; ")));
}

void PlotsPanel::contextMenuEvent(QContextMenuEvent* event)
{
    QMenu menu(this);
    menu.addAction(
        tr("Show the whole run"), QKeySequence(Qt::Key_0), m_plot, &TimePlot::showWholeRun);
    menu.addAction(
            tr("Save the plot…"), QKeySequence(QKeySequence::Save), this, &PlotsPanel::saveWanted)
        ->setEnabled(!m_plot->curves().empty());
    menu.exec(event->globalPos());
}

QStringList PlotsPanel::curveNames() const
{
    QStringList names;
    for (const PlotCurve& curve : m_plot->curves())
        names.append(curve.name);
    return names;
}

QByteArray PlotsPanel::remembered() const
{
    return quantityWord(m_chooser->quantity()).toLatin1();
}

void PlotsPanel::remember(const QByteArray& remembered)
{
    for (const Quantity quantity : kQuantities) {
        if (quantityWord(quantity).toLatin1() == remembered)
            m_chooser->setQuantity(quantity);
    }
}

QByteArray PlotsPanel::file(PlotFormat format) const
{
    return plotFile(*m_plot, format, quantityName(m_chooser->quantity()));
}

QString PlotsPanel::fileName() const
{
    const QString name = quantityName(m_chooser->quantity());
    if (m_shown.run == 0)
        return name;
    if (m_shown.over == 0 || m_shown.session)
        return tr("%1, run %2").arg(name).arg(m_shown.run);
    return tr("%1, run %2 over run %3").arg(name).arg(m_shown.run).arg(m_shown.over);
}

void PlotsPanel::applyLook()
{
    m_empty->wear(m_context.look);
    renew(); // in other colours
}

void PlotsPanel::retranslate()
{
    m_plot->setAccessibleName(tr("Plot over time"));
    m_plot->setToolTip(tr("Wheel, + and − zoom, 0 shows the whole run, 1 to 5 choose what is "
                          "plotted, a click goes to that moment"));
    renew();
    m_chooser->setNote(note(m_more));
    describe();
}

void PlotsPanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
