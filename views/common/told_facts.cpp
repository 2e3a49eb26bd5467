// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/told_facts.h"

#include "ipc-core/base/signal_name.h"
#include "ipc-core/lab/process_ref.h"
#include "ipc-core/lab/stream_target.h"
#include "ipc-core/lab/told_fact.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QStringList>

namespace ipclab {

namespace {

const QString kUnknown = QStringLiteral("?");

QString number(std::optional<std::uint64_t> known)
{
    return known ? QString::number(*known) : kUnknown;
}

QString endingText(const Process* process)
{
    if (!process || !process->ending)
        return kUnknown;
    const Ending& ending = *process->ending;
    if (ending.signal != 0)
        return text(signalName(ending.signal));
    return ending.code ? QString::number(*ending.code) : kUnknown;
}

// "child (pid 4711, fd 4), parent (pid 4710, fd 4)"
QString allHoldersText(const World& world, const std::vector<Holder>& holders)
{
    QStringList all;
    for (const Holder& holder : holders) {
        const Process* const process = world.process(holder.pid);
        all += Wording::tr("%1 (pid %2, fd %3)", "a process")
                   .arg(process ? processLabel(*process) : kUnknown,
                       QString::number(holder.pid.value), QString::number(holder.fd));
    }
    return all.isEmpty() ? Wording::tr("nobody") : all.join(QStringLiteral(", "));
}

QString streamFact(const ToldFact& fact, const World& world)
{
    StreamTarget target(fact.of);
    target.follow(world);
    const Stream* const own = target.stream(world);
    switch (fact.kind) {
    case ToldFact::Kind::Fd:
        return target.fd() ? QString::number(*target.fd()) : kUnknown;
    case ToldFact::Kind::Level:
        return number(target.level(world));
    case ToldFact::Kind::Pending:
        return number(own ? std::optional(own->pending) : std::nullopt);
    case ToldFact::Kind::Unread:
        return number(own ? std::optional(own->unread) : std::nullopt);
    default:
        return target.channel() ? allHoldersText(world, target.holders(world, fact.writes))
                                : kUnknown;
    }
}

QString factText(std::string_view words, const World& world)
{
    const std::optional<ToldFact> fact = toldFact(words);
    if (!fact)
        return kUnknown;
    const Process* const process = processNamed(world, fact->of.process);
    if (fact->kind == ToldFact::Kind::ProcessId)
        return process ? QString::number(process->pid.value) : kUnknown;
    return fact->kind == ToldFact::Kind::Exit ? endingText(process) : streamFact(*fact, world);
}

} // namespace

QString withFacts(const std::string& words, const World& world)
{
    QString whole;
    for (const TextPiece& piece : piecesOf(words))
        whole += piece.inBraces ? factText(piece.text, world) : text(piece.text);
    return whole;
}

QString withoutFacts(const std::string& words)
{
    QString whole;
    for (const TextPiece& piece : piecesOf(words))
        whole += piece.inBraces ? QStringLiteral("…") : text(piece.text);
    return whole;
}

} // namespace ipclab
