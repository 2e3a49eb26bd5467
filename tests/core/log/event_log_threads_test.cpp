// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/event_log.h"

#include <QtTest>

#include <array>
#include <atomic>
#include <string>
#include <thread>
#include <vector>

using namespace ipclab;

namespace {

constexpr EventIndex kEvents = 200'000;

// Everything in the event follows from its index, so that a reader can tell a whole one.
void append(EventLog& log, EventIndex index)
{
    const auto number = static_cast<int>(index);
    const Event common { static_cast<Nanoseconds>(index), Pid { number }, Tid { -number }, {} };
    Event event = common;
    const std::string text = "event " + std::to_string(index);
    const std::array fds { number, number + 1, number + 2 };
    if (index % 3 == 0) {
        BytesWritten body;
        body.count = index;
        body.bytes = { text };
        event.body = body;
        log.append(event);
    } else if (index % 3 == 1) {
        CallEntered body;
        body.fds = fds;
        event.body = body;
        log.append(event);
    } else {
        event.body = ProgramExecuted { text, { text } };
        log.append(event);
    }
}

bool isWhole(const Event& event, EventIndex index)
{
    const auto number = static_cast<int>(index);
    const std::string text = "event " + std::to_string(index);
    if (event.at != static_cast<Nanoseconds>(index) || event.pid != Pid { number }
        || event.tid != Tid { -number })
        return false;
    if (index % 3 == 0) {
        const auto* const body = std::get_if<BytesWritten>(&event.body);
        return body && body->count == index && body->bytes.kept == text && body->cut == 0;
    }
    if (index % 3 == 1) {
        const auto* const body = std::get_if<CallEntered>(&event.body);
        return body && body->fds.size() == 3 && body->fds[0] == number
            && body->fds[2] == number + 2;
    }
    const auto* const body = std::get_if<ProgramExecuted>(&event.body);
    return body && body->path == text && body->argv.joined == text;
}

} // namespace

// One writes, others read without a lock. Meant for ThreadSanitizer, too.
class EventLogThreadsTest : public QObject {
    Q_OBJECT

private slots:
    void readersSeeOnlyWholeEventsWhileOneAppends();
    void whatWasDroppedIsReadWhileItGrows();
};

void EventLogThreadsTest::readersSeeOnlyWholeEventsWhileOneAppends()
{
    EventLog log;
    std::atomic<EventIndex> torn = 0;
    std::atomic<int> looks = 0;
    const auto read = [&] {
        for (EventIndex seen = 0; seen < kEvents;) {
            const LogView view(log);
            for (; seen < view.size(); ++seen) {
                if (!isWhole(view[seen], seen))
                    ++torn;
            }
            ++looks;
        }
    };
    std::jthread one(read);
    std::jthread other(read);
    for (EventIndex i = 0; i < kEvents; ++i)
        append(log, i);
    one.join();
    other.join();
    QCOMPARE(torn.load(), EventIndex { 0 });
    QCOMPARE(log.size(), kEvents);
    QVERIFY(looks.load() >= 2);
}

void EventLogThreadsTest::whatWasDroppedIsReadWhileItGrows()
{
    EventLog::Limits limits;
    limits.events = 0;
    EventLog log(limits);
    std::jthread reader([&] {
        std::uint64_t before = 0;
        while (before < 10'000) {
            const std::uint64_t now = log.dropped().events;
            QVERIFY(now >= before);
            before = now;
        }
    });
    for (int i = 0; i < 10'000; ++i)
        log.append({ 0, Pid { 1 }, Tid { 1 }, BytesRead {} });
    reader.join();
    QCOMPARE(log.size(), EventIndex { 0 });
}

QTEST_GUILESS_MAIN(EventLogThreadsTest)
#include "event_log_threads_test.moc"
