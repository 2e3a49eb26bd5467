// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/watched.h"

#include <QTemporaryDir>

#include <set>

using namespace ipclab;
using namespace ipclab::test;

namespace {

std::optional<DescriptorOpened> opened(const EventLog& log, Pid by, int fd, Call call)
{
    for (const auto& one : all<DescriptorOpened>(log, by)) {
        if (one.body->fd == fd && one.body->call == call)
            return *one.body;
    }
    return std::nullopt;
}

std::multiset<int> closed(const EventLog& log, Pid by, EventIndex from, EventIndex to)
{
    std::multiset<int> fds;
    for (const auto& one : all<DescriptorClosed>(log, by)) {
        if (one.index >= from && one.index < to)
            fds.insert(one.body->fd);
    }
    return fds;
}

} // namespace

class DescriptorsTest : public QObject {
    Q_OBJECT

private slots:
    void aPipeHasAReadEndAndAWriteEnd();
    void duplicatesAreOfTheSameEnd();
    void aDuplicateOverAnOpenDescriptorClosesThatOne();
    void execClosesWhatIsMarked();
    void aRangeIsClosedAtOnce();
    void aRangeThatIsOnlyMarkedStaysOpen();
    void aRangeThatIsClosedInATableOfItsOwnStaysOpenInTheOthers();
    void openOfAFifoWaitsForTheOtherSide();
    void aDescriptorThatTheShellRedirectsIsFollowed();
};

void DescriptorsTest::aPipeHasAReadEndAndAWriteEnd()
{
    Watched run({ tracee("descriptors"), "none" });
    QVERIFY(run.ends());
    const auto reads
        = opened(run.log(), run.pid(), 3, Call::Pipe2)
              .value_or(opened(run.log(), run.pid(), 3, Call::Pipe).value_or(DescriptorOpened {}));
    QCOMPARE(reads.access, Access::Read);
    QCOMPARE(reads.end, End::First);
    for (const auto& one : all<DescriptorOpened>(run.log(), run.pid())) {
        if (one.body->fd != 4 || one.body->channel != reads.channel)
            continue;
        QCOMPARE(one.body->access, Access::Write);
        QCOMPARE(one.body->end, End::Second);
        return;
    }
    QFAIL("the write end was not seen");
}

void DescriptorsTest::duplicatesAreOfTheSameEnd()
{
    Watched run({ tracee("descriptors"), "duplicates" });
    QVERIFY(run.ends());
    struct Expected {
        int fd;
        Call call;
        int from;
        Access access;
    };
    for (const Expected& one :
        { Expected { 5, Call::Dup, 3, Access::Read }, Expected { 10, Call::Dup2, 4, Access::Write },
            Expected { 11, Call::Dup3, 4, Access::Write },
            Expected { 12, Call::Fcntl, 4, Access::Write } }) {
        const auto copy = opened(run.log(), run.pid(), one.fd, one.call);
        QVERIFY2(copy, std::string(name(one.call)).c_str());
        QCOMPARE(copy->from, std::optional(one.from));
        QCOMPARE(copy->access, one.access);
    }
}

void DescriptorsTest::aDuplicateOverAnOpenDescriptorClosesThatOne()
{
    Watched run({ tracee("descriptors"), "over" });
    QVERIFY(run.ends());
    const auto over = all<DescriptorOpened>(run.log(), run.pid());
    const auto last = std::ranges::find_if(
        over, [](const auto& one) { return one.body->call == Call::Dup2 && one.body->fd == 4; });
    QVERIFY(last != over.end());
    QCOMPARE(closed(run.log(), run.pid(), 0, last->index).count(4), 1U);
}

void DescriptorsTest::execClosesWhatIsMarked()
{
    Watched run({ tracee("descriptors"), "exec" });
    QVERIFY(run.ends());
    const EventIndex from = all<DescriptorOpened>(run.log(), run.pid()).front().index;
    const EventIndex executed = all<ProgramExecuted>(run.log(), run.pid()).back().index;
    const std::multiset<int> gone = closed(run.log(), run.pid(), from, executed);
    QVERIFY(gone.contains(3));
    QVERIFY(gone.contains(11));
    QCOMPARE(gone.count(4), 0U); // it is still open in the new program
}

