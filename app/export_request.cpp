// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_request.h"

#include "app/terminal_text.h"
#include "views/common/numbers.h"
#include "views/common/wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

#include <utility>

namespace ipclab {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ExportWords)
};

ExitCode usage(const QString& why)
{
    say(printable(why));
    say(usageText());
    return ExitCode::Usage;
}

void sayDamage(const QString& path, const SavedSession& session)
{
    if (session.linesSkipped > 0)
        say(printable(
            ExportWords::tr("%1: lines that cannot be understood are left out: %2, the first "
                            "of them is line %3.")
                .arg(path, countText(session.linesSkipped), countText(session.firstSkipped))));
    if (session.bytesLeft > 0)
        say(printable(ExportWords::tr("%1 is too large: its last %2 are left out.")
                          .arg(path, bytesText(session.bytesLeft))));
}

} // namespace

bool wantsReport(const CommandLine& line)
{
    const qsizetype to = line.words.indexOf(QStringLiteral("--to"));
    return line.command == QStringLiteral("export")
        && (line.words.contains(QStringLiteral("--to=report"))
            || (to >= 0 && line.words.value(to + 1) == QStringLiteral("report")));
}

std::variant<ExportRequest, ExitCode> exportRequest(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption to(QStringLiteral("to"), {}, QStringLiteral("format"));
    const QCommandLineOption out(QStringLiteral("o"), {}, QStringLiteral("file"));
    parser.addOptions({ to, out });
    if (!parser.parse(words))
        return usage(parser.errorText());
    if (parser.positionalArguments().size() != 1)
        return usage(ExportWords::tr("Name one session file to export."));
    static const QStringList kFormats { QStringLiteral("perfetto"), QStringLiteral("pcapng"),
        QStringLiteral("report") };
    const ExportRequest request { parser.positionalArguments().front(), parser.value(to),
        parser.value(out) };
    if (!kFormats.contains(request.format))
        return usage(
            ExportWords::tr("--to takes one of: %1").arg(kFormats.join(QStringLiteral(", "))));
    if (request.file.isEmpty() && isatty(STDOUT_FILENO) != 0)
        return usage(ExportWords::tr(
            "What is exported is not for a terminal: name a file with -o, or redirect it."));
    return request;
}

std::variant<SavedSession, ExitCode> sessionToExport(const QString& path)
{
    Result<SavedSession> session = readSession(QFile::encodeName(path).toStdString());
    if (!session)
        return exportFailed(session.error());
    sayDamage(path, *session);
    return std::move(*session);
}

// What is no session is an answer; what the system does not give is none.
ExitCode exportFailed(const Error& error)
{
    say(printable(errorSentence(error)));
    return error.number == 0 ? ExitCode::No : ExitCode::Refused;
}

} // namespace ipclab
