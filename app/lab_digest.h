// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace ipclab {

enum class DigestOf {
    Everything, // that its author wrote: none of __pycache__
    WhatRuns, // all but the guides; what Python keeps compiled beside a program may run in its
              // place
};

// The files of a lab's folder, sorted, as paths within it: at most 1000, no deeper than four
// folders. Links are not followed.
QStringList labFiles(const QString& folder, DigestOf what = DigestOf::Everything);

// SHA-256 in hex of the names and contents of what runs: the same as long as nothing changed of it.
// Nothing: there are more files, or deeper ones, than are looked at, or more than 64 MiB in all.
// Any thread.
std::optional<QByteArray> labDigest(const QString& folder);

// The names, sizes and times of what its author wrote: another one after each save. Reads no file.
QByteArray labStamp(const QString& folder);

} // namespace ipclab
