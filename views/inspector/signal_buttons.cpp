// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/inspector/signal_buttons.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/wording_tr.h"
#include "views/inspector/signal_button.h"

#include <QGridLayout>
#include <QMenu>

#include <algorithm>
#include <csignal>

namespace ipclab {

SignalButtons::SignalButtons(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_grid(new QGridLayout(this))
    , m_more(new SignalButton(look, QString(), Ink::Text, this))
    , m_menu(new QMenu(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    int place = 0;
    const auto put = [&](SignalButton* button) {
        m_grid->addWidget(button, place / 2, place % 2);
        ++place;
    };
    for (const int signal : buttonSignals()) {
        auto* const button = new SignalButton(
            look, shortSignalName(signal), signal == SIGKILL ? Ink::Deadlock : Ink::Text, this);
        m_buttons.push_back(button);
        put(button);
        connect(button, &QPushButton::pressed, this, [this] { m_aim = m_shown; });
        connect(
            button, &QPushButton::clicked, this, [this, signal] { emit wanted(m_aim, signal); });
    }
    put(m_more);
    setTabOrder(m_buttons.back(), m_more);
    connect(m_more, &QPushButton::clicked, this, [this] {
        fillMenu();
        m_menu->popup(m_more->mapToGlobal(QPoint(0, m_more->height())));
    });
    retranslate();
}

void SignalButtons::show(const ProcessFacts& facts)
{
    setEnabled(facts.alive && !facts.self && facts.obstacle.isEmpty());
    m_shown = facts.pid;
    m_facts = facts.signalActions;
    for (std::size_t i = 0; i < m_buttons.size() && i < m_facts.size(); ++i) {
        const SignalFact& fact = m_facts[i];
        m_buttons[i]->setAction(fact.action);
        const QString name = tr("Send %1 (%2)").arg(text(signalName(fact.signal)), fact.action);
        m_buttons[i]->setAccessibleName(name);
        m_buttons[i]->setToolTip(facts.obstacle.isEmpty() ? name : facts.obstacle);
    }
}

void SignalButtons::fillMenu()
{
    m_menu->clear();
    for (std::size_t i = m_buttons.size(); i < m_facts.size(); ++i) {
        const int signal = m_facts[i].signal;
        m_menu->addAction(shortSignalName(signal) + QLatin1Char('\t') + m_facts[i].action, this,
            [this, pid = m_shown, signal] { emit wanted(pid, signal); });
    }
}

void SignalButtons::relook()
{
    m_grid->setSpacing(m_look.px(6));
    for (SignalButton* const button : m_buttons)
        button->updateGeometry();
    m_more->updateGeometry();
    update();
}

void SignalButtons::retranslate()
{
    m_more->setName(tr("more…"));
}

} // namespace ipclab
