// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_finder.h"

#include "views/common/look.h"
#include "views/common/wording.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace ipclab {

namespace {

constexpr int kPid = Qt::UserRole;

} // namespace

MapFinder::MapFinder(
    const Look& look, const World& world, const std::vector<Pid>& among, QWidget* parent)
    : QFrame(parent, Qt::Popup)
    , m_words(new QLineEdit(this))
    , m_list(new QListWidget(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    for (const Pid pid : among) {
        const Process* const process = world.process(pid);
        if (!process || process->self)
            continue;
        auto* const item = new QListWidgetItem(
            processWithPid(*process) + QStringLiteral(" · ") + stateWords(world, *process), m_list);
        item->setData(kPid, pid.value);
    }
    m_words->setPlaceholderText(tr("Name, pid or state"));
    m_words->setAccessibleName(tr("Find a process"));
    m_list->setAccessibleName(tr("Processes"));
    m_list->setCurrentRow(0);
    m_words->installEventFilter(this);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_words);
    column->addWidget(m_list);
    resize(look.px(360), look.px(300));
    connect(m_words, &QLineEdit::textChanged, this, &MapFinder::narrow);
    connect(m_words, &QLineEdit::returnPressed, this, &MapFinder::pick);
    connect(m_list, &QListWidget::itemActivated, this, &MapFinder::pick);
    connect(m_list, &QListWidget::itemClicked, this, &MapFinder::pick);
}

void MapFinder::popUp(const QPoint& middle)
{
    move(middle - rect().center());
    show();
    m_words->setFocus();
}

// Up and Down go in the list while one types.
bool MapFinder::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_words && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_PageUp
            || key == Qt::Key_PageDown) {
            QCoreApplication::sendEvent(m_list, event);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void MapFinder::narrow(const QString& words)
{
    QListWidgetItem* first = nullptr;
    for (int row = 0; row < m_list->count(); ++row) {
        QListWidgetItem* const item = m_list->item(row);
        item->setHidden(!item->text().contains(words, Qt::CaseInsensitive));
        if (!first && !item->isHidden())
            first = item;
    }
    m_list->setCurrentItem(first);
}

void MapFinder::pick()
{
    const QListWidgetItem* const item = m_list->currentItem();
    if (!item || item->isHidden())
        return;
    const Pid pid { item->data(kPid).toInt() };
    close();
    emit found(pid);
}

} // namespace ipclab
