// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/code/code_panel.h"

#include "views/code/code_difference.h"
#include "views/code/code_messages.h"
#include "views/code/code_view.h"
#include "views/common/css.h"
#include "views/common/empty_note.h"
#include "views/common/look.h"
#include "views/common/time_cursor.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStackedLayout>
#include <QTabBar>
#include <QTabWidget>

namespace ipclab {

CodePanel::CodePanel(ViewContext context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_unseen(*this, [this] { showMarks(); })
    , m_empty(new EmptyNote(this))
    , m_copy(new QPushButton(this))
    , m_original(new QPushButton(this))
    , m_keptCopy(new QPushButton(this))
    , m_changes(new QPushButton(this))
    , m_save(new QPushButton(this))
    , m_tabs(new QTabWidget(this))
    , m_difference(new CodeDifference(context.look, this))
    , m_messages(new CodeMessages(context.look, this))
    , m_whyRead(new QLabel(this))
    , m_whatRan(new QLabel(this))
    , m_where(new QLabel(this))
    , m_set(new QLabel(this))
    , m_stack(new QStackedLayout(this))
{
    m_tabs->setObjectName(QStringLiteral("codeTabs"));
    m_tabs->setAttribute(Qt::WA_StyledBackground);
    m_tabs->setDocumentMode(true);
    m_tabs->setUsesScrollButtons(true);
    m_tabs->tabBar()->setElideMode(Qt::ElideMiddle);
    m_tabs->tabBar()->setExpanding(false);
    m_tabs->tabBar()->setDrawBase(false);
    createButtons();
    m_stack->addWidget(m_empty);
    createPage();
    createChanges();
    connect(&context.look, &Look::changed, this, &CodePanel::applyLook);
    applyLook();
    retranslate();
}

// At the end of the row of tabs.
void CodePanel::createButtons()
{
    auto* const corner = new QWidget(m_tabs);
    corner->setObjectName(QStringLiteral("codeButtons"));
    corner->setAttribute(Qt::WA_StyledBackground); // the row has a frame, which would show
    auto* const row = new QHBoxLayout(corner);
    row->setContentsMargins(0, 0, m_context.look.px(8), 0);
    for (QPushButton* button : { m_keptCopy, m_copy, m_changes, m_original, m_save })
        row->addWidget(button);
    m_copy->setObjectName(QStringLiteral("editCopy"));
    m_original->setObjectName(QStringLiteral("original"));
    m_keptCopy->setObjectName(QStringLiteral("keptCopy"));
    m_changes->setObjectName(QStringLiteral("changes"));
    m_save->setObjectName(QStringLiteral("saveCode"));
    m_tabs->setCornerWidget(corner);
    connect(m_copy, &QPushButton::clicked, this, &CodePanel::copyWanted);
    connect(m_original, &QPushButton::clicked, this, &CodePanel::originalWanted);
    connect(m_save, &QPushButton::clicked, this, &CodePanel::saveWanted);
}

// As tall as the tabs: else the frame of the row shows above them.
void CodePanel::fitButtons()
{
    m_tabs->cornerWidget()->setMinimumHeight(m_tabs->tabBar()->sizeHint().height());
}

void CodePanel::retranslate()
{
    m_tabs->tabBar()->setAccessibleName(tr("Programs"));
    m_copy->setText(tr("Edit a copy"));
    m_copy->setToolTip(
        tr("Make a copy of this lab of your own, to change its programs and run them"));
    m_original->setText(tr("Back to the original"));
    m_original->setToolTip(tr("Open the lab as it was; your copy is kept and can be had again"));
    m_save->setText(tr("Save"));
    m_save->setToolTip(tr("Save what you changed (Ctrl+S); Run saves, too"));
    m_messages->setAccessibleName(tr("What the compiler said"));
    retranslateChanges();
    setSwitches(m_switches);
    showMarks();
    showWhyRead();
    m_empty->setText(tr("The programs of the lab appear here, as they run. A command of your own "
                        "shows its script here if it has one."));
}

void CodePanel::applyLook()
{
    m_empty->wear(m_context.look);
    const Look& look = m_context.look;
    m_tabs->setStyleSheet(QStringLiteral("#codeTabs, #codeButtons { background: %1; }")
                              .arg(look.colour(Ink::Surface).name()));
    fitButtons();
    for (QLabel* const label : { m_whyRead, m_where, m_set, m_whatRan }) {
        label->setStyleSheet(css(look.small(), look.colour(Ink::QuietText)));
        label->setContentsMargins(look.px(8), look.px(2), look.px(8), look.px(2));
    }
}

void CodePanel::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace ipclab
