// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QRect>
#include <QWidget>

#include <vector>

namespace ipclab {

// Lines of facts under each other; what is right goes below the words where both have no room.
// Names are cut in the middle where they must be, sentences at their end. What stands for a
// process, a channel or a moment is a link: by mouse, or by arrow keys and Enter. A line may hold
// two.
class FactList : public QWidget {
    Q_OBJECT

public:
    explicit FactList(const Look& look, QWidget* parent = nullptr);

    void show(const std::vector<FactRow>& rows);
    void relook();
    [[nodiscard]] const std::vector<FactRow>& rows() const { return m_rows; }
    [[nodiscard]] QRect linkRect(int row, bool other) const; // empty: it is none
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosen(const ipclab::Target& target);
    void reached(const QRect& row); // by keyboard: it is to be seen

protected:
    void contextMenuEvent(QContextMenuEvent* event) override;
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    struct Spot { // a link, or none
        int row = -1;
        bool other = false;
        bool operator==(const Spot&) const = default;
    };
    [[nodiscard]] QString nameOf(Spot spot) const; // of a link
    struct Parts { // of a row, where they are painted
        QRect left, words, other, right;
    };
    [[nodiscard]] Parts partsOf(int row) const;
    [[nodiscard]] QFont wordsFont() const;
    void paintRow(QPainter& painter, int row) const;
    void paintWords(QPainter& painter, int row, const Parts& parts) const;
    [[nodiscard]] bool isTall(const FactRow& row) const;
    [[nodiscard]] int startOfWords(const FactRow& row) const;
    [[nodiscard]] QRect rectOf(int row) const;
    void layOut();
    [[nodiscard]] int rowAt(QPoint place) const; // -1: none
    [[nodiscard]] Spot linkAt(QPoint place) const;
    [[nodiscard]] bool isLink(Spot spot) const;
    [[nodiscard]] Target targetOf(Spot spot) const;
    void goTo(Spot spot);
    void stepTo(Spot spot);
    void hover(Spot spot);
    static void copy(const FactRow& fact);
    void describe();

    const Look& m_look;
    std::vector<FactRow> m_rows;
    int m_leftWidth = 0;
    std::vector<int> m_bottoms; // of the rows
    Spot m_current { 0, false };
    Spot m_hovered;
    Target m_pressed; // by the mouse
};

} // namespace ipclab
