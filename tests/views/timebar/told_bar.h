// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/support/bench.h"

#include <QToolButton>

namespace ipclab::test {

// 100 events, one every 10 ms; a deadlock at 500 ms.
inline void fill(Bench& bench)
{
    for (int i = 0; i < 100; ++i)
        bench.written(i * 10 * kMillisecond, 10, 1, 1, "x");
    const Pid pids[] = { Pid { 10 } };
    bench.add(1 * kSecond, 0, FindingBegan { { FindingKind::Deadlock, pids, {} } });
    bench.takeAll();
}

// As a screen reader says it.
inline QToolButton* keyNamed(QWidget& bar, const QString& name)
{
    for (auto* button : bar.findChildren<QToolButton*>()) {
        if (button->text() == name || button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

} // namespace ipclab::test
