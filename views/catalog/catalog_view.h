// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/catalog_topic.h"
#include "views/catalog/command_wish.h"
#include "views/catalog/recent_runs.h"
#include "views/common/view_context.h"

#include <QWidget>

class QHBoxLayout;
class QKeyEvent;
class QLabel;
class QLineEdit;
class QListView;
class QScrollArea;
class QVBoxLayout;

namespace ipclab {

class CatalogCard;
class CatalogModel;
class CommandBox;
class NeedsStrip;
class TopicChips;

// Where one begins: the labs by topic, and the workbench: any command, and the last ones that were
// run. GUI thread.
class CatalogView : public QWidget {
    Q_OBJECT

public:
    explicit CatalogView(ViewContext context, QWidget* parent = nullptr);

    void setTopics(std::vector<CatalogTopic> topics);
    void setRecentCommands(const QStringList& commands); // the newest first
    void setRecentRuns(std::vector<RecentRun> runs);
    void setCommand(const CommandWish& wish, bool moreShown);
    [[nodiscard]] bool commandMore() const; // what is seldom changed of it is shown
    void setProblem(const std::optional<CommandProblem>& problem); // of the command
    void chooseTopic(const QString& id); // empty: all of them
    void goOnFrom(const QString& lab); // chooses it; the next one that is not done, if it is
    [[nodiscard]] QWidget* labs() const; // the list of them

signals:
    void topicPicked(const QString& id); // by the person; empty: all of them
    void machineWanted(); // what it lacks, and how to get it
    void labChosen(const QString& id);
    void commandWanted(const ipclab::CommandWish& wish);
    void attachWanted(); // to a process that runs already
    void sessionWanted(const QString& path);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void createParts();
    void connectParts();
    void retranslate();
    void applyLook();
    void fitCards();
    void chooseFirst();
    void showCount();
    void showNeeds();
    void open(const QModelIndex& index);
    [[nodiscard]] bool searchKey(QKeyEvent& event);
    [[nodiscard]] bool listKey(QKeyEvent& event);
    void chooseLast();

    ViewContext m_context;
    CatalogModel* m_model;
    CatalogCard* m_card;
    QLabel* m_title;
    QLineEdit* m_search;
    TopicChips* m_topics;
    NeedsStrip* m_needs;
    QListView* m_list;
    QLabel* m_empty;
    CommandBox* m_command;
    RecentRuns* m_runs;
    QHBoxLayout* m_row;
    QVBoxLayout* m_labs;
    QScrollArea* m_side;
    QVBoxLayout* m_sideColumn;
};

} // namespace ipclab
