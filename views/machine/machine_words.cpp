// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/machine/machine_words.h"

#include <QCoreApplication>

namespace ipclab {

namespace {

struct MachineWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::MachineWords)
};

QString usedBy(int labs)
{
    return labs == 0 ? MachineWords::tr("No lab here uses it.")
        : labs == 1  ? MachineWords::tr("One lab here uses it.")
                     : MachineWords::tr("%1 labs here use it.").arg(labs);
}

QString remedyOfWatching(WatchObstacle obstacle)
{
    switch (obstacle) {
    case WatchObstacle::None:
        return {};
    case WatchObstacle::Yama:
        return MachineWords::tr("Allow it until the next start of the machine:");
    case WatchObstacle::YamaForGood:
        return MachineWords::tr("Find where it is set, set 1 there, and start the machine again:");
    case WatchObstacle::Container:
        return MachineWords::tr("If this is a container, start it with these options:");
    case WatchObstacle::Kernel:
        return MachineWords::tr("Start a newer kernel: Linux 5.3 or later, with seccomp.");
    case WatchObstacle::Other:
        return MachineWords::tr("Ask whoever looks after this machine to allow ptrace.");
    }
    return {};
}

} // namespace

QString partName(const PartFact& fact)
{
    const QString version = fact.version.isEmpty() ? QString() : QLatin1Char(' ') + fact.version;
    switch (fact.part) {
    case MachinePart::Watching:
        return MachineWords::tr("Watching processes (ptrace)");
    case MachinePart::Python:
        return version.isEmpty() ? QStringLiteral("Python 3") : QStringLiteral("Python") + version;
    case MachinePart::Compiler:
        return MachineWords::tr("A C compiler") + version;
    case MachinePart::Redis:
        return QStringLiteral("redis-server") + version;
    case MachinePart::OpenSsl:
        return QStringLiteral("openssl") + version;
    }
    return {};
}

QString stateSign(PartState state)
{
    switch (state) {
    case PartState::Works:
        return QStringLiteral("✓");
    case PartState::Untried:
        return QStringLiteral("?");
    case PartState::Missing:
        return QStringLiteral("–");
    case PartState::Broken:
        return QStringLiteral("!");
    case PartState::NotAllowed:
        return QStringLiteral("✗");
    }
    return {};
}

QString stateWord(PartState state)
{
    switch (state) {
    case PartState::Works:
        return MachineWords::tr("works");
    case PartState::Untried:
        return MachineWords::tr("not tried");
    case PartState::Missing:
        return MachineWords::tr("missing");
    case PartState::Broken:
        return MachineWords::tr("does not work");
    case PartState::NotAllowed:
        return MachineWords::tr("not allowed");
    }
    return {};
}

QString partPurpose(const PartFact& fact)
{
    switch (fact.part) {
    case MachinePart::Watching:
        return MachineWords::tr("Without it nothing can be run here: every lab and every command "
                                "is watched.");
    case MachinePart::Python:
        return MachineWords::tr("Runs the labs' programs in Python.") + QLatin1Char(' ')
            + usedBy(fact.labs);
    case MachinePart::Compiler:
        return MachineWords::tr("Builds the labs' programs in C.") + QLatin1Char(' ')
            + usedBy(fact.labs);
    case MachinePart::Redis:
        return MachineWords::tr("A real server to talk to.") + QLatin1Char(' ') + usedBy(fact.labs);
    case MachinePart::OpenSsl:
        return MachineWords::tr("A real client of encrypted connections.") + QLatin1Char(' ')
            + usedBy(fact.labs);
    }
    return {};
}

QString remedySentence(const PartFact& fact)
{
    if (fact.part == MachinePart::Watching)
        return remedyOfWatching(fact.obstacle);
    switch (fact.state) {
    case PartState::Works:
        return {};
    case PartState::Untried:
        return MachineWords::tr("IPC Lab knows 3.8 to 3.13. With this one programs run, but what "
                                "is in Python's own buffers may stay unknown.");
    case PartState::Broken:
        if (fact.part != MachinePart::Compiler)
            return MachineWords::tr("It is there, and does not answer. Install it again:");
        return MachineWords::tr("It cannot build a program of three lines: perhaps the C "
                                "library's headers are missing. Install them:");
    case PartState::Missing:
    case PartState::NotAllowed:
        break;
    }
    return fact.remedy.isEmpty()
        ? MachineWords::tr("Install it with the package manager of this system.")
        : MachineWords::tr("Install it:");
}

QString watchingFailure(WatchObstacle obstacle)
{
    switch (obstacle) {
    case WatchObstacle::Yama:
        return MachineWords::tr("This machine lets only its administrator watch processes "
                                "(kernel.yama.ptrace_scope is 2), so nothing can be run here.");
    case WatchObstacle::YamaForGood:
        return MachineWords::tr("This machine lets nobody watch processes "
                                "(kernel.yama.ptrace_scope is 3), so nothing can be run here.");
    case WatchObstacle::Kernel:
        return MachineWords::tr("This kernel does not tell enough about processes, so nothing can "
                                "be run here.");
    case WatchObstacle::None:
    case WatchObstacle::Container:
    case WatchObstacle::Other:
        break;
    }
    return MachineWords::tr("This machine does not let IPC Lab watch processes (ptrace is "
                            "refused), so nothing can be run here.");
}

} // namespace ipclab
