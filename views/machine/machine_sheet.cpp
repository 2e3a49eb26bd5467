// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/machine/machine_sheet.h"

#include "views/common/accessible_role.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/machine/machine_row.h"

#include <QAccessible>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

namespace {

// What no lab uses may be missing.
bool isLacking(const PartFact& fact)
{
    return fact.state != PartState::Works && (fact.part == MachinePart::Watching || fact.labs > 0);
}

} // namespace

MachineSheet::MachineSheet(const Look& look, QWidget* parent)
    : QDialog(parent)
    , m_look(look)
{
    createParts();
    connect(m_again, &QPushButton::clicked, this, &MachineSheet::checkWanted);
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&look, &Look::changed, this, &MachineSheet::fill);
    retranslate();
}

void MachineSheet::createParts()
{
    setObjectName(QStringLiteral("machine"));
    m_news = new QLabel(this);
    m_news->setWordWrap(true);
    m_news->setIndent(0);
    m_scroll = new QScrollArea(this);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::StrongFocus); // scrolls by keys
    setAccessibleRole(*m_scroll, QAccessible::Grouping);
    m_again = new QPushButton(this);
    m_again->setAutoDefault(false);
    m_close = new QPushButton(this);
    m_close->setDefault(true);
    auto* const buttons = new QHBoxLayout;
    buttons->addWidget(m_again);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_news);
    column->addWidget(m_scroll, 1);
    column->addLayout(buttons);
}

void MachineSheet::setFacts(const MachineFacts& facts)
{
    m_looking = false;
    m_facts = facts;
    fill();
}

void MachineSheet::setLooking()
{
    m_looking = true;
    m_again->setEnabled(false);
    say(tr("Looking at this machine…"));
}

// A screen reader hears it.
void MachineSheet::say(const QString& words)
{
    if (words == m_news->text())
        return;
    m_news->setText(words);
    QAccessibleEvent event(m_news, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void MachineSheet::fill()
{
    auto* const page = new QWidget;
    auto* const column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, m_look.px(6), 0);
    column->setSpacing(m_look.px(8));
    for (const PartFact& fact : m_facts.parts)
        column->addWidget(new MachineRow(m_look, fact, page));
    column->addStretch();
    m_scroll->setWidget(page); // and the former page is gone
    const int width = m_look.px(560);
    const int wanted = page->heightForWidth(width);
    m_scroll->setMinimumSize(
        width + m_look.px(16), std::min(wanted + m_look.px(4), m_look.px(430)));
    m_news->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    m_again->setEnabled(!m_looking);
    const auto lacking = static_cast<int>(std::ranges::count_if(m_facts.parts, isLacking));
    if (m_looking)
        say(tr("Looking at this machine…"));
    else
        say(lacking == 0       ? tr("All that the labs use is here.")
                : lacking == 1 ? tr("One thing to know about, with what to do.")
                               : tr("%1 things to know about, with what to do.").arg(lacking));
    adjustSize();
}

void MachineSheet::retranslate()
{
    setWindowTitle(tr("This machine"));
    m_again->setText(tr("Check again"));
    m_close->setText(tr("Close"));
    m_scroll->setAccessibleName(tr("What the labs need"));
    fill();
}

void MachineSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace ipclab
