// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/world/world.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace ipclab {

// A byte is in one of four places.
enum class Place : std::uint8_t { Writer, Kernel, Reader, Read };

std::string_view name(Place place); // "writer", "kernel", "reader", "read", as labs write it
std::optional<Place> placeNamed(std::string_view name);

struct BytePlaces {
    std::uint64_t writer = 0; // in the writers' own buffers
    std::uint64_t kernel = 0;
    std::uint64_t reader = 0; // in the readers' own buffers
    std::uint64_t read = 0; // taken by the reading program

    [[nodiscard]] std::uint64_t at(Place place) const;
    bool operator==(const BytePlaces&) const = default;
};

// Over all channels that carry bytes between programs; files do not count.
BytePlaces bytePlaces(const World& world);
BytePlaces bytePlaces(const World& world, ChannelId channel);

// Where what a program printed on `fd` is now: the place furthest back that still holds some of it
// (its own buffer, then the kernel, …); nothing when it has printed nothing.
std::optional<Place> placeOf(const World& world, const Process& process, int fd);

} // namespace ipclab
