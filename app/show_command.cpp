// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/session_moment.h"
#include "app/show_printer.h"
#include "app/terminal_text.h"
#include "views/common/wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

#include <optional>

namespace ipclab {

namespace {

struct ShowCommand {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ShowCommand)
};

struct ShowOptions {
    QString path;
    std::optional<MomentAsked> at; // none: the end
    bool json = false;
};

std::optional<ShowOptions> parsed(const QStringList& given)
{
    QCommandLineParser parser;
    const QCommandLineOption at(QStringLiteral("at"), {}, QStringLiteral("moment"));
    const QCommandLineOption json(QStringLiteral("json"));
    parser.addOptions({ at, json });
    if (!parser.parse(given)) {
        say(printable(parser.errorText()));
        return std::nullopt;
    }
    if (parser.positionalArguments().size() != 1)
        return std::nullopt;
    ShowOptions options { parser.positionalArguments().front(), {}, parser.isSet(json) };
    if (parser.isSet(at)) {
        options.at = momentNamed(parser.value(at));
        if (!options.at) {
            say(ShowCommand::tr("--at takes seconds (12.5) or an event (#1234)"));
            return std::nullopt;
        }
    }
    return options;
}

// What the file had, and is not shown.
void sayWhatIsMissing(const SavedSession& session)
{
    if (session.linesSkipped > 0)
        say(ShowCommand::tr("Damaged lines left out: %1, the first is line %2.")
                .arg(session.linesSkipped)
                .arg(session.firstSkipped));
    if (session.bytesLeft > 0)
        say(ShowCommand::tr("The file is too large: its last %1 bytes were not read.")
                .arg(session.bytesLeft));
    const EventLog::Dropped here = session.log->dropped();
    if (session.dropped.events + here.events > 0)
        say(ShowCommand::tr("Events that there was no room for: %1.")
                .arg(session.dropped.events + here.events));
}

} // namespace

int runShow(const QStringList& given)
{
    const auto options = parsed(given);
    if (!options) {
        say(usageText());
        return static_cast<int>(ExitCode::Usage);
    }
    const Result<SavedSession> session
        = readSession(QFile::encodeName(options->path).toStdString());
    if (!session) {
        say(printable(errorSentence(session.error())));
        return static_cast<int>(ExitCode::Refused);
    }
    sayWhatIsMissing(*session);
    const std::optional<SessionMoment> moment = momentOf(*session, options->at);
    if (!moment) {
        say(ShowCommand::tr("The session has %1 events, the first is #0.")
                .arg(session->log->size()));
        return static_cast<int>(ExitCode::Usage);
    }
    if (options->json)
        print(momentJson(*moment));
    else
        print(momentLines(*moment, isatty(STDOUT_FILENO) == 1).join(QLatin1Char('\n')).toLocal8Bit()
            + '\n');
    return static_cast<int>(ExitCode::Good);
}

} // namespace ipclab
