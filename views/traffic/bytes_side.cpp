// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/bytes_side.h"

#include "views/common/css.h"
#include "views/common/kept_together.h"
#include "views/common/look.h"
#include "views/traffic/bytes_pane.h"

#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

namespace ipclab {

BytesSide::BytesSide(Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_pane(new BytesPane(look, this))
    , m_whereabouts(new QLabel(this))
    , m_otherEnd(new QToolButton(this))
    , m_print(new QToolButton(this))
    , m_ways(new QWidget(this))
{
    setObjectName(QStringLiteral("bytesSide"));
    setAttribute(Qt::WA_StyledBackground);
    m_pane->setMinimumHeight(1); // the words below it come first
    m_whereabouts->setObjectName(QStringLiteral("whereabouts"));
    m_whereabouts->setTextFormat(Qt::RichText);
    m_whereabouts->setWordWrap(true);
    m_whereabouts->setMinimumWidth(1);
    m_whereabouts->setTextInteractionFlags(
        Qt::LinksAccessibleByMouse | Qt::LinksAccessibleByKeyboard);
    m_otherEnd->setObjectName(QStringLiteral("otherEnd"));
    m_print->setObjectName(QStringLiteral("printedBy"));
    auto* const ways = new QHBoxLayout(m_ways);
    ways->setContentsMargins(0, 0, 0, 0);
    ways->addWidget(m_otherEnd);
    ways->addWidget(m_print);
    ways->addStretch(1);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_pane, 1);
    column->addWidget(m_whereabouts);
    column->addWidget(m_ways);
    connect(m_whereabouts, &QLabel::linkActivated, this, [this](const QString& address) {
        emit goWanted(static_cast<EventIndex>(address.toULongLong()));
    });
    connect(&look, &Look::changed, this, &BytesSide::applyLook);
    applyLook();
}

void BytesSide::tell(const QString& whereabouts)
{
    const QString shown = unitsKept(whereabouts);
    if (m_whereabouts->text() != shown) // else a link would lose the focus
        m_whereabouts->setText(shown);
    m_whereabouts->setVisible(!shown.isEmpty());
}

QString BytesSide::told() const
{
    return m_whereabouts->text();
}

void BytesSide::retranslate()
{
    m_pane->retranslate();
}

// With little room the links above them do.
void BytesSide::fitWays()
{
    m_ways->setVisible(height() >= m_look.px(120));
}

void BytesSide::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitWays();
}

void BytesSide::applyLook()
{
    fitWays();
    const int gap = m_look.px(6);
    layout()->setContentsMargins(1, 0, 0, gap);
    layout()->setSpacing(m_look.px(4));
    m_ways->layout()->setContentsMargins(gap, 0, gap, 0);
    m_ways->layout()->setSpacing(gap);
    m_whereabouts->setContentsMargins(gap, 0, gap, 0);
    m_whereabouts->setStyleSheet(css(m_look.small(), m_look.colour(Ink::Text)));
    const QString small = css(m_look.small(), m_look.colour(Ink::Text))
        + QStringLiteral("padding: %1px %2px; min-height: 0;").arg(m_look.px(2)).arg(m_look.px(8));
    for (QToolButton* const way : { m_otherEnd, m_print })
        way->setStyleSheet(QStringLiteral("QToolButton { %1 }").arg(small));
    setStyleSheet(QStringLiteral("#bytesSide { background: %1; border-left: 1px solid %2; }")
                      .arg(m_look.colour(Ink::Surface).name(), m_look.colour(Ink::Line).name()));
}

} // namespace ipclab
