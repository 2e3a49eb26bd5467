// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/time_scale.h"

namespace ipclab {

Nanoseconds tickStep(Nanoseconds range, int width, int apart)
{
    const auto enough = [&](Nanoseconds step) {
        return static_cast<double>(step) * width >= static_cast<double>(range) * apart;
    };
    constexpr Nanoseconds kLargest = std::int64_t { 1'000'000'000 } * kSecond;
    for (Nanoseconds decade = 1; decade < kLargest; decade *= 10) {
        for (const Nanoseconds factor : { 1, 2, 5 }) {
            if (enough(decade * factor))
                return decade * factor;
        }
    }
    return kLargest;
}

} // namespace ipclab
