// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/support/bench.h"
#include "views/guide/choice_button.h"
#include "views/guide/guide_panel.h"

#include <QApplication>
#include <QLabel>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <functional>

// A guide of six steps, so many of them done, and what it shows.
namespace ipclab::test {

inline GuideContent content(int done)
{
    GuideContent made { QStringLiteral("Buffered pipe"),
        QStringLiteral("Why does nothing arrive for ten seconds?") };
    made.steps = {
        { QStringLiteral("terminal"),
            QStringLiteral(
                "Run the writer with its output on a **terminal**. A line appears every 2 s.") },
        { QStringLiteral("pipe"),
            QStringLiteral("Switch its output to a **pipe** and run again.") },
        { QStringLiteral("where"),
            QStringLiteral("**Predict.** The writer has printed two lines. Where are those 58 "
                           "bytes now?"),
            GuideStage::Later,
            { { QStringLiteral("kernel"), QStringLiteral("In the pipe, in the kernel") },
                { QStringLiteral("writer"), QStringLiteral("In the writer's own memory") },
                { QStringLiteral("read"), QStringLiteral("Already read by the parent") } } },
        { QStringLiteral("flush"), QStringLiteral("Add `flush=True` and compare.") },
        { QStringLiteral("unbuffered"), QStringLiteral("Run with `python -u`.") },
        { QStringLiteral("explain"), QStringLiteral("Explain: who was holding the bytes?") },
    };
    for (int i = 0; i < static_cast<int>(made.steps.size()); ++i) {
        GuideStep& step = made.steps[static_cast<std::size_t>(i)];
        step.state = i < done ? GuideStage::Done
            : i == done       ? GuideStage::Current
                              : GuideStage::Later;
    }
    made.explanation = QStringLiteral(
        "Python saw a pipe, not a terminal, and kept what was printed in its **own buffer** of "
        "8 192 bytes.\n\nNothing was lost: `flush()` or the end of the program hands it over.");
    made.nextLabTitle = QStringLiteral("The endless dialog");
    return made;
}

inline ChoiceButton* choice(const GuidePanel& panel, const char* id)
{
    for (auto* button : panel.findChildren<ChoiceButton*>()) {
        if (button->id() == QString::fromLatin1(id) && button->isVisible())
            return button;
    }
    return nullptr;
}

inline QString visibleTextOf(const GuidePanel& panel, const char* name)
{
    for (const auto* label : panel.findChildren<QLabel*>(QString::fromLatin1(name))) {
        if (label->isVisible())
            return label->text();
    }
    return {};
}

// The words of some rich text that are bold, in italics or in a table, as a label shows them.
inline QStringList wordsOf(
    const QString& html, const std::function<bool(const QTextCursor&)>& wanted)
{
    QTextDocument document;
    document.setHtml(html);
    QStringList words;
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            QTextCursor cursor(&document);
            cursor.setPosition(part.fragment().position() + 1);
            if (wanted(cursor))
                words += part.fragment().text();
        }
    }
    return words;
}

inline QStringList boldIn(const QString& html)
{
    return wordsOf(
        html, [](const QTextCursor& at) { return at.charFormat().fontWeight() >= QFont::Bold; });
}

inline QString textIn(const QString& html)
{
    QTextDocument document;
    document.setHtml(html);
    return document.toPlainText();
}

struct ShownGuide {
    Bench bench;
    GuidePanel panel { bench.context() };
    explicit ShownGuide(const GuideContent& of, QSize size = { 300, 640 })
    {
        panel.resize(size);
        panel.show();
        panel.activateWindow();
        panel.setContent(of);
        QApplication::processEvents();
    }
};

} // namespace ipclab::test
