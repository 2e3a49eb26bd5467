// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "views/code/code_highlighter.h"
#include "views/code/line_difference.h"
#include "views/common/state_mark.h"

#include <QPlainTextEdit>

#include <functional>
#include <vector>

namespace ipclab {

// A thread that is in that line.
struct LineMark {
    int line = 0; // the first is 1
    Pid pid;
    StateMark state = StateMark::Waiting;
    QString name; // whose it is
    QString words; // the state
    bool chosen = false;
    bool operator==(const LineMark&) const = default;
};

// One source file, to be read or edited: line numbers, colours, the fixed font. While it is edited,
// Tab indents and Escape is the key that leaves. GUI thread.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    CodeView(Look& look, const QString& text, CodeLanguage language, QWidget* parent = nullptr);

    void replaceText(const QString& text); // the same lines stay in view
    void takeText(const QString& text); // the same, which can be undone
    // As it is, which toPlainText() is not: that has spaces for no-break spaces.
    [[nodiscard]] QString text() const;
    void setEditable(bool editable);
    void setLanguage(CodeLanguage language);

    // In the order of their lines. `why` says more of one, for a tooltip.
    void setMarks(std::vector<LineMark> marks);
    [[nodiscard]] const std::vector<LineMark>& marks() const { return m_marks; }
    void setWhy(std::function<QString(Pid)> why) { m_why = std::move(why); }
    void showLine(int line); // in view, and the caret there
    [[nodiscard]] const LineMark* markAt(QPoint place) const; // of the viewport; nullptr: none

    // Beside the numbers, in the order of their lines; `tinted`: and behind the text.
    void setSigns(std::vector<SignedLine> signs, bool tinted = false);
    [[nodiscard]] const std::vector<SignedLine>& signs() const { return m_signs; }
    void goToSign(int by); // 1: to the next change; -1: to the one before
    // Of a text that is no file: the number that each line shows; 0: none.
    void setNumbers(std::vector<int> numbers);

    [[nodiscard]] int numbersWidth() const;
    void clickNumbers(int y); // the mark there; of several the next
    void paintNumbers(QPaintEvent* event); // for the strip of line numbers

signals:
    void saveWanted();
    void left(); // by Escape
    void markChosen(ipclab::Pid pid);

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;

private:
    struct Chip {
        QRect rect;
        std::size_t mark = 0;
    };
    [[nodiscard]] std::vector<Chip> chips() const; // those in view
    [[nodiscard]] QRect lineRect(int line) const; // in the viewport; empty: not in view
    void paintChip(QPainter& painter, const Chip& chip) const;
    void paintMarks(QPainter& painter) const; // beside the numbers
    void paintSigns(QPainter& painter) const;
    [[nodiscard]] QColor colourOf(LineSign sign) const;
    [[nodiscard]] QString numberOf(int block) const;
    [[nodiscard]] QList<QTextEdit::ExtraSelection> signTints() const;
    void tintLines();
    void applyLook();
    void placeNumbers();

    Look& m_look;
    CodeHighlighter* m_colours;
    QWidget* m_numbers;
    std::vector<LineMark> m_marks;
    std::vector<SignedLine> m_signs;
    bool m_signsTinted = false;
    std::vector<int> m_shownNumbers; // empty: as the lines come
    std::function<QString(Pid)> m_why;
};

} // namespace ipclab
