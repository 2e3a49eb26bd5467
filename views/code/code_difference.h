// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/code/code_highlighter.h"
#include "views/code/line_difference.h"

#include <QString>
#include <QWidget>

#include <map>
#include <utility>
#include <vector>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;
class QVBoxLayout;

namespace ipclab {

class CodeView;
class Look;

// What a text can be compared with.
struct ComparedText {
    QString key; // is known by it in any language
    QString name; // "the lab's own text"
    std::map<QString, QString> texts; // by the file's path
};

// The programs as they are with what was removed from them in place, to be read: each line that is
// new or gone has its sign and its colour. GUI thread.
class CodeDifference : public QWidget {
    Q_OBJECT

public:
    struct File {
        QString title; // "child.py"
        QString path;
        QString text;
        CodeLanguage language = CodeLanguage::Plain;
    };

    explicit CodeDifference(Look& look, QWidget* parent = nullptr);

    // The first of `with` unless another was picked, known by its key. Stays at its change if it
    // can.
    void compare(std::vector<File> files, std::vector<ComparedText> with);
    void goToChange(int by); // 1: the next; -1: the one before
    [[nodiscard]] CodeView& view() const { return *m_view; }
    [[nodiscard]] QString words() const; // what differs, and where one is
    [[nodiscard]] std::pair<QString, int> place() const; // a file's path and its line; {}: nowhere

signals:
    void left();

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Change {
        int line = 0; // shown, from 1
        QString path;
        int inFile = 0; // of the text now; of what is gone, the line before it
        QString where; // "line 7 of child.py"
    };
    void createBar(QVBoxLayout& column);
    void retranslate();
    void applyLook();
    void fill();
    void addFile(const File& file, const QString& before, QStringList& lines);
    void addLines(const File& file, const LineDifference& difference, const QStringList& before,
        const QStringList& now, QStringList& lines);
    void showWords();

    Look& m_look;
    QHBoxLayout* m_bar;
    QLabel* m_words;
    QComboBox* m_with;
    QToolButton* m_previous;
    QToolButton* m_next;
    QPushButton* m_back;
    CodeView* m_view;
    std::vector<File> m_files;
    std::vector<ComparedText> m_compared;
    std::vector<SignedLine> m_signs;
    std::vector<int> m_numbers;
    std::vector<Change> m_changes;
    std::size_t m_change = 0; // where one is
    ChangedLines m_count;
    QString m_tooLong; // a file that is not compared
};

} // namespace ipclab
