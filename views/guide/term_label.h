// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/guide/glossary.h"
#include "views/guide/guide_text.h"

#include <QTextDocument>

#include <optional>

namespace ipclab {

// Text with the terms of the glossary marked by dots, never in code: one is explained where the
// mouse rests on it or clicks, and by key: the label is one stop of Tab, the arrows go from term to
// term, Enter and Space explain, Esc ends that. GUI thread.
class TermLabel : public TextLabel {
    Q_OBJECT

public:
    explicit TermLabel(const Look& look, QWidget* parent = nullptr);

    // Rich text; what is `known` is not marked, and what is marked is known from then on.
    void setTextAndTerms(const QString& html, std::set<std::size_t>& known);

    [[nodiscard]] QStringList markedWords() const; // as the text has them, in its order
    [[nodiscard]] QRect roomOf(std::size_t marked) const; // of one of those, in the label

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

private:
    void findTerms(std::set<std::size_t>& known);
    void explain(std::size_t marked, bool stays);
    void goOn(int by);
    [[nodiscard]] std::optional<std::size_t> termAt(QPoint position) const;
    void layOut() const;
    [[nodiscard]] QString sentenceOf(std::size_t marked) const;
    [[nodiscard]] QPointF textTop() const;

    const Look& m_look;
    std::vector<TermFound> m_marked;
    std::size_t m_now = 0; // by key
    mutable QTextDocument m_document; // laid out as the label's own
};

} // namespace ipclab
