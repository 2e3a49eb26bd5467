// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_request.h"

#include "app/terminal_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <unistd.h>

namespace ipclab {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ExportWords)
};

const QString kReport = QStringLiteral("report"); // of --to; the others are traces

struct ExportParser : QCommandLineParser {
    explicit ExportParser(const QStringList& words)
    {
        addOptions({ to, out });
        understood = parse(words);
    }

    const QCommandLineOption to { QStringLiteral("to"), {}, QStringLiteral("format") };
    const QCommandLineOption out { QStringLiteral("o"), {}, QStringLiteral("file") };
    bool understood = false;
};

ExitCode usageOfExport(const QString& why)
{
    return static_cast<ExitCode>(sayUsage(QStringLiteral("export"), why));
}

} // namespace

bool wantsReport(const CommandLine& line)
{
    if (line.command != QStringLiteral("export"))
        return false;
    const ExportParser parser(line.words);
    return parser.understood && parser.value(parser.to) == kReport;
}

std::variant<ExportRequest, ExitCode> exportRequest(const QStringList& words)
{
    const ExportParser parser(words);
    if (!parser.understood)
        return usageOfExport(parser.errorText());
    if (parser.positionalArguments().size() != 1)
        return usageOfExport(ExportWords::tr("Name one session file to export."));
    const ExportRequest request { parser.positionalArguments().front(),
        traceFormatNamed(parser.value(parser.to)), parser.value(parser.out) };
    if (!request.trace && parser.value(parser.to) != kReport)
        return usageOfExport(ExportWords::tr("--to takes one of: %1")
                                 .arg(QStringLiteral("perfetto, pcapng, ") + kReport));
    if (request.file.isEmpty() && isatty(STDOUT_FILENO) != 0)
        return usageOfExport(ExportWords::tr(
            "What is exported is not for a terminal: name a file with -o, or redirect it."));
    return request;
}

} // namespace ipclab
