// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace ipclab {

// The files of a lab's folder, sorted, as paths within it: none of __pycache__; at most 1000, no
// deeper than four folders. Links are not followed.
QStringList labFiles(const QString& folder);

enum class DigestOf {
    Everything,
    WhatRuns, // all but the guides
};

// SHA-256 in hex of the names and contents: the same as long as nothing changed. Files are read up
// to 16 MB each. Any thread.
QByteArray labDigest(const QString& folder, DigestOf what);

} // namespace ipclab
