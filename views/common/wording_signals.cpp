// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <algorithm>
#include <array>
#include <csignal>

namespace ipclab {

namespace {

bool stopsByDefault(int signal)
{
    return signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

bool dumpsByDefault(int signal) // signal(7): default action Core
{
    constexpr auto kCore = std::to_array(
        { SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGSYS, SIGTRAP, SIGXCPU, SIGXFSZ });
    return std::ranges::find(kCore, signal) != kCore.end();
}

} // namespace

bool doesNothingByDefault(int signal) // signal(7): default action Ign
{
    return signal == SIGCHLD || signal == SIGURG || signal == SIGWINCH;
}

QString actionWords(SignalAction action, int signal)
{
    // signal(7): these two cannot be caught, blocked, or ignored.
    if (signal == SIGKILL)
        return Wording::tr("cannot be caught");
    if (signal == SIGSTOP)
        return Wording::tr("always stops");
    if (signal == SIGCONT && action != SignalAction::Handler && action != SignalAction::Taken)
        return Wording::tr("resume");
    if (action == SignalAction::Handler)
        return Wording::tr("handler");
    if (action == SignalAction::Ignore)
        return Wording::tr("ignored");
    if (action == SignalAction::Taken)
        return Wording::tr("taken by a call");
    if (stopsByDefault(signal))
        return Wording::tr("default: stops");
    if (doesNothingByDefault(signal))
        return Wording::tr("default: ignored");
    return dumpsByDefault(signal) ? Wording::tr("default: ends, core")
                                  : Wording::tr("default: ends");
}

QString actionWords(const Process& process, int signal)
{
    const bool inRange = signal > 0 && signal < static_cast<int>(process.actions.size());
    const SignalAction action
        = inRange ? process.actions.at(static_cast<std::size_t>(signal)) : SignalAction::Default;
    const bool blockable = inRange && signal != SIGKILL && signal != SIGSTOP && signal != SIGCONT;
    // A signal to the process goes to any thread that does not block it, signal(7).
    const bool blocked = blockable && !process.threads.empty()
        && std::ranges::all_of(process.threads, [signal](const auto& entry) {
               return (entry.second.blocked >> (signal - 1) & 1U) != 0;
           });
    return blocked ? Wording::tr("blocked") : actionWords(action, signal);
}

QString noEffectWords(SignalAction action, int signal)
{
    return action == SignalAction::Ignore || !doesNothingByDefault(signal)
        ? Wording::tr("ignored")
        : Wording::tr("does nothing, which is its default");
}

} // namespace ipclab
