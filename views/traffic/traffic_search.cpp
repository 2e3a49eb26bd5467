// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/traffic_search.h"

#include "views/common/css.h"
#include "views/common/look.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QTableView>
#include <QToolButton>

namespace ipclab {

TrafficSearch::TrafficSearch(QTableView& table, Look& look, QWidget* parent)
    : QWidget(parent)
    , m_table(table)
    , m_look(look)
    , m_text(new QLineEdit(this))
    , m_answer(new QLabel(this))
    , m_before(new QToolButton(this))
    , m_next(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    m_before->setText(QStringLiteral("↑"));
    m_next->setText(QStringLiteral("↓"));
    m_close->setText(QStringLiteral("✕"));
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* part : std::initializer_list<QWidget*> { m_text, m_before, m_next, m_answer })
        row->addWidget(part);
    row->addStretch();
    row->addWidget(m_close);
    connect(m_next, &QToolButton::clicked, this, [this] { find(1); });
    connect(m_before, &QToolButton::clicked, this, [this] { find(-1); });
    connect(m_close, &QToolButton::clicked, this, &TrafficSearch::close);
    connect(m_text, &QLineEdit::textChanged, this, [this] { say({}); });
    connect(&look, &Look::changed, this, &TrafficSearch::applyLook);
    applyLook();
    retranslate();
    hide();
}

void TrafficSearch::retranslate()
{
    m_text->setPlaceholderText(tr("Find in the rows"));
    m_text->setAccessibleName(tr("Text to find in the rows"));
    m_before->setAccessibleName(tr("Row before"));
    m_before->setToolTip(tr("Row before (Shift+Enter)"));
    m_next->setAccessibleName(tr("Next row"));
    m_next->setToolTip(tr("Next row (Enter)"));
    m_close->setAccessibleName(tr("Close the search"));
    m_close->setToolTip(tr("Close the search (Esc)"));
}

void TrafficSearch::applyLook()
{
    layout()->setSpacing(m_look.px(6));
    layout()->setContentsMargins(m_look.px(8), m_look.px(4), m_look.px(8), m_look.px(4));
    m_text->setFixedWidth(m_look.px(220));
    m_answer->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
}

void TrafficSearch::open()
{
    show();
    m_text->setFocus(Qt::ShortcutFocusReason);
    m_text->selectAll();
}

void TrafficSearch::close()
{
    say({});
    hide();
    m_table.setFocus();
}

bool TrafficSearch::rowHas(int row, const QString& text) const
{
    const QAbstractItemModel* model = m_table.model();
    for (int column = 0; column < model->columnCount(); ++column) {
        if (model->index(row, column).data().toString().contains(text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool TrafficSearch::find(int step)
{
    const QString text = m_text->text();
    const int rows = m_table.model()->rowCount();
    if (text.isEmpty() || rows == 0)
        return false;
    const QModelIndex current = m_table.currentIndex();
    int row = current.isValid() ? current.row() : (step > 0 ? -1 : rows);
    for (int looked = 0; looked < rows; ++looked) {
        row = (row + step + rows) % rows;
        if (!rowHas(row, text))
            continue;
        m_table.selectRow(row);
        m_table.scrollTo(m_table.model()->index(row, 0));
        say(tr("row %1 of %2").arg(row + 1).arg(rows));
        return true;
    }
    say(tr("in none of the rows"));
    return false;
}

void TrafficSearch::say(const QString& text)
{
    m_answer->setText(text);
}

void TrafficSearch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        find(event->modifiers().testFlag(Qt::ShiftModifier) ? -1 : 1);
    else
        QWidget::keyPressEvent(event);
}

} // namespace ipclab
