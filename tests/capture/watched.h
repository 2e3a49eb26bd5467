// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/capture.h"
#include "ipc-core/events/event.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/world/world.h"

#include <QCoreApplication>
#include <QtTest>

#include <atomic>
#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ipclab::test {

// The path of one of tests/tracees.
std::string tracee(const std::string& name);

// One event of a kind that was looked for: where it stands, whose it is, what it says.
template <typename Body> struct Found {
    EventIndex index = 0;
    const Event* event = nullptr;
    const Body* body = nullptr;
};

template <typename Body> std::vector<Found<Body>> all(const EventLog& log, Pid of = {})
{
    std::vector<Found<Body>> found;
    for (EventIndex i = 0; i < log.size(); ++i) {
        const Body* const body = std::get_if<Body>(&log[i].body);
        if (body && (!of || log[i].pid == of))
            found.push_back({ i, &log[i], body });
    }
    return found;
}

// One program that is run and watched, with the verdicts that the program itself uses. Its stdin
// is empty, its stdout goes nowhere, unless the launch says otherwise. The destructor ends it.
class Watched {
public:
    explicit Watched(std::vector<std::string> argv);
    // What is asked for `before` is so when the program begins.
    Watched(LaunchSpec spec, CaptureOptions options, EventLog::Limits limits = {},
        const std::function<void(Capture&)>& before = {});

    // One that runs already, and goes on when this ends.
    Watched(Pid running, CaptureOptions options);

    bool ends(int patience = 60'000); // ms; nobody lives any more
    // Waits until the World says so; also looks at every moment in between.
    bool sees(const std::function<bool(const World&)>& fact, int patience = 30'000);

    [[nodiscard]] const EventLog& log() const { return m_log; }
    [[nodiscard]] Capture& capture() { return *m_capture; }
    const World& world(); // of all there is by now
    [[nodiscard]] Pid pid() const { return Pid { m_pid }; }
    [[nodiscard]] std::optional<Error> error(); // of the launch
    std::vector<Pid> children(); // of it and of its descendants, oldest first
    bool sawFinding(FindingKind kind); // at any moment
    void drop() { m_capture.reset(); } // as the destructor does

private:
    bool fold(const std::function<bool(const World&)>& fact);

    EventLog m_log;
    World m_world;
    std::atomic<std::int32_t> m_pid = 0;
    std::optional<Error> m_error;
    std::atomic<bool> m_launched = false;
    std::unique_ptr<Capture> m_capture; // last: its thread uses what is above
};

// Everything the process `by` wrote into or read from the channel, in order.
std::string bytesWritten(const EventLog& log, ChannelId channel, Pid by = {});
std::string bytesRead(const EventLog& log, ChannelId channel, Pid by = {});
// Is there a process with that number that has not ended?
bool lives(Pid pid);
LaunchSpec specOf(std::vector<std::string> argv);

} // namespace ipclab::test

// Signals and children must be seen to before there is any thread.
#define CAPTURE_TEST_MAIN(Class)                                                                   \
    int main(int argc, char** argv)                                                                \
    {                                                                                              \
        ipclab::prepareProcess();                                                                  \
        const QCoreApplication app(argc, argv);                                                    \
        Class tests;                                                                               \
        return QTest::qExec(&tests, argc, argv);                                                   \
    }
