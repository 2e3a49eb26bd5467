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

// A thread that stands, as a line: who, and what it is about to do.
struct HoldLine {
    Pid pid;
    Tid tid;
    QString who;
    QString words;
    bool operator==(const HoldLine&) const = default;
};

// Those that stand at the moment of the World, the first few, in the order of processes.
std::vector<HoldLine> holdLines(const World& world);

// Who is held and what each is about to do, with a button that lets one call go; and how slow it
// goes. Takes no room when nobody is held and nothing is slowed. GUI thread.
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
