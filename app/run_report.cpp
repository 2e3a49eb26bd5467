// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/run_report.h"

#include "app/export_request.h"
#include "app/folders.h"
#include "app/known_lab.h"
#include "app/languages.h"
#include "app/report.h"
#include "app/whole_file.h"

#include <QApplication>
#include <QFileInfo>
#include <QLoggingCategory>

#include <cerrno>
#include <cstdio>
#include <optional>

namespace ipclab {

Status writeReport(const EventLog& log, const SessionHeader& header, const Lab* lab,
    const QString& language, quint64 damaged, const QString& path)
{
    Report report = makeReport(log, header, lab, language, damaged);
    drawPictures(report, log);
    const QByteArray html = reportHtml(report);
    const QFileInfo there(path);
    if (!path.isEmpty() && (!there.exists() || there.isFile()))
        return writeWhole(path, html);
    QFile out(path); // a device, a FIFO: not to be replaced by a file
    errno = 0;
    const bool open
        = path.isEmpty() ? out.open(stdout, QIODevice::WriteOnly) : out.open(QIODevice::WriteOnly);
    if (open && out.write(html) == html.size() && out.flush())
        return Done {};
    return fileError("write", path.isEmpty() ? QStringLiteral("stdout") : path);
}

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
    const auto read = sessionToExport(asked.session);
    if (const auto* const code = std::get_if<ExitCode>(&read))
        return static_cast<int>(*code);
    const auto& session = std::get<SavedSession>(read);
    const std::optional<Lab> lab = knownLab(labFolders(), session.header.lab);
    const Status written = writeReport(*session.log, session.header, lab ? &*lab : nullptr,
        languages.code(), session.linesSkipped, asked.file);
    return static_cast<int>(written ? ExitCode::Good : exportFailed(written.error()));
}

} // namespace ipclab
