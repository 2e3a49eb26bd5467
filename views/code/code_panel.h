// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/code/code_highlighter.h"
#include "views/common/view_context.h"

#include <QString>
#include <QWidget>

#include <vector>

class QLabel;
class QStackedLayout;
class QTabWidget;

namespace ipclab {

struct CodeFile {
    QString title; // "child.py"
    QString path;
    QString text;
    CodeLanguage language = CodeLanguage::Plain;
    bool operator==(const CodeFile&) const = default;
};

// The programs that run, one tab each. GUI thread.
class CodePanel : public QWidget {
    Q_OBJECT

public:
    // Of a file; the rest is left out, and dots say so.
    static constexpr qsizetype kMostText = 1 << 20;
    static constexpr int kMostLines = 20'000;

    explicit CodePanel(ViewContext context, QWidget* parent = nullptr);

    // The same files with other texts stay where they were scrolled to.
    void setFiles(std::vector<CodeFile> files);

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void applyLook();
    void addFile(const CodeFile& file);

    ViewContext m_context;
    std::vector<CodeFile> m_files;
    QLabel* m_empty;
    QTabWidget* m_tabs;
    QStackedLayout* m_stack;
};

} // namespace ipclab
