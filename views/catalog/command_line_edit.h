// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/command_words.h"
#include "views/catalog/completion_finder.h"

#include <QLineEdit>
#include <QStringList>

class QAbstractItemView;
class QCompleter;
class QStandardItemModel;

namespace ipclab {

// A command line: Up and Down go through what was run (of that, what has the typed words in it),
// Tab completes the word at the cursor, Ctrl+Space shows all that it can become. Where there is
// nothing to complete Tab leaves the field, as everywhere. GUI thread.
class CommandLineEdit : public QLineEdit {
    Q_OBJECT

public:
    explicit CommandLineEdit(QWidget* parent = nullptr);

    void setHistory(const QStringList& lines); // the newest first
    void setFolder(const QString& folder); // that files are relative to
    [[nodiscard]] QAbstractItemView* popup() const;

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    enum class Why { Typed, Tab, All };

    void recall(int step);
    void ask(Why why);
    void takeAnswer(quint64 number, const Completions& found);
    void offer(const Completions& found);
    void completeByTab(const Completions& found);
    void replaceWord(const QString& text, bool whole);
    void retranslate();

    QStringList m_history;
    QString m_draft; // what was typed before going through the history
    qsizetype m_recalled = -1; // -1: the draft is shown
    QString m_folder;
    CompletionFinder m_finder;
    quint64 m_number = 0; // of the last question
    Why m_why = Why::Typed;
    bool m_tabAsked = false; // and there is no answer yet: another Tab leaves
    WordAtCursor m_word; // that was asked about
    QStandardItemModel* m_choices;
    QCompleter* m_completer;
};

} // namespace ipclab
