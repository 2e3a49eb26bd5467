// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QSyntaxHighlighter>

#include <array>
#include <cstdint>

namespace ipclab {

class Look;

enum class CodeLanguage : std::uint8_t { Plain, C, Python };

enum class CodeInk : std::uint8_t { Keyword, Call, Text, Number, Comment, Directive, Count };

// The colour of that part of a program, readable on the panel's ground in either theme.
QColor codeColour(const Look& look, CodeInk ink);

// Colours for C and Python, as far as a line and what its predecessor left open tell. GUI thread.
class CodeHighlighter : public QSyntaxHighlighter {
    Q_OBJECT

public:
    CodeHighlighter(QTextDocument* document, const Look& look, CodeLanguage language);

    void applyLook(const Look& look);
    void setLanguage(CodeLanguage language);

protected:
    void highlightBlock(const QString& text) override;

private:
    // What a line leaves open for the next.
    enum Open { Nothing = 0, Comment = 1, DoubleQuotes = 2, SingleQuotes = 3 };

    void takeLanguage(CodeLanguage language);
    qsizetype closeOpen(const QString& text);
    qsizetype openAt(const QString& text, qsizetype start, qsizetype length);
    void colour(qsizetype start, qsizetype length, CodeInk ink);
    [[nodiscard]] QString endOf(int open) const;

    CodeLanguage m_language = CodeLanguage::Plain;
    QRegularExpression m_words; // all that has a colour, one named group each
    std::array<QTextCharFormat, static_cast<std::size_t>(CodeInk::Count)> m_formats;
};

} // namespace ipclab
