// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/catalog_model.h"
#include "views/catalog/catalog_view.h"

#include <QCoreApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

namespace ipclab {

// Keys go where they mean something, whichever of the two has the focus: letters to the search, the
// arrows to the cards, and Enter opens.
bool CatalogView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_list && event->type() == QEvent::Resize)
        fitCards();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto& key = *static_cast<QKeyEvent*>(event);
    if (key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter) {
        open(m_list->currentIndex());
        return true;
    }
    const bool taken = watched == m_search ? searchKey(key) : listKey(key);
    return taken || QWidget::eventFilter(watched, event);
}

bool CatalogView::searchKey(QKeyEvent& event)
{
    if (event.key() == Qt::Key_Escape && !m_search->text().isEmpty()) {
        m_search->clear();
        return true;
    }
    if (event.key() != Qt::Key_Down && event.key() != Qt::Key_Up)
        return false;
    m_list->setFocus(Qt::OtherFocusReason);
    QCoreApplication::sendEvent(m_list, &event); // from the one that Return would have opened
    return true;
}

bool CatalogView::listKey(QKeyEvent& event)
{
    const QString text = event.text();
    switch (event.key()) {
    case Qt::Key_Home:
        chooseFirst();
        return true;
    case Qt::Key_End:
        chooseLast();
        return true;
    case Qt::Key_Escape:
        m_search->clear();
        return false; // and whatever else it means
    default:
        break;
    }
    const auto held = event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (held || text.isEmpty() || !text.front().isPrint() || text.front().isSpace())
        return false;
    m_search->setFocus(Qt::OtherFocusReason);
    QCoreApplication::sendEvent(m_search, &event);
    return true;
}

void CatalogView::chooseLast()
{
    const int last = m_model->rowCount() - 1; // below a heading there is a lab
    m_list->setCurrentIndex(m_model->index(last));
    m_list->scrollToBottom();
}

} // namespace ipclab
