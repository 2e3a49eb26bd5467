// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/commands.h"
#include "tests/bench/figures.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace ipclab::bench;

using Words = std::vector<std::string>;

struct Compared {
    std::string what;
    Words command;
};

Words joined(Words words, const Words& more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

// All three in turn, so that what else the machine does meets them alike.
bool compare(const Compared& one, const std::string& ipclab, int runs)
{
    const Words watch { ipclab, "watch", "--" };
    const Words strace { "strace", "-f", "--seccomp-bpf", "-e", "trace=read,write", "-o",
        "/dev/null" };
    std::vector<double> alone;
    std::vector<double> watched;
    std::vector<double> ratios;
    for (int i = 0; i < runs; ++i) {
        const auto bare = run({ one.command });
        const auto ours = run({ joined(watch, one.command) });
        const auto theirs = run({ joined(strace, one.command) });
        if (!bare || !ours || !theirs) {
            std::fprintf(stderr, "%s: it could not be run %s\n", one.what.c_str(),
                !bare       ? "alone"
                    : !ours ? "under ipclab watch"
                            : "under strace");
            return false;
        }
        alone.push_back(bare->milliseconds);
        watched.push_back(ours->milliseconds);
        ratios.push_back(ours->milliseconds / theirs->milliseconds);
    }
    print({ one.what + ": alone", "ms", alone, {} });
    print({ one.what + ": ipclab watch", "ms", watched, {} });
    return print({ one.what + ": ipclab watch over strace", "", ratios, {} });
}

} // namespace

// watching RUNS IPCLAB PING_PONG
int main(int argc, char** argv)
{
    if (argc != 4)
        return 2;
    const int runs = std::atoi(argv[1]);
    bool measured
        = compare({ "dd in 30 000 blocks to cat",
                      { "sh", "-c", "dd if=/dev/zero bs=4k count=30000 | cat >/dev/null" } },
            argv[2], runs);
    measured = compare({ "20 000 round trips by two pipes", { argv[3], "20000" } }, argv[2], runs)
        && measured;
    return measured ? 0 : 1;
}
