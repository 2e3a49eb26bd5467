// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/recent_runs.h"

#include <csignal>
#include <vector>

namespace ipclab::test {

// One that ended, one that was killed, and one of which that is not known.
inline std::vector<RecentRun> runs()
{
    const QDateTime when(QDate(2026, 11, 21), QTime(15, 4));
    return { { QStringLiteral("/kept/one.jsonl"), QStringLiteral("sort /etc/passwd | head -3"),
                 when, RunEnding { 0, 0 } },
        { QStringLiteral("/kept/two.jsonl"),
            QStringLiteral(
                "python3 -c 'import socket, time; time.sleep(1000); print(\"at last\")'"),
            when.addDays(-1), RunEnding { {}, SIGKILL } },
        { QStringLiteral("/kept/three.jsonl"), QStringLiteral("./server 8080"), when.addDays(-2),
            {} } };
}

} // namespace ipclab::test
