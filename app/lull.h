// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>

namespace ipclab {

// Nothing has happened for a second: who looks again and again may look less often, so that a
// program that only waits costs next to nothing. A value.
class Lull {
public:
    void noteHappened() { m_since.start(); }
    [[nodiscard]] bool lasts() const { return m_since.isValid() && m_since.hasExpired(kFrom); }

private:
    static constexpr qint64 kFrom = 1'000; // ms

    QElapsedTimer m_since;
};

} // namespace ipclab
