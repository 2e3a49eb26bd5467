// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"

#include <QByteArray>
#include <QString>

namespace ipclab {

// What a call on a file left in errno, EIO where it left nothing.
Error fileError(const char* step, const QString& path);

// Errors: EISDIR, and ESPIPE for what else is no file: a FIFO would hold up whoever opens it until
// somebody reads. Step "write".
Status mayBeWritten(const QString& path);

// All of it, or the file stays as it was. Errors: step "write"; also those of mayBeWritten().
Status writeWhole(const QString& path, const QByteArray& content);

} // namespace ipclab
