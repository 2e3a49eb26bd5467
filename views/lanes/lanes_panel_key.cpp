// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/look.h"
#include "views/lanes/lanes_key.h"
#include "views/lanes/lanes_panel.h"
#include "views/lanes/lanes_view.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QToolButton>

// The line above the lanes: what their colours and arrows mean, and the buttons.

namespace ipclab {

namespace {

// What is most worth its room comes first.
constexpr LaneState kStates[] = { LaneState::Deadlocked, LaneState::Waiting, LaneState::Running,
    LaneState::Held, LaneState::Sleeping, LaneState::Stopped, LaneState::Zombie };
constexpr ArrowKind kKinds[] = { ArrowKind::Bytes, ArrowKind::Signal, ArrowKind::Start,
    ArrowKind::Program, ArrowKind::Reaped };

} // namespace

QWidget* LanesPanel::createKey()
{
    auto* const key = new QWidget;
    key->setObjectName(QStringLiteral("lanesKey"));
    auto* const line = new QHBoxLayout(key);
    line->setSizeConstraint(QLayout::SetNoConstraint); // what has no room is left out
    key->setMinimumWidth(0);
    for (const LaneState state : kStates) {
        m_states.push_back(new StateKey(m_context.look, state));
        line->addWidget(m_states.back());
    }
    line->addStretch(1);
    line->addWidget(m_note);
    for (const ArrowKind kind : kKinds) {
        m_arrows.push_back(new ArrowKey(m_context.look, kind));
        line->addWidget(m_arrows.back());
        connect(m_arrows.back(), &QAbstractButton::toggled, this, &LanesPanel::applyKinds);
    }
    m_kinds = new QToolButton;
    m_kinds->setFocusPolicy(Qt::TabFocus);
    m_kinds->setObjectName(QStringLiteral("kinds"));
    line->addWidget(m_kinds);
    connect(m_kinds, &QToolButton::clicked, this, &LanesPanel::showKinds);
    m_out = createButton(QStringLiteral("−"));
    m_in = createButton(QStringLiteral("+"));
    m_fit = createButton(QStringLiteral("⤢"));
    for (QToolButton* button : { m_out, m_in, m_fit })
        line->addWidget(button);
    return key;
}

QToolButton* LanesPanel::createButton(const QString& sign)
{
    auto* const button = new QToolButton;
    button->setText(sign);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void LanesPanel::showKinds()
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (ArrowKey* key : m_arrows) {
        QAction* const kind = menu->addAction(key->text());
        kind->setCheckable(true);
        kind->setChecked(key->isChecked());
        connect(kind, &QAction::toggled, key, &QAbstractButton::setChecked);
    }
    menu->popup(m_kinds->mapToGlobal(QPoint(0, m_kinds->height())));
}

void LanesPanel::applyKinds()
{
    unsigned kinds = 0;
    for (const ArrowKey* key : m_arrows)
        kinds |= key->isChecked() ? bitOf(key->kind()) : 0;
    m_view->setKinds(kinds);
}

// What has no room is not cut: first the kinds of arrows go into a menu, then the shapes of states
// that the run has not had, whose tips say them, then others.
void LanesPanel::fitKey()
{
    m_seen = m_feed.seen();
    const int gap = m_context.look.px(8);
    const auto wide = [gap](const QWidget& one) { return one.sizeHint().width() + gap; };
    int room = width() - m_context.look.px(30);
    for (const QToolButton* button : { m_out, m_in, m_fit })
        room -= wide(*button);
    int states = 0;
    for (const StateKey* key : m_states)
        states += m_feed.seen(key->state()) ? wide(*key) : 0;
    int arrows = 0;
    for (ArrowKey* key : m_arrows) {
        key->updateGeometry();
        arrows += wide(*key);
    }
    const bool narrow = states + arrows > room;
    for (ArrowKey* key : m_arrows)
        key->setVisible(!narrow);
    m_kinds->setVisible(narrow);
    room -= narrow ? wide(*m_kinds) : arrows;
    for (const bool seen : { true, false }) {
        for (StateKey* key : m_states) {
            if (m_feed.seen(key->state()) == seen)
                room = fitState(*key, room);
        }
    }
    m_note->setMaximumWidth(std::max(room, 0));
}

// Returns the room that is left.
int LanesPanel::fitState(StateKey& key, int room) const
{
    const int left = room - key.sizeHint().width() - m_context.look.px(8);
    key.updateGeometry();
    key.setVisible(left > 0);
    key.update();
    return left;
}

} // namespace ipclab
