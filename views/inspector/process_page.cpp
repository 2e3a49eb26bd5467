// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/process_page.h"

#include "views/common/contrast.h"
#include "views/common/elided_button.h"
#include "views/common/elided_label.h"
#include "views/common/obstacle.h"
#include "views/common/plain_tip.h"
#include "views/common/step_button.h"
#include "views/inspector/buffer_list.h"
#include "views/inspector/fact_section.h"
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
    , m_limits(new QLabel(this))
    , m_why(new WhyBox(look, this))
    , m_step(new StepButton(this))
    , m_hold(new ElidedButton(this))
    , m_waysTitle(new QLabel(this))
    , m_ways(new QVBoxLayout)
{
    makeParts();
    placeParts();
    for (QLabel* const label : { m_pid, m_limits }) // of a program's names
        label->setTextFormat(Qt::PlainText);
    m_limits->setWordWrap(true);
    m_step->setObjectName(QStringLiteral("step"));
    m_hold->setObjectName(QStringLiteral("hold"));
    for (QPushButton* const button : std::initializer_list<QPushButton*> { m_step, m_hold })
        connect(button, &QPushButton::pressed, this, [this] {
            m_aim = { m_facts.pid, m_facts.held };
        });
    connect(m_step, &StepButton::stepWanted, this, [this] { emit stepWanted(m_aim.pid); });
    connect(
        m_hold, &ElidedButton::clicked, this, [this] { emit holdWanted(m_aim.pid, !m_aim.held); });
    connect(m_signals, &SignalButtons::wanted, this, &ProcessPage::signalWanted);
    connect(m_why, &WhyBox::chosen, this, &ProcessPage::chosen);
    relook();
    retranslate();
}

// From the top to the bottom: so the key Tab goes through them.
void ProcessPage::makeParts()
{
    const auto make = [this](FactSection*& part, const char* name) {
        part = new FactSection(m_look, QString::fromLatin1(name), this);
        connect(part, &FactSection::chosen, this, &ProcessPage::chosen);
        m_parts.push_back(part);
    };
    make(m_files, "files");
    m_buffersPart = new Section(m_look, QStringLiteral("buffers"), this);
    m_buffers = new BufferList(m_look, this);
    make(m_family, "family");
    m_sending = new Section(m_look, QStringLiteral("sending"), this);
    m_signals = new SignalButtons(m_look, this);
    make(m_signalRows, "signals");
    make(m_recent, "recent-signals");
    make(m_arguments, "arguments");
    make(m_environment, "environment");
    make(m_limitRows, "limits");
    m_files->setCounted();
    constexpr std::size_t kFewFiles = 24;
    m_files->setFew(kFewFiles);
    m_environment->setCounted();
    m_sending->add(m_signals);
    m_buffersPart->add(m_buffers);
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
             m_state, m_command, m_limits, m_why, m_step, m_hold, m_waysTitle })
        m_rows->addWidget(part);
    m_rows->addLayout(m_ways);
    for (QWidget* const part : std::initializer_list<QWidget*> { m_files, m_buffersPart, m_family,
             m_sending, m_signalRows, m_recent, m_arguments, m_environment, m_limitRows })
        m_rows->addWidget(part);
    m_rows->addStretch(1);
}

void ProcessPage::show(const ProcessFacts& facts)
{
    if (facts == m_facts)
        return;
    const bool otherWays = facts.waysOut != m_facts.waysOut || facts.obstacle != m_facts.obstacle;
    const bool otherInk = facts.stateInk != m_facts.stateInk;
    m_facts = facts;
    m_name->setWhole(facts.name);
    m_pid->setText(facts.pidText);
    m_command->setWhole(facts.command);
    m_command->setVisible(!facts.command.isEmpty());
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
    showParts();
}

void ProcessPage::showParts()
{
    m_files->show(m_facts.files);
    m_buffers->show(m_facts.buffers);
    m_buffersPart->setVisible(!m_facts.buffers.empty());
    m_family->show(m_facts.family);
    m_sending->setVisible(!m_facts.self && m_facts.alive);
    m_signals->show(m_facts);
    m_signalRows->show(m_facts.signalRows);
    m_recent->show(m_facts.recentSignals);
    m_arguments->show(m_facts.arguments);
    m_environment->setNote(m_facts.environmentNote);
    m_environment->show(m_facts.environment);
    m_limitRows->show(m_facts.limitRows);
}

void ProcessPage::showHold()
{
    const bool may = m_facts.alive && !m_facts.self;
    m_hold->setVisible(may);
    m_step->setVisible(may && m_facts.held);
    m_step->setMayStep(m_facts.stands && m_facts.obstacle.isEmpty());
    m_hold->setText(m_facts.held ? tr("Let it go on freely") : tr("Hold it before its next call"));
    allowUnless(m_facts.obstacle, *m_hold, tr("%1 (Shift+F9)").arg(m_hold->text()));
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
        allowUnless(m_facts.obstacle, *button, plainTip(way.words));
        connect(button, &ElidedButton::clicked, this, [this, way] {
            if (way.closes)
                emit closeEndWanted(way.closes);
            else
                emit signalWanted(way.pid, way.signal);
        });
        m_ways->addWidget(button);
        setTabOrder(m_wayButtons.empty() ? m_hold : m_wayButtons.back(), button);
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
    for (QLabel* const title : { m_section, m_waysTitle })
        dressSection(*title, m_look);
    m_name->setStyleSheet(css(m_look.title(), m_look.colour(Ink::Text)));
    m_pid->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::QuietText)));
    m_command->setStyleSheet(css(m_look.mono(), m_look.colour(Ink::QuietText)));
    m_limits->setStyleSheet(css(m_look.small(), m_look.colour(Ink::QuietText)));
    dressState();
    m_why->relook();
    for (FactSection* const part : m_parts)
        part->relook();
    m_sending->relook();
    m_signals->relook();
    m_buffersPart->relook();
    m_buffers->relook();
}

void ProcessPage::retranslate()
{
    m_section->setText(tr("Process").toUpper());
    m_waysTitle->setText(tr("Ways out").toUpper());
    m_files->setTitles(tr("Open files"), tr("It holds no open file."));
    m_buffersPart->setTitle(tr("Its own buffers"));
    m_family->setTitles(tr("Family and threads"), {});
    m_sending->setTitle(tr("Send a signal"));
    m_signalRows->setTitles(tr("What a signal would do"), {});
    m_recent->setTitles(tr("Signals that came"), {});
    m_arguments->setTitles(tr("Arguments"), {});
    m_environment->setTitles(tr("Environment"), {});
    m_limitRows->setTitles(tr("Limits"), {});
    m_waysTitle->setVisible(!m_facts.waysOut.empty());
    m_step->setText(tr("Let it make one call"));
    m_step->setToolTip(tr("It makes the call, and stands again before the next one (F9)"));
    showHold();
    m_signals->retranslate();
}

} // namespace ipclab
