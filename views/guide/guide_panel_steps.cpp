// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The steps in the panel: how they are made anew, and what the keyboard is at meanwhile.
#include "views/guide/guide_panel.h"

#include "views/common/look.h"
#include "views/guide/choice_button.h"
#include "views/guide/step_row.h"
#include "views/guide/term_label.h"

#include <QApplication>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <memory>
#include <utility>

namespace ipclab {

namespace {

// A row that was just made would be shown a turn later, by its layout: until then the keys would
// be at what nobody sees.
void handKeysTo(QWidget& widget, Qt::FocusReason reason)
{
    if (StepRow* const row = StepRow::around(widget))
        row->show();
    widget.setFocus(reason);
}

// The one that is marked; else the first; none if it asks nothing.
ChoiceButton* choiceOf(const QWidget& row)
{
    const QList<ChoiceButton*> choices = row.findChildren<ChoiceButton*>();
    const auto marked = std::ranges::find_if(choices, &ChoiceButton::isChecked);
    return marked != choices.end() ? *marked : choices.value(0);
}

} // namespace

// A step that says what it said stays as it is: to make one takes longer than a frame.
void GuidePanel::rebuild()
{
    if (m_unseen.leavesOut())
        return;
    QWidget* const focused = QApplication::focusWidget();
    const StepRow* const around = focused ? StepRow::around(*focused) : nullptr;
    const bool here = around && isAncestorOf(focused);
    const QString name
        = here && !qobject_cast<const StepRow*>(focused) ? focused->objectName() : QString();
    const auto count = static_cast<int>(m_content.steps.size());
    while (m_steps->count() > count)
        dropRow(count);
    for (int i = 0; i < count; ++i) {
        const GuideStep& step = m_content.steps[static_cast<std::size_t>(i)];
        if (!m_anew && i < m_steps->count() && rowAt(i)->step() == step)
            continue;
        if (i < m_steps->count())
            dropRow(i);
        m_steps->insertWidget(i, newRow(step, i + 1));
    }
    showHead();
    showEnd();
    m_anew = false;
    orderTabs();
    if (here && m_steps->indexOf(around) < 0)
        keepFocus(name);
}

StepRow* GuidePanel::rowAt(int place) const
{
    return static_cast<StepRow*>(m_steps->itemAt(place)->widget());
}

void GuidePanel::dropRow(int place)
{
    const std::unique_ptr<QLayoutItem> item(m_steps->takeAt(place));
    item->widget()->hide();
    item->widget()->deleteLater(); // its own signal may have led here
}

StepRow* GuidePanel::newRow(const GuideStep& step, int number)
{
    auto* const row = new StepRow(m_context.look, step, number, m_picked, m_page);
    connect(row, &StepRow::picked, this, [this, id = step.id](const QString& choice) {
        m_picked = choice;
        m_pickedStep = id;
    });
    connect(row, &StepRow::predicted, this,
        [this, id = step.id](const QString& choice) { emit predicted(id, choice); });
    connect(row, &StepRow::showWanted, this, &GuidePanel::showWanted);
    return row;
}

// What is made anew would else be the last of the whole window. Of a card without anything in it
// that takes the keys, the key Tab goes on from there too.
void GuidePanel::orderTabs()
{
    QWidget* before = m_startOver;
    const auto then = [&before](QWidget* next) {
        if (next->focusPolicy() != Qt::NoFocus) // setTabOrder() ignores those
            QWidget::setTabOrder(std::exchange(before, next), next);
    };
    then(m_intro);
    for (int i = 0; i < m_steps->count(); ++i) {
        QWidget* const row = m_steps->itemAt(i)->widget();
        then(row);
        for (QWidget* widget : row->findChildren<QWidget*>())
            then(widget);
    }
    then(m_explanation);
    then(m_next);
}

void GuidePanel::keepFocus(const QString& name)
{
    QWidget* to = m_next->isHidden() ? nullptr : m_next;
    for (int i = 0; i < m_steps->count(); ++i) {
        QWidget* const row = m_steps->itemAt(i)->widget();
        QWidget* const same = name.isEmpty() ? nullptr : row->findChild<QWidget*>(name);
        if (!same && row->objectName() != QLatin1String("now"))
            continue;
        // While it has no choice, the card itself: the next choices are near.
        QWidget* const choice = choiceOf(*row);
        to = same ? same : choice ? choice : row;
    }
    if (to)
        handKeysTo(*to, Qt::OtherFocusReason);
}

QWidget* GuidePanel::toDo() const
{
    QWidget* to = m_next->isHidden() ? static_cast<QWidget*>(m_explanation) : m_next;
    for (int i = 0; i < m_steps->count(); ++i) { // some are just made, and not shown yet
        QWidget* const row = m_steps->itemAt(i)->widget();
        if (row->objectName() != QLatin1String("now"))
            continue;
        to = choiceOf(*row);
        if (!to)
            to = row->findChild<QPushButton*>(QStringLiteral("showMe"));
        if (!to)
            to = row;
    }
    return to;
}

void GuidePanel::focusNow()
{
    QWidget* const to = toDo();
    handKeysTo(*to, Qt::ShortcutFocusReason);
    m_scroll->ensureWidgetVisible(to);
    m_toNow = true;
    scrollToNow();
}

void GuidePanel::greet()
{
    if (m_content.steps.empty() || stepNow() != m_content.steps.data())
        return focusNow();
    handKeysTo(*toDo(), Qt::ShortcutFocusReason);
    m_toNow = false;
    m_scroll->verticalScrollBar()->setValue(0);
}

// The rows get their places over several turns: followed until the learner scrolls.
void GuidePanel::scrollToNow()
{
    if (!m_toNow)
        return;
    if (isDone())
        return showExplanation();
    const int around = m_context.look.px(12);
    for (QWidget* row : m_page->findChildren<QWidget*>(QStringLiteral("now"))) {
        if (row->isHidden())
            continue;
        const int top = row->mapTo(m_page, QPoint()).y() - around;
        if (stepNow() == m_content.steps.data()) // the question is above it
            m_scroll->verticalScrollBar()->setValue(0);
        else if (row->height() + 2 * around > m_scroll->viewport()->height()) // from its top
            m_scroll->verticalScrollBar()->setValue(top);
        else
            m_scroll->ensureWidgetVisible(row, 0, around);
        QWidget* const focused = QApplication::focusWidget();
        if (focused && row->isAncestorOf(focused)) // who types sees where
            m_scroll->ensureWidgetVisible(focused, 0, around);
    }
}

// Below the last step, which stays in view: who did it reads what became of it, and then why.
void GuidePanel::showExplanation()
{
    const QWidget* const first = m_summary->isHidden() ? m_explanation : m_summary;
    const int half = m_scroll->viewport()->height() / 2;
    const int end = m_explanation->geometry().bottom();
    m_scroll->ensureVisible(0, std::min(first->y() + half, end), 0, m_context.look.px(12));
}

} // namespace ipclab
