// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/export_request.h"
#include "app/janitor.h"
#include "app/program_start.h"
#include "app/run_report.h"
#include "app/run_window.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/endpoint/run_folder.h"

using namespace ipclab;

int main(int argc, char** argv)
{
    openStandardStreams();
    const CommandLine line = splitCommandLine(argumentsOf(argc, argv));
    if (wantsReport(line)) {
        nameProgram();
        return runReport(argc, argv, line.words);
    }
    const Janitor janitor;
    prepareProcess();
    nameProgram();
    removeStaleRunFolders();
    return runWindow(argc, argv, argumentsOf(argc, argv));
}
