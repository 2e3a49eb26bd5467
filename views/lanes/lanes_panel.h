// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/common/view_context.h"
#include "views/lanes/lane_feed.h"

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

#include <vector>

class QLabel;
class QStackedLayout;
class QToolButton;

namespace ipclab {

class ArrowKey;
class EmptyNote;
class LanesView;
class StateKey;

// A lane a thread, over the run. Works only while it is to be seen. GUI thread.
class LanesPanel : public QWidget {
    Q_OBJECT

public:
    explicit LanesPanel(ViewContext context, QWidget* parent = nullptr);

    [[nodiscard]] LanesView& view() const { return *m_view; }
    [[nodiscard]] const LaneFeed& feed() const { return m_feed; }
    [[nodiscard]] QString note() const; // what is not shown, and why

signals:
    void menuWanted(const QPoint& place); // of what is chosen now; on the screen

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* createKey();
    QToolButton* createButton(const QString& sign);
    void connectAll();
    void retranslate();
    void applyLook();
    void fitKey();
    int fitState(StateKey& key, int room) const;
    void showKinds();
    void followSoon();
    void follow();
    void forget();
    void showNoteSoon();
    void showNote();
    void applyKinds();

    ViewContext m_context;
    LaneFeed m_feed;
    LanesView* m_view;
    EmptyNote* m_empty;
    QLabel* m_note;
    QWidget* m_lanes; // with the key above
    QStackedLayout* m_stack;
    std::vector<StateKey*> m_states;
    std::vector<ArrowKey*> m_arrows;
    QToolButton* m_kinds; // instead of those where they have no room
    unsigned m_seen = 0; // the states that the key was fitted to
    QToolButton* m_out;
    QToolButton* m_in;
    QToolButton* m_fit;
    QTimer m_soon;
    QTimer m_noteSoon;
    QElapsedTimer m_read; // since the heads were
};

} // namespace ipclab
