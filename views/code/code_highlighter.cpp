// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/code/code_highlighter.h"

#include "views/common/contrast.h"
#include "views/common/look.h"

#include <algorithm>

namespace ipclab {

namespace {

// The first alternative that matches wins; the order of the groups is that of CodeInk's use below.
constexpr auto kPatternC
    = R"((?<open>/\*)|(?<comment>//.*$)|(?<directive>^\s*#\s*\w+)|(?<text>"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?|(?<=include )<[^>]*>))"
      R"(|(?<number>\b(?:0[xX][0-9a-fA-F]+|\d[\w.]*))|(?<keyword>\b(?:auto|bool|break|case|char|const|continue|default|do|double|else|enum|extern|false|float|for|goto|if|inline|int|long|register|return|short|signed|sizeof|static|struct|switch|true|typedef|union|unsigned|void|volatile|while|NULL|[a-z]+(?:_[a-z]+)*_t)\b))"
      R"(|(?<call>\b[A-Za-z_]\w*(?=\s*\()))";
constexpr auto kPatternPython
    = R"((?<open>[rRbBuUfF]{0,2}(?:"""|'''))|(?<comment>#.*$)|(?<directive>^\s*@[\w.]+)|(?<text>[rRbBuUfF]{0,2}(?:"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])*'?)))"
      R"(|(?<number>\b(?:0[xXoObB][0-9a-fA-F_]+|\d[\w.]*))|(?<keyword>\b(?:and|as|assert|async|await|break|class|continue|def|del|elif|else|except|False|finally|for|from|global|if|import|in|is|lambda|None|nonlocal|not|or|pass|raise|return|True|try|while|with|yield|match|case|self)\b(?!\s*=[^=])))"
      R"(|(?<call>\b[A-Za-z_]\w*(?=\s*\()))";

struct Group {
    const char* name;
    CodeInk ink;
};
constexpr Group kGroups[] = {
    { "comment", CodeInk::Comment },
    { "directive", CodeInk::Directive },
    { "text", CodeInk::Text },
    { "number", CodeInk::Number },
    { "keyword", CodeInk::Keyword },
    { "call", CodeInk::Call },
};

} // namespace

QColor codeColour(const Look& look, CodeInk ink)
{
    constexpr std::array kInks { Ink::Accent, Ink::KernelBytes, Ink::ReadBytes, Ink::WriterBytes,
        Ink::QuietText, Ink::ReaderBytes };
    // On a line in which a thread is, or that was changed, it is read, too.
    constexpr std::array kTints { Ink::Running, Ink::Waiting, Ink::Stopped, Ink::Deadlock,
        Ink::ReadBytes, Ink::KernelBytes };
    constexpr double kMostTinted = 0.20;
    const QColor surface = look.colour(Ink::Surface);
    QColor read = readable(look.colour(kInks.at(static_cast<std::size_t>(ink))), surface);
    for (const Ink tint : kTints)
        read = readable(read, blended(surface, look.colour(tint), kMostTinted));
    return read;
}

CodeHighlighter::CodeHighlighter(QTextDocument* document, const Look& look, CodeLanguage language)
    : QSyntaxHighlighter(document)
{
    takeLanguage(language);
    applyLook(look);
}

void CodeHighlighter::takeLanguage(CodeLanguage language)
{
    m_language = language;
    if (language != CodeLanguage::Plain)
        m_words.setPattern(
            QString::fromLatin1(language == CodeLanguage::C ? kPatternC : kPatternPython));
    Q_ASSERT(m_words.isValid());
}

void CodeHighlighter::setLanguage(CodeLanguage language)
{
    if (language == m_language)
        return;
    takeLanguage(language);
    rehighlight();
}

void CodeHighlighter::applyLook(const Look& look)
{
    for (std::size_t i = 0; i < m_formats.size(); ++i) {
        const auto ink = static_cast<CodeInk>(i);
        m_formats.at(i).setForeground(codeColour(look, ink));
        m_formats.at(i).setFontItalic(ink == CodeInk::Comment);
        if (ink == CodeInk::Keyword)
            m_formats.at(i).setFontWeight(QFont::Bold);
    }
    rehighlight();
}

void CodeHighlighter::colour(qsizetype start, qsizetype length, CodeInk ink)
{
    setFormat(static_cast<int>(start), static_cast<int>(length),
        m_formats.at(static_cast<std::size_t>(ink)));
}

QString CodeHighlighter::endOf(int open) const
{
    if (open == Comment)
        return QStringLiteral("*/");
    return QString(3, QLatin1Char(open == DoubleQuotes ? '"' : '\''));
}

// Colours what the line before left open. Returns where that ends.
qsizetype CodeHighlighter::closeOpen(const QString& text)
{
    const int open = std::max(previousBlockState(), 0);
    setCurrentBlockState(Nothing);
    if (open == Nothing)
        return 0;
    const QString end = endOf(open);
    const qsizetype found = text.indexOf(end);
    const qsizetype length = found < 0 ? text.size() : found + end.size();
    colour(0, length, open == Comment ? CodeInk::Comment : CodeInk::Text);
    if (found < 0)
        setCurrentBlockState(open);
    return length;
}

// A comment or string that may go on in the next line. Returns where it ends in this one.
qsizetype CodeHighlighter::openAt(const QString& text, qsizetype start, qsizetype length)
{
    const bool comment = m_language == CodeLanguage::C;
    const int open = comment                           ? Comment
        : text[start + length - 1] == QLatin1Char('"') ? DoubleQuotes
                                                       : SingleQuotes;
    const QString end = endOf(open);
    const qsizetype found = text.indexOf(end, start + length);
    const qsizetype stop = found < 0 ? text.size() : found + end.size();
    colour(start, stop - start, comment ? CodeInk::Comment : CodeInk::Text);
    if (found < 0)
        setCurrentBlockState(open);
    return stop;
}

void CodeHighlighter::highlightBlock(const QString& text)
{
    if (m_language == CodeLanguage::Plain)
        return;
    qsizetype place = closeOpen(text);
    while (place < text.size()) {
        const QRegularExpressionMatch match = m_words.match(text, place);
        if (!match.hasMatch())
            return;
        if (match.capturedLength(QStringLiteral("open")) > 0) {
            place = openAt(text, match.capturedStart(), match.capturedLength());
            continue;
        }
        for (const Group& group : kGroups) {
            if (match.capturedLength(QString::fromLatin1(group.name)) > 0)
                colour(match.capturedStart(), match.capturedLength(), group.ink);
        }
        place = match.capturedEnd();
    }
}

} // namespace ipclab
