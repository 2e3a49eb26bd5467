// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/lanes/lane_folds.h"

#include <algorithm>

namespace ipclab {

namespace {

constexpr qsizetype kLongestName = 200; // characters

} // namespace

void LaneFolds::set(std::uint32_t lane, const QString& program, bool folded)
{
    m_chosen[lane] = folded;
    const QString name = program.simplified().left(kLongestName);
    m_programs.removeAll(name);
    if (folded && !name.isEmpty())
        m_programs.append(name);
    m_programs = m_programs.mid(std::max<qsizetype>(m_programs.size() - kMostPrograms, 0));
}

bool LaneFolds::folded(std::uint32_t lane, const QString& program)
{
    const auto chosen = m_chosen.find(lane);
    if (chosen != m_chosen.end())
        return chosen->second;
    const bool before = m_before.contains(program.simplified().left(kLongestName));
    if (before)
        m_chosen.emplace(lane, true); // and stays so when nobody knows its name any more
    return before;
}

void LaneFolds::beginRun()
{
    m_chosen.clear();
    m_before = m_programs;
}

QByteArray LaneFolds::kept() const
{
    return m_programs.join(QLatin1Char('\n')).toUtf8();
}

void LaneFolds::restore(const QByteArray& kept)
{
    const QByteArray some = kept.left(kMostPrograms * (kLongestName + 1) * 4); // of UTF-8
    m_programs = QString::fromUtf8(some).split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    m_programs = m_programs.mid(0, kMostPrograms);
    m_before = m_programs;
}

} // namespace ipclab
