// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/code/code_highlighter.h"

#include <QPlainTextEdit>

namespace ipclab {

// One source file, to be read or edited: line numbers, colours, the fixed font. While it is edited,
// Tab indents and Escape is the key that leaves. GUI thread.
class CodeView : public QPlainTextEdit {
    Q_OBJECT

public:
    CodeView(Look& look, const QString& text, CodeLanguage language, QWidget* parent = nullptr);

    void replaceText(const QString& text); // the same lines stay in view
    void setEditable(bool editable);

    [[nodiscard]] int numbersWidth() const;
    void paintNumbers(QPaintEvent* event); // for the strip of line numbers

signals:
    void saveWanted();
    void left(); // by Escape

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyLook();
    void placeNumbers();

    Look& m_look;
    CodeHighlighter* m_colours;
    QWidget* m_numbers;
};

} // namespace ipclab
