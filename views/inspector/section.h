// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"

#include <QAbstractButton>
#include <QWidget>

class QVBoxLayout;

namespace ipclab {

// The heading of a part that folds: a triangle, the title, and how many things are under it.
class SectionHeader : public QAbstractButton {
    Q_OBJECT

public:
    SectionHeader(const Look& look, QWidget* parent);

    void setCount(int count); // 0: none is shown
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    const Look& m_look;
    int m_count = 0;
};

// A part of a page under a heading that folds it away.
class Section : public QWidget {
    Q_OBJECT

public:
    // `name` is what a folded one is remembered by.
    Section(const Look& look, const QString& name, QWidget* parent);

    void add(QWidget* part, int at = -1); // -1: at the end
    void setTitle(const QString& title);
    void setCount(int count) { m_header->setCount(count); }
    void setOpen(bool open);
    [[nodiscard]] bool isOpen() const { return m_header->isChecked(); }
    [[nodiscard]] SectionHeader* header() const { return m_header; }
    void relook();

private:
    const Look& m_look;
    SectionHeader* m_header;
    QWidget* m_body;
    QVBoxLayout* m_rows;
};

} // namespace ipclab
