// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"
#include "views/common/view_context.h"

#include <QString>
#include <QWidget>

#include <vector>

class QLabel;
class QVBoxLayout;

namespace ipclab {

class HoldRow;

// A thread that is held, as a line: who, and what it is about to do.
struct HoldLine {
    Pid pid;
    Tid tid;
    QString who;
    QString words;
    bool stands = false; // else it goes on until its next call
    bool operator==(const HoldLine&) const = default;
};

// Who is held and what each is about to do, with a button that lets one call go; and how slow it
// goes. Of many only the first few. A thread keeps its row from call to call, so that it does not
// move away from under the mouse. Takes no room when nobody is held and nothing is slowed. GUI
// thread.
class HoldStrip : public QWidget {
    Q_OBJECT

public:
    explicit HoldStrip(ViewContext context, QWidget* parent = nullptr);

    void setMayStep(bool may); // something runs, and what is shown is not a saved session

signals:
    void stepWanted(ipclab::Pid pid, ipclab::Tid tid);

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Held { // a thread
        Pid pid;
        Tid tid;
        bool stands = false;
        bool waits = false; // in a call that it was let go into, or was in before
    };

    static std::vector<Held> heldIn(const World& world);
    [[nodiscard]] std::vector<Held> chosenOf(std::vector<Held> held) const;
    static HoldLine lineOf(const World& world, const Held& held);
    void follow();
    void showLines(const std::vector<HoldLine>& lines);
    void relook();

    ViewContext m_context;
    QVBoxLayout* m_column;
    QLabel* m_slow;
    QLabel* m_more;
    std::vector<HoldRow*> m_rows;
    std::vector<HoldLine> m_lines;
    bool m_mayStep = false;
};

} // namespace ipclab
