// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/console/console_text.h"

#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/look.h"

#include <QScrollBar>
#include <QTextBlock>

namespace ipclab {

ConsoleText::ConsoleText(Look& look, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_look(look)
{
    setReadOnly(true);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFrameShape(NoFrame);
    connect(&look, &Look::changed, this, &ConsoleText::applyLook);
    applyLook();
}

void ConsoleText::applyLook()
{
    setStyleSheet(
        QStringLiteral("QPlainTextEdit { %1 border: 0; border-radius: 0; padding: %2px %3px; }")
            .arg(css(m_look.mono(), m_look.colour(Ink::Text)))
            .arg(m_look.px(4))
            .arg(m_look.px(6)));
}

QString ConsoleText::signOf(const TranscriptLine& line)
{
    const QString who = line.who.isEmpty() ? QString() : line.who + QLatin1Char(' ');
    switch (line.source) {
    case Source::Sent:
        return who + QStringLiteral("→ ");
    case Source::Errors:
        return who + QStringLiteral("! ");
    case Source::Note:
        return who + QStringLiteral("— ");
    case Source::Output:
        break;
    }
    return who + QStringLiteral("← ");
}

QTextCharFormat ConsoleText::formatOf(Source source) const
{
    constexpr Ink kInks[] = { Ink::Text, Ink::Deadlock, Ink::KernelBytes, Ink::QuietText };
    QTextCharFormat format;
    format.setForeground(readable(
        m_look.colour(kInks[static_cast<std::size_t>(source)]), m_look.colour(Ink::Surface)));
    format.setFontItalic(source == Source::Note);
    return format;
}

// The transcript's lines from the first that is not shown yet. Those of one source go in at once:
// that is what keeps a flood within a frame.
void ConsoleText::appendRest(const std::deque<TranscriptLine>& lines)
{
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    cursor.beginEditBlock(); // one layout for them all
    while (m_shown - m_first < lines.size()) {
        const Source source = lines[static_cast<std::size_t>(m_shown - m_first)].source;
        QString text;
        for (; m_shown - m_first < lines.size(); ++m_shown) {
            const TranscriptLine& line = lines[static_cast<std::size_t>(m_shown - m_first)];
            if (line.source != source)
                break;
            if (m_shown > m_first)
                text += QLatin1Char('\n');
            text += signOf(line) + line.text;
            m_lastLength = line.text.size();
        }
        cursor.insertText(text, formatOf(source));
    }
    cursor.endEditBlock();
}

void ConsoleText::showNew(const Transcript& transcript)
{
    const std::deque<TranscriptLine>& lines = transcript.lines();
    if (transcript.firstLine() >= m_shown || lines.empty())
        return showAll(transcript);
    const QScrollBar* bar = verticalScrollBar();
    const bool atEnd = bar->value() >= bar->maximum();
    QTextCursor cursor(document());
    if (const auto gone = transcript.firstLine() - m_first; gone > 0) {
        cursor.movePosition(
            QTextCursor::NextBlock, QTextCursor::KeepAnchor, static_cast<int>(gone));
        cursor.removeSelectedText();
        m_first = transcript.firstLine();
    }
    const TranscriptLine& last = lines[static_cast<std::size_t>(m_shown - m_first) - 1];
    if (last.text.size() > m_lastLength) {
        cursor.movePosition(QTextCursor::End);
        cursor.insertText(last.text.mid(m_lastLength), formatOf(last.source));
        m_lastLength = last.text.size();
    }
    appendRest(lines);
    if (atEnd)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void ConsoleText::showAll(const Transcript& transcript)
{
    clear();
    m_first = transcript.firstLine();
    m_shown = m_first;
    m_lastLength = 0;
    appendRest(transcript.lines());
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

} // namespace ipclab
