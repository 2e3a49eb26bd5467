// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/environment_table.h"

#include "views/catalog/command_wish.h"
#include "views/common/look.h"
#include "views/common/wrap_layout.h"

#include <QEvent>
#include <QHeaderView>
#include <QPushButton>
#include <QSignalBlocker>
#include <QTableWidget>
#include <QVBoxLayout>

namespace ipclab {

namespace {

constexpr int kName = 0;
constexpr int kValue = 1;
constexpr int kRemoved = Qt::UserRole; // of the name's item: the variable is taken away
constexpr int kRowsShown = 3;

} // namespace

EnvironmentTable::EnvironmentTable(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_table(new QTableWidget(0, 2, this))
    , m_set(new QPushButton(this))
    , m_unset(new QPushButton(this))
    , m_delete(new QPushButton(this))
    , m_buttons(new WrapLayout)
{
    m_table->setTabKeyNavigation(false); // Tab leaves it
    m_table->verticalHeader()->hide();
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->setSelectionBehavior(QTableWidget::SelectRows);
    m_table->setSelectionMode(QTableWidget::SingleSelection);
    m_table->setTextElideMode(Qt::ElideMiddle);
    setFocusProxy(m_table);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_table);
    for (QPushButton* button : { m_set, m_unset, m_delete })
        m_buttons->addWidget(button);
    column->addLayout(m_buttons);
    connect(m_set, &QPushButton::clicked, this, [this] { beginRow(false); });
    connect(m_unset, &QPushButton::clicked, this, [this] { beginRow(true); });
    connect(m_delete, &QPushButton::clicked, this, &EnvironmentTable::deleteRow);
    connect(m_table, &QTableWidget::itemChanged, this, &EnvironmentTable::takeEdit);
    connect(m_table, &QTableWidget::currentCellChanged, this, &EnvironmentTable::enableButtons);
    connect(&look, &Look::changed, this, &EnvironmentTable::applyLook);
    applyLook();
    retranslate();
}

void EnvironmentTable::setVariables(const QStringList& settings)
{
    m_table->setRowCount(0);
    for (const QString& setting : settings.mid(0, CommandWish::kMostVariables)) {
        const qsizetype equals = setting.indexOf(u'=');
        addRow(setting.left(equals), equals < 0 ? QString() : setting.mid(equals + 1), equals < 0);
    }
    enableButtons();
    emit changed();
}

QStringList EnvironmentTable::variables() const
{
    QStringList settings;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const QString name = m_table->item(row, kName)->text().trimmed();
        const bool removed = m_table->item(row, kName)->data(kRemoved).toBool();
        const QString value = removed ? QString() : m_table->item(row, kValue)->text();
        if (name.isEmpty() && value.isEmpty())
            continue;
        settings.append(removed ? name : name + u'=' + value);
    }
    return settings;
}

void EnvironmentTable::addRow(const QString& name, const QString& value, bool removed)
{
    const QSignalBlocker blocker(m_table);
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto* const first = new QTableWidgetItem(name);
    first->setData(kRemoved, removed);
    m_table->setItem(row, kName, first);
    m_table->setItem(row, kValue, new QTableWidgetItem(value));
    if (removed)
        markRemoved(row);
}

void EnvironmentTable::markRemoved(int row)
{
    QTableWidgetItem* const value = m_table->item(row, kValue);
    value->setText(tr("taken away"));
    value->setFlags(Qt::ItemIsSelectable | Qt::ItemIsEnabled);
    value->setForeground(m_look.colour(Ink::QuietText));
}

void EnvironmentTable::beginRow(bool removed)
{
    if (m_table->rowCount() >= CommandWish::kMostVariables)
        return;
    addRow({}, {}, removed);
    m_table->setFocus();
    m_table->setCurrentCell(m_table->rowCount() - 1, kName);
    m_table->editItem(m_table->currentItem());
}

void EnvironmentTable::deleteRow()
{
    m_table->removeRow(m_table->currentRow());
    enableButtons();
    emit changed();
}

// Who types or pastes NAME=VALUE as the name means both; to take it away, the name alone.
void EnvironmentTable::takeEdit(QTableWidgetItem* item)
{
    const qsizetype equals = item->text().indexOf(u'=');
    if (item->column() == kName && equals >= 0) {
        const QSignalBlocker blocker(m_table);
        if (!item->data(kRemoved).toBool())
            m_table->item(item->row(), kValue)->setText(item->text().mid(equals + 1));
        item->setText(item->text().left(equals));
    }
    emit changed();
}

void EnvironmentTable::enableButtons()
{
    m_delete->setEnabled(m_table->currentRow() >= 0);
}

void EnvironmentTable::applyLook()
{
    const QSignalBlocker blocker(m_table);
    m_table->setFont(m_look.mono());
    const int row = m_look.px(24);
    m_table->verticalHeader()->setMinimumSectionSize(row);
    m_table->verticalHeader()->setDefaultSectionSize(row);
    m_table->setColumnWidth(kName, m_look.px(120));
    m_table->setFixedHeight((kRowsShown + 1) * row + m_look.px(10));
    m_table->setStyleSheet(QStringLiteral("QTableView { border: 1px solid %1; }")
                               .arg(m_look.colour(Ink::Line).name()));
    m_buttons->setGaps(m_look.px(6), m_look.px(6));
    for (int at = 0; at < m_table->rowCount(); ++at) {
        if (m_table->item(at, kName)->data(kRemoved).toBool())
            markRemoved(at);
    }
}

void EnvironmentTable::retranslate()
{
    const QSignalBlocker blocker(m_table);
    m_table->setHorizontalHeaderLabels({ tr("Variable"), tr("Value") });
    m_table->setAccessibleName(tr("What is changed in the environment"));
    m_set->setText(tr("Set one"));
    m_set->setToolTip(tr("Set a variable of the environment: NAME=VALUE"));
    m_unset->setText(tr("Take one away"));
    m_unset->setToolTip(tr("Run the command without a variable that IPC Lab has"));
    m_delete->setText(tr("Delete row"));
    applyLook();
}

void EnvironmentTable::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
