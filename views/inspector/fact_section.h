// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"
#include "views/inspector/section.h"

#include <vector>

class QLabel;
class QPushButton;

namespace ipclab {

class FactList;

// A part that folds, with a list of facts, or what to say where there are none, and a note.
class FactSection : public Section {
    Q_OBJECT

public:
    FactSection(const Look& look, const QString& name, QWidget* parent);

    void show(const std::vector<FactRow>& rows);
    void setTitles(const QString& title, const QString& nothing); // nothing: it is hidden then
    void setNote(const QString& note);
    void setCounted() { m_counted = true; } // its title says how many rows there are
    void setFew(std::size_t few); // of more rows only so many are shown, until all are wanted
    void relook();
    [[nodiscard]] FactList* list() const { return m_list; }

signals:
    void chosen(const ipclab::Target& target);

private:
    void showRows();

    const Look& m_look;
    std::vector<FactRow> m_rows;
    std::size_t m_few = 0; // 0: no such bound
    FactList* m_list;
    QPushButton* m_all;
    QLabel* m_nothing;
    QLabel* m_note;
    bool m_counted = false;
};

} // namespace ipclab
