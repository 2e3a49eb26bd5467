// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/events/event.h"

namespace ipclab {

std::string_view name(const EventBody& body)
{
    return std::visit([](const auto& one) { return std::string_view(one.kName); }, body);
}

} // namespace ipclab
