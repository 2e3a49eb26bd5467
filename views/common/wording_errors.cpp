// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/signal_name.h"
#include "views/common/address_words.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <algorithm>
#include <cerrno>
#include <initializer_list>
#include <iterator>
#include <string_view>

namespace ipclab {

namespace {

bool isOneOf(std::string_view step, std::initializer_list<std::string_view> steps)
{
    return std::ranges::find(steps, step) != steps.end();
}

bool isTracing(std::string_view step)
{
    return isOneOf(step,
        { "ptrace", "seccomp", "trace", "PTRACE_SEIZE", "process_vm_readv", "process_vm_writev" });
}

bool isStarting(std::string_view step)
{
    return isOneOf(step, { "execve", "execvpe", "exec", "posix_spawn", "chdir" });
}

QString whatFailed(const Error& error)
{
    const QString subject = text(error.subject);
    const std::string_view step = error.step;
    if (step == "chdir")
        return Wording::tr("Cannot enter the folder %1").arg(subject);
    if (step == "limit")
        return Wording::tr("All was ended: there were more than %1 processes at once").arg(subject);
    if (step == "timeout")
        return Wording::tr("All was ended: it was to run for at most %1 s").arg(subject);
    if (step == "kernel")
        return Wording::tr("This Linux lacks what IPC Lab needs (%1)").arg(subject);
    if (isStarting(step))
        return Wording::tr("Cannot start %1").arg(subject);
    if (isTracing(step))
        return Wording::tr("Linux does not let IPC Lab watch the program");
    if (step == "mkfifo")
        return Wording::tr("Cannot make the FIFO %1").arg(subject);
    if (isOneOf(step, { "fork", "clone", "vfork" }))
        return Wording::tr("Cannot make another process");
    if (isOneOf(step, { "bind", "listen" }))
        return Wording::tr("Cannot listen at %1").arg(subject);
    if (step == "connect")
        return Wording::tr("Cannot connect to %1").arg(subject);
    if (isOneOf(step, { "open", "openat" }))
        return Wording::tr("Cannot open %1").arg(subject);
    if (step == "mkdir")
        return Wording::tr("Cannot make the folder %1").arg(subject);
    if (isOneOf(step, { "write", "fsync" }))
        return Wording::tr("Cannot write to %1").arg(subject);
    if (step == "read")
        return Wording::tr("Cannot read %1").arg(subject);
    if (step == "header")
        return Wording::tr("%1 is not a session of IPC Lab").arg(subject);
    if (step == "version")
        return Wording::tr("This session was written by a newer IPC Lab (format %1)").arg(subject);
    if (step == "lock")
        return Wording::tr("%1 is still being written by another IPC Lab").arg(subject);
    if (step == "removed")
        return Wording::tr("The file %1 was removed").arg(subject);
    if (step == "window")
        return Wording::tr("Cannot open the window of IPC Lab: its program %1 cannot be started")
            .arg(subject);
    if (step == "survey")
        return Wording::tr("Cannot look at process %1").arg(subject);
    if (step == "survey_kernel_thread")
        return Wording::tr("%1 is a thread of the kernel: it runs no program").arg(subject);
    if (step == "survey_levels")
        return Wording::tr("How many bytes are in a channel cannot be read here (%1)").arg(subject);
    if (step == "kill")
        return Wording::tr("Cannot send the signal to %1").arg(subject);
    return subject.isEmpty() ? Wording::tr("%1 failed").arg(text(step))
                             : Wording::tr("%1 of %2 failed").arg(text(step), subject);
}

// What each means to a person; errno(3).
struct Reason {
    int number;
    const char* words;
};
constexpr Reason kReasons[] = {
    { EACCES, QT_TRANSLATE_NOOP("ipclab::Wording", "permission was denied") },
    { EPERM, QT_TRANSLATE_NOOP("ipclab::Wording", "it is not permitted") },
    { ENOEXEC, QT_TRANSLATE_NOOP("ipclab::Wording", "it is not a program that Linux can run") },
    { ENOTDIR, QT_TRANSLATE_NOOP("ipclab::Wording", "a part of the path is not a folder") },
    { EISDIR, QT_TRANSLATE_NOOP("ipclab::Wording", "it is a folder") },
    { EEXIST, QT_TRANSLATE_NOOP("ipclab::Wording", "it exists already") },
    { EADDRINUSE,
        QT_TRANSLATE_NOOP("ipclab::Wording", "that address is in use, or was until a moment ago") },
    { EADDRNOTAVAIL,
        QT_TRANSLATE_NOOP("ipclab::Wording", "this machine does not have that address") },
    { EBADF, QT_TRANSLATE_NOOP("ipclab::Wording", "no such descriptor is open") },
    { EINVAL, QT_TRANSLATE_NOOP("ipclab::Wording", "an argument is not valid for it") },
    { ENOTSOCK, QT_TRANSLATE_NOOP("ipclab::Wording", "it is not a socket") },
    { ENOTCONN, QT_TRANSLATE_NOOP("ipclab::Wording", "it is not connected") },
    { ECONNRESET, QT_TRANSLATE_NOOP("ipclab::Wording", "the other side broke the connection") },
    { ENXIO,
        QT_TRANSLATE_NOOP(
            "ipclab::Wording", "nobody reads that FIFO, or there is no such device") },
    { ECONNREFUSED, QT_TRANSLATE_NOOP("ipclab::Wording", "nobody listens there") },
    { ENOSPC, QT_TRANSLATE_NOOP("ipclab::Wording", "the disk is full") },
    { ESPIPE, QT_TRANSLATE_NOOP("ipclab::Wording", "it is not a regular file") },
    { EFBIG, QT_TRANSLATE_NOOP("ipclab::Wording", "the file may not grow further") },
    { EROFS, QT_TRANSLATE_NOOP("ipclab::Wording", "the disk is read-only") },
    { EMFILE, QT_TRANSLATE_NOOP("ipclab::Wording", "too many files are open") },
    { ENFILE, QT_TRANSLATE_NOOP("ipclab::Wording", "too many files are open") },
    { EAGAIN, QT_TRANSLATE_NOOP("ipclab::Wording", "the limit on processes is reached") },
    { ENOMEM, QT_TRANSLATE_NOOP("ipclab::Wording", "there is not enough memory") },
    { ENAMETOOLONG, QT_TRANSLATE_NOOP("ipclab::Wording", "the name is too long") },
    { ESRCH, QT_TRANSLATE_NOOP("ipclab::Wording", "the process is no more") },
    { ETXTBSY, QT_TRANSLATE_NOOP("ipclab::Wording", "it is open for writing") },
    { EPIPE, QT_TRANSLATE_NOOP("ipclab::Wording", "nobody reads there any more") },
    { ENOSYS, QT_TRANSLATE_NOOP("ipclab::Wording", "this kernel does not have that call") },
};

QString whyItFailed(const Error& error)
{
    if (error.number == 0 || error.step == "limit")
        return {};
    if (error.number == ENOENT)
        return isStarting(error.step) && error.step != "chdir"
            ? Wording::tr("there is no such program, or what it names in its first line (#!) is "
                          "missing")
            : Wording::tr("it does not exist");
    if (error.number == ESRCH && error.step == "survey") // whether there ever was one, who knows
        return Wording::tr("there is no such process");
    const auto* const found = std::ranges::find(kReasons, error.number, &Reason::number);
    return found != std::end(kReasons)
        ? Wording::tr(found->words)
        : Wording::tr("the system says %1").arg(text(errorName(error.number)));
}

// Of what was tried, whatever the reason.
QString whatToDoInStep(const Error& error)
{
    if (isTracing(error.step))
        return Wording::tr("If this machine forbids tracing, run: sudo sysctl "
                           "kernel.yama.ptrace_scope=1. In Docker, start the container with "
                           "--cap-add=SYS_PTRACE.");
    if (error.step == "window")
        return Wording::tr("Install IPC Lab again: ipclab and ipclab-window belong in the same "
                           "folder. Without its window: ipclab labs, ipclab run LAB, ipclab watch "
                           "-- COMMAND.");
    if (error.step == "header")
        return Wording::tr(
            "Open a file that IPC Lab has recorded: its name ends in .jsonl, and its "
            "first line has “ipclab_session”.");
    if (error.step == "limit")
        return Wording::tr("If so many are meant, ipclab watch --limit allows more, and so does "
                           "the workbench under “More”.");
    if (error.step == "timeout")
        return Wording::tr("The workbench has that time under “More”.");
    if (error.step == "kernel")
        return Wording::tr("It needs Linux 5.3 or newer (uname -r says which this is), and in a "
                           "container one that does not forbid ptrace and seccomp.");
    if (error.step == "survey_levels")
        return Wording::tr("That takes Linux 5.6 or newer (uname -r says which this is), and a "
                           "container that does not forbid it.");
    if (error.step == "survey" && (error.number == EPERM || error.number == EACCES))
        return Wording::tr("If it is yours, allow processes to look at each other: sudo sysctl "
                           "kernel.yama.ptrace_scope=0. Otherwise run ipclab as its owner, or with "
                           "sudo. In Docker, start the container with --cap-add=SYS_PTRACE.");
    if (error.step == "version")
        return Wording::tr("Open it with that one.");
    return {};
}

QString whatToDo(const Error& error)
{
    if (QString words = whatToDoInStep(error); !words.isEmpty())
        return words;
    const bool starting = isStarting(error.step);
    switch (error.number) {
    case ENOENT:
        return starting ? Wording::tr("Check how it is spelled, and that it is installed.")
                        : Wording::tr("Check how it is spelled.");
    case EACCES:
        return starting && error.step != "chdir"
            ? Wording::tr("If it is a program, make it executable: chmod +x %1")
                  .arg(text(error.subject))
            : Wording::tr("Choose a place where you may read and write.");
    case ENOEXEC:
        return Wording::tr(
            "A script needs a first line such as #!/bin/sh; a binary has to be built "
            "for this kind of machine.");
    case EEXIST:
        return Wording::tr("Remove it, or choose another name.");
    case EADDRINUSE:
        return Wording::tr("Choose another port, or end the program that uses it.");
    case ENOSPC:
        return Wording::tr("Free some space, or choose another disk.");
    case EMFILE:
    case ENFILE:
        return Wording::tr("Close some programs and try again.");
    case EAGAIN:
    case ENOMEM:
        return Wording::tr("End some programs and try again.");
    case ENAMETOOLONG:
        return Wording::tr("Choose a shorter path.");
    case EROFS:
        return Wording::tr("Choose another folder.");
    case ETXTBSY:
        return Wording::tr("Wait until it is written, then try again.");
    default:
        return {};
    }
}

} // namespace

bool isFailure(const CallReturned& returned)
{
    switch (returned.error.value) {
    case 0:
    case ENOENT: // looking for a file along a path
    case ENOTDIR:
    case ENOTTY: // asking whether it is a terminal
    case ESPIPE: // asking whether it can seek
    case ECHILD:
    case ESRCH:
    case EAGAIN:
    case EINTR:
    case EINPROGRESS:
    case ETIMEDOUT:
        return false;
    default:
        return true;
    }
}

QString failureWords(const World& world, const CallReturned& returned)
{
    if (!isFailure(returned))
        return {};
    const int number = returned.error.value;
    const QString inUse = inUseWords(world, returned);
    const QString why
        = inUse.isEmpty() ? whyItFailed({ number, std::string(name(returned.call)), {} }) : inUse;
    return Wording::tr("fails: %1, %2").arg(text(errorName(number)), why);
}

QString errorWords(const World& world, const CallReturned& returned)
{
    // What they mean to a call, rather than to who would start a program.
    constexpr Reason kOfCalls[] = {
        { EAGAIN, QT_TRANSLATE_NOOP("ipclab::Wording", "it would have to wait") },
        { EINTR, QT_TRANSLATE_NOOP("ipclab::Wording", "a signal interrupted it") },
        { EINPROGRESS, QT_TRANSLATE_NOOP("ipclab::Wording", "it goes on by itself") },
        { ETIMEDOUT, QT_TRANSLATE_NOOP("ipclab::Wording", "the time is over") },
        { ECHILD, QT_TRANSLATE_NOOP("ipclab::Wording", "it has no child to wait for") },
        { ENOTTY, QT_TRANSLATE_NOOP("ipclab::Wording", "it is not a terminal") },
        { ESPIPE, QT_TRANSLATE_NOOP("ipclab::Wording", "it has no place to go to") },
    };
    const int number = returned.error.value;
    if (const QString inUse = inUseWords(world, returned); !inUse.isEmpty())
        return QStringLiteral("%1, %2").arg(text(errorName(number)), inUse);
    const bool makesProcess = returned.call >= Call::Fork && returned.call <= Call::Clone3;
    const auto* const found = std::ranges::find(kOfCalls, number, &Reason::number);
    const QString why = found != std::end(kOfCalls) && !makesProcess
        ? Wording::tr(found->words)
        : whyItFailed({ number, std::string(name(returned.call)), {} });
    return QStringLiteral("%1, %2").arg(text(errorName(number)), why);
}

QString errorSentence(const Error& error)
{
    if (error.step == "attach")
        return attachRefusalWords(error);
    const QString why = whyItFailed(error);
    const QString what = whatFailed(error);
    QString sentence
        = why.isEmpty() ? Wording::tr("%1.").arg(what) : Wording::tr("%1: %2.").arg(what, why);
    if (const QString remedy = whatToDo(error); !remedy.isEmpty())
        sentence += QLatin1Char(' ') + remedy;
    return sentence;
}

} // namespace ipclab
