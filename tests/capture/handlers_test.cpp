// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

using namespace ipclab;
using namespace ipclab::test;

// A call that goes on after a signal's handler, signal(7).
class HandlersTest : public QObject {
    Q_OBJECT

private slots:
    void aHandlersCallOnTheSameDescriptorIsItsOwn();
    void ofTwoHandlersTheFirstDecidesWhetherTheCallGoesOn();
};

namespace {

struct Reads {
    std::vector<std::uint64_t> asked;
    std::string bytes;
};

Reads readsOf(const EventLog& log, Pid pid)
{
    Reads reads;
    for (const auto& read : all<BytesRead>(log, pid)) {
        if (read.body->channel != all<BytesWritten>(log).front().body->channel)
            continue;
        reads.asked.push_back(read.body->requested);
        reads.bytes += read.body->bytes.kept;
    }
    return reads;
}

bool saysInterrupted(const EventLog& log, Pid pid)
{
    return std::ranges::any_of(all<CallReturned>(log, pid),
        [](const auto& one) { return one.body->call == Call::Read && one.body->error.value != 0; });
}

} // namespace

void HandlersTest::aHandlersCallOnTheSameDescriptorIsItsOwn()
{
    Watched run({ tracee("handlers"), "same" });
    QVERIFY(run.ends());
    const Reads reads = readsOf(run.log(), run.pid());
    QCOMPARE(reads.bytes, std::string("ab"));
    QCOMPARE(reads.asked, (std::vector<std::uint64_t> { 1, 8 }));
    QVERIFY(!saysInterrupted(run.log(), run.pid()));
}

void HandlersTest::ofTwoHandlersTheFirstDecidesWhetherTheCallGoesOn()
{
    Watched run({ tracee("handlers"), "two" });
    QVERIFY(run.ends());
    QCOMPARE(all<ProcessExited>(run.log(), run.pid()).front().body->code, std::optional(0));
    QCOMPARE(readsOf(run.log(), run.pid()).bytes, std::string("a"));
    QVERIFY(!saysInterrupted(run.log(), run.pid()));
}

CAPTURE_TEST_MAIN(HandlersTest)
#include "handlers_test.moc"
