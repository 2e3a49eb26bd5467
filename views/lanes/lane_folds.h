// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>

namespace ipclab {

// Whose threads are not shown: as the person wants it of this process, and else as they wanted it
// of a program with that name in a run before. Bounded.
class LaneFolds {
public:
    static constexpr qsizetype kMostPrograms = 50; // the last ones

    // `lane` is that of the process's first thread.
    void set(std::uint32_t lane, const QString& program, bool folded);
    [[nodiscard]] bool folded(std::uint32_t lane, const QString& program);
    [[nodiscard]] bool none() const { return m_chosen.empty() && m_before.isEmpty(); }
    void beginRun(); // other processes

    [[nodiscard]] QByteArray kept() const; // for the next time; a name a line
    void restore(const QByteArray& kept);

private:
    std::map<std::uint32_t, bool> m_chosen;
    QStringList m_before; // programs; of runs before
    QStringList m_programs; // of this one too
};

} // namespace ipclab
