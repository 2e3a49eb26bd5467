// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/bookmarks.h"

#include <QDialog>

#include <optional>

class QLabel;
class QListWidget;
class QPushButton;

namespace ipclab {

class Look;
class TimeCursor;

// All notes of the run that is shown, in its order: go there, other words, away. GUI thread.
class BookmarksSheet : public QDialog {
    Q_OBJECT

public:
    BookmarksSheet(const Look& look, const TimeCursor& cursor, QWidget* parent = nullptr);

signals:
    void goWanted(ipclab::EventIndex moment);
    void editWanted(ipclab::EventIndex moment);
    void deleteWanted(ipclab::EventIndex moment);

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void follow();
    void fill();
    void retranslate();
    void applyLook();
    [[nodiscard]] std::optional<EventIndex> chosen() const;

    const Look& m_look;
    const TimeCursor& m_cursor;
    std::map<EventIndex, Bookmarks::Mark> m_shown;
    QListWidget* m_list;
    QLabel* m_empty;
    QPushButton* m_go;
    QPushButton* m_edit;
    QPushButton* m_delete;
    QPushButton* m_close;
};

} // namespace ipclab
