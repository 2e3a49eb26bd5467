// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/result.h"
#include "ipc-core/events/call.h"

#include <linux/filter.h>

#include <array>
#include <cstdint>
#include <vector>

namespace ipclab {

// What our filter says with each stop, SECCOMP_RET_DATA of seccomp(2): a program may have a filter
// of its own that asks for a tracer, and says something else.
constexpr std::uint16_t kOurFilter = 0x1bc1;

// The kernel's numbers of the calls we speak of, on this machine's architecture, by libseccomp's
// tables; so there are none of our own.
class CallTable {
public:
    CallTable();

    [[nodiscard]] Call callOf(std::uint64_t number) const
    {
        return number < m_calls.size() ? m_calls[number] : Call::Unknown;
    }

private:
    std::vector<Call> m_calls;
};

// Would the filter stop for the call? What it decides for those who have it.
bool isOfInterest(Call call, const std::array<std::uint64_t, 6>& args);

// The seccomp(2) program that stops a process at these calls, for its tracer, and lets all others
// pass. Where arguments tell that a call is of no interest (a futex wake), it passes too.
Result<std::vector<sock_filter>> makeCallFilter();

} // namespace ipclab
