// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/needs_strip.h"

#include "views/common/css.h"
#include "views/common/look.h"

#include <QClipboard>
#include <QEvent>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace ipclab {

NeedsStrip::NeedsStrip(const Look& look, QWidget* parent)
    : QFrame(parent)
    , m_look(look)
    , m_words(new QLabel(this))
    , m_command(new QLineEdit(this))
    , m_copy(new QPushButton(this))
    , m_machine(new QPushButton(this))
{
    setObjectName(QStringLiteral("needs"));
    m_words->setWordWrap(true);
    m_words->setTextFormat(Qt::PlainText);
    m_words->setIndent(0);
    m_command->setReadOnly(true);
    auto* const grid = new QGridLayout(this);
    grid->addWidget(m_words, 0, 0, 1, 3);
    grid->addWidget(m_command, 1, 0);
    grid->addWidget(m_copy, 1, 1);
    grid->addWidget(m_machine, 1, 2);
    grid->setColumnStretch(0, 1);
    connect(m_copy, &QPushButton::clicked, this,
        [this] { QGuiApplication::clipboard()->setText(m_command->text()); });
    connect(m_machine, &QPushButton::clicked, this, &NeedsStrip::machineWanted);
    connect(&look, &Look::changed, this, &NeedsStrip::applyLook);
    applyLook();
    retranslate();
    hide();
}

void NeedsStrip::setLab(const CatalogLab* lab)
{
    const bool lacks = lab && lab->machineLacks;
    setVisible(lacks);
    if (!lacks)
        return;
    m_words->setText(lab->title + QStringLiteral(": ") + lab->missing);
    m_command->setText(lab->remedy);
    m_command->setCursorPosition(0);
    m_command->setToolTip(lab->remedy);
    m_command->setEnabled(!lab->remedy.isEmpty());
    m_copy->setEnabled(!lab->remedy.isEmpty());
    setAccessibleName(m_words->text());
}

void NeedsStrip::retranslate()
{
    m_command->setPlaceholderText(tr("Install it with the package manager of this system."));
    m_command->setAccessibleName(tr("Command that installs it"));
    m_copy->setText(tr("Copy"));
    m_copy->setAccessibleName(tr("Copy the command that installs it"));
    m_machine->setText(tr("Check this machine…"));
}

void NeedsStrip::applyLook()
{
    layout()->setContentsMargins(m_look.px(12), m_look.px(8), m_look.px(12), m_look.px(8));
    layout()->setSpacing(m_look.px(6));
    setStyleSheet(QStringLiteral("QFrame#needs { background: %1; border: 1px solid %2; "
                                 "border-radius: %3px; }")
                      .arg(m_look.wash(Ink::Waiting).name(), m_look.colour(Ink::Waiting).name())
                      .arg(m_look.px(8)));
    m_words->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    m_command->setStyleSheet(
        QStringLiteral("QLineEdit { %1 }").arg(css(m_look.mono(), m_look.colour(Ink::Text))));
}

void NeedsStrip::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace ipclab
