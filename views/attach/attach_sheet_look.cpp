// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/attach/attach_sheet.h"
#include "views/attach/running_filter.h"
#include "views/attach/running_model.h"
#include "views/attach/running_table.h"
#include "views/common/css.h"
#include "views/common/look.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

// Of what the sheet is made, and how it looks.

namespace ipclab {

void AttachSheet::createParts()
{
    setObjectName(QStringLiteral("attachSheet"));
    m_about = new QLabel(this);
    m_about->setWordWrap(true);
    m_search = new QLineEdit(this);
    m_search->setObjectName(QStringLiteral("attachSearch"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_others = new QCheckBox(this);
    m_others->setObjectName(QStringLiteral("attachOthers"));
    m_table = new RunningTable(*m_filter, m_look, this);
    m_empty = new QLabel(this);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignCenter);
    m_note = new QLabel(this);
    m_note->setObjectName(QStringLiteral("attachNote"));
    m_note->setWordWrap(true);
    m_note->setTextFormat(Qt::PlainText);
    m_note->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_attach = new QPushButton(this);
    m_attach->setObjectName(QStringLiteral("attachNow"));
    m_attach->setProperty("primary", true);
    m_attach->setDefault(true);
    m_close = new QPushButton(this);
    m_close->setAutoDefault(false);
}

void AttachSheet::layOut()
{
    auto* const head = new QHBoxLayout;
    head->addWidget(m_search, 1);
    head->addWidget(m_others);
    auto* const buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_close);
    buttons->addWidget(m_attach);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_about);
    column->addLayout(head);
    column->addWidget(m_table, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(m_note);
    column->addLayout(buttons);
}

void AttachSheet::retranslate()
{
    setWindowTitle(tr("Attach to a process of mine"));
    m_about->setText(tr("IPC Lab watches it from now on, and all that it starts. It is never ended "
                        "by that: when you let it go, or close the window, it goes on unharmed."));
    m_search->setPlaceholderText(tr("Name, number or command"));
    m_search->setAccessibleName(tr("Find a process"));
    m_others->setText(tr("Other users’ too"));
    m_table->setAccessibleName(tr("Processes that run, the newest first"));
    m_empty->setText(tr("No process of yours fits that. Empty the field to see all."));
    m_attach->setText(tr("Attach"));
    m_close->setText(tr("Close"));
    m_model->retranslate();
    showChosen();
}

void AttachSheet::applyLook()
{
    m_about->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    m_empty->setStyleSheet(css(m_look.body(), m_look.colour(Ink::QuietText)));
    lookOfNote();
    m_note->setMinimumHeight(m_look.px(52)); // the list does not jump when there is more to say
    m_table->applyLook();
    m_model->setQuiet(m_look.colour(Ink::QuietText));
    m_empty->setMinimumSize(m_table->minimumSize());
    keepRoom();
}

// Words that wrap take more height than a layout's least size knows of: they would lie over others.
void AttachSheet::keepRoom()
{
    setMinimumHeight(layout()->totalMinimumHeightForWidth(width()));
}

void AttachSheet::resizeEvent(QResizeEvent* event)
{
    QDialog::resizeEvent(event);
    keepRoom();
}

void AttachSheet::lookOfNote()
{
    m_note->setStyleSheet(css(m_look.body(), m_look.colour(m_trouble ? Ink::Text : Ink::QuietText))
        + (m_trouble
                ? QStringLiteral("background: %1; border: 1px solid %2; border-radius: %3px; "
                                 "padding: %4px;")
                      .arg(m_look.wash(Ink::Deadlock).name(), m_look.colour(Ink::Deadlock).name())
                      .arg(m_look.px(5))
                      .arg(m_look.px(6))
                : QString()));
}

void AttachSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace ipclab
