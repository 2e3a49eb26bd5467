// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <functional>

#include "ipc-core/base/result.h"

namespace ipclab {

constexpr qint64 kMostReadAtOnce = 64 * 1024; // bytes a turn of the event loop, for each end
constexpr qint64 kMostQueued = 1024 * 1024; // bytes waiting to be written, for each end

// Whom an end of the lab tells. Each call is the last thing an end does in its turn, or is followed
// by a look at whether it was closed meanwhile: all may close the end, none may destroy it.
struct EndListener {
    std::function<void(const QByteArray&)> arrived;
    std::function<void(qint64)> sent;
    std::function<void()> ended; // once: nothing more will arrive
    std::function<void(const Error&)> failed;
};

} // namespace ipclab
