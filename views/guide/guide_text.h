// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QString>

namespace ipclab {

class Look;

// Markdown (GitHub's: tables, lists, emphasis, code) as Qt's rich text for a label; code
// in the look's font for it. A table that is wider than `room` (px; 0: than the guide as it comes)
// becomes a paragraph for each row.
QString richText(const QString& text, const Look& look, int room = 0);
QString plainText(const QString& text); // without the signs
// Of such text of one line: "0." would be an empty list, "# a" a title. They stay as they are.
QString asOneLine(const QString& text);

// The question as a title, and what follows it: what there is to see.
struct QuestionParts {
    QString question;
    QString shows;
};
QuestionParts questionParts(const QString& text);

// Such text, wrapped: as narrow as it is made, and then as tall as it needs to be.
class TextLabel : public QLabel {
    Q_OBJECT

public:
    explicit TextLabel(QWidget* parent = nullptr);
    [[nodiscard]] QSize minimumSizeHint() const override;
};

} // namespace ipclab
