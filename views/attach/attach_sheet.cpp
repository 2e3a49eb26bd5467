// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/attach/attach_sheet.h"

#include "views/attach/running_filter.h"
#include "views/attach/running_model.h"
#include "views/attach/running_table.h"
#include "views/common/look.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"

#include <QAccessible>
#include <QCheckBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScreen>
#include <QTimer>

#include <chrono>
#include <utility>

namespace ipclab {

namespace {

constexpr std::chrono::seconds kAgainAfter { 2 };

QString whoIs(const RunningProcess& process)
{
    return AttachSheet::tr("%1 (%2)").arg(process.name, QString::number(process.pid.value));
}

} // namespace

AttachSheet::AttachSheet(const Look& look, QWidget* parent)
    : QDialog(parent)
    , m_look(look)
    , m_model(new RunningModel(this))
    , m_filter(new RunningFilter(*m_model, this))
    , m_again(new QTimer(this))
{
    createParts();
    layOut();
    connectParts();
    retranslate();
    applyLook();
    const QSize usual(look.px(880), look.px(500));
    resize(usual.boundedTo(screen()->availableSize() * 9 / 10));
}

void AttachSheet::connectParts()
{
    connect(m_again, &QTimer::timeout, this, &AttachSheet::listWanted);
    connect(m_search, &QLineEdit::textChanged, this, &AttachSheet::search);
    connect(m_others, &QCheckBox::toggled, this, [this](bool too) {
        m_changing = true;
        m_filter->setOthersToo(too);
        m_changing = false;
        choose(m_chosen);
    });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
        &AttachSheet::follow);
    connect(m_table, &RunningTable::doubleClicked, this, &AttachSheet::attach);
    connect(m_table, &RunningTable::typed, this, [this](const QString& words) {
        m_search->setFocus(Qt::OtherFocusReason);
        m_search->setText(words);
    });
    connect(m_attach, &QPushButton::clicked, this, &AttachSheet::attach);
    connect(m_close, &QPushButton::clicked, this, &QDialog::reject);
    connect(&m_look, &Look::changed, this, &AttachSheet::applyLook);
}

std::optional<RunningProcess> AttachSheet::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    return index.isValid() ? std::optional(m_model->at(index.row())) : std::nullopt;
}

// Who is gone is not silently replaced by a neighbour.
void AttachSheet::setProcesses(const std::vector<RunningProcess>& processes)
{
    m_changing = true;
    m_model->setProcesses(processes);
    m_changing = false;
    m_listed = true;
    if (!m_chosen && !m_search->text().isEmpty())
        search(); // typed before who is looked for was in the list
    else
        choose(m_chosen);
}

void AttachSheet::choose(const std::optional<RunningProcess>& process)
{
    QModelIndex wanted;
    for (int row = 0; process && row < m_filter->rowCount() && !wanted.isValid(); ++row) {
        const QModelIndex index = m_filter->index(row, 0);
        if (m_model->at(m_filter->mapToSource(index).row()).is(*process))
            wanted = index;
    }
    m_changing = true;
    if (wanted.row() != m_table->currentIndex().row() || !wanted.isValid())
        m_table->setCurrentIndex(wanted);
    if (!wanted.isValid())
        m_table->clearSelection();
    m_changing = false;
    if (wanted.isValid())
        m_chosen = current();
    showChosen();
}

void AttachSheet::follow()
{
    if (m_changing)
        return;
    const auto now = current();
    if (now && m_chosen && now->is(*m_chosen))
        return;
    m_chosen = now;
    m_refused.clear();
    showChosen();
}

// What is typed looks for one: the first that is found is chosen, or who has just that number.
void AttachSheet::search()
{
    m_changing = true;
    m_filter->setWords(m_search->text());
    m_changing = false;
    std::optional<RunningProcess> first;
    for (int row = 0; row < m_filter->rowCount() && !m_search->text().isEmpty(); ++row) {
        const RunningProcess& one
            = m_model->at(m_filter->mapToSource(m_filter->index(row, 0)).row());
        const bool byNumber = QString::number(one.pid.value) == m_search->text().trimmed();
        if (!first || byNumber)
            first = one;
        if (byNumber)
            break;
    }
    m_refused.clear();
    m_chosen = first;
    choose(first);
}

void AttachSheet::showChosen()
{
    const bool any = m_filter->rowCount() > 0 || !m_listed;
    m_table->setVisible(any);
    m_empty->setVisible(!any);
    const bool there = current() && m_chosen && current()->is(*m_chosen);
    m_attach->setEnabled(there && !m_trying && m_chosen->obstacle.empty());
    if (m_trying)
        return;
    if (m_tried && !m_refused.isEmpty())
        return say(
            tr("%1 is not watched. %2 Nothing has changed by it.").arg(whoIs(*m_tried), m_refused),
            true);
    if (!m_chosen)
        return say(wordsOfList(), false);
    const QString who = whoIs(*m_chosen);
    if (!there && any)
        say(tr("%1 is not in the list (any more): it has ended, or is hidden by what is looked "
               "for. Choose another.")
                .arg(who),
            true);
    else if (!m_chosen->obstacle.empty())
        say(tr("%1 cannot be watched. %2").arg(who, attachObstacleWords(m_chosen->obstacle)), true);
    else
        say(tr("%1 can be watched, as far as is known before it is tried.").arg(who), false);
}

QString AttachSheet::wordsOfList() const
{
    if (!m_listed)
        return tr("Looking for the processes that run…");
    return m_filter->rowCount() == 0
        ? QString()
        : tr("%1 of %2 processes. Choose one with the arrow keys or "
             "the mouse; Enter attaches.")
              .arg(countText(static_cast<quint64>(m_filter->rowCount())),
                  countText(static_cast<quint64>(m_model->rowCount())));
}

// A screen reader hears it, if it is of somebody: how many there are changes all the time.
void AttachSheet::say(const QString& words, bool trouble)
{
    if (words == m_note->text() && trouble == m_trouble)
        return;
    m_note->setText(words);
    if (std::exchange(m_trouble, trouble) != trouble)
        lookOfNote();
    keepRoom();
    if (!m_chosen && !m_trying)
        return;
    QAccessibleEvent event(m_note, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

void AttachSheet::attach()
{
    if (!m_attach->isEnabled() || !m_chosen)
        return;
    m_refused.clear();
    emit attachWanted(*m_chosen);
}

void AttachSheet::setTrying()
{
    m_trying = true;
    m_tried = m_chosen; // the person may look at others meanwhile
    say(tr("Attaching…"), false);
    showChosen();
}

void AttachSheet::setRefused(const QString& why)
{
    if (!std::exchange(m_trying, false))
        m_tried = m_chosen; // it was not even tried
    m_refused = why;
    showChosen();
}

// In the field the arrows go through the list.
bool AttachSheet::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        const bool moves = key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown;
        if (watched == m_search && moves) {
            QCoreApplication::sendEvent(m_table, event);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void AttachSheet::showEvent(QShowEvent* event)
{
    m_trying = false;
    m_refused.clear();
    emit listWanted();
    m_again->start(kAgainAfter);
    m_search->setFocus(Qt::OtherFocusReason);
    m_search->selectAll();
    showChosen();
    QDialog::showEvent(event);
}

void AttachSheet::hideEvent(QHideEvent* event)
{
    m_again->stop();
    QDialog::hideEvent(event);
    emit putAway();
}

} // namespace ipclab
