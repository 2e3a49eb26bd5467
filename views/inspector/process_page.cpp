// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/process_page.h"

#include "views/common/contrast.h"
#include "views/common/elided_button.h"
#include "views/common/plain_tip.h"
#include "views/common/step_button.h"
#include "views/inspector/elided_label.h"
#include "views/inspector/fact_list.h"
#include "views/inspector/section_label.h"
#include "views/inspector/signal_buttons.h"
#include "views/inspector/why_box.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <initializer_list>

namespace ipclab {

ProcessPage::ProcessPage(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_rows(new QVBoxLayout(this))
    , m_section(new QLabel(this))
    , m_state(new ElidedLabel(this))
    , m_name(new ElidedLabel(this))
    , m_pid(new QLabel(this))
    , m_command(new ElidedLabel(this))
    , m_family(new QLabel(this))
    , m_limits(new QLabel(this))
    , m_why(new WhyBox(look, this))
    , m_step(new StepButton(this))
    , m_hold(new ElidedButton(this))
    , m_waysTitle(new QLabel(this))
    , m_ways(new QVBoxLayout)
    , m_filesTitle(new QLabel(this))
    , m_files(new FactList(look, this))
    , m_noFiles(new QLabel(this))
    , m_signalsTitle(new QLabel(this))
    , m_signals(new SignalButtons(look, this))
    , m_signalRows(new FactList(look, this))
{
    placeParts();
    for (QLabel* const label : { m_pid, m_family, m_limits }) // of a program's names
        label->setTextFormat(Qt::PlainText);
    for (QLabel* const label : { m_noFiles, m_limits, m_family })
        label->setWordWrap(true);
    m_family->setObjectName(QStringLiteral("family"));
    m_step->setObjectName(QStringLiteral("step"));
    m_hold->setObjectName(QStringLiteral("hold"));
    connect(m_step, &StepButton::stepWanted, this, [this] { emit stepWanted(m_facts.pid); });
    connect(m_hold, &ElidedButton::clicked, this,
        [this] { emit holdWanted(m_facts.pid, !m_facts.held); });
    connect(m_signals, &SignalButtons::wanted, this,
        [this](int signal) { emit signalWanted(m_facts.pid, signal); });
    connect(m_files, &FactList::chosen, this, &ProcessPage::rowChosen);
    relook();
    retranslate();
}

// From the top to the bottom.
void ProcessPage::placeParts()
{
    auto* const title = new QHBoxLayout;
    title->addWidget(m_name, 0);
    title->addWidget(m_pid, 0, Qt::AlignBottom);
    title->addStretch(1);
    m_name->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (QPushButton* const button : std::initializer_list<ElidedButton*> { m_step, m_hold })
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_rows->addWidget(m_section);
    m_rows->addLayout(title);
    for (QWidget* const part : std::initializer_list<QWidget*> {
             m_state, m_command, m_family, m_limits, m_why, m_step, m_hold, m_waysTitle })
        m_rows->addWidget(part);
    m_rows->addLayout(m_ways);
    for (QWidget* const part : std::initializer_list<QWidget*> {
             m_filesTitle, m_files, m_noFiles, m_signalsTitle, m_signals, m_signalRows })
        m_rows->addWidget(part);
    m_rows->addStretch(1);
}

void ProcessPage::show(const ProcessFacts& facts)
{
    if (facts == m_facts)
        return;
    const bool otherWays = facts.waysOut != m_facts.waysOut || facts.canAct != m_facts.canAct;
    const bool otherInk = facts.stateInk != m_facts.stateInk;
    m_facts = facts;
    m_name->setWhole(facts.name);
    m_pid->setText(facts.pidText);
    m_command->setWhole(facts.command);
    m_command->setVisible(!facts.command.isEmpty());
    m_family->setText(facts.family);
    m_family->setVisible(!facts.family.isEmpty());
    m_limits->setText(facts.limits);
    m_limits->setVisible(!facts.limits.isEmpty());
    m_state->setWhole(facts.state);
    m_state->setVisible(!facts.state.isEmpty());
    if (otherInk)
        dressState();
    m_why->show(facts);
    showHold();
    if (otherWays)
        showWays(facts.waysOut);
    m_files->show(facts.files);
    m_files->setVisible(!facts.files.empty());
    m_noFiles->setVisible(facts.files.empty());
    m_signalsTitle->setVisible(!facts.self);
    m_signals->setVisible(!facts.self);
    m_signals->show(facts);
    m_signalRows->show(facts.signalRows);
    m_signalRows->setVisible(!facts.signalRows.empty() && !facts.self);
}

void ProcessPage::showHold()
{
    const bool may = m_facts.alive && !m_facts.self;
    m_hold->setVisible(may);
    m_step->setVisible(may && m_facts.held);
    m_step->setMayStep(m_facts.stands && m_facts.canAct);
    m_hold->setEnabled(m_facts.canAct);
    m_hold->setText(m_facts.held ? tr("Let it go on freely") : tr("Hold it before its next call"));
    m_hold->setToolTip(tr("%1 (Shift+F9)").arg(m_hold->text()));
}

void ProcessPage::showWays(const std::vector<WayOut>& ways)
{
    for (ElidedButton* const button : m_wayButtons) {
        m_ways->removeWidget(button);
        button->deleteLater();
    }
    m_wayButtons.clear();
    for (const WayOut& way : ways) {
        auto* const button = new ElidedButton(way.words, this);
        button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        button->setToolTip(plainTip(way.words));
        button->setEnabled(m_facts.canAct);
        connect(button, &ElidedButton::clicked, this, [this, way] {
            if (way.closes)
                emit closeEndWanted(way.closes);
            else
                emit signalWanted(way.pid, way.signal);
        });
        m_ways->addWidget(button);
        m_wayButtons.push_back(button);
    }
    m_waysTitle->setVisible(!ways.empty());
}

void ProcessPage::dressState()
{
    QFont small = m_look.small();
    small.setWeight(QFont::DemiBold);
    m_state->setStyleSheet(
        QStringLiteral("QLabel { %1 }")
            .arg(css(
                small, readable(m_look.colour(m_facts.stateInk), m_look.colour(Ink::Surface)))));
}

void ProcessPage::relook()
{
    m_rows->setContentsMargins(m_look.px(16), m_look.px(14), m_look.px(16), m_look.px(16));
    m_rows->setSpacing(m_look.px(6));
    m_ways->setSpacing(m_look.px(5));
    for (QLabel* const title : { m_section, m_waysTitle, m_filesTitle, m_signalsTitle })
        dressSection(*title, m_look);
    m_name->setStyleSheet(css(m_look.title(), m_look.colour(Ink::Text)));
    m_pid->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::QuietText)));
    m_command->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::QuietText)));
    m_family->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    m_limits->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    m_noFiles->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    dressState();
    m_why->relook();
    m_files->relook();
    m_signalRows->relook();
    m_signals->relook();
}

void ProcessPage::retranslate()
{
    m_section->setText(tr("Process").toUpper());
    m_waysTitle->setText(tr("Ways out").toUpper());
    m_filesTitle->setText(tr("Open files").toUpper());
    m_signalsTitle->setText(tr("Send a signal").toUpper());
    m_noFiles->setText(tr("It holds no open file."));
    m_files->setAccessibleName(tr("Open files"));
    m_signalRows->setAccessibleName(tr("Signals"));
    m_waysTitle->setVisible(!m_facts.waysOut.empty());
    m_step->setText(tr("Let it make one call"));
    m_step->setToolTip(tr("It makes the call, and stands again before the next one (F9)"));
    showHold();
    m_signals->retranslate();
}

} // namespace ipclab
