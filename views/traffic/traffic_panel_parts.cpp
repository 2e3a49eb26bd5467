// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/css.h"
#include "views/common/elided_box.h"
#include "views/common/elided_label.h"
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/traffic/bytes_pane.h"
#include "views/traffic/bytes_side.h"
#include "views/traffic/traffic_model.h"
#include "views/traffic/traffic_panel.h"
#include "views/traffic/traffic_search.h"
#include "views/traffic/traffic_table.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QShortcut>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>

namespace ipclab {

void TrafficPanel::createBar()
{
    m_bar = new QWidget(this);
    m_channels = new ElidedBox(m_bar);
    m_find = new QToolButton(m_bar);
    m_save = new QToolButton(m_bar);
    m_saveMenu = new QMenu(m_save);
    m_save->setObjectName(QStringLiteral("saveTraffic"));
    m_save->setMenu(m_saveMenu);
    m_save->setPopupMode(QToolButton::InstantPopup);
    m_shown = new ElidedBox(m_bar);
    m_shown->setObjectName(QStringLiteral("bytesShown"));
    for (int i = 0; i < 3; ++i) // in the order of BytesShown
        m_shown->addItem({});
    m_all = new QToolButton(m_bar);
    m_all->setObjectName(QStringLiteral("showAllTraffic"));
    m_all->hide();
    m_missing = new ElidedLabel(m_bar, Qt::ElideRight);
    m_missing->setObjectName(QStringLiteral("missing"));
    auto* row = new QHBoxLayout(m_bar);
    row->addWidget(m_channels);
    row->addWidget(m_all);
    row->addWidget(m_missing, 1);
    row->addWidget(m_find);
    row->addWidget(m_save);
    row->addWidget(m_shown);
}

void TrafficPanel::createRows()
{
    m_table = new TrafficTable(*m_model, m_context.look, this);
    m_bytes = new BytesSide(m_context.look, this);
    createSearch();
    m_unread = new QLabel(this);
    m_unread->setObjectName(QStringLiteral("unread"));
    m_unread->setTextFormat(Qt::RichText);
    m_unread->setWordWrap(true);
    m_unread->setMinimumWidth(1);
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
    column->addWidget(m_unread);
    column->addWidget(m_search);
    column->addWidget(rows, 1);
    setFocusProxy(m_table);
}

void TrafficPanel::createSearch()
{
    const auto behind
        = [this] { return m_model->olderRows() + static_cast<std::size_t>(m_model->rowCount()); };
    const auto current = [this]() -> std::optional<std::size_t> {
        const QModelIndex row = m_table->currentIndex();
        return row.isValid()
            ? std::optional(m_model->olderRows() + static_cast<std::size_t>(row.row()))
            : std::nullopt;
    };
    const auto now = [this] {
        const TimeCursor& cursor = m_context.cursor;
        return RowSources { LogView(*cursor.wholeLog(), cursor.end()), cursor.endWorld(),
            m_model->all().streams() };
    };
    m_search = new TrafficSearch({ m_model->all(), now, behind, current }, m_context.look, this);
    connect(m_model, &TrafficModel::forgotten, m_search, &TrafficSearch::stop);
    connect(m_search, &TrafficSearch::opened, this, &TrafficPanel::sayWhatIsUnread);
    connect(m_search, &TrafficSearch::closed, this, &TrafficPanel::sayWhatIsUnread);
    connect(m_search, &TrafficSearch::found, this, &TrafficPanel::goToFound);
    connect(m_search, &TrafficSearch::closed, m_table, [this] { m_table->setFocus(); });
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
    connect(&cursor, &TimeCursor::movedForReading, this, &TrafficPanel::tellWhereabouts);
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
    connect(m_shown, &QComboBox::currentIndexChanged, this,
        [this](int shown) { setShown(static_cast<BytesShown>(shown)); });
    connect(&m_bytes->otherEnd(), &QToolButton::clicked, this, &TrafficPanel::goToOtherEnd);
    connect(&m_bytes->print(), &QToolButton::clicked, this, &TrafficPanel::goToPrint);
    connect(
        m_bytes, &BytesSide::goWanted, this, [this](EventIndex event) { goToEvent(event, {}); });
    connect(&m_bytes->pane(), &BytesPane::selectionChanged, this, &TrafficPanel::tellWhereabouts);
    connect(&m_bytes->pane(), &BytesPane::saveWanted, this, &TrafficPanel::saveChosenBytes);
    connect(m_saveMenu, &QMenu::aboutToShow, this, &TrafficPanel::fillSaveMenu);
    connect(m_find, &QToolButton::clicked, m_search, &TrafficSearch::open);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        m_bytes->pane().selectBytes({}); // they were another's
        showBytesOfCurrent();
    });
    // A reset takes the current row away without a word.
    connect(m_model, &TrafficModel::modelReset, this, &TrafficPanel::showBytesOfCurrent);
    connect(m_table, &TrafficTable::painted, this, &TrafficPanel::painted);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this, &TrafficPanel::showMenu);
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
    m_channels->setMinimumWidth(look.px(50)); // else what it names makes the panel wide
    m_missing->setStyleSheet(css(look.small(), look.colour(Ink::QuietText)));
    m_empty->wear(look);
    if (!m_bytes->isHidden())
        fitBytes();
    m_unread->setStyleSheet(css(look.small(), look.colour(Ink::Text)));
    m_unread->setContentsMargins(look.px(10), 0, look.px(10), look.px(6));
    sayWhatIsMissing();
    tellWhereabouts();
}

void TrafficPanel::retranslate()
{
    m_shown->setItemText(static_cast<int>(BytesShown::Text), tr("text"));
    m_shown->setItemText(static_cast<int>(BytesShown::Hex), tr("hex"));
    m_shown->setItemText(static_cast<int>(BytesShown::Both), tr("both"));
    m_shown->setAccessibleName(tr("How bytes are shown"));
    m_shown->setToolTip(tr("The bytes as text, with control codes made visible; as offset, "
                           "hexadecimal and ASCII; or both"));
    m_save->setText(tr("Save…"));
    m_save->setToolTip(tr("Save the rows, or bytes, in a file"));
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
    showBytesOfCurrent();
    m_listed.assign(1, {}); // which no list is: anew, though it be empty
    listChannels();
    sayWhatIsMissing();
    tellWhereabouts();
    m_table->viewport()->update();
}

} // namespace ipclab
