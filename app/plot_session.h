// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/log/session_reader.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace ipclab {

class PlotsPanel;

// A recorded session that a run is compared with in the plots: read a portion at a time, so that
// the window goes on meanwhile. Of its bytes nothing is kept. A child of the panel. GUI thread.
class PlotSession : public QObject {
    Q_OBJECT

public:
    explicit PlotSession(PlotsPanel& panel);

    void choose(); // asks which
    void open(const QString& path);

signals:
    void failed(const ipclab::Error& error);

private:
    void readOn();

    PlotsPanel& m_panel;
    std::shared_ptr<SessionReader> m_reader; // the panel has its log
    QTimer m_next;
};

} // namespace ipclab
