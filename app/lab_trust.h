// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/lab/lab.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ipclab {

// A lab of one's own data folder, or of anywhere else, runs programs that somebody else may have
// written: the person is asked before the first run, and again when what would run is different.
// The answers are kept in ipclab/trusted-labs of the user's data folder, a line each, the newest
// 1000. IPC Lab's own labs are always trusted. Any thread; answers are noted by one at
// a time.

bool isTrusted(const std::string& labFolder);
bool isTrustedUnread(const std::string& labFolder); // whatever is in it
struct TrustFound {
    bool trusted = false;
    QByteArray asItIs; // as below, of what was looked at
};
TrustFound lookForTrust(const std::string& labFolder); // reads all that would run: 64 MiB at most
// Until its programs or its lab.toml change. What is agreed to is what was there when it was shown.
// EFBIG, step "trust": the folder has more than is looked at; only the whole folder, whatever it
// comes to have, can be agreed to.
QByteArray asItIs(const std::string& labFolder);
Status trustAsItWas(const QByteArray& shown);
Status trustFolder(const std::string& labFolder); // whatever it comes to have: who writes it asks

// For the person to decide: the commands of a run in both variants, and the files beside the
// guides.
struct WhatRuns {
    QStringList commands;
    QStringList files;
};
WhatRuns whatRuns(const Lab& lab);

} // namespace ipclab
