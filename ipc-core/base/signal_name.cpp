// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/signal_name.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <csignal>
#include <cstring>
#include <utility>
#include <vector>

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

// The numbers from 1 that have names, by these.
class Numbers {
public:
    template <typename NameOf> Numbers(int last, NameOf nameOf)
    {
        for (int number = 1; number <= last; ++number)
            m_byName.emplace_back(nameOf(number), number);
        std::ranges::sort(m_byName); // of two with one name the lower is found
    }

    [[nodiscard]] std::optional<int> of(std::string_view name) const
    {
        const auto found = std::ranges::lower_bound(
            m_byName, name, {}, [](const auto& entry) { return std::string_view(entry.first); });
        if (found == m_byName.end() || found->first != name)
            return std::nullopt;
        return found->second;
    }

private:
    std::vector<std::pair<std::string, int>> m_byName;
};

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
    constexpr std::size_t kLongest = 16;
    if (name.size() > kLongest)
        return std::nullopt;
    static const Numbers kNumbers(SIGRTMAX, [](int number) { return signalName(number); });
    std::string wanted = upper(name);
    if (!wanted.starts_with("SIG"))
        wanted.insert(0, "SIG");
    return kNumbers.of(wanted);
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
    static const Numbers kNumbers(kLastErrno, [](int number) { return errorName(number); });
    return kNumbers.of(name);
}

} // namespace ipclab