void DescriptorsTest::aRangeIsClosedAtOnce()
{
    Watched run({ tracee("descriptors"), "range" });
    QVERIFY(run.ends());
    const auto copy = opened(run.log(), run.pid(), 20, Call::Dup2);
    QVERIFY(copy);
    QVERIFY(run.sees([](const World&) { return true; }));
    const auto closes = all<DescriptorClosed>(run.log(), run.pid());
    std::vector<int> order;
    for (const auto& one : closes)
        order.push_back(one.body->fd);
    const auto four = std::ranges::find(order, 4) - order.begin();
    const auto ten = std::ranges::find(order, 10) - order.begin();
    const auto twenty = std::ranges::find(order, 20) - order.begin();
    QCOMPARE(ten, four + 1);
    QVERIFY(twenty > ten); // only at the end of the program
}

void DescriptorsTest::aRangeThatIsOnlyMarkedStaysOpen()
{
    Watched run({ tracee("descriptors"), "mark" });
    QVERIFY(run.ends());
    const auto closes = all<DescriptorClosed>(run.log(), run.pid());
    const auto writes = all<BytesWritten>(run.log(), run.pid());
    QCOMPARE(writes.size(), 1U);
    for (const auto& one : closes)
        QVERIFY(one.body->fd != 4 || one.index > writes.front().index);
}

void DescriptorsTest::aRangeThatIsClosedInATableOfItsOwnStaysOpenInTheOthers()
{
    Watched run({ tracee("descriptors"), "own-table" });
    QVERIFY(run.ends());
    const auto written = all<BytesWritten>(run.log(), run.pid());
    QVERIFY(!written.empty());
    const Pid child = run.children().front();
    const EventIndex forked = all<ProcessStarted>(run.log(), child).front().index;
    QVERIFY(closed(run.log(), run.pid(), forked, written.back().index).empty());
    const auto ended = all<ProcessExited>(run.log(), child);
    const auto left = closed(run.log(), child, forked, ended.front().index);
    QVERIFY(left.contains(3) && left.contains(4));
}

void DescriptorsTest::openOfAFifoWaitsForTheOtherSide()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("fifo")).toStdString();
    Watched run({ tracee("fifo"), path });
    const auto waits = [](const World& world) {
        for (const auto& [pid, process] : world.processes) {
            for (const auto& [tid, thread] : process.threads) {
                if (thread.call && thread.call->call == Call::Openat)
                    return true;
            }
        }
        return false;
    };
    QVERIFY(run.sees(waits));
    QVERIFY(run.sees([&](const World& world) { return !waits(world); }));
    QVERIFY(run.ends());
    const Channel* fifo = nullptr;
    for (const auto& [id, channel] : run.world().channels) {
        if (channel.kind == ChannelKind::Fifo)
            fifo = &channel;
    }
    QVERIFY(fifo);
    QCOMPARE(fifo->name, path);
    QCOMPARE(bytesRead(run.log(), fifo->id, run.pid()), std::string("through"));
    QCOMPARE(bytesWritten(run.log(), fifo->id, run.children().front()), std::string("through"));
}

void DescriptorsTest::aDescriptorThatTheShellRedirectsIsFollowed()
{
    const QTemporaryDir folder;
    const std::string path = folder.filePath(QStringLiteral("file")).toStdString();
    Watched run({ "/bin/sh", "-c", "exec 7>" + path + "; echo through >&7" });
    QVERIFY(run.ends());
    const Channel* file = nullptr;
    for (const auto& [id, channel] : run.world().channels) {
        if (channel.name == path)
            file = &channel;
    }
    QVERIFY(file);
    QCOMPARE(bytesWritten(run.log(), file->id), std::string("through\n"));
}

CAPTURE_TEST_MAIN(DescriptorsTest)
#include "descriptors_test.moc"
