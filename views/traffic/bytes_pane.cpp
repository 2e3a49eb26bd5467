// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/bytes_pane.h"

#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/visible_bytes.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr std::size_t kMostBytes = 64 * 1024;

// Characters of a line of the dump: offset, bytes, ASCII, and what is between them.
constexpr int charactersFor(int bytes)
{
    return 6 + bytes * 3 + 1 + bytes;
}

} // namespace

QString hexDump(std::string_view bytes, std::size_t perLine)
{
    QString dump;
    for (std::size_t offset = 0; offset < bytes.size(); offset += perLine) {
        const std::string_view line = bytes.substr(offset, perLine);
        if (offset > 0)
            dump += QLatin1Char('\n');
        dump += QStringLiteral("%1  %2  %3")
                    .arg(QStringLiteral("%1").arg(offset, 4, 16, QLatin1Char('0')).toUpper(),
                        hexColumn(line, perLine), asciiColumn(line));
    }
    return dump;
}

QString textLines(std::string_view bytes)
{
    QString text;
    while (!bytes.empty()) {
        const std::size_t end = bytes.find('\n');
        const std::size_t length = end == std::string_view::npos ? bytes.size() : end + 1;
        text += visibleText(bytes.substr(0, length));
        bytes.remove_prefix(length);
        if (!bytes.empty())
            text += QLatin1Char('\n');
    }
    return text;
}

BytesPane::BytesPane(Look& look, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_look(look)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setMinimumWidth(1);
    connect(&look, &Look::changed, this, &BytesPane::applyLook);
    applyLook();
    retranslate();
}

void BytesPane::showBytes(std::string_view bytes, BytesShown shown)
{
    m_bytes = bytes.substr(0, kMostBytes);
    m_shown = shown;
    render();
}

void BytesPane::retranslate()
{
    setAccessibleName(tr("Bytes of the chosen row"));
    setPlaceholderText(tr("No bytes of this row are kept."));
}

void BytesPane::applyLook()
{
    setStyleSheet(
        QStringLiteral("QPlainTextEdit { %1 border: 0; border-left: 1px solid %2; "
                       "border-radius: 0; padding: %3px; }")
            .arg(css(m_look.mono(), m_look.colour(Ink::Text)), m_look.colour(Ink::Line).name())
            .arg(m_look.px(6)));
    render();
}

int BytesPane::wantedWidth() const
{
    return charactersFor(8) * QFontMetrics(m_look.mono()).horizontalAdvance(QLatin1Char('0'))
        + m_look.px(44); // margins and the scroll bar
}

std::size_t BytesPane::bytesPerLine() const
{
    const int digit = std::max(QFontMetrics(m_look.mono()).horizontalAdvance(QLatin1Char('0')), 1);
    const int columns = (viewport()->width() - m_look.px(12)) / digit;
    for (const int bytes : { 16, 8 }) {
        if (columns >= charactersFor(bytes))
            return static_cast<std::size_t>(bytes);
    }
    return 4;
}

void BytesPane::render()
{
    m_perLine = bytesPerLine();
    setPlainText(m_shown == BytesShown::Hex ? hexDump(m_bytes, m_perLine) : textLines(m_bytes));
}

void BytesPane::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (m_shown == BytesShown::Hex && bytesPerLine() != m_perLine)
        render();
}

} // namespace ipclab
