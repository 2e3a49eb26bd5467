// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/commands.h"
#include "tests/bench/figures.h"

#include <cstdio>
#include <cstdlib>

namespace {

constexpr double kMostOfLsof = 0.2;

} // namespace

// asking RUNS IPCLAB PID: in the middle of a crowd, why one of it waits. Both in turn, so that what
// else the machine does meets them alike.
int main(int argc, char** argv)
{
    using namespace ipclab::bench;
    if (argc != 4)
        return 2;
    std::vector<double> ours;
    std::vector<double> theirs;
    std::vector<double> ratios;
    for (int i = std::atoi(argv[1]); i > 0; --i) {
        const auto why = run({ { argv[2], "why", argv[3] } });
        const auto lsof = run({ { "lsof", "-E" } });
        if (!why || !lsof) {
            std::fprintf(stderr, "%s could not be run\n", why ? "lsof -E" : "ipclab why");
            return 1;
        }
        ours.push_back(why->milliseconds);
        theirs.push_back(lsof->milliseconds);
        ratios.push_back(why->milliseconds / lsof->milliseconds);
    }
    print({ "ipclab why among 1 000 processes of 20 descriptors", "ms", ours, {} });
    print({ "lsof -E among them", "ms", theirs, {} });
    return print({ "ipclab why over lsof -E", "", ratios, kMostOfLsof, Figure::Judged::Median })
        ? 0
        : 1;
}
