// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/guide_text.h"

#include "views/common/kept_together.h"
#include "views/common/look.h"

#include <QAbstractTextDocumentLayout>
#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextDocumentFragment>
#include <QTextTable>

#include <vector>

namespace ipclab {

namespace {

constexpr int kUsualRoom = 230; // px, of a guide that nobody made wider or narrower

// A guide may come from anybody: HTML in it stays text.
void readMarkdown(QTextDocument& document, const QString& text)
{
    document.setMarkdown(text.trimmed(),
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
            | QTextDocument::MarkdownNoHTML);
}

// Markdown brings the system's font with its size in points, which would go before pixels.
void setCodeFont(QTextDocument& document, const QFont& mono)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            QTextCharFormat code = fragment.charFormat();
            if (!code.fontFixedPitch())
                continue;
            code.clearProperty(QTextFormat::FontPointSize);
            code.setFontFamilies(mono.families());
            code.setProperty(QTextFormat::FontPixelSize, mono.pixelSize());
            QTextCursor cursor(&document);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.setCharFormat(code);
        }
    }
}

// Room between paragraphs, and none around them.
void setMargins(QTextDocument& document, int between)
{
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QTextCursor cursor(block);
        QTextBlockFormat format;
        const bool inTable = cursor.currentTable() != nullptr;
        const bool first = block == document.begin();
        format.setTopMargin(first || inTable ? 0 : between);
        format.setBottomMargin(0);
        cursor.mergeBlockFormat(format);
    }
}

std::vector<QTextTable*> tablesOf(const QTextDocument& document)
{
    std::vector<QTextTable*> tables;
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        if (auto* const table = qobject_cast<QTextTable*>(frame))
            tables.push_back(table);
    }
    return tables;
}

void setTables(QTextDocument& document, const Look& look)
{
    for (QTextTable* table : tablesOf(document)) {
        QTextTableFormat format = table->format();
        format.setBorder(1);
        format.setBorderBrush(look.colour(Ink::Line));
        format.setBorderCollapse(true);
        format.setCellPadding(look.px(4));
        format.setCellSpacing(0);
        format.setTopMargin(look.px(8));
        format.setWidth(QTextLength(QTextLength::PercentageLength, 100));
        table->setFormat(format);
    }
}

QTextDocumentFragment contentOf(const QTextTable& table, int row, int column)
{
    const QTextTableCell cell = table.cellAt(row, column);
    QTextCursor cursor = cell.firstCursorPosition();
    cursor.setPosition(cell.lastCursorPosition().position(), QTextCursor::KeepAnchor);
    return cursor.selection();
}

// What the row is about, and under it a line for each column.
void writeRow(QTextCursor& cursor, const QTextTable& table, int row)
{
    cursor.insertBlock({}, {});
    const int start = cursor.position();
    cursor.insertFragment(contentOf(table, row, 0));
    QTextCursor about(cursor);
    about.setPosition(start, QTextCursor::KeepAnchor);
    QTextCharFormat strong;
    strong.setFontWeight(QFont::Bold);
    about.mergeCharFormat(strong);
    for (int column = 1; column < table.columns(); ++column) {
        cursor.insertText(QString(QChar::LineSeparator), {});
        const QString head = contentOf(table, 0, column).toPlainText().trimmed();
        QTextCharFormat slanted;
        slanted.setFontItalic(true);
        if (!head.isEmpty())
            cursor.insertText(head + QStringLiteral(": "), slanted);
        cursor.insertFragment(contentOf(table, row, column));
    }
}

// A label does not scroll: what is too wide would be cut.
void unfoldWideTables(QTextDocument& document, const Look& look, int room)
{
    document.setDefaultFont(look.body());
    document.setDocumentMargin(0);
    for (QTextTable* table : tablesOf(document)) {
        document.setTextWidth(room);
        if (document.documentLayout()->frameBoundingRect(table).width() <= room)
            continue;
        QTextCursor before(&document);
        before.setPosition(table->firstPosition() - 1);
        for (int row = 1; row < table->rows(); ++row)
            writeRow(before, *table, row);
        table->removeRows(0, table->rows());
    }
}

} // namespace

QString richText(const QString& text, const Look& look, int room)
{
    static const QRegularExpression kBodyStyle(QStringLiteral("<body style=\"[^\"]*\">"));
    QTextDocument document;
    readMarkdown(document, unitsKept(text));
    setCodeFont(document, look.mono());
    setTables(document, look);
    unfoldWideTables(document, look, room > 0 ? room : look.px(kUsualRoom));
    setMargins(document, look.px(8));
    // The font of the whole is the label's. A label would load a picture from wherever it is.
    static const QRegularExpression kPicture(QStringLiteral("<img\\b[^>]*>"));
    return document.toHtml().replace(kBodyStyle, QStringLiteral("<body>")).remove(kPicture);
}

QString plainText(const QString& text)
{
    QTextDocument document;
    readMarkdown(document, text);
    return document.toPlainText().simplified();
}

QString asOneLine(const QString& text)
{
    static const QRegularExpression kNumber(QStringLiteral("^(\\d+)(?=[.)](\\s|$))"));
    static const QRegularExpression kSign(QStringLiteral("^(?=[-+>#=|~]|\\*(\\s|$))"));
    return text.simplified()
        .replace(kNumber, QStringLiteral("\\1\\"))
        .replace(kSign, QStringLiteral("\\"));
}

QuestionParts questionParts(const QString& text)
{
    const qsizetype end = text.indexOf(QLatin1Char('?')) + 1;
    return end > 0 ? QuestionParts { text.left(end), text.mid(end).trimmed() }
                   : QuestionParts { text, {} };
}

TextLabel::TextLabel(QWidget* parent)
    : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setIndent(0); // else half a letter, where its sheet gives it a frame
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

// QLabel would ask for the height it has at no width.
QSize TextLabel::minimumSizeHint() const
{
    return { 1, fontMetrics().height() };
}

} // namespace ipclab
