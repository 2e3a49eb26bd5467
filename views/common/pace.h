// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace ipclab {

// Of numbers and words that change on and on: oftener, nobody could read them.
constexpr std::chrono::milliseconds kReadingRate { 100 };

// Work that may be asked for at any rate, done at once when it has rested, and else when it has:
// never more often than its interval, and never left undone. GUI thread.
class Pace : public QObject {
    Q_OBJECT

public:
    explicit Pace(std::chrono::milliseconds interval, QObject* parent = nullptr);

    void ask();

signals:
    void due();

private:
    QTimer m_rest;
    bool m_asked = false; // while it rested
};

} // namespace ipclab
