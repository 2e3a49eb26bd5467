// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Inside of events/ only.
#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace ipclab {

// The few names that come again and again, so that a search among all is seldom. One thread.
template <typename Value> class NameMemo {
public:
    // What `find` says of the name, or has said of it.
    template <typename Find> std::optional<Value> operator()(std::string_view name, Find find)
    {
        if (name.empty() || name.size() > kLongest)
            return find(name);
        Known& known = m_known[placeOf(name)];
        if (known.name == name)
            return known.value;
        const std::optional<Value> found = find(name);
        if (found)
            known = { std::string(name), *found };
        return found;
    }

private:
    static constexpr std::size_t kPlaces = 64;
    static constexpr std::size_t kLongest = 32;
    struct Known {
        std::string name;
        Value value {};
    };

    static std::size_t placeOf(std::string_view name)
    {
        const auto at = [&](std::size_t i) {
            return std::size_t { 0xFFU } & static_cast<std::size_t>(name[i]);
        };
        return (at(name.size() / 2) * 7 + at(name.size() - 1) * 3 + name.size()) % kPlaces;
    }

    std::array<Known, kPlaces> m_known;
};

} // namespace ipclab
