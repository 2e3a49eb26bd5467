// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/views/support/bench.h"
#include "views/calls/calls_model.h"
#include "views/calls/calls_panel.h"
#include "views/calls/calls_table.h"

#include <QLineEdit>

#include <cerrno>
#include <csignal>

namespace ipclab::test {

constexpr std::string_view kReader { "reader\0", 7 };
constexpr std::string_view kWriter { "writer\0", 7 };

// Calls that last.
struct CallsBench : Bench {
    void entered(
        Nanoseconds at, int pid, Call call, int fd, unsigned channel, std::uint64_t requested = 0)
    {
        CallEntered body;
        body.call = call;
        body.fd = fd;
        body.channel = ChannelId { channel };
        body.requested = requested;
        add(at, pid, body);
    }
    void returned(Nanoseconds at, int pid, Call call, int error)
    {
        CallReturned body;
        body.call = call;
        body.error = { error };
        if (error == 0)
            body.result = 0;
        add(at, pid, body);
    }
};

// A reader, 10, that waits four seconds for what a writer, 11, writes; ends at 5 s.
struct Waited : CallsBench {
    Waited()
    {
        process(0, 10, 0, "/bin/reader", kReader); // events 0, 1
        pipe(0, 1, 10, 3, 10, 4); // 2, 3, 4
        process(kMillisecond, 11, 10, "/bin/writer", kWriter); // 5, 6
        entered(kSecond, 10, Call::Read, 3, 1, 8192); // 7
        written(5 * kSecond - kMillisecond, 11, 4, 1, "hello\n"); // 8
        read(5 * kSecond, 10, 3, 1, "hello\n"); // 9
    }
    // At 6 s the writer dies of it.
    void breakThePipe()
    {
        entered(6 * kSecond, 11, Call::Write, 4, 1, 3);
        returned(6 * kSecond, 11, Call::Write, EPIPE);
        add(6 * kSecond, 11, SignalDelivered { { SIGPIPE }, SignalAction::Default });
        add(6 * kSecond, 11, ProcessExited { {}, { SIGPIPE }, false });
    }
    void flood(int pairs, Nanoseconds start)
    {
        for (int i = 0; i < pairs; ++i) {
            written(start + 2 * i * 10'000, 11, 4, 1, "0123456789abcdef\n");
            read(start + (2 * i + 1) * 10'000, 10, 3, 1, "0123456789abcdef\n");
        }
    }
};

// All that has been told, on the screen.
struct ShownCalls {
    explicit ShownCalls(Bench& bench)
        : panel((bench.takeAll(), bench.context()))
        , table(panel.findChild<CallsTable*>())
    {
        rendered(panel, bench.look, { 700, 400 }, {});
    }

    CallsPanel panel;
    CallsTable* table;
};

inline void search(CallsPanel& panel, const QString& text)
{
    panel.findChild<QLineEdit*>()->setText(text);
    while (panel.model().follow()) { }
}

} // namespace ipclab::test
