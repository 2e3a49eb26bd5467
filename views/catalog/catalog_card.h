// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QHash>
#include <QSize>
#include <QStyledItemDelegate>

#include <utility>

namespace ipclab {

struct CatalogLab;
struct CatalogTopic;
class Look;

// Paints a topic's heading, or a lab as a card: title, question, what it shows, how far one got.
class CatalogCard : public QStyledItemDelegate {
    Q_OBJECT

public:
    explicit CatalogCard(const Look& look, QObject* parent = nullptr);

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
        const QModelIndex& index) const override;
    [[nodiscard]] QSize sizeHint(
        const QStyleOptionViewItem& option, const QModelIndex& index) const override;

    // Beside the steps: "2 of 3 right · 12 min".
    [[nodiscard]] static QString moreProgress(const CatalogLab& lab);

    void setWidth(int width) { m_width = width; } // of a row

private:
    void paintHeading(QPainter& painter, const QRect& rect, const CatalogTopic& topic) const;
    void paintLab(
        QPainter& painter, const QStyleOptionViewItem& option, const CatalogLab& lab) const;
    int paintProgress(QPainter& painter, const QRect& room, const CatalogLab& lab) const;
    // Title and question beside the progress, the rest below it as wide as the card. Lays the texts
    // out one below the other, and paints them if there is a painter. Their height.
    int layTexts(QPainter* painter, const QRect& room, const CatalogLab& lab) const;
    [[nodiscard]] int heightOf(const QString& text, const QFont& font, int width) const;
    [[nodiscard]] QRect textRoom(const QRect& card) const;
    [[nodiscard]] int progressHeight(const CatalogLab& lab) const; // beside title and question

    const Look& m_look;
    int m_width = 600;
    // Of texts, at the width that they were laid out for last: that is dear, and a list asks often.
    mutable QHash<std::pair<QString, QFont>, QSize> m_heights;
};

} // namespace ipclab
