// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/inspector/inspector_facts.h"

#include <QWidget>

#include <vector>

namespace ipclab {

// Lines of facts under each other, each cut in the middle where it must be. A line that stands for
// a process or a channel can be chosen, by mouse or by arrow keys and Enter.
class FactList : public QWidget {
    Q_OBJECT

public:
    explicit FactList(const Look& look, QWidget* parent = nullptr);

    void show(const std::vector<FactRow>& rows);
    void relook();
    [[nodiscard]] const std::vector<FactRow>& rows() const { return m_rows; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

signals:
    void chosen(const FactRow& row);

protected:
    bool event(QEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    void paintRow(QPainter& painter, int index, int leftWidth) const;
    [[nodiscard]] int rowHeight() const;
    [[nodiscard]] int rowAt(QPoint place) const; // -1: none
    [[nodiscard]] bool canChoose(int index) const;

    const Look& m_look;
    std::vector<FactRow> m_rows;
    int m_current = 0;
};

} // namespace ipclab
