// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/export_request.h"
#include "app/janitor.h"
#include "app/languages.h"
#include "app/open_window.h"
#include "app/program_start.h"
#include "ipc-core/base/result.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/endpoint/run_folder.h"
#include "views/common/wording.h"

#include <QCoreApplication>

#include <optional>
#include <span>

namespace {

using namespace ipclab;

// Those alone make something that would stay: a folder for the channels of each run.
bool runsLabs(const QString& command)
{
    return command == QStringLiteral("run") || command == QStringLiteral("check");
}

int tell(const QString& text)
{
    print(text.toLocal8Bit());
    return static_cast<int>(ExitCode::Good);
}

int runCommand(const CommandLine& line, std::span<char* const> argv)
{
    if (line.command == QStringLiteral("--help"))
        return tell(usageText());
    if (line.command == QStringLiteral("--version"))
        return tell(QStringLiteral("ipclab %1\n").arg(QCoreApplication::applicationVersion()));
    if (line.command == QStringLiteral("labs"))
        return runLabs(line.words);
    if (line.command == QStringLiteral("run"))
        return runRun(line.words);
    if (line.command == QStringLiteral("watch"))
        return runWatch(line.words, argv);
    if (line.command == QStringLiteral("why"))
        return runWhy(line.words);
    if (line.command == QStringLiteral("show"))
        return runShow(line.words);
    if (line.command == QStringLiteral("export"))
        return runExport(line.words);
    if (line.command == QStringLiteral("grade"))
        return runGrade(line.words);
    if (line.command == QStringLiteral("new"))
        return runNew(line.words);
    return runCheck(line.words);
}

} // namespace

int main(int argc, char** argv)
{
    openStandardStreams();
    const CommandLine line = splitCommandLine(argumentsOf(argc, argv));
    std::optional<Error> noWindow;
    if (line.command.isEmpty() || wantsReport(line))
        noWindow = becomeWindow(argv);
    std::optional<Janitor> janitor;
    if (runsLabs(line.command)) {
        janitor.emplace();
        removeStaleRunFolders();
    }
    prepareProcess();
    nameProgram();
    const QCoreApplication app(argc, argv);
    Languages languages;
    languages.speak(Languages::chosen({})); // of the environment: LANG, LC_MESSAGES
    if (noWindow) {
        say(errorSentence(*noWindow));
        return static_cast<int>(ExitCode::Refused);
    }
    return runCommand(line, { argv, static_cast<std::size_t>(argc) });
}
