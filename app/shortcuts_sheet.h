// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QString>

#include <utility>
#include <vector>

class QGridLayout;
class QPushButton;
class QScrollArea;

namespace ipclab {

class Look;

struct ShortcutGroup {
    QString title;
    std::vector<std::pair<QString, QString>> rows; // keys, and what they do
};

// All the shortcuts on one sheet, beside the window and not in its way. GUI thread.
class ShortcutsSheet : public QDialog {
    Q_OBJECT

public:
    explicit ShortcutsSheet(const Look& look, QWidget* parent = nullptr);

    void setGroups(std::vector<ShortcutGroup> groups);

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill();
    void lay(int widest); // words of at most so many px in a line
    void fit(const QWidget& page);
    void addGroup(const ShortcutGroup& group, QGridLayout& grid, int widest);
    void retranslate();

    const Look& m_look;
    std::vector<ShortcutGroup> m_groups;
    QScrollArea* m_scroll;
    QPushButton* m_close;
};

} // namespace ipclab
