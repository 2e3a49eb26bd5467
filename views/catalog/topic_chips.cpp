// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/topic_chips.h"

#include "views/common/look.h"
#include "views/common/wrap_layout.h"

#include <QButtonGroup>
#include <QEvent>
#include <QPushButton>

#include <algorithm>
#include <utility>

namespace ipclab {

TopicChips::TopicChips(const Look& look, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_row(new WrapLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_row->setContentsMargins(0, 0, 0, 0);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int at, bool on) {
        const QString& id = m_chips.at(static_cast<std::size_t>(at)).id;
        if (!on || id == m_chosen)
            return;
        m_chosen = id;
        emit picked(id);
    });
    connect(&look, &Look::changed, this, &TopicChips::applyLook);
    applyLook();
}

void TopicChips::setTopics(const std::vector<CatalogTopic>& topics)
{
    std::vector<Chip> chips { {} };
    for (const CatalogTopic& topic : topics) {
        chips.push_back(
            { topic.id, topic.title, labsDone(topic), static_cast<int>(topic.labs.size()) });
        chips.front().done += chips.back().done;
        chips.front().labs += chips.back().labs;
    }
    const bool sameOnes = std::ranges::equal(chips, m_chips, {}, &Chip::id, &Chip::id);
    m_chips = std::move(chips);
    if (sameOnes)
        name();
    else
        make();
    choose(m_chosen);
}

void TopicChips::make()
{
    for (QAbstractButton* const button : m_group->buttons())
        delete button;
    for (int i = 0; i < static_cast<int>(m_chips.size()); ++i) {
        auto* const button = new QPushButton(this);
        button->setCheckable(true);
        button->setAutoDefault(false);
        button->setObjectName(QStringLiteral("topic-") + m_chips[static_cast<std::size_t>(i)].id);
        m_group->addButton(button, i);
        m_row->addWidget(button);
        button->show();
    }
    name();
    applyLook();
}

void TopicChips::name()
{
    for (int i = 0; i < static_cast<int>(m_chips.size()); ++i) {
        const Chip& chip = m_chips[static_cast<std::size_t>(i)];
        const QString title = i == 0 ? tr("All topics") : chip.title;
        QAbstractButton* const button = m_group->button(i);
        button->setText(QStringLiteral("%1  %2/%3")
                            .arg(title, QString::number(chip.done), QString::number(chip.labs)));
        const QString whole
            = tr("%1: %2 of %3 labs done")
                  .arg(title, QString::number(chip.done), QString::number(chip.labs));
        button->setAccessibleName(whole);
        button->setToolTip(whole);
    }
}

void TopicChips::choose(const QString& topic)
{
    if (m_chips.empty()) { // it may be there when there are topics
        m_chosen = topic;
        return;
    }
    const auto found = std::ranges::find(m_chips, topic, &Chip::id);
    m_chosen = found == m_chips.end() ? QString() : found->id;
    const auto at = found == m_chips.end() ? 0 : found - m_chips.begin();
    if (QAbstractButton* const button = m_group->button(static_cast<int>(at)))
        button->setChecked(true);
}

void TopicChips::applyLook()
{
    m_row->setGaps(m_look.px(6), m_look.px(5));
    for (QAbstractButton* const button : m_group->buttons())
        button->setStyleSheet(
            QStringLiteral("QPushButton { font-size: %1px; padding: %2px %3px; border-radius: "
                           "%4px; min-height: %5px; }")
                .arg(m_look.small().pixelSize())
                .arg(m_look.px(2))
                .arg(m_look.px(9))
                .arg(m_look.px(11))
                .arg(m_look.px(16)));
}

void TopicChips::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        name();
    QWidget::changeEvent(event);
}

} // namespace ipclab
