// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <fstream>

namespace ipclab::bench {

namespace {

std::int64_t clockNow(clockid_t id)
{
    timespec time {};
    clock_gettime(id, &time);
    return std::int64_t { time.tv_sec } * 1'000'000'000 + time.tv_nsec;
}

std::string shown(double value, const std::string& unit)
{
    const double size = std::abs(value);
    const int digits = size >= 100 ? 0 : size >= 10 ? 1 : 2;
    return fmt::format("{:.{}f}{}{}", value, digits, unit.empty() ? "" : " ", unit);
}

} // namespace

double percentile(std::vector<double> values, double share)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const auto rank
        = static_cast<std::size_t>(std::ceil(share * static_cast<double>(values.size())));
    return values[std::clamp<std::size_t>(rank, 1, values.size()) - 1];
}

double median(const std::vector<double>& values)
{
    return percentile(values, 0.5);
}

bool print(const Figure& figure)
{
    const double middle = median(figure.values);
    const double most = percentile(figure.values, 0.95);
    const double judged = figure.judged == Figure::Judged::Median ? middle : most;
    const bool good = !figure.values.empty() && (!figure.atMost || judged <= *figure.atMost);
    std::string verdict;
    if (figure.values.empty())
        verdict = "nothing was measured";
    else if (figure.atMost)
        verdict = fmt::format("{} {} of at most {}",
            good ? "good:" : "MISSED:", figure.judged == Figure::Judged::Median ? "median" : "p95",
            shown(*figure.atMost, figure.unit));
    fmt::print("{:<58} {:>12} {:>12} {:>12}  {}\n", figure.what, shown(middle, figure.unit),
        shown(most, figure.unit), shown(percentile(figure.values, 1), figure.unit), verdict);
    std::fflush(stdout);
    return good;
}

void printNote(const std::string& text)
{
    fmt::print("    {}\n", text);
    std::fflush(stdout);
}

std::int64_t now()
{
    return clockNow(CLOCK_MONOTONIC);
}

std::int64_t threadTime()
{
    return clockNow(CLOCK_THREAD_CPUTIME_ID);
}

std::uint64_t residentBytes()
{
    std::uint64_t total = 0;
    std::uint64_t resident = 0;
    std::ifstream("/proc/self/statm") >> total >> resident;
    return resident * static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
}

} // namespace ipclab::bench
