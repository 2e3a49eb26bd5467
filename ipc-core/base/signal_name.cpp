// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/signal_name.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <csignal>
#include <cstring>

namespace ipclab {

namespace {

constexpr int kLastErrno = 4095; // errno values the kernel can return: 1 to MAX_ERRNO

std::optional<int> numberIn(std::string_view text)
{
    int number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc {} || end != text.data() + text.size())
        return std::nullopt;
    return number;
}

std::string upper(std::string_view text)
{
    std::string result(text);
    std::ranges::transform(
        result, result.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return result;
}

} // namespace

std::string signalName(int number)
{
    if (const char* abbreviation = sigabbrev_np(number))
        return std::string("SIG") + abbreviation;
    if (number == SIGRTMIN)
        return "SIGRTMIN";
    if (number > SIGRTMIN && number <= SIGRTMAX)
        return "SIGRTMIN+" + std::to_string(number - SIGRTMIN);
    return "signal " + std::to_string(number);
}

std::optional<int> signalNamed(std::string_view name)
{
    if (name.starts_with("signal "))
        return numberIn(name.substr(7));
    std::string wanted = upper(name);
    if (!wanted.starts_with("SIG"))
        wanted.insert(0, "SIG");
    for (int number = 1; number <= SIGRTMAX; ++number) {
        if (signalName(number) == wanted)
            return number;
    }
    return std::nullopt;
}

std::string errorName(int number)
{
    if (const char* name = strerrorname_np(number))
        return name;
    return "errno " + std::to_string(number);
}

std::optional<int> errorNamed(std::string_view name)
{
    if (name.starts_with("errno "))
        return numberIn(name.substr(6));
    for (int number = 1; number <= kLastErrno; ++number) {
        const char* known = strerrorname_np(number);
        if (known && name == known)
            return number;
    }
    return std::nullopt;
}

} // namespace ipclab
