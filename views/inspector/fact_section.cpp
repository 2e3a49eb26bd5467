// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/fact_section.h"

#include "views/common/css.h"
#include "views/common/numbers.h"
#include "views/inspector/fact_list.h"

#include <QLabel>
#include <QPushButton>

#include <cstddef>

namespace ipclab {

FactSection::FactSection(const Look& look, const QString& name, QWidget* parent)
    : Section(look, name, parent)
    , m_look(look)
    , m_list(new FactList(look, this))
    , m_all(new QPushButton(this))
    , m_nothing(new QLabel(this))
    , m_note(new QLabel(this))
{
    add(m_list);
    add(m_all);
    add(m_nothing);
    add(m_note);
    m_note->setVisible(false);
    m_all->setVisible(false);
    m_all->setCheckable(true);
    connect(m_all, &QPushButton::clicked, this, &FactSection::showRows);
    for (QLabel* const label : { m_nothing, m_note }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    connect(m_list, &FactList::chosen, this, &FactSection::chosen);
}

void FactSection::show(const std::vector<FactRow>& rows)
{
    m_rows = rows;
    showRows();
    m_list->setVisible(!rows.empty());
    m_nothing->setVisible(rows.empty() && !m_nothing->text().isEmpty());
    setCount(m_counted ? static_cast<int>(rows.size()) : 0);
    setVisible(!rows.empty() || !m_nothing->text().isEmpty() || !m_note->text().isEmpty());
}

void FactSection::setFew(std::size_t few)
{
    m_few = few;
}

void FactSection::showRows()
{
    const bool more = m_few > 0 && m_rows.size() > m_few;
    const bool all = m_all->isChecked();
    m_list->show(all || !more ? m_rows
                              : std::vector<FactRow>(m_rows.begin(),
                                  m_rows.begin() + static_cast<std::ptrdiff_t>(m_few)));
    m_all->setText(all ? InspectorWords::tr("Show the first %1").arg(m_few)
                       : InspectorWords::tr("Show all %1").arg(countText(m_rows.size())));
    m_all->setVisible(more);
}

void FactSection::setTitles(const QString& title, const QString& nothing)
{
    setTitle(title);
    m_list->setAccessibleName(title);
    m_nothing->setText(nothing);
    showRows();
}

void FactSection::setNote(const QString& note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
}

void FactSection::relook()
{
    Section::relook();
    for (QLabel* const label : { m_nothing, m_note })
        label->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    m_list->relook();
}

} // namespace ipclab
