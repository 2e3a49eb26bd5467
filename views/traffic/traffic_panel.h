// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "views/common/unseen.h"
#include "views/common/view_context.h"
#include "views/traffic/traffic_file.h"
#include "views/traffic/traffic_row.h"

#include <QByteArray>
#include <QTimer>
#include <QWidget>

#include <optional>
#include <vector>

class QComboBox;
class QLabel;
class QMenu;
class QPoint;
class QSplitter;
class QStackedLayout;
class QToolButton;

namespace ipclab {

class BytesSide;
class ElidedLabel;
class EmptyNote;
class TrafficModel;
class TrafficSearch;
class TrafficTable;

// Every transfer up to the moment, one row each, with the bytes themselves, who wrote and who read
// them, and what is on its way. Follows the chosen channel. GUI thread.
class TrafficPanel : public QWidget {
    Q_OBJECT

public:
    explicit TrafficPanel(ViewContext context, QWidget* parent = nullptr);

    [[nodiscard]] TrafficModel& model() const { return *m_model; }
    void setShown(BytesShown shown);
    void showAll(); // of every channel; for another lab
    [[nodiscard]] QByteArray remembered() const; // for the next start
    void remember(const QByteArray& remembered);
    // From the row that is chosen: from a read to the write that sent it, from a write to the read
    // that took it, from what is kept to the write that took it out; or to the print that made it.
    // The moment goes there, too. Says so where it is not known.
    void goToOtherEnd();
    void goToPrint();

signals:
    // The rows up to that event are on the screen: for measuring how long that takes.
    void painted(ipclab::EventIndex index);
    void said(const QString& words); // why it does not go there
    void saveWanted(const ipclab::TrafficFile& file);
    void callWanted(ipclab::EventIndex event); // its row among the calls
    void lanesWanted(); // of the moment

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void createBar();
    void createRows();
    void connectParts();
    void retranslate();
    void applyLook();
    void follow();
    void listChannels();
    void followSelection();
    void filterChosen(int entry);
    void filterPicked(int entry);
    [[nodiscard]] int pickedEntry() const;
    void createSearch();
    void showBytesOfCurrent();
    void tellWhereabouts();
    void sayWhatIsUnread();
    void fillSaveMenu();
    void saveChosenBytes();
    void addWays(QMenu& menu);
    void showMenu(const QPoint& place);
    void addRowWays(QMenu& menu, EventIndex event);
    void addWhoAndWhere(QMenu& menu, EventIndex event);
    void addCopies(QMenu& menu, int row);
    [[nodiscard]] std::vector<Pid> processesOf(EventIndex event) const;
    void showOnly(ChannelId channel);
    void goToFound(EventIndex event);
    void openBytes();
    void fitBytes();
    void sayWhatIsMissing();
    void goToEvent(std::optional<EventIndex> event, const QString& orSay);
    void sayWhyNot(const QString& words);
    [[nodiscard]] bool hides(EventIndex index) const;
    void choose();
    void offerWays();
    [[nodiscard]] std::optional<EventIndex> chosenEvent() const;

    ViewContext m_context;
    Unseen m_unseen;
    TrafficModel* m_model;
    QWidget* m_bar;
    QComboBox* m_channels;
    QToolButton* m_all;
    QComboBox* m_shown; // as text, hex or both
    QToolButton* m_find;
    QToolButton* m_save;
    QMenu* m_saveMenu;
    ElidedLabel* m_missing; // what is not read yet, and what is not shown
    QLabel* m_unread; // what is on its way in the channel that is followed
    TrafficTable* m_table;
    BytesSide* m_bytes;
    QSplitter* m_split;
    EmptyNote* m_empty;
    QStackedLayout* m_stack;
    TrafficSearch* m_search;
    std::optional<EventIndex> m_going; // to be chosen as soon as it is a row
    EventIndex m_goingTo = 0; // the moment, and no other
    bool m_goingLive = false; // or any later one, as long as it is live
    QTimer m_opensBytes;
    QTimer m_rest; // takes what one turn left over
    std::vector<QString> m_listed; // the channel names that the combo has
    // What the person picked there: for when no channel is selected, and for the next run.
    bool m_pickedFiles = false;
    QString m_pickedName; // of a channel; those of another run are others
};

} // namespace ipclab
