// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>

#include <cstdint>
#include <vector>

namespace ipclab::bench {

// An application that knows how long its thread was busy at a stretch: from the first event of a
// turn of its loop until it sleeps or has looked for new input. In between nothing that a person
// does is seen to. GUI thread; needs the event dispatcher without GLib (QT_NO_GLIB=1), which alone
// says when it does so.
class LoopWatch : public QApplication {
public:
    struct Stretch {
        std::int64_t from = 0; // CLOCK_MONOTONIC, ns
        std::int64_t to = 0;
        std::int64_t processor = 0; // time the thread had a processor in between, ns
    };

    LoopWatch(int& argc, char** argv);

    bool notify(QObject* receiver, QEvent* event) override;
    void forget() { m_stretches.clear(); }
    [[nodiscard]] const std::vector<Stretch>& stretches() const { return m_stretches; }

    // For each 1/60 s between the two moments the longest stretch that touches it, ms: of the
    // clock, or of the processor alone, which leaves out what others on this machine do.
    [[nodiscard]] std::vector<double> longestPerFrame(
        std::int64_t from, std::int64_t to, bool processorOnly) const;

private:
    void endStretch();

    std::vector<Stretch> m_stretches;
    Stretch m_current;
    std::int64_t m_processorBefore = 0;
    bool m_busy = false;
};

} // namespace ipclab::bench
