// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/commands.h"
#include "tests/bench/figures.h"
#include "tests/bench/scratch.h"

#include <cstdio>
#include <cstdlib>

namespace {

using namespace ipclab::bench;

using Words = std::vector<std::string>;

struct Compared {
    std::string what;
    Words command;
    Words watch; // how we are asked to watch it
    std::string calls; // that strace is asked to trace, by a filter; empty: every call, without
    double overStrace; // at most
    int times = 1; // as many runs: what is short is more at the mercy of chance
};

// What we trace of a program that starts: the calls of our own filter that one meets.
constexpr auto kOurCalls
    = "read,write,readv,writev,pread64,open,openat,close,dup,dup2,fcntl,pipe2,socket,connect,poll,"
      "select,pselect6,futex,wait4,rt_sigaction,rt_sigprocmask,kill,readlink,execve";

Words joined(Words words, const Words& more)
{
    words.insert(words.end(), more.begin(), more.end());
    return words;
}

Words straceOf(const std::string& calls)
{
    if (calls.empty())
        return { "strace", "-f", "-o", "/dev/null" };
    return { "strace", "-f", "--seccomp-bpf", "-e", "trace=" + calls, "-o", "/dev/null" };
}

// All three in turn, so that what else the machine does meets them alike.
bool compare(const Compared& one, int runs)
{
    const Words strace = straceOf(one.calls);
    std::vector<double> alone;
    std::vector<double> watched;
    std::vector<double> ratios;
    for (int i = 0; i < runs * one.times; ++i) {
        const auto bare = run({ one.command });
        const auto ours = run({ joined(one.watch, one.command) });
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
    return print({ one.what + ": ipclab watch over strace", "", ratios, one.overStrace,
        Figure::Judged::Median });
}

// A program that asks nothing of the kernel: against itself, unwatched. Its own time, without ours
// before and after, would need its word for it: so it runs long.
bool compareComputing(const Words& watch, const Words& command, int runs)
{
    std::vector<double> ratios;
    for (int i = 0; i < runs; ++i) {
        const auto bare = run({ command });
        const auto ours = run({ joined(watch, command) });
        if (!bare || !ours)
            return false;
        ratios.push_back(ours->milliseconds / bare->milliseconds);
    }
    return print(
        { "computing: ipclab watch over alone", "", ratios, 1.02, Figure::Judged::Median });
}

} // namespace

// watching RUNS IPCLAB PING_PONG COMPUTE
int main(int argc, char** argv)
{
    if (argc != 5)
        return 2;
    const int runs = std::atoi(argv[1]);
    const Words watch { argv[2], "watch", "--" };
    const Scratch session;
    const Words record { argv[2], "watch", "--record", session.path(), "-o", "/dev/null", "--" };
    const std::vector<Compared> each {
        { "dd in 30 000 blocks to cat",
            { "sh", "-c", "dd if=/dev/zero bs=4k count=30000 | cat >/dev/null" }, watch,
            "read,write", 0.4 },
        { "20 000 round trips by two pipes", { argv[3], "20000" }, watch, "read,write", 0.35 },
        { "the same, recorded to a session file", { argv[3], "20000" }, record, "read,write",
            0.35 },
        { "python3 -c pass", { "python3", "-c", "pass" }, watch, kOurCalls, 0.5, 8 },
        { "python3 -c pass, all calls", { "python3", "-c", "pass" }, watch, "", 0.5, 8 },
    };
    bool good = true;
    for (const Compared& one : each)
        good = compare(one, runs) && good;
    return compareComputing(watch, { argv[4], "3000" }, runs) && good ? 0 : 1;
}
