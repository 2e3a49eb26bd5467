// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/calls/calls_model.h"
#include "views/calls/calls_panel.h"
#include "views/calls/calls_table.h"
#include "views/calls/filter_sentence.h"
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"

#include <QLabel>
#include <QScrollBar>
#include <QShortcut>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace ipclab {

void CallsPanel::createParts()
{
    m_sentence = new FilterSentence(m_context.look, this);
    m_table = new CallsTable(*m_model, m_context.look, this);
    m_empty = new EmptyNote(this);
    auto* const rows = new QWidget(this);
    m_stack = new QStackedLayout(rows);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(m_table);
    auto* const column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_sentence);
    column->addWidget(rows, 1);
    setFocusProxy(m_table);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_rest.setSingleShot(true);
}

void CallsPanel::connectParts()
{
    TimeCursor& cursor = m_context.cursor;
    connect(&cursor, &TimeCursor::logChanged, this, &CallsPanel::beginAgain);
    connect(&cursor, &TimeCursor::moved, this, [this] {
        follow();
        m_table->viewport()->update(); // what was later is past, what waits has waited longer
    });
    connect(&cursor, &TimeCursor::movedForReading, this, &CallsPanel::listChannels);
    connect(&m_rest, &QTimer::timeout, this, &CallsPanel::follow);
    connect(&m_counting, &Pace::due, this, &CallsPanel::showCounts);
    connect(&m_clock, &LiveClock::ticked, this, &CallsPanel::tick);
    connect(&m_context.selection, &Selection::changed, this, &CallsPanel::followSelection);
    connect(&m_context.look, &Look::changed, this, &CallsPanel::applyLook);
    connect(m_sentence, &FilterSentence::changed, this, &CallsPanel::filterChanged);
    connect(m_sentence, &FilterSentence::widened, this, &CallsPanel::fit);
    connect(m_sentence, &FilterSentence::left, this, [this] {
        if (!m_table->currentIndex().isValid() && m_model->rowCount() > 0)
            m_table->choose(m_table->following() ? m_model->rowCount() - 1 : m_table->topRow());
        m_table->setFocus();
    });
    connect(m_table, &CallsTable::wanted, this, &CallsPanel::goTo);
    connect(m_table, &CallsTable::painted, this, &CallsPanel::painted);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CallsPanel::showMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &CallsPanel::chooseProcess);
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &CallsPanel::needClock);
    // Wherever the focus is: a click on a tab does not move it. Hidden, it is not asked.
    auto* const find = new QShortcut(QKeySequence::Find, this);
    connect(find, &QShortcut::activated, m_sentence, &FilterSentence::goToText);
    auto* const leave = new QShortcut(Qt::Key_Escape, m_table);
    leave->setContext(Qt::WidgetWithChildrenShortcut);
    connect(leave, &QShortcut::activated, this, [this] {
        if (!m_model->filter().text.isEmpty())
            return m_sentence->clearText();
        m_table->clearSelection();
        m_table->setCurrentIndex({});
    });
}

void CallsPanel::applyLook()
{
    m_sentence->applyLook();
    m_empty->wear(m_context.look);
}

void CallsPanel::retranslate()
{
    m_sentence->retranslate();
    m_table->setAccessibleName(tr("Calls"));
    m_table->setAccessibleDescription(
        tr("Enter goes to the moment of a row, Shift+Enter to when it returned."));
    m_model->retranslate();
    followSelection();
    listChannels();
    showCounts();
}

} // namespace ipclab
