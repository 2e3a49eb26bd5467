// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/shortcuts_sheet.h"

#include "views/common/css.h"
#include "views/common/look.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace ipclab {

ShortcutsSheet::ShortcutsSheet(const Look& look, QWidget* parent)
    : QDialog(parent)
    , m_look(look)
    , m_close(new QPushButton(this))
{
    auto* scroll = new QScrollArea(this);
    scroll->setObjectName(QStringLiteral("sheet"));
    scroll->setWidgetResizable(true);
    auto* column = new QVBoxLayout(this);
    column->addWidget(scroll, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    m_close->setDefault(true);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&look, &Look::changed, this, &ShortcutsSheet::fill);
    retranslate();
}

void ShortcutsSheet::setGroups(std::vector<ShortcutGroup> groups)
{
    m_groups = std::move(groups);
    fill();
}

void ShortcutsSheet::fill()
{
    m_page = new QWidget;
    m_grid = new QGridLayout(m_page);
    m_grid->setHorizontalSpacing(m_look.px(14));
    m_grid->setVerticalSpacing(m_look.px(5));
    m_grid->setColumnMinimumWidth(2, m_look.px(20));
    // Two columns of groups, the rows in both about as many.
    std::size_t all = 0;
    for (const ShortcutGroup& group : m_groups)
        all += group.rows.size() + 1;
    std::size_t placed = 0;
    for (const ShortcutGroup& group : m_groups) {
        const int column = placed * 2 >= all ? 1 : 0;
        addGroup(group, column * 3);
        placed += group.rows.size() + 1;
    }
    m_grid->setRowStretch(m_grid->rowCount(), 1);
    auto* const scroll = findChild<QScrollArea*>(QStringLiteral("sheet"));
    scroll->setWidget(m_page); // and the former page is gone
    const QSize wanted = m_page->sizeHint();
    scroll->setMinimumSize(qMin(wanted.width() + m_look.px(16), m_look.px(900)),
        qMin(wanted.height(), m_look.px(440)));
    adjustSize();
}

void ShortcutsSheet::addGroup(const ShortcutGroup& group, int column)
{
    int row = 0;
    while (m_grid->itemAtPosition(row, column))
        ++row;
    auto* const title = new QLabel(group.title, m_page);
    title->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Accent))
        + QStringLiteral("padding-top: %1px;").arg(m_look.px(8)));
    m_grid->addWidget(title, row++, column, 1, 2);
    for (const auto& [keys, what] : group.rows) {
        auto* const key = new QLabel(keys, m_page);
        key->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::Text)));
        auto* const words = new QLabel(what, m_page);
        words->setAccessibleName(keys + QStringLiteral(": ") + what);
        m_grid->addWidget(key, row, column);
        m_grid->addWidget(words, row++, column + 1);
    }
}

void ShortcutsSheet::retranslate()
{
    setWindowTitle(tr("Keyboard shortcuts"));
    m_close->setText(tr("Close"));
}

void ShortcutsSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace ipclab
