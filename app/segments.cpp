// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/segments.h"

#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/obstacle.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ipclab {

Segments::Segments(const Look& look, const QString& name, bool nameShown, QWidget* parent)
    : QWidget(parent)
    , m_look(look)
    , m_name(name)
    , m_group(new QButtonGroup(this))
    , m_label(nameShown ? new QLabel(name, this) : nullptr)
{
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    if (m_label)
        row->addWidget(m_label);
    connect(&look, &Look::changed, this, &Segments::applyLook);
    connect(m_group, &QButtonGroup::idClicked, this, [this](int index) {
        const QString id = m_segments.at(static_cast<std::size_t>(index)).id;
        if (id == m_chosen)
            return;
        m_chosen = id;
        emit picked(id);
    });
    applyLook();
}

void Segments::setSegments(std::vector<Segment> segments)
{
    if (segments == m_segments)
        return;
    const bool sameButtons = segments.size() == m_segments.size();
    m_segments = std::move(segments);
    if (!sameButtons) {
        for (QToolButton* button : m_buttons)
            delete button;
        m_buttons.clear();
        for (std::size_t i = 0; i < m_segments.size(); ++i) {
            auto* button = new QToolButton(this);
            button->setCheckable(true);
            button->setFocusPolicy(Qt::StrongFocus);
            button->setObjectName(m_segments[i].id);
            m_group->addButton(button, static_cast<int>(i));
            m_buttons.push_back(button);
            layout()->addWidget(button);
        }
    }
    nameParts();
    applyLook();
    choose(m_chosen);
}

void Segments::setName(const QString& name)
{
    m_name = name;
    nameParts();
}

void Segments::nameParts()
{
    if (m_label)
        m_label->setText(m_name);
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        const Segment& segment = m_segments[i];
        m_buttons[i]->setText(segment.text);
        allowUnless(segment.obstacle, *m_buttons[i]);
        m_buttons[i]->setAccessibleName(m_name + QLatin1Char(' ') + segment.text);
        m_buttons[i]->setAccessibleDescription(segment.obstacle);
    }
}

void Segments::choose(const QString& id)
{
    m_chosen = id;
    for (std::size_t i = 0; i < m_buttons.size(); ++i) {
        if (m_segments[i].id == id)
            m_buttons[i]->setChecked(true);
    }
}

QString Segments::sheetFor(std::size_t index) const
{
    const bool first = index == 0;
    const bool last = index + 1 == m_buttons.size();
    const int radius = m_look.px(6);
    // A neighbour's border lies under one's own, so that there is one line between them.
    return QStringLiteral("QToolButton { border-radius: 0; margin-left: %1px; padding: %2px %3px;"
                          " border-top-left-radius: %4px; border-bottom-left-radius: %4px;"
                          " border-top-right-radius: %5px; border-bottom-right-radius: %5px; }")
        .arg(first ? 0 : -1)
        .arg(m_look.px(4))
        .arg(m_look.px(8))
        .arg(first ? radius : 0)
        .arg(last ? radius : 0);
}

void Segments::applyLook()
{
    if (m_label)
        m_label->setStyleSheet(css(m_look.body(), m_look.colour(Ink::QuietText))
            + QStringLiteral("padding-right: %1px;").arg(m_look.px(6)));
    for (std::size_t i = 0; i < m_buttons.size(); ++i)
        m_buttons[i]->setStyleSheet(sheetFor(i));
}

} // namespace ipclab
