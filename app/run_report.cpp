// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_report.h"

#include "app/export_request.h"
#include "app/folders.h"
#include "app/known_lab.h"
#include "app/languages.h"
#include "app/report_pictures.h"
#include "app/session_input.h"

#include <QApplication>
#include <QLoggingCategory>

#include <optional>

namespace ipclab {

namespace {

QByteArray htmlOf(const SavedSession& session, const Lab* lab, const QString& language)
{
    const EventLog& log = *session.log;
    Report report
        = makeReport(log, log.size(), session.header, lab, language, session.linesSkipped);
    drawAll(report, log);
    return reportHtml(report);
}

} // namespace

int runReport(int argc, char** argv, const QStringList& words)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QLoggingCategory::setFilterRules(QStringLiteral("*.warning=false")); // stderr is for people
    const QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    Languages languages;
    languages.speak(Languages::chosen({}));
    const auto request = exportRequest(words);
    if (const auto* const code = std::get_if<ExitCode>(&request))
        return static_cast<int>(*code);
    const auto& asked = std::get<ExportRequest>(request);
    const auto read = sessionNamed(asked.session);
    if (const auto* const code = std::get_if<ExitCode>(&read))
        return static_cast<int>(*code);
    const auto& session = std::get<SavedSession>(read);
    const std::optional<Lab> lab = knownLab(labFolders(), session.header.lab);
    const Status written
        = writeHtml(htmlOf(session, lab ? &*lab : nullptr, languages.code()), asked.file);
    return static_cast<int>(written ? ExitCode::Good : refusal(written.error()));
}

} // namespace ipclab
