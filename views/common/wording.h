// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/byte_places.h"
#include "ipc-core/analysis/wait.h"
#include "ipc-core/base/result.h"
#include "ipc-core/world/world.h"
#include "views/common/numbers.h"

#include <QString>

#include <optional>

namespace ipclab {

// Every fact to words, in the language of the moment. Plain text; commands, calls, signals and
// paths stay as they are. Nothing here is kept, so a panel asks again after a change of language.
// `now` is the moment durations count to: that of the World, or later while it runs. GUI thread.
using Now = std::optional<Nanoseconds>;

QString processLabel(const Process& process); // "child.py"
QString processWithPid(const Process& process); // "child.py 4712"
// As in a sentence: with the pid only where another living process has the same name.
QString processName(const World& world, const Process& process);
// The same of a pid; of one that was never in view, its number is all there is.
QString processLabel(const World& world, Pid pid);
QString processWithPid(const World& world, Pid pid);
QString processName(const World& world, Pid pid);
QString asTyped(QString word); // quoted where a shell would else take it apart
QString commandLine(const Process& process); // as a shell would take it

QString channelLabel(const World& world, ChannelId id); // "pipe A", "socket 127.0.0.1:4000"
QString channelKindName(ChannelKind kind); // "pipe", "FIFO", "terminal"
QString streamLabel(const Stream& stream); // "stdout", "makefile"
// A Python program has Python's stdout and the C library's. In a sentence: "Python stdout" where
// another that has the same name keeps something, too; else "stdout".
QString streamLabel(const Process& process, const Stream& stream);
// Where all of them are listed: "Python's stdout" beside another of the same name, else "stdout".
QString streamTitle(const Process& process, const Stream& stream);
QString callText(Call call, std::optional<int> fd); // "read(0)"
QString accessText(Access access); // "r", "w", "rw"

// "running", "waiting · read(0) 4.1 s", "sleeping · 1.2 s left", "stopped by SIGSTOP", "zombie",
// "ended with 0", "killed by SIGKILL"
QString stateWords(const World& world, const Process& process, Now now = {});
// A word of AttachRefusal, and a pid where it has one: why, and what helps.
QString attachObstacleWords(std::string_view obstacle);
QString attachRefusalWords(const Error& error); // of step "attach": why, and what helps
QString endingWords(const Ending& ending); // "ended with 0"
QString placeLabel(Place place); // "in the writer's buffer"

// Why a process does not go on: names the call, the channel, the bytes, and who could end the wait.
QString whySentence(const World& world, Pid pid, Now now = {});
// "Why is it waiting?": the heading over that sentence.
QString whyTitle(const World& world, Pid pid);

const Finding* deadlockOf(const World& world, Pid pid); // nullptr when it is in none
// Is it in a deadlock, or that thread of it?
bool isStuck(const World& world, Pid pid, Tid thread = {});
QString findingTitle(const Finding& finding); // "Deadlock"
QString findingSentence(const World& world, const Finding& finding);

// What is not seen of a process, or is not as it would be alone: "makes 32-bit calls: …".
QString limitWords(SightLimit limit);

// What failed, why, and what to do.
QString errorSentence(const Error& error);

// Not of what is no failure to speak of: a path that was only tried, a call that would block or was
// interrupted.
bool isFailure(const CallReturned& returned);
// "fails: EBADF, no such descriptor is open"; empty for what is no failure.
QString failureWords(const World& world, const CallReturned& returned);
// Of any error that a call returned, also of one that is no failure: "EAGAIN, it would have to
// wait".
QString errorWords(const World& world, const CallReturned& returned);

// What a signal would do now: "default: ends", "ignored", "handler", "cannot be caught", …
QString actionWords(SignalAction action, int signal);
QString actionWords(const Process& process, int signal); // also "blocked"
QString actionOnceTaken(const Process& process, int signal); // blocked or not
bool doesNothingByDefault(int signal); // SIGCHLD, SIGURG, SIGWINCH
bool stopsByDefault(int signal); // SIGTSTP, SIGTTIN, SIGTTOU: not in an orphaned process group
// Of a signal that had no effect: "ignored", or "does nothing, …".
QString noEffectWords(SignalAction action, int signal);

} // namespace ipclab
