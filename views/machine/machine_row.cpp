// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/machine/machine_row.h"

#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/look.h"
#include "views/machine/machine_words.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <utility>

namespace ipclab {

namespace {

Ink inkOf(PartState state)
{
    switch (state) {
    case PartState::Works:
        return Ink::ReadBytes;
    case PartState::Untried:
    case PartState::Missing:
        return Ink::Waiting;
    case PartState::Broken:
    case PartState::NotAllowed:
        break;
    }
    return Ink::Deadlock;
}

} // namespace

MachineRow::MachineRow(const Look& look, PartFact fact, QWidget* parent)
    : QFrame(parent)
    , m_look(look)
    , m_fact(std::move(fact))
{
    createParts();
    fill();
    applyLook();
    connect(m_copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_fact.remedy);
        m_copy->setText(tr("Copied"));
        emit copied(m_fact.remedy);
    });
}

void MachineRow::createParts()
{
    setObjectName(QStringLiteral("machineRow"));
    m_name = new QLabel(this);
    m_state = new QLabel(this);
    m_purpose = new QLabel(this);
    m_todo = new QLabel(this);
    m_command = new QLineEdit(this);
    m_command->setReadOnly(true);
    m_copy = new QPushButton(this);
    m_copy->setAutoDefault(false);
    for (QLabel* const label : { m_name, m_state, m_purpose, m_todo }) {
        label->setTextFormat(Qt::PlainText);
        label->setIndent(0);
    }
    for (QLabel* const label : { m_purpose, m_todo })
        label->setWordWrap(true);
    auto* const grid = new QGridLayout(this);
    grid->addWidget(m_name, 0, 0);
    grid->addWidget(m_state, 0, 1, Qt::AlignRight);
    grid->addWidget(m_purpose, 1, 0, 1, 2);
    grid->addWidget(m_todo, 2, 0, 1, 2);
    grid->addWidget(m_command, 3, 0);
    grid->addWidget(m_copy, 3, 1);
    grid->setColumnStretch(0, 1);
}

void MachineRow::fill()
{
    const QString name = partName(m_fact);
    const QString state = stateWord(m_fact.state);
    const QString purpose = partPurpose(m_fact);
    const QString todo = remedySentence(m_fact);
    m_name->setText(name);
    m_state->setText(stateSign(m_fact.state) + QLatin1Char(' ') + state);
    m_purpose->setText(purpose);
    m_todo->setText(todo);
    m_todo->setVisible(!todo.isEmpty());
    const bool offers = !m_fact.remedy.isEmpty() && m_fact.state != PartState::Works;
    m_command->setText(m_fact.remedy);
    m_command->setCursorPosition(0);
    m_command->setToolTip(m_fact.remedy);
    m_command->setAccessibleName(tr("Command for: %1").arg(name));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the command for: %1").arg(name));
    m_command->setVisible(offers);
    m_copy->setVisible(offers);
    setAccessibleName(QStringLiteral("%1: %2. %3 %4").arg(name, state, purpose, todo).trimmed());
}

void MachineRow::applyLook()
{
    layout()->setContentsMargins(m_look.px(14), m_look.px(9), m_look.px(14), m_look.px(10));
    layout()->setSpacing(m_look.px(4));
    const QColor surface = m_look.colour(Ink::Surface);
    setStyleSheet(QStringLiteral("QFrame#machineRow { background: %1; border: 1px solid %2; "
                                 "border-radius: %3px; }")
                      .arg(surface.name(), m_look.colour(Ink::Line).name())
                      .arg(m_look.px(8)));
    m_name->setStyleSheet(css(m_look.strong(), m_look.colour(Ink::Text)));
    m_state->setStyleSheet(
        css(m_look.strong(), readable(m_look.colour(inkOf(m_fact.state)), surface)));
    m_purpose->setStyleSheet(css(m_look.small(), readable(m_look.colour(Ink::QuietText), surface)));
    m_todo->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    m_command->setStyleSheet(
        QStringLiteral("QLineEdit { %1 }").arg(css(m_look.mono(), m_look.colour(Ink::Text))));
}

} // namespace ipclab
