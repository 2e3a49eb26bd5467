// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/events/event_bodies.h"
#include "views/common/live_clock.h"
#include "views/common/pace.h"
#include "views/common/unseen.h"
#include "views/common/view_context.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QMenu;
class QPoint;
class QStackedLayout;

namespace ipclab {

class CallsModel;
class CallsTable;
class EmptyNote;
class FilterSentence;

// Every call with what came of it and how long it took, and what happened besides; a filter that
// reads as a sentence. Those later than the moment are quiet. GUI thread.
class CallsPanel : public QWidget {
    Q_OBJECT

public:
    explicit CallsPanel(ViewContext context, QWidget* parent = nullptr);

    [[nodiscard]] CallsModel& model() const { return *m_model; }
    // From the row that is chosen: from a write to the read that took its bytes, from a read to the
    // write that sent them; from a signal that is sent to where it comes, and back. The moment goes
    // there, too. Says so where it is not known.
    void goToOtherEnd();
    void goToCallOf(EventIndex event); // its row, and the moment too

    // Says in which line the call of the chosen row was made, or why that is not known.
    void goToCode();
    void showAll(); // nothing is filtered; for another lab

signals:
    void codeWanted(const QString& file, int line);
    void painted(ipclab::EventIndex index); // the rows up to that event: for measuring
    void said(const QString& words); // why it does not go there

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void createParts();
    void connectParts();
    void retranslate();
    void applyLook();
    void fit();
    void beginAgain();
    void follow();
    void followMoment();
    void followSelection();
    void listChannels();
    void filterChanged();
    void showCounts();
    void tick();
    void needClock();
    void chooseProcess();
    void goTo(int row, bool itsEnd);
    void goToEvent(std::optional<EventIndex> event, const QString& orSay);
    void choose();
    void showMenu(const QPoint& place);
    void addWays(QMenu& menu, int row);
    [[nodiscard]] const LineKnown* lineOf(int row) const;
    [[nodiscard]] std::optional<EventIndex> otherEndOf(EventIndex event) const;
    [[nodiscard]] EventIndex lastEventOf(int row) const; // its end, or else its begin

    ViewContext m_context;
    Unseen m_unseen;
    CallsModel* m_model;
    FilterSentence* m_sentence;
    CallsTable* m_table;
    EmptyNote* m_empty;
    QStackedLayout* m_stack;
    LiveClock m_clock;
    Pace m_counting; // words change at a reader's rate
    QTimer m_rest; // takes what one turn left over
    std::optional<EventIndex> m_going; // to be chosen as soon as it is a row
    EventIndex m_moment = 0; // that was followed
    bool m_wasLive = true;
};

} // namespace ipclab
