// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/guide/guide_text.h"

#include "views/common/look.h"

#include <QRegularExpression>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextTable>

namespace ipclab {

namespace {

// A guide may come from anybody: HTML in it stays text.
void readMarkdown(QTextDocument& document, const QString& text)
{
    document.setMarkdown(text.trimmed(),
        QTextDocument::MarkdownFeatures(QTextDocument::MarkdownDialectGitHub)
            | QTextDocument::MarkdownNoHTML);
}

void setCodeFont(QTextDocument& document, const QFont& mono)
{
    QTextCharFormat code;
    code.setFontFamilies(mono.families());
    code.setProperty(QTextFormat::FontPixelSize, mono.pixelSize());
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextFragment fragment = part.fragment();
            if (!fragment.charFormat().fontFixedPitch())
                continue;
            QTextCursor cursor(&document);
            cursor.setPosition(fragment.position());
            cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
            cursor.mergeCharFormat(code);
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

void setTables(QTextDocument& document, const Look& look)
{
    for (QTextFrame* frame : document.rootFrame()->childFrames()) {
        auto* const table = qobject_cast<QTextTable*>(frame);
        if (!table)
            continue;
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

} // namespace

QString richText(const QString& text, const Look& look)
{
    static const QRegularExpression kBodyStyle(QStringLiteral("<body style=\"[^\"]*\">"));
    QTextDocument document;
    readMarkdown(document, text);
    setCodeFont(document, look.mono());
    setMargins(document, look.px(8));
    setTables(document, look);
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
