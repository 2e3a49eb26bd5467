// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/capture/watched.h"

#include <utility>

namespace ipclab::test {

inline void holdAll(Capture& capture)
{
    capture.hold();
}

// All of a run are held from its first call on.
class HeldRun : public Watched {
public:
    explicit HeldRun(std::vector<std::string> argv, CaptureOptions options = {})
        : HeldRun(specOf(std::move(argv)), std::move(options))
    {
    }
    HeldRun(LaunchSpec spec, CaptureOptions options)
        : Watched(std::move(spec), std::move(options), {}, holdAll)
    {
        sees([this](const World& now) { return now.process(pid()); });
    }

    // The call that it stands before; waits until it stands.
    std::optional<CallAhead> ahead(Pid of)
    {
        std::optional<CallAhead> found;
        sees([&](const World& now) {
            const Process* const process = now.process(of);
            const Thread* const next = process ? process->nextHeld() : nullptr;
            found = next ? next->ahead : std::nullopt;
            return next && now.applied == log().size();
        });
        return found;
    }
    Pid child(std::size_t index)
    {
        sees([&](const World&) { return children().size() > index; });
        return children().at(index);
    }
    // Lets it make the call that it stands before.
    void step(Pid of)
    {
        QVERIFY(ahead(of));
        const std::size_t before = all<ThreadReleased>(log(), of).size();
        capture().step(of);
        QVERIFY(sees([&](const World&) { return all<ThreadReleased>(log(), of).size() > before; }));
    }
    void stepUntil(Pid of, Call call)
    {
        for (auto next = ahead(of); next && next->call != call; next = ahead(of))
            step(of);
    }
    bool waitsIn(Pid of, Call call)
    {
        return sees([&](const World& now) {
            const Process* const process = now.process(of);
            return process && process->state() == ProcessState::Waiting
                && process->threads.begin()->second.call->call == call;
        });
    }
};

} // namespace ipclab::test
