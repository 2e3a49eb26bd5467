// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/fact_section.h"

#include "views/common/css.h"
#include "views/inspector/fact_list.h"

#include <QLabel>

namespace ipclab {

FactSection::FactSection(const Look& look, const QString& name, QWidget* parent)
    : Section(look, name, parent)
    , m_look(look)
    , m_list(new FactList(look, this))
    , m_nothing(new QLabel(this))
    , m_note(new QLabel(this))
{
    add(m_list);
    add(m_nothing);
    add(m_note);
    m_note->setVisible(false);
    for (QLabel* const label : { m_nothing, m_note }) {
        label->setWordWrap(true);
        label->setTextFormat(Qt::PlainText);
    }
    connect(m_list, &FactList::chosen, this, &FactSection::chosen);
}

void FactSection::show(const std::vector<FactRow>& rows)
{
    m_list->show(rows);
    m_list->setVisible(!rows.empty());
    m_nothing->setVisible(rows.empty() && !m_nothing->text().isEmpty());
    setCount(m_counted ? static_cast<int>(rows.size()) : 0);
    setVisible(!rows.empty() || !m_nothing->text().isEmpty() || !m_note->text().isEmpty());
}

void FactSection::setTitles(const QString& title, const QString& nothing)
{
    setTitle(title);
    m_list->setAccessibleName(title);
    m_nothing->setText(nothing);
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
