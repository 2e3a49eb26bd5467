// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/catalog_model.h"

#include "views/catalog/folded_text.h"

#include <algorithm>
#include <utility>

namespace ipclab {

namespace {

bool hasAll(const CatalogLab& lab, const QString& topic, const QStringList& words)
{
    if (words.isEmpty())
        return true;
    const QString all = foldedText(
        QStringList { lab.id, lab.title, lab.question, lab.shows, topic }.join(QLatin1Char(' ')));
    return std::ranges::all_of(words, [&](const QString& word) { return all.contains(word); });
}

// For who cannot see the card's bar.
QString howFar(const CatalogLab& lab)
{
    return isDone(lab) ? CatalogModel::tr("done")
                       : CatalogModel::tr("%1 of %2 steps").arg(lab.done).arg(lab.total);
}

} // namespace

void CatalogModel::setTopics(std::vector<CatalogTopic> topics)
{
    beginResetModel();
    m_topics = std::move(topics);
    arrange();
    endResetModel();
}

void CatalogModel::setSearch(const QString& words)
{
    beginResetModel();
    m_words = foldedText(words).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    arrange();
    endResetModel();
}

void CatalogModel::setTopic(const QString& id)
{
    beginResetModel();
    m_topic = id;
    arrange();
    endResetModel();
}

void CatalogModel::arrange()
{
    m_rows.clear();
    for (std::size_t topic = 0; topic < m_topics.size(); ++topic) {
        const CatalogTopic& one = m_topics[topic];
        if (!m_topic.isEmpty() && one.id != m_topic)
            continue;
        bool headed = false;
        for (std::size_t lab = 0; lab < one.labs.size(); ++lab) {
            if (!hasAll(one.labs[lab], one.title, m_words))
                continue;
            if (!std::exchange(headed, true))
                m_rows.push_back({ topic, -1 });
            m_rows.push_back({ topic, static_cast<int>(lab) });
        }
    }
}

const CatalogLab* CatalogModel::labAt(int row) const
{
    if (row < 0 || row >= rowCount() || m_rows[static_cast<std::size_t>(row)].lab < 0)
        return nullptr;
    const Row& place = m_rows[static_cast<std::size_t>(row)];
    return &m_topics[place.topic].labs[static_cast<std::size_t>(place.lab)];
}

const CatalogTopic* CatalogModel::topicAt(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    return &m_topics[m_rows[static_cast<std::size_t>(row)].topic];
}

int CatalogModel::labCount() const
{
    return static_cast<int>(
        std::ranges::count_if(m_rows, [](const Row& row) { return row.lab >= 0; }));
}

int CatalogModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant CatalogModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CatalogLab* lab = labAt(index.row());
    const CatalogTopic* topic = topicAt(index.row());
    if (role == Qt::DisplayRole && (lab || topic))
        return lab ? lab->title : topic->title;
    if (role == Qt::AccessibleTextRole && lab)
        return QStringList { lab->title, lab->question, howFar(*lab), lab->missing }.join(
            QStringLiteral(". "));
    if (role == Qt::ToolTipRole && lab)
        return lab->missing.isEmpty() ? lab->shows : lab->missing;
    return {};
}

Qt::ItemFlags CatalogModel::flags(const QModelIndex& index) const
{
    return labAt(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace ipclab
