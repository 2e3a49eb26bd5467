// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/process_colours.h"

#include <QtGlobal>

#include <unistd.h>

#include <algorithm>
#include <tuple>

namespace ipclab {

namespace {

constexpr std::array<const char*, 12> kColours { "36", "35", "34", "32", "33", "31", "1;36", "1;35",
    "1;34", "1;32", "1;33", "1;31" };

} // namespace

QString ProcessColours::coloured(const QString& text, Pid pid)
{
    return QStringLiteral("\x1b[%1m%2\x1b[0m").arg(QLatin1String(kColours.at(colourOf(pid))), text);
}

std::size_t ProcessColours::colourOf(Pid pid)
{
    const auto [known, isNew] = m_colours.try_emplace(pid, 0);
    if (!isNew)
        return known->second;
    auto* const freest = std::ranges::min_element(
        m_uses, {}, [](const Use& use) { return std::tuple(use.living, use.given); });
    ++freest->living;
    freest->given = ++m_given;
    return known->second = static_cast<std::size_t>(freest - m_uses.begin());
}

void ProcessColours::ended(Pid pid)
{
    const auto known = m_colours.find(pid);
    if (known == m_colours.end())
        return;
    --m_uses.at(known->second).living;
    m_colours.erase(known);
}

bool takesColour(std::FILE* file)
{
    return isatty(fileno(file)) == 1 && qEnvironmentVariableIsEmpty("NO_COLOR")
        && qEnvironmentVariable("TERM") != QStringLiteral("dumb");
}

} // namespace ipclab
