// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// random_programs COUNT [SEED]: verdicts on so many random programs that really run, against a
// model that tries every order. Prints how many were missed and how many were false: none may be.
#include "ipc-core/capture/capture.h"
#include "tests/bench/figures.h"
#include "tests/capture/scripts/script_model.h"
#include "tests/capture/scripts/script_run.h"

#include <fmt/format.h>

#include <cstdlib>
#include <map>

using namespace ipclab;
using namespace ipclab::test;

namespace {

bool printCount(const char* what, int count, bool mustBeNone)
{
    return bench::print({ what, "", { static_cast<double>(count) },
        mustBeNone ? std::optional(0.0) : std::nullopt, bench::Figure::Judged::Median });
}

} // namespace

int main(int argc, char** argv)
{
    prepareProcess();
    const int wanted = argc > 1 ? std::atoi(argv[1]) : 2000;
    const unsigned seed = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 1;
    std::mt19937 random(seed);
    std::map<Judgement, int> count;
    for (int i = 0; i < wanted;) {
        const Script script = randomScript(random);
        const auto ends = endsOf(script);
        if (!ends) // too many ways to try them all
            continue;
        ++i;
        const Judged judged = judge(script, *ends);
        ++count[judged.judgement];
        if (!judged.why.empty())
            fmt::print(stderr, "{}: {}\n", textOf(script), judged.why);
    }
    bench::printNote(fmt::format("{} random programs, seed {}", wanted, seed));
    printCount("programs that ended", count[Judgement::Ended], false);
    printCount("deadlocks found", count[Judgement::Found], false);
    const bool none = printCount("deadlocks missed", count[Judgement::Missed], true);
    const bool right = printCount("verdicts that were false", count[Judgement::False], true);
    const bool possible
        = printCount("ends that the model does not know", count[Judgement::Impossible], true);
    return none && right && possible ? 0 : 1;
}
