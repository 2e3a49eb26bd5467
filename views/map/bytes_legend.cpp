// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/bytes_legend.h"

#include "views/common/css.h"
#include "views/map/legend_entry.h"

#include <QEvent>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace ipclab {

namespace {

constexpr auto kPlaces
    = std::to_array({ Place::Writer, Place::Kernel, Place::Reader, Place::Read });

} // namespace

BytesLegend::BytesLegend(const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_look(look)
    , m_rows(new QVBoxLayout(this))
    , m_title(new QLabel(this))
{
    m_rows->addWidget(m_title);
    for (const Place place : kPlaces) {
        auto* const entry = new LegendEntry(look, place, this);
        m_entries.at(static_cast<std::size_t>(place)) = entry;
        m_rows->addWidget(entry);
        connect(entry, &QAbstractButton::clicked, this,
            [this, place](bool checked) { choose(checked ? std::optional(place) : std::nullopt); });
    }
    relook();
    retranslate();
}

void BytesLegend::show(const BytePlaces& places)
{
    m_places = places;
    for (const Place place : kPlaces)
        m_entries.at(static_cast<std::size_t>(place))->show(places.at(place));
}

void BytesLegend::choose(std::optional<Place> place)
{
    if (place == m_chosen)
        return;
    m_chosen = place;
    for (const Place one : kPlaces)
        m_entries.at(static_cast<std::size_t>(one))->setChecked(one == place);
    emit chosenChanged();
}

void BytesLegend::setCompact(bool compact)
{
    if (compact == m_compact)
        return;
    m_compact = compact;
    m_title->setVisible(!compact);
    m_rows->setDirection(compact ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    for (LegendEntry* const entry : m_entries)
        entry->setShort(compact);
    relook();
}

void BytesLegend::relook()
{
    const int above = m_look.px(m_compact ? 2 : 8);
    const int below = m_look.px(m_compact ? 2 : 6);
    layout()->setContentsMargins(m_look.px(4), above, m_look.px(4), below);
    layout()->setSpacing(0);
    QFont strong = m_look.small();
    strong.setWeight(QFont::Bold);
    m_title->setStyleSheet(QStringLiteral("QLabel { %1 padding: 0 %2px %3px %2px; }")
                               .arg(css(strong, m_look.colour(Ink::Text)))
                               .arg(m_look.px(8))
                               .arg(m_look.px(3)));
    for (LegendEntry* const entry : m_entries)
        entry->updateGeometry();
    layout()->activate();
    update();
}

void BytesLegend::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_look.colour(Ink::Line), m_look.scale()));
    painter.setBrush(m_look.colour(Ink::Surface));
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), m_look.px(6), m_look.px(6));
}

void BytesLegend::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

void BytesLegend::retranslate()
{
    m_title->setText(tr("Where are the bytes?"));
    setAccessibleName(tr("Where are the bytes?"));
    show(m_places);
}

} // namespace ipclab
