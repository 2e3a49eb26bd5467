// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_input.h"

#include "app/terminal_text.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"

#include <QCoreApplication>
#include <QFile>

#include <utility>

namespace ipclab {

namespace {

struct SessionInput {
    Q_DECLARE_TR_FUNCTIONS(ipclab::SessionInput)
};

} // namespace

QStringList missingFrom(const SavedSession& session)
{
    QStringList missing;
    if (session.linesSkipped > 0)
        missing += SessionInput::tr("Damaged lines left out: %1, the first is line %2.")
                       .arg(countText(session.linesSkipped), countText(session.firstSkipped));
    if (session.bytesLeft > 0)
        missing += SessionInput::tr("The file is too large: its last %1 were not read.")
                       .arg(bytesText(session.bytesLeft));
    const EventLog::Dropped here = session.log->dropped();
    if (session.dropped.events + here.events > 0)
        missing += SessionInput::tr("Events that there was no room for: %1.")
                       .arg(countText(session.dropped.events + here.events));
    if (session.dropped.bytes + here.bytes > 0)
        missing += SessionInput::tr("Contents that there was no room for: %1.")
                       .arg(bytesText(session.dropped.bytes + here.bytes));
    return missing;
}

std::variant<SavedSession, ExitCode> sessionNamed(const QString& path)
{
    Result<SavedSession> session = readSession(QFile::encodeName(path).toStdString());
    if (!session)
        return refusal(session.error());
    for (const QString& one : missingFrom(*session))
        say(printable(path + QStringLiteral(": ") + one));
    return std::move(*session);
}

ExitCode refusal(const Error& error)
{
    say(printable(errorSentence(error)));
    return error.number == 0 ? ExitCode::No : ExitCode::Refused;
}

} // namespace ipclab
