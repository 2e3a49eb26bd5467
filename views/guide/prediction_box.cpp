// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/prediction_box.h"

#include "views/common/look.h"
#include "views/guide/choice_button.h"

#include <QButtonGroup>
#include <QKeyEvent>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace ipclab {

PredictionBox::PredictionBox(
    const Look& look, const GuideStep& step, const QString& picked, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins(0, look.px(4), 0, 0);
    m_column->setSpacing(look.px(7));
    for (const GuideChoice& choice : step.choices)
        addChoice(choice, picked);
    m_commit = new QPushButton(tr("That is my prediction"), this);
    m_commit->setObjectName(QStringLiteral("predict"));
    m_commit->setProperty("primary", true);
    m_commit->setEnabled(m_group->checkedButton() != nullptr);
    m_column->addWidget(m_commit, 0, Qt::AlignLeft);
    connect(m_commit, &QPushButton::clicked, this, &PredictionBox::commit);
    connect(m_group, &QButtonGroup::buttonToggled, this, [this](QAbstractButton* button, bool on) {
        m_commit->setEnabled(m_group->checkedButton() != nullptr);
        if (on)
            emit this->picked(static_cast<ChoiceButton*>(button)->id());
    });
}

void PredictionBox::addChoice(const GuideChoice& choice, const QString& picked)
{
    auto* button = new ChoiceButton(m_look, choice.id, this);
    button->setLabel(choice.label);
    button->setObjectName(choice.id);
    button->setAccessibleDescription(
        tr("Choice %1: the key %1 marks it").arg(m_choices.size() + 1));
    button->setChecked(choice.id == picked);
    button->installEventFilter(this);
    m_group->addButton(button);
    m_choices.push_back(button);
    m_column->addWidget(button);
}

void PredictionBox::pick(int place)
{
    if (place < 0 || place >= static_cast<int>(m_choices.size()))
        return;
    ChoiceButton* button = m_choices[static_cast<std::size_t>(place)];
    button->setFocus(Qt::OtherFocusReason);
    button->setChecked(true);
}

void PredictionBox::commit()
{
    if (const auto* button = static_cast<const ChoiceButton*>(m_group->checkedButton()))
        emit predicted(button->id());
}

bool PredictionBox::keyPressed(ChoiceButton& at, int key)
{
    const auto place = static_cast<int>(std::ranges::find(m_choices, &at) - m_choices.begin());
    const auto count = static_cast<int>(m_choices.size());
    if (key >= Qt::Key_1 && key <= Qt::Key_9) {
        pick(key - Qt::Key_1);
        return true;
    }
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_Right:
        pick((place + 1) % count);
        return true;
    case Qt::Key_Up:
    case Qt::Key_Left:
        pick((place + count - 1) % count);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        // The first Enter marks, the second predicts.
        if (at.isChecked())
            commit();
        else
            pick(place);
        return true;
    default:
        return false;
    }
}

bool PredictionBox::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (keyPressed(*static_cast<ChoiceButton*>(watched), key))
            return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ipclab
