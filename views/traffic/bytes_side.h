// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace ipclab {

class BytesPane;
class Look;

// Beside the rows, of the one that is chosen: its bytes, who wrote and read those that are selected
// of them, and buttons to where they come from and go to. GUI thread.
class BytesSide : public QWidget {
    Q_OBJECT

public:
    explicit BytesSide(Look& look, QWidget* parent = nullptr);

    [[nodiscard]] BytesPane& pane() const { return *m_pane; }
    [[nodiscard]] QToolButton& otherEnd() const { return *m_otherEnd; }
    [[nodiscard]] QToolButton& print() const { return *m_print; }
    void tell(const QString& whereabouts); // rich text; a link's address is an event's number
    [[nodiscard]] QString told() const;
    void retranslate();

signals:
    void goWanted(ipclab::EventIndex event);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyLook();
    void fitWays();

    Look& m_look;
    BytesPane* m_pane;
    QLabel* m_whereabouts;
    QToolButton* m_otherEnd;
    QToolButton* m_print;
    QWidget* m_ways;
};

} // namespace ipclab
