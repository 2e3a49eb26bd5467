// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"

#include <QGraphicsItem>
#include <QPainterPath>

namespace ipclab {

// The line from a process to its child, quiet and under all else; dashed from one that adopted it.
// A dot tells the child's end.
class FamilyItem : public QGraphicsItem {
public:
    explicit FamilyItem(const Look& look);

    void show(const QPainterPath& path, bool adopted);
    void relook();
    void setStrong(); // above the links, and not quiet
    [[nodiscard]] const QPainterPath& path() const { return m_path; }
    [[nodiscard]] bool adopted() const { return m_adopted; }

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override { return {}; } // nothing to click
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    const Look& m_look;
    QPainterPath m_path;
    bool m_adopted = false;
    bool m_strong = false;
};

} // namespace ipclab
