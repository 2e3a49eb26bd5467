// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/unique_fd.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/capture/tracer.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace ipclab {

// The capture thread and the one queue that leads to it. Sleeps in poll(2) until a child has
// something to tell, somebody asks, or it is time to look.
class Capture::Thread {
public:
    Thread(EventLog& log, CaptureOptions options, Analyst analyst);
    ~Thread();

    using Request = std::function<void(Tracer&)>;
    void ask(Request request); // any thread; done in order

    [[nodiscard]] unsigned living() const { return m_living; }
    [[nodiscard]] bool atRest() const { return m_open == 0 && m_living == 0; }
    [[nodiscard]] bool restsWithin(std::chrono::milliseconds atMost) const;
    [[nodiscard]] std::optional<Error> endedBecause() const;

private:
    void run(EventLog& log, const CaptureOptions& options, Analyst analyst);
    void answer(Tracer& tracer);
    void publish(const Tracer& tracer);
    void tellIfAtRest();
    void sleep(const UniqueFd& signals, std::optional<int> atMost) const; // milliseconds

    UniqueFd m_wake; // eventfd(2)
    mutable std::mutex m_mutex; // guards m_requests and m_endedBecause
    mutable std::condition_variable m_rested;
    std::vector<Request> m_requests;
    std::optional<Error> m_endedBecause;
    std::atomic<unsigned> m_open = 0; // requests asked and not done
    std::atomic<unsigned> m_living = 0;
    std::atomic<bool> m_quit = false;
    std::thread m_thread; // last: it uses all above
};

} // namespace ipclab
