// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/catalog_topic.h"

#include <QAbstractListModel>

namespace ipclab {

// The topics and, under each, its labs that have all the words searched for. GUI thread.
class CatalogModel : public QAbstractListModel {
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setTopics(std::vector<CatalogTopic> topics);
    void setSearch(const QString& words); // letters as foldedText has them
    void setTopic(const QString& id); // that alone; empty: all

    // The lab of a row; nullptr for a topic's heading.
    [[nodiscard]] const CatalogLab* labAt(int row) const;
    [[nodiscard]] const CatalogTopic* topicAt(int row) const;
    [[nodiscard]] int labCount() const; // that are shown
    [[nodiscard]] bool empty() const { return m_topics.empty(); }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        std::size_t topic = 0;
        int lab = -1; // -1: the heading
    };

    void arrange();

    std::vector<CatalogTopic> m_topics;
    std::vector<Row> m_rows;
    QStringList m_words;
    QString m_topic;
};

} // namespace ipclab
