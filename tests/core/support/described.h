// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/events/event.h"

#include <QString>

namespace ipclab::test {

// An event with all its fields, one way only: equal texts, equal events. Made from `fields`, not
// from the JSON form, so that the one can check the other. Bytes are in hexadecimal.
QString described(const Event& event);

} // namespace ipclab::test
