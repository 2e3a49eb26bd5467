// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/traffic/bytes_pane.h"

#include "views/common/css.h"
#include "views/common/look.h"
#include "views/common/visible_bytes.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QMimeData>
#include <QPainter>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

constexpr std::size_t kMostInPane = 64 * 1024;
const QKeySequence kOtherCopy(Qt::CTRL | Qt::SHIFT | Qt::Key_C);

// Characters of a line of the dump: offset, bytes, ASCII, and what is between them.
constexpr int charactersFor(int bytes)
{
    return 6 + bytes * 3 + 1 + bytes;
}

// As text, and as they are for who takes them so.
QMimeData* mimeOf(std::string_view bytes, const QString& text)
{
    auto* const data = new QMimeData;
    data->setText(text);
    data->setData(QStringLiteral("application/octet-stream"),
        QByteArray(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return data;
}

QString textOf(std::string_view bytes)
{
    return QString::fromUtf8(bytes.data(), static_cast<qsizetype>(bytes.size()));
}

} // namespace

BytesPane::BytesPane(Look& look, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_look(look)
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff); // all is wrapped
    setMinimumWidth(1);
    connect(&look, &Look::changed, this, &BytesPane::applyLook);
    applyLook();
    retranslate();
}

void BytesPane::showBytes(std::string_view bytes, BytesShown shown)
{
    bytes = bytes.substr(0, kMostInPane);
    const bool same = bytes == m_bytes;
    if (same && shown == m_shown)
        return; // what is selected stays
    const std::optional<ByteRange> selected = same ? selectedBytes() : std::nullopt;
    m_bytes = bytes;
    m_shown = shown;
    render();
    if (selected)
        selectBytes(*selected);
}

void BytesPane::setBoundaries(std::vector<std::size_t> before)
{
    if (before == m_boundaries)
        return;
    m_boundaries = std::move(before);
    viewport()->update();
}

void BytesPane::retranslate()
{
    setAccessibleName(tr("Bytes of the chosen row"));
}

void BytesPane::applyLook()
{
    setStyleSheet(
        QStringLiteral("QPlainTextEdit { %1 border: 0; border-radius: 0; padding: %2px; }")
            .arg(css(m_look.mono(), m_look.colour(Ink::Text)))
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
        if (columns >= charactersFor(bytes) - (m_shown == BytesShown::Both ? bytes + 1 : 0))
            return static_cast<std::size_t>(bytes);
    }
    return 4;
}

void BytesPane::render()
{
    m_perLine = bytesPerLine();
    m_page = shownBytes(m_bytes, m_shown, m_perLine);
    setPlainText(m_page.text);
}

void BytesPane::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    if (m_shown == BytesShown::Text || bytesPerLine() == m_perLine)
        return;
    const std::optional<ByteRange> selected = selectedBytes();
    render();
    if (selected)
        selectBytes(*selected);
}

std::optional<ByteRange> BytesPane::selectedBytes() const
{
    const QTextCursor cursor = textCursor();
    return m_page.bytesIn(static_cast<std::size_t>(cursor.selectionStart()),
        static_cast<std::size_t>(cursor.selectionEnd()));
}

void BytesPane::selectBytes(const ByteRange& bytes)
{
    const ByteRange characters = m_page.charactersOf(bytes);
    QTextCursor cursor(document());
    cursor.setPosition(static_cast<int>(characters.begin));
    cursor.setPosition(static_cast<int>(characters.end), QTextCursor::KeepAnchor);
    setTextCursor(cursor);
}

std::string_view BytesPane::chosenBytes() const
{
    const std::string_view all = m_bytes;
    const std::optional<ByteRange> selected = selectedBytes();
    return selected ? all.substr(selected->begin, selected->size()) : all;
}

