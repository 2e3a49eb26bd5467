// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "views/common/live_clock.h"
#include "views/common/view_context.h"

#include <QByteArray>
#include <QScrollArea>

class QLabel;

namespace ipclab {

class ChannelPage;
class ProcessPage;
struct Target;

// What is known of the process or channel that is selected: of a process first why it waits. With
// nothing selected it shows the process that is most worth a look.
class InspectorPanel : public QScrollArea {
    Q_OBJECT

public:
    explicit InspectorPanel(ViewContext context, QWidget* parent = nullptr);

    void setReplay(bool replay); // what is shown was recorded: nothing can be done to it
    // Which parts are folded, to be remembered; what was never kept is as it is meant to be.
    [[nodiscard]] QByteArray folds() const;
    void setFolds(const QByteArray& kept);
    [[nodiscard]] Pid shownProcess() const { return m_shown; }
    [[nodiscard]] QSize sizeHint() const override;

signals:
    void signalWanted(ipclab::Pid pid, int signal);
    void closeEndWanted(ipclab::ChannelId channel); // the end that IPC Lab holds
    void holdWanted(ipclab::Pid pid, bool hold);
    void stepWanted(ipclab::Pid pid);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void rebuild();
    void turnTo(QWidget* page);
    [[nodiscard]] QString obstacle() const; // to what the person could do
    void relook();
    void retranslate();
    void nameEmpty();
    void choose(const Target& target);

    const ViewContext m_context;
    LiveClock m_clock;
    QWidget* m_pages;
    ProcessPage* m_process;
    ChannelPage* m_channel;
    QLabel* m_empty;
    Pid m_shown;
    bool m_replay = false;
};

} // namespace ipclab
