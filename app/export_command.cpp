// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/terminal_text.h"
#include "app/trace_export.h"
#include "views/common/wording.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QFile>

#include <unistd.h>

#include <algorithm>
#include <optional>

namespace ipclab {

namespace {

struct ExportWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ExportWords)
};

int usage(const QString& why)
{
    say(why);
    say(usageText());
    return static_cast<int>(ExitCode::Usage);
}

int failed(const Error& error)
{
    say(printable(errorSentence(error)));
    // What is no session is an answer; what the system does not give is none.
    return static_cast<int>(error.number == 0 ? ExitCode::No : ExitCode::Refused);
}

void sayDamage(const QString& path, const SavedSession& session)
{
    if (session.linesSkipped == 0)
        return;
    say(printable(ExportWords::tr("%1: lines that cannot be understood are left out: %2, the first "
                                  "of them is line %3.")
                      .arg(path)
                      .arg(session.linesSkipped)
                      .arg(session.firstSkipped)));
}

} // namespace

int runExport(const QStringList& words)
{
    QCommandLineParser parser;
    const QCommandLineOption to(QStringLiteral("to"), {}, QStringLiteral("format"));
    const QCommandLineOption out(QStringLiteral("o"), {}, QStringLiteral("file"));
    parser.addOptions({ to, out });
    if (!parser.parse(words))
        return usage(printable(parser.errorText()));
    if (parser.positionalArguments().size() != 1)
        return usage(ExportWords::tr("Name one session file to export."));
    const std::optional<TraceFormat> format = traceFormatNamed(parser.value(to));
    if (!format)
        return usage(ExportWords::tr("--to takes one of: perfetto, pcapng, report"));
    const QString file = parser.value(out);
    if (file.isEmpty() && isatty(STDOUT_FILENO) != 0)
        return usage(ExportWords::tr(
            "What is exported is not for a terminal: name a file with -o, or redirect it."));
    const QString path = parser.positionalArguments().front();
    const Result<SavedSession> session = readSession(QFile::encodeName(path).toStdString());
    if (!session)
        return failed(session.error());
    sayDamage(path, *session);
    const LogView log(*session->log);
    const Status written = file.isEmpty() ? exportTrace(*format, log, session->header, stdout)
                                          : exportTrace(*format, log, session->header, file);
    return written ? static_cast<int>(ExitCode::Good) : failed(written.error());
}

} // namespace ipclab
