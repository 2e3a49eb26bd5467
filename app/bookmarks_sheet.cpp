// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarks_sheet.h"

#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/plain_tip.h"
#include "views/common/time_cursor.h"
#include "views/common/visible_bytes.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

namespace ipclab {

BookmarksSheet::BookmarksSheet(const Look& look, const TimeCursor& cursor, QWidget* parent)
    : QDialog(parent)
    , m_look(look)
    , m_cursor(cursor)
    , m_list(new QListWidget(this))
    , m_empty(new QLabel(this))
    , m_go(new QPushButton(this))
    , m_edit(new QPushButton(this))
    , m_delete(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    m_empty->setWordWrap(true);
    m_list->setTextElideMode(Qt::ElideRight);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_go->setDefault(true);
    auto* const buttons = new QHBoxLayout;
    for (QPushButton* button : { m_go, m_edit, m_delete })
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_close);
    auto* const column = new QVBoxLayout(this);
    column->addWidget(m_empty);
    column->addWidget(m_list, 1);
    column->addLayout(buttons);
    const auto act = [this](auto signal) {
        return [this, signal] {
            if (const auto moment = chosen())
                emit(this->*signal)(*moment);
        };
    };
    connect(m_go, &QPushButton::clicked, this, act(&BookmarksSheet::goWanted));
    connect(m_edit, &QPushButton::clicked, this, act(&BookmarksSheet::editWanted));
    connect(m_delete, &QPushButton::clicked, this, act(&BookmarksSheet::deleteWanted));
    connect(m_list, &QListWidget::itemDoubleClicked, this, act(&BookmarksSheet::goWanted));
    connect(m_close, &QPushButton::clicked, this, &QDialog::accept);
    connect(&cursor, &TimeCursor::moved, this, &BookmarksSheet::follow);
    connect(&cursor, &TimeCursor::logChanged, this, &BookmarksSheet::follow);
    connect(&look, &Look::changed, this, &BookmarksSheet::applyLook);
    applyLook();
    retranslate();
}

std::optional<EventIndex> BookmarksSheet::chosen() const
{
    const QListWidgetItem* const item = m_list->currentItem();
    return item ? std::optional<EventIndex>(item->data(Qt::UserRole).toULongLong()) : std::nullopt;
}

void BookmarksSheet::follow()
{
    if (m_cursor.bookmarks().all() != m_shown)
        fill();
}

void BookmarksSheet::fill()
{
    const int row = std::max(m_list->currentRow(), 0);
    m_shown = m_cursor.bookmarks().all();
    m_list->clear();
    for (const auto& [moment, mark] : m_shown) {
        const double seconds = static_cast<double>(mark.at) / static_cast<double>(kSecond);
        const QString note = visibleText(mark.text);
        const QString words = tr("%1 s · %2").arg(QLocale().toString(seconds, 'f', 3), note);
        auto* const item = new QListWidgetItem(words, m_list);
        item->setToolTip(plainTip(note));
        item->setData(Qt::UserRole, static_cast<qulonglong>(moment));
    }
    m_list->setCurrentRow(std::min(row, m_list->count() - 1));
    const bool any = m_list->count() > 0;
    m_empty->setVisible(!any);
    m_list->setVisible(any);
    for (QPushButton* button : { m_go, m_edit, m_delete })
        button->setEnabled(any);
}

void BookmarksSheet::applyLook()
{
    m_empty->setStyleSheet(css(m_look.body(), m_look.colour(Ink::QuietText)));
    m_list->setMinimumSize(m_look.px(420), m_look.px(180));
    setMinimumWidth(m_look.px(440));
}

void BookmarksSheet::retranslate()
{
    setWindowTitle(tr("Bookmarks"));
    m_list->setAccessibleName(tr("Bookmarks"));
    m_empty->setText(tr("No bookmark yet: Ctrl+B leaves one at the moment that is shown. It is "
                        "part of the session."));
    m_go->setText(tr("Go there"));
    m_edit->setText(tr("Edit…"));
    m_delete->setText(tr("Delete"));
    m_close->setText(tr("Close"));
    fill();
}

void BookmarksSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Delete)
        m_delete->click();
    else
        QDialog::keyPressEvent(event);
}

void BookmarksSheet::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace ipclab
