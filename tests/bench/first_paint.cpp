// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/commands.h"
#include "tests/bench/figures.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <string_view>

namespace {

using namespace ipclab::bench;

constexpr std::string_view kSays = "first-paint ";

// From before the program's start until its first window was painted, ms.
std::optional<double> firstPaint(const char* program, const char* plugins)
{
    const std::optional<Ran> ran = run({ { program },
        { { "QT_PLUGIN_PATH", plugins }, { "QT_QPA_GENERIC_PLUGINS", "ipclab_first_paint" } },
        true });
    if (!ran)
        return std::nullopt;
    const std::size_t said = ran->errors.find(kSays);
    std::int64_t at = 0;
    if (said == std::string::npos
        || std::from_chars(ran->errors.data() + said + kSays.size(),
               ran->errors.data() + ran->errors.size(), at)
                .ec
            != std::errc())
        return std::nullopt;
    return static_cast<double>(at - ran->startedAt) / 1e6;
}

} // namespace

// first_paint RUNS IPCLAB BARE PLUGINS
int main(int argc, char** argv)
{
    if (argc != 5)
        return 2;
    std::vector<double> ours;
    std::vector<double> bare;
    std::vector<double> ratios;
    const int runs = std::atoi(argv[1]);
    for (int i = 0; i <= runs; ++i) {
        const std::optional<double> our = firstPaint(argv[2], argv[4]);
        const std::optional<double> other = firstPaint(argv[3], argv[4]);
        if (!our || !other) {
            std::fputs(
                our ? "The bare window was not painted.\n" : "IPC Lab was not painted.\n", stderr);
            return 1;
        }
        if (i == 0)
            continue; // the files are read from the disk this once
        ours.push_back(*our);
        bare.push_back(*other);
        ratios.push_back(*our / *other);
    }
    print({ "first paint of a bare Qt Widgets window", "ms", bare, {} });
    print({ "first paint of IPC Lab's window", "ms", ours, {} });
    return print({ "ratio of the two, run by run", "", ratios, 2.5, Figure::Judged::Median }) ? 0
                                                                                              : 1;
}
