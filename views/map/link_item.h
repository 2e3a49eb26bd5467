// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/look.h"
#include "views/map/map_links.h"

#include <QGraphicsItem>
#include <QString>

namespace ipclab {

struct LinkFacts {
    LinkShape shape;
    bool writes = false; // an arrow into the tube
    bool reads = false; // an arrow into the card
    bool deadlock = false;
    bool quiet = false; // of IPC Lab itself
    bool bytes = true; // may pass there
    MapLink::Role role = MapLink::Role::Bytes;
    QString chip {}; // stands for the line, unless what it joins is pointed at
    QRectF chipAt {};
    bool operator==(const LinkFacts&) const = default;
};

// What a chip says of a tube with that name, and how large it is.
QString chipText(const QString& tubeName);
QSizeF chipSize(const QString& text, const Look& look);

// An arrow of the map.
class LinkItem : public QGraphicsItem {
public:
    explicit LinkItem(const Look& look);

    void show(const LinkFacts& facts);
    void setStanding(bool own, bool aside); // of what is pointed at, or with nothing to do with it
    void relook();
    [[nodiscard]] const LinkFacts& facts() const { return m_facts; }

    [[nodiscard]] QRectF boundingRect() const override;
    [[nodiscard]] QPainterPath shape() const override { return {}; } // nothing to click
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    void paintChip(QPainter& painter, const QColor& colour) const;

    const Look& m_look;
    LinkFacts m_facts;
    QPainterPath m_path;
    bool m_own = false;
};

} // namespace ipclab
