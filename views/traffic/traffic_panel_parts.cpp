// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/css.h"
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/traffic/bytes_pane.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"
#include "views/traffic/traffic_search.h"
#include "views/traffic/traffic_table.h"

#include <QButtonGroup>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

namespace ipclab {

void TrafficPanel::createBar()
{
    m_bar = new QWidget(this);
    m_channels = new QComboBox(m_bar);
    m_text = new QToolButton(m_bar);
    m_hex = new QToolButton(m_bar);
    m_find = new QToolButton(m_bar);
    m_otherEnd = new QToolButton(m_bar);
    m_otherEnd->setObjectName(QStringLiteral("otherEnd"));
    m_print = new QToolButton(m_bar);
    m_print->setObjectName(QStringLiteral("printedBy"));
    m_all = new QToolButton(m_bar);
    m_all->setObjectName(QStringLiteral("showAllTraffic"));
    m_all->hide();
    m_missing = new QLabel(m_bar);
    m_channels->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_channels->setMaximumWidth(m_context.look.px(280));
    auto* shown = new QButtonGroup(m_bar);
    for (QToolButton* button : { m_text, m_hex }) {
        button->setCheckable(true);
        shown->addButton(button);
    }
    m_text->setChecked(true);
    auto* row = new QHBoxLayout(m_bar);
    row->addWidget(m_channels);
    row->addWidget(m_all);
    row->addWidget(m_missing, 1);
    row->addWidget(m_otherEnd);
    row->addWidget(m_print);
    row->addWidget(m_find);
    row->addWidget(m_text);
    row->addWidget(m_hex);
}

void TrafficPanel::createRows()
{
    m_table = new TrafficTable(*m_model, m_context.look, this);
    m_bytes = new BytesPane(m_context.look, this);
    m_search = new TrafficSearch(*m_table, m_context.look, this);
    m_empty = new EmptyNote(this);
    m_split = new QSplitter(Qt::Horizontal, this);
    m_split->addWidget(m_table);
    m_split->addWidget(m_bytes);
    m_split->setStretchFactor(0, 1);
    m_split->setStretchFactor(1, 0);
    m_split->setHandleWidth(1);
    m_bytes->hide();
    auto* rows = new QWidget(this);
    m_stack = new QStackedLayout(rows);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_split);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_bar);
    column->addWidget(m_search);
    column->addWidget(rows, 1);
    setFocusProxy(m_table);
}

void TrafficPanel::connectParts()
{
    TimeCursor& cursor = m_context.cursor;
    connect(&cursor, &TimeCursor::logChanged, this, [this] {
        m_going.reset();
        m_channels->setCurrentIndex(m_pickedFiles ? pickedEntry() : 0);
        m_model->forget();
        follow();
        sayWhatIsMissing();
    });
    connect(&cursor, &TimeCursor::moved, this, &TrafficPanel::follow);
    connect(&cursor, &TimeCursor::movedForReading, this, &TrafficPanel::sayWhatIsMissing);
    connect(&m_rest, &QTimer::timeout, this, [this] {
        follow();
        if (!m_rest.isActive()) // caught up: what was left out on the way is known
            sayWhatIsMissing();
    });
    m_rest.setSingleShot(true);
    m_opensBytes.setSingleShot(true);
    connect(&m_opensBytes, &QTimer::timeout, this, &TrafficPanel::openBytes);
    connect(&m_context.selection, &Selection::changed, this, &TrafficPanel::followSelection);
    connect(&m_context.look, &Look::changed, this, &TrafficPanel::applyLook);
    connect(m_channels, &QComboBox::currentIndexChanged, this, &TrafficPanel::filterChosen);
    connect(m_channels, &QComboBox::activated, this, &TrafficPanel::filterPicked);
    connect(m_all, &QToolButton::clicked, this, &TrafficPanel::showAll);
    connect(m_text, &QToolButton::clicked, this, [this] { setShown(BytesShown::Text); });
    connect(m_hex, &QToolButton::clicked, this, [this] { setShown(BytesShown::Hex); });
    connect(m_otherEnd, &QToolButton::clicked, this, &TrafficPanel::goToOtherEnd);
    connect(m_print, &QToolButton::clicked, this, &TrafficPanel::goToPrint);
    connect(m_find, &QToolButton::clicked, m_search, &TrafficSearch::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &TrafficPanel::showBytesOfCurrent);
    // A reset takes the current row away without a word.
    connect(m_model, &TrafficModel::modelReset, this, &TrafficPanel::showBytesOfCurrent);
    connect(m_table, &TrafficTable::painted, this, &TrafficPanel::painted);
    // Wherever the focus is, for a click on a tab or a button does not move it. Hidden, it is not
    // asked.
    auto* find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_search, &TrafficSearch::open);
    auto* leave = new QShortcut(Qt::Key_Escape, m_split);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    });
}

void TrafficPanel::applyLook()
{
    const Look& look = m_context.look;
    m_bar->layout()->setContentsMargins(look.px(10), look.px(6), look.px(10), look.px(6));
    m_bar->layout()->setSpacing(look.px(6));
    m_channels->setMaximumWidth(look.px(280));
    m_missing->setStyleSheet(css(look.small(), look.colour(Ink::QuietText)));
    m_empty->setStyleSheet(css(look.body(), look.colour(Ink::QuietText))
        + QStringLiteral("padding: 0 %1px;").arg(look.px(24)));
    if (!m_bytes->isHidden())
        fitBytes();
    sayWhatIsMissing();
}

void TrafficPanel::retranslate()
{
    m_text->setText(tr("text"));
    m_text->setToolTip(tr("Show the bytes as text, control codes made visible"));
    m_hex->setText(tr("hex"));
    m_hex->setToolTip(tr("Show the bytes as offset, hexadecimal and ASCII"));
    m_all->setText(tr("Show all"));
    m_all->setToolTip(tr("Show all channels again"));
    m_find->setText(tr("Find"));
    m_find->setToolTip(tr("Find in the rows (Ctrl+F)"));
    m_channels->setAccessibleName(tr("Channel shown"));
    m_table->setAccessibleName(tr("Traffic"));
    m_empty->setText(tr("Every byte that a process writes, reads or still keeps appears here, "
                        "one row each, as soon as something runs."));
    offerWays();
    m_search->retranslate();
    m_bytes->retranslate();
    m_listed.clear();
    listChannels();
    sayWhatIsMissing();
    m_table->viewport()->update();
}

} // namespace ipclab
