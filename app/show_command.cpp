// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/process_colours.h"
#include "app/session_input.h"
#include "app/session_moment.h"
#include "app/show_printer.h"
#include "app/terminal_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <unistd.h>

#include <optional>
#include <variant>

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

std::optional<ShowOptions> parsedShow(const QStringList& given)
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

} // namespace

int runShow(const QStringList& given)
{
    const auto options = parsedShow(given);
    if (!options)
        return sayUsage(QStringLiteral("show"));
    const auto read = sessionNamed(options->path);
    if (const auto* const code = std::get_if<ExitCode>(&read))
        return static_cast<int>(*code);
    const auto& session = std::get<SavedSession>(read);
    const std::optional<SessionMoment> moment = momentOf(session, options->at);
    if (!moment) {
        say(ShowCommand::tr("The session has %1 events, the first is #0.")
                .arg(session.log->size()));
        return static_cast<int>(ExitCode::Usage);
    }
    if (options->json)
        print(momentJson(*moment));
    else
        print(
            momentLines(*moment, takesColour(stdout)).join(QLatin1Char('\n')).toLocal8Bit() + '\n');
    return static_cast<int>(ExitCode::Good);
}

} // namespace ipclab