// In the gap before a character; in its middle where the bytes of it came apart.
QRect BytesPane::markAt(int position, bool inside) const
{
    QTextCursor cursor(document());
    cursor.setPosition(position);
    const QRect place = cursorRect(cursor);
    const int digit = QFontMetrics(m_look.mono()).horizontalAdvance(QLatin1Char('0'));
    const bool gap = position > 0 && m_page.text[position - 1] == QLatin1Char(' ');
    const int aside = inside ? digit / 2 : gap ? -digit / 2 : 0;
    const int width = std::max(m_look.px(2), 2);
    return { std::max(place.left() + aside - width / 2, 0), place.top(), width, place.height() };
}

void BytesPane::marksOfLine(int first, int behind, std::vector<QRect>& marks) const
{
    for (int at = first; at < behind; ++at) {
        const auto place = static_cast<std::size_t>(at);
        const ByteRange& bytes = m_page.bytesOf[place];
        const bool begins = at == first || m_page.bytesOf[place - 1] != bytes;
        if (bytes.size() == 0 || !begins)
            continue;
        const auto boundary = std::ranges::lower_bound(m_boundaries, bytes.begin);
        if (boundary != m_boundaries.end() && *boundary < bytes.end)
            marks.push_back(markAt(at, *boundary > bytes.begin));
    }
}

std::vector<QRect> BytesPane::boundaryMarks() const
{
    std::vector<QRect> marks;
    if (m_boundaries.empty())
        return marks;
    const int behind = cursorForPosition(viewport()->rect().bottomRight()).position();
    for (QTextBlock line = firstVisibleBlock(); line.isValid() && line.position() <= behind;
         line = line.next()) {
        const int end = std::min(line.position() + line.length() - 1, behind + 1);
        marksOfLine(line.position(), std::min(end, static_cast<int>(m_page.bytesOf.size())), marks);
    }
    return marks;
}

void BytesPane::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    QPainter painter(viewport());
    for (const QRect& mark : boundaryMarks()) {
        const int foot = mark.width();
        painter.fillRect(mark, m_look.colour(Ink::Accent));
        painter.fillRect(mark.left() - foot, mark.top(), 3 * foot, foot, // so that it is no letter
            m_look.colour(Ink::Accent));
    }
}

QMimeData* BytesPane::createMimeDataFromSelection() const
{
    const std::string_view bytes = chosenBytes();
    return mimeOf(
        bytes, m_shown == BytesShown::Hex ? hexColumn(bytes, bytes.size()) : textOf(bytes));
}

void BytesPane::copyAsText() const
{
    QGuiApplication::clipboard()->setMimeData(mimeOf(chosenBytes(), textOf(chosenBytes())));
}

void BytesPane::copyAsHex() const
{
    const std::string_view bytes = chosenBytes();
    QGuiApplication::clipboard()->setMimeData(mimeOf(bytes, hexColumn(bytes, bytes.size())));
}

void BytesPane::keyPressEvent(QKeyEvent* event)
{
    const bool other = QKeySequence(event->modifiers().toInt() | event->key()).matches(kOtherCopy)
        == QKeySequence::ExactMatch;
    if (!other && !event->matches(QKeySequence::Copy)) {
        QPlainTextEdit::keyPressEvent(event);
        return;
    }
    event->accept();
    if (other == (m_shown == BytesShown::Hex))
        copyAsText();
    else
        copyAsHex();
}

void BytesPane::contextMenuEvent(QContextMenuEvent* event)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool hex = m_shown == BytesShown::Hex;
    QAction* const text = menu->addAction(tr("Copy as &text"), this, &BytesPane::copyAsText);
    QAction* const dump = menu->addAction(tr("Copy as &hex"), this, &BytesPane::copyAsHex);
    (hex ? dump : text)->setShortcut(QKeySequence::Copy);
    (hex ? text : dump)->setShortcut(kOtherCopy);
    menu->addAction(tr("Select &all"), this, &BytesPane::selectAll);
    menu->addSeparator();
    menu->addAction(tr("&Save these bytes…"), this, &BytesPane::saveWanted);
    menu->popup(event->globalPos());
}

} // namespace ipclab
