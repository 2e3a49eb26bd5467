// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/command_words.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

bool contains(QStringView set, QChar sign)
{
    return set.contains(sign);
}

QString singleQuoted(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

// Goes through a line once, as a shell would.
class LineScan {
public:
    explicit LineScan(QStringView line)
        : m_line(line)
    {
        while (m_at < m_line.size())
            take(m_line.at(m_at++));
    }

    void endWord()
    {
        if (!m_inWord)
            return;
        words.append(word.text);
        if (!m_target && !m_assigns)
            m_command = false;
        m_inWord = m_target = m_assigns = false;
        word = {};
    }

    // What would be completed at the end.
    [[nodiscard]] WordAtCursor last() const
    {
        WordAtCursor at = word;
        at.begin = m_inWord ? word.begin : m_line.size();
        at.quote = quote;
        at.program = m_command && !m_target && !m_assigns;
        return at;
    }

    QStringList words;
    QString sign; // the first that only a shell understands
    QChar quote; // open
    WordAtCursor word; // that is being read

private:
    void take(QChar one)
    {
        if (quote == u'\'' || quote == u'"')
            return takeQuoted(one);
        if (one == u' ' || one == u'\t')
            return endWord();
        if (contains(u"|&;()\n", one))
            return takeOperator(one);
        if (one == u'<' || one == u'>')
            return takeRedirection(one);
        begin();
        if (one == u'\'' || one == u'"') {
            quote = one;
        } else if (one == u'\\') {
            word.text += m_at < m_line.size() ? m_line.at(m_at++) : one;
        } else {
            notePlain(one);
            word.text += one;
        }
    }

    void takeQuoted(QChar one)
    {
        if (one == quote) {
            quote = {};
        } else if (quote == u'"' && one == u'\\' && m_at < m_line.size()
            && contains(u"$`\"\\", m_line.at(m_at))) {
            word.text += m_line.at(m_at++);
        } else {
            if (quote == u'"' && (one == u'$' || one == u'`'))
                expand(one);
            word.text += one;
        }
    }

    void takeOperator(QChar one)
    {
        endWord();
        QString signs(one);
        if (contains(u"|&;", one) && m_at < m_line.size() && m_line.at(m_at) == one)
            signs += m_line.at(m_at++);
        note(signs);
        m_command = one != u')';
        m_target = false;
    }

    void takeRedirection(QChar one)
    {
        const auto isDigit = [](QChar each) { return each.isDigit(); };
        if (std::all_of(word.text.begin(), word.text.end(), isDigit)) {
            word = {}; // a descriptor's number, no word
            m_inWord = false;
        }
        endWord();
        QString signs(one);
        while (m_at < m_line.size() && contains(u"<>&|", m_line.at(m_at)))
            signs += m_line.at(m_at++);
        note(signs);
        m_target = true;
    }

    void notePlain(QChar one)
    {
        const bool first = word.text.isEmpty();
        const bool alone = first && (m_at == m_line.size() || m_line.at(m_at) == u' ');
        if (one == u'$' || one == u'`' || one == u'*' || one == u'?')
            expand(one);
        else if ((one == u'~' && first) || (one == u'[' && !alone))
            note(one); // "[" alone is a program
        else if (one == u'#' && first)
            note(one);
        else if (one == u'=' && m_command && !m_target && isVariableName(word.text)) {
            note(one);
            m_assigns = true;
        }
    }

    void begin()
    {
        if (!std::exchange(m_inWord, true))
            word.begin = m_at - 1;
    }

    void expand(QChar one)
    {
        note(one);
        word.expands = true;
    }

    void note(const QString& signs)
    {
        if (sign.isEmpty())
            sign = signs;
    }

    QStringView m_line;
    qsizetype m_at = 0;
    bool m_inWord = false;
    bool m_command = true; // the next word is a program
    bool m_target = false; // the next word is where a stream is redirected to
    bool m_assigns = false; // NAME=VALUE before a command
};

} // namespace

bool isVariableName(QStringView word)
{
    const auto fits
        = [](QChar one) { return one == u'_' || (one.isLetterOrNumber() && one.unicode() < 128); };
    return !word.isEmpty() && !word.front().isDigit()
        && std::all_of(word.begin(), word.end(), fits);
}

CommandWords commandWords(const QString& line)
{
    LineScan scan(line);
    CommandWords found;
    found.openQuote = scan.quote;
    found.shellSign = scan.sign;
    scan.endWord();
    if (!found.openQuote.isNull())
        return found;
    found.argv = scan.sign.isEmpty()
        ? scan.words
        : QStringList { QStringLiteral("sh"), QStringLiteral("-c"), line.trimmed() };
    return found;
}

QString commandLine(const QStringList& argv)
{
    if (argv.size() == 3 && argv.at(0) == QLatin1String("sh") && argv.at(1) == QLatin1String("-c")
        && !commandWords(argv.at(2)).shellSign.isEmpty())
        return argv.at(2);
    QStringList typed;
    for (const QString& word : argv) {
        const CommandWords alone = commandWords(word);
        const bool plain = alone.argv == QStringList { word };
        typed.append(plain ? word : singleQuoted(word));
    }
    return typed.join(u' ');
}

WordAtCursor wordAtCursor(const QString& line, qsizetype cursor)
{
    return LineScan(QStringView(line).left(cursor)).last();
}

QString typedWord(const QString& text, QChar quote)
{
    const bool folder = text.endsWith(u'/');
    if (quote == u'\'') {
        const QString typed = singleQuoted(text);
        return folder ? typed.chopped(1) : typed;
    }
    const bool plain = quote.isNull();
    const QStringView special = plain ? QStringView(u" \t|&;<>()$`\\\"'*?[]#!{}") : u"$`\\\"";
    QString typed = plain ? QString() : QString(quote);
    for (const QChar one : text) {
        if (contains(special, one))
            typed += u'\\';
        typed += one;
    }
    return plain || folder ? typed : typed + quote;
}

} // namespace ipclab
