// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/code/code_view.h"

#include "views/common/contrast.h"
#include "views/common/css.h"
#include "views/common/look.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

namespace ipclab {

namespace {

class LineNumbers : public QWidget {
public:
    explicit LineNumbers(CodeView& view)
        : QWidget(&view)
        , m_view(view)
    {
    }

protected:
    void paintEvent(QPaintEvent* event) override { m_view.paintNumbers(event); }
    void mousePressEvent(QMouseEvent* event) override
    {
        m_view.clickNumbers(event->position().toPoint().y());
    }

private:
    CodeView& m_view;
};

bool saves(const QKeyEvent& key)
{
    return key.matches(QKeySequence::Save);
}

bool leaves(const QKeyEvent& key)
{
    return key.key() == Qt::Key_Escape && key.modifiers() == Qt::NoModifier;
}

} // namespace

CodeView::CodeView(Look& look, const QString& text, CodeLanguage language, QWidget* parent)
    : QPlainTextEdit(text, parent)
    , m_look(look)
    , m_colours(new CodeHighlighter(document(), look, language))
    , m_numbers(new LineNumbers(*this))
{
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setLineWrapMode(NoWrap);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    connect(this, &QPlainTextEdit::updateRequest, m_numbers, [this](const QRect&, int scrolled) {
        if (scrolled != 0)
            m_numbers->scroll(0, scrolled);
        else
            m_numbers->update();
    });
    connect(&look, &Look::changed, this, &CodeView::applyLook);
    applyLook();
    document()->clearUndoRedoStacks();
}

// Tab indents what is edited, and leaves what is read.
void CodeView::setEditable(bool editable)
{
    setReadOnly(!editable);
    setTextInteractionFlags(editable ? Qt::TextEditorInteraction
                                     : Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setTabChangesFocus(!editable);
}

void CodeView::setLanguage(CodeLanguage language)
{
    m_colours->setLanguage(language);
}

// The window has a Ctrl+S of its own, for sessions: here it is the code that is saved.
bool CodeView::event(QEvent* event)
{
    if (event->type() == QEvent::ShortcutOverride && !isReadOnly()) {
        const auto* const key = static_cast<QKeyEvent*>(event);
        if (saves(*key) || leaves(*key)) {
            event->accept();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void CodeView::keyPressEvent(QKeyEvent* event)
{
    if (!isReadOnly() && saves(*event))
        emit saveWanted();
    else if (!isReadOnly() && leaves(*event))
        emit left();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void CodeView::replaceText(const QString& text)
{
    if (toPlainText() == text)
        return;
    const int down = verticalScrollBar()->value();
    const int right = horizontalScrollBar()->value();
    setPlainText(text);
    tintLines(); // what is tinted was of the text before
    placeNumbers();
    verticalScrollBar()->setValue(down);
    horizontalScrollBar()->setValue(right);
}

void CodeView::takeText(const QString& text)
{
    const int down = verticalScrollBar()->value();
    QTextCursor all(document());
    all.select(QTextCursor::Document);
    all.insertText(text);
    verticalScrollBar()->setValue(down);
}

QString CodeView::text() const
{
    return document()
        ->toRawText()
        .replace(QChar(QChar::ParagraphSeparator), QLatin1Char('\n'))
        .replace(QChar(QChar::LineSeparator), QLatin1Char('\n')); // Shift+Enter
}

void CodeView::applyLook()
{
    setStyleSheet(QStringLiteral("QPlainTextEdit { %1 border: 0; border-radius: 0; padding: 0; }")
                      .arg(css(m_look.mono(), m_look.colour(Ink::Text))));
    setTabStopDistance(4 * QFontMetricsF(m_look.mono()).horizontalAdvance(QLatin1Char(' ')));
    const bool modified = document()->isModified();
    document()->setDocumentMargin(m_look.px(8)); // counts as a change of the document
    document()->setModified(modified);
    m_colours->applyLook(m_look);
    tintLines();
    placeNumbers();
}

int CodeView::numbersWidth() const
{
    const auto digits = QString::number(blockCount()).size();
    const int digit = QFontMetrics(m_look.mono()).horizontalAdvance(QLatin1Char('0'));
    const int signs = m_signs.empty() ? 0 : m_look.px(10);
    return static_cast<int>(std::max<qsizetype>(digits, 2)) * digit + m_look.px(32) + signs;
}

void CodeView::placeNumbers()
{
    setViewportMargins(numbersWidth(), 0, 0, 0);
    const QRect inside = contentsRect();
    m_numbers->setGeometry(inside.left(), inside.top(), numbersWidth(),
        viewport()->height()); // not beside the bar below
    m_numbers->update();
}

void CodeView::resizeEvent(QResizeEvent* event)
{
    const bool seen = QRect(QPoint(), event->oldSize()).intersects(cursorRect());
    QPlainTextEdit::resizeEvent(event);
    placeNumbers();
    if (seen && !isReadOnly()) // the line that is written stays, when messages take room
        ensureCursorVisible();
}

void CodeView::paintNumbers(QPaintEvent* event)
{
    QPainter painter(m_numbers);
    const QColor ground = blended(m_look.colour(Ink::Surface), m_look.colour(Ink::Background), 0.5);
    painter.fillRect(event->rect(), ground);
    painter.setFont(m_look.mono());
    painter.setPen(readable(m_look.colour(Ink::QuietText), ground));
    const int right = m_numbers->width() - m_look.px(m_signs.empty() ? 10 : 20);
    QTextBlock block = firstVisibleBlock();
    paintMarks(painter);
    paintSigns(painter);
    while (block.isValid()) {
        const QRectF box = blockBoundingGeometry(block).translated(contentOffset());
        if (box.top() > event->rect().bottom())
            return;
        painter.drawText(QRectF(0, box.top(), right, box.height()), Qt::AlignRight | Qt::AlignTop,
            numberOf(block.blockNumber()));
        block = block.next();
    }
}

} // namespace ipclab
