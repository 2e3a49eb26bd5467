// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <algorithm>
#include <array>
#include <csignal>

namespace ipclab {

namespace {

bool dumpsByDefault(int signal) // signal(7): default action Core
{
    constexpr auto kCore = std::to_array(
        { SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGQUIT, SIGSEGV, SIGSYS, SIGTRAP, SIGXCPU, SIGXFSZ });
    return std::ranges::find(kCore, signal) != kCore.end();
}

enum class Effect {
    Uncatchable,
    AlwaysStops,
    Resumes,
    Handler,
    Ignored,
    Taken,
    Blocked,
    Stops,
    Passes,
    Nothing,
    EndsWithCore,
    Ends
};

Effect effectOf(SignalAction action, int signal)
{
    // signal(7): these two cannot be caught, blocked, or ignored.
    if (signal == SIGKILL)
        return Effect::Uncatchable;
    if (signal == SIGSTOP)
        return Effect::AlwaysStops;
    if (signal == SIGCONT && action != SignalAction::Handler && action != SignalAction::Taken)
        return Effect::Resumes;
    if (action == SignalAction::Handler)
        return Effect::Handler;
    if (action == SignalAction::Ignore)
        return Effect::Ignored;
    if (action == SignalAction::Taken)
        return Effect::Taken;
    if (stopsByDefault(signal))
        return Effect::Stops;
    if (doesNothingByDefault(signal))
        return Effect::Nothing;
    return dumpsByDefault(signal) ? Effect::EndsWithCore : Effect::Ends;
}

bool isInRange(const Process& process, int signal)
{
    return signal > 0 && signal < static_cast<int>(process.actions.size());
}

Effect effectOnceTaken(const Process& process, int signal)
{
    const Effect effect
        = effectOf(isInRange(process, signal) ? process.actions.at(static_cast<std::size_t>(signal))
                                              : SignalAction::Default,
            signal);
    return effect == Effect::Stops && process.inOrphanedGroup ? Effect::Passes : effect;
}

Effect effectOf(const Process& process, int signal)
{
    const bool blockable
        = isInRange(process, signal) && signal != SIGKILL && signal != SIGSTOP && signal != SIGCONT;
    // A signal to the process goes to any thread that does not block it, signal(7).
    const bool blocked = blockable && !process.threads.empty()
        && std::ranges::all_of(process.threads, [signal](const auto& entry) {
               return (entry.second.blocked >> (signal - 1) & 1U) != 0;
           });
    return blocked ? Effect::Blocked : effectOnceTaken(process, signal);
}

QString wordsOf(Effect effect)
{
    switch (effect) {
    case Effect::Uncatchable:
        return Wording::tr("cannot be caught");
    case Effect::AlwaysStops:
        return Wording::tr("always stops");
    case Effect::Resumes:
        return Wording::tr("resume");
    case Effect::Handler:
        return Wording::tr("handler");
    case Effect::Ignored:
        return Wording::tr("ignored");
    case Effect::Taken:
        return Wording::tr("taken by a call");
    case Effect::Blocked:
        return Wording::tr("blocked");
    case Effect::Stops:
        return Wording::tr("default: stops");
    case Effect::Passes: // setpgid(2)
        return Wording::tr("does nothing: its process group is orphaned");
    case Effect::Nothing:
        return Wording::tr("default: ignored");
    case Effect::EndsWithCore:
        return Wording::tr("default: ends, core");
    case Effect::Ends:
        break;
    }
    return Wording::tr("default: ends");
}

} // namespace

bool doesNothingByDefault(int signal) // signal(7): default action Ign
{
    return signal == SIGCHLD || signal == SIGURG || signal == SIGWINCH;
}

bool stopsByDefault(int signal)
{
    return signal == SIGTSTP || signal == SIGTTIN || signal == SIGTTOU;
}

QString actionWords(SignalAction action, int signal)
{
    return wordsOf(effectOf(action, signal));
}

QString actionWords(const Process& process, int signal)
{
    return wordsOf(effectOf(process, signal));
}

QString actionOnceTaken(const Process& process, int signal)
{
    return wordsOf(effectOnceTaken(process, signal));
}

QString noEffectWords(SignalAction action, int signal)
{
    if (action != SignalAction::Ignore && stopsByDefault(signal))
        return wordsOf(Effect::Passes);
    return action == SignalAction::Ignore || !doesNothingByDefault(signal)
        ? Wording::tr("ignored")
        : Wording::tr("does nothing, which is its default");
}

} // namespace ipclab
