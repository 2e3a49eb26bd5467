// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/catalog/catalog_topic.h"

#include <QString>

#include <vector>

namespace ipclab::test {

// Of their labs one is done, one is begun and wants Python, and two are not begun.
inline std::vector<CatalogTopic> twoTopics()
{
    return {
        { QStringLiteral("Processes"),
            { { QStringLiteral("two-returns"), QStringLiteral("Two returns"),
                  QStringLiteral("How can one call return twice?"),
                  QStringLiteral("fork returns 0 in the child and its pid in the parent; two "
                                 "processes run the same code."),
                  4, 4, {} },
                { QStringLiteral("zombies"), QStringLiteral("Zombies"),
                    QStringLiteral("Why is a dead process still listed?"),
                    QStringLiteral("State Z until reaped, and four ways to mend it."), 0, 5 } },
            QStringLiteral("processes") },
        { QStringLiteral("Buffering and deadlock"),
            { { QStringLiteral("delayed-output"), QStringLiteral("Delayed output"),
                  QStringLiteral("Why does nothing come for ten seconds?"),
                  QStringLiteral("Bytes stay in the writer until it ends; flush and unbuffered "
                                 "mode each mend it."),
                  2, 6, QStringLiteral("needs python3: only the C variant can run here"), 0, 0, 0,
                  true, QStringLiteral("sudo apt install python3") },
                { QStringLiteral("endless-dialog"), QStringLiteral("The endless dialog"),
                    QStringLiteral("Why do both wait for ever?"),
                    QStringLiteral("An unflushed reply; a deadlock with the missing bytes named."),
                    0, 6 } },
            QStringLiteral("buffering") },
    };
}

} // namespace ipclab::test
