// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/bookmarks_sheet.h"
#include "app/lab_page.h"
#include "app/main_window.h"
#include "app/notice_bar.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QInputDialog>
#include <QLineEdit>
#include <QLocale>

namespace ipclab {

namespace {

constexpr int kLongestNote = 500; // characters

QString timeText(Nanoseconds at)
{
    return QLocale().toString(static_cast<double>(at) / static_cast<double>(kSecond), 'f', 3)
        + QStringLiteral(" s");
}

} // namespace

// A new one, or the words of the one that is there.
void MainWindow::editBookmark(EventIndex moment)
{
    if (!m_cursor.wholeLog())
        return;
    const Bookmarks::Mark* const known = m_cursor.bookmarks().at(moment);
    auto* const dialog = new QInputDialog(this);
    dialog->setObjectName(QStringLiteral("bookmark"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(known ? tr("Bookmark") : tr("New bookmark"));
    dialog->setLabelText(
        tr("What is to be seen at %1:")
            .arg(timeText(moment == m_cursor.moment() || !known ? m_cursor.time() : known->at)));
    dialog->setTextValue(known ? text(known->text) : QString());
    dialog->setOkButtonText(tr("Keep"));
    dialog->setCancelButtonText(tr("Cancel"));
    if (auto* const line = dialog->findChild<QLineEdit*>())
        line->setMaxLength(kLongestNote);
    connect(dialog, &QInputDialog::textValueSelected, this,
        [this, moment](const QString& words) { setBookmark(moment, words.trimmed()); });
    connect(&m_presenter, &LabPresenter::logRenewed, dialog, &QDialog::reject); // of another run
    dialog->open();
}

void MainWindow::setBookmark(EventIndex moment, const QString& words)
{
    const Bookmarks::Mark* const known = m_cursor.bookmarks().at(moment);
    const QString before = known ? text(known->text) : QString();
    if (words == before)
        return;
    if (const Status kept = m_presenter.bookmark(moment, words); !kept) {
        page().notice().show(NoticeBar::Kind::Error, [error = kept.error()] {
            return tr("The bookmark cannot be kept. %1").arg(errorSentence(error));
        });
        return;
    }
    if (before.isEmpty())
        return;
    page().notice().offer(
        [deleted = words.isEmpty()] {
            return deleted ? tr("The bookmark is deleted.") : tr("The bookmark has other words.");
        },
        [] { return tr("Undo"); }, [this, moment, before] { setBookmark(moment, before); });
}

void MainWindow::showBookmarks()
{
    auto* sheet = findChild<BookmarksSheet*>();
    if (!sheet) {
        sheet = new BookmarksSheet(m_look, m_cursor, this);
        connect(sheet, &BookmarksSheet::goWanted, &m_cursor, &TimeCursor::goTo);
        connect(sheet, &BookmarksSheet::editWanted, this, &MainWindow::editBookmark);
        connect(sheet, &BookmarksSheet::deleteWanted, this,
            [this](EventIndex moment) { setBookmark(moment, {}); });
    }
    sheet->show();
    sheet->raise();
    sheet->activateWindow();
}

} // namespace ipclab
