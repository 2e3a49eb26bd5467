// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/timebar/hold_row.h"

#include "views/common/css.h"
#include "views/common/plain_tip.h"
#include "views/common/step_button.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ipclab {

HoldRow::HoldRow(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_who(new QLabel(this))
    , m_words(new QLabel(this))
    , m_step(new StepButton(this))
{
    m_words->setObjectName(QStringLiteral("holdWords"));
    m_step->setObjectName(QStringLiteral("letOneCallGo"));
    for (QLabel* const label : { m_who, m_words }) {
        label->setTextFormat(Qt::PlainText);
        label->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    }
    auto* const row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->addWidget(m_who, 1);
    row->addWidget(m_words, 3);
    row->addWidget(m_step);
    connect(
        m_step, &StepButton::stepWanted, this, [this] { emit stepWanted(m_line.pid, m_line.tid); });
    relook();
    retranslate();
    hide();
}

void HoldRow::show(const HoldLine& line)
{
    m_line = line;
    m_who->setText(line.who);
    m_words->setText(line.words);
    m_words->setToolTip(plainTip(line.words));
    m_step->setAccessibleName(tr("%1: let it make one call").arg(line.who));
    m_step->setAccessibleDescription(line.words);
    m_step->setMayStep(m_may && line.stands);
}

void HoldRow::setMayStep(bool may)
{
    m_may = may;
    m_step->setMayStep(may && m_line.stands);
}

bool HoldRow::inUse() const
{
    return underMouse() || window()->focusWidget() == m_step;
}

void HoldRow::relook()
{
    QFont strong = m_look.small();
    strong.setWeight(QFont::DemiBold);
    m_who->setStyleSheet(css(strong, m_look.colour(Ink::Text)));
    m_words->setStyleSheet(css(m_look.body(), m_look.colour(Ink::Text)));
    layout()->setSpacing(m_look.px(10));
}

void HoldRow::retranslate()
{
    m_step->setText(tr("Let it make one call"));
}

void HoldRow::mousePressEvent(QMouseEvent*)
{
    emit chosen(m_line.pid);
}

} // namespace ipclab
