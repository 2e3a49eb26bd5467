// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace ipclab {

namespace {

// Why a process that runs already cannot be watched, and what helps. The words are those of
// AttachRefusal in ipc-core/capture.
struct Refusal {
    std::string_view why;
    const char* words;
};
constexpr Refusal kRefusals[] = {
    { "gone",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "There is no such process (any more). Look again which there are: ps x.") },
    { "ended",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "It has ended, and only its parent has not asked for that yet: a zombie does nothing "
            "that could be watched. Its parent can be watched.") },
    { "ourselves",
        QT_TRANSLATE_NOOP("ipclab::Wording", "That is IPC Lab. It does not watch itself.") },
    { "watched", QT_TRANSLATE_NOOP("ipclab::Wording", "It is watched here already.") },
    { "kernel",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "It is a thread of the kernel: it runs no program, and nobody can watch it so.") },
    { "traced",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "Process %1 traces it, and Linux allows one tracer at a time. If that is a debugger, "
            "strace or another IPC Lab, end that first.") },
    { "not_ours",
        QT_TRANSLATE_NOOP(
            "ipclab::Wording", "It is another user's. Run ipclab as that user, or with sudo.") },
    { "privileged",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "Its program has another user's rights (set-user-ID), so you may not look into it. "
            "Only root may: sudo ipclab.") },
    { "closed",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "It keeps others out: it keeps secrets, or had more rights once (prctl(2), "
            "PR_SET_DUMPABLE). Only root may watch it: sudo ipclab.") },
    { "descendants",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "This machine lets a program watch only what it has started (Yama). Start it with "
            "IPC Lab, or, until the next start of the machine, allow more: sudo sysctl "
            "kernel.yama.ptrace_scope=0.") },
    { "administrator",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "This machine lets only root watch programs (Yama, ptrace_scope 2). With sudo ipclab "
            "it works; or allow more: sudo sysctl kernel.yama.ptrace_scope=0.") },
    { "nobody",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "This machine forbids everybody to watch programs (Yama, ptrace_scope 3), until it is "
            "started again with another setting.") },
    { "ancestor",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "IPC Lab was started from it: held, it could hold IPC Lab too. Watch it from another "
            "terminal that it did not start: ipclab watch --pid %1.") },
    { "unknown",
        QT_TRANSLATE_NOOP("ipclab::Wording",
            "Linux does not say why: a security module (SELinux, AppArmor) or a container may "
            "forbid it. In Docker, start the container with --cap-add=SYS_PTRACE.") },
};

} // namespace

QString attachObstacleWords(std::string_view subject)
{
    const std::string_view why = subject.substr(0, subject.find(' '));
    const auto* found = std::ranges::find(kRefusals, why, &Refusal::why);
    if (found == std::end(kRefusals))
        found = std::prev(std::end(kRefusals));
    QString words = Wording::tr(found->words);
    if (why == "traced" || why == "ancestor")
        words = words.arg(text(subject.substr(std::min(subject.size(), why.size() + 1))));
    return words;
}

QString attachRefusalWords(const Error& error)
{
    return QStringLiteral("%1: %2").arg(
        Wording::tr("That process cannot be watched"), attachObstacleWords(error.subject));
}

} // namespace ipclab
