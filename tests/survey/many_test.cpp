// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survey/looked.h"

#include "ipc-core/capture/channel_table.h"

#include <QtTest>

#include <fcntl.h>
#include <sys/epoll.h>
#include <unistd.h>

#include <ctime>
#include <set>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr int kMany = 5000;

// Of a processor, so that it does not matter what else the machine does.
double secondsSpent()
{
    timespec spent {};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &spent);
    return static_cast<double>(spent.tv_sec) + static_cast<double>(spent.tv_nsec) / 1e9;
}

} // namespace

// The kernel gives some files no number: to tell thousands of them apart takes about as long for
// each as to tell a few.
class ManyTest : public QObject {
    Q_OBJECT

private slots:
    void filesWithoutANumberAreToldApart();
    void whatTookAPlaceIsNotTakenForWhatHadIt();
    void aProcessOfTenThousandDescriptorsIsSoonSeenThrough();
};

void ManyTest::filesWithoutANumberAreToldApart()
{
    constexpr int kSome = 100;
    EventLog log;
    Recorder recorder(log);
    ChannelTable channels(recorder, {});
    const Pid self { getpid() };
    std::vector<UniqueFd> all;
    std::set<ChannelId> told;
    for (int i = 0; i < kSome; ++i) {
        all.emplace_back(epoll_create1(EPOLL_CLOEXEC));
        const auto one = channels.identify(self, all.back().get(), false);
        all.emplace_back(dup(all.back().get()));
        const auto twin = channels.identify(self, all.back().get(), false);
        QVERIFY(one && twin);
        QCOMPARE(one->channel, twin->channel);
        told.insert(one->channel);
    }
    QCOMPARE(told.size(), std::size_t { kSome });
    for (const UniqueFd& fd : all)
        QVERIFY(told.contains(channels.identify(self, fd.get(), false)->channel));
}

void ManyTest::whatTookAPlaceIsNotTakenForWhatHadIt()
{
    EventLog log;
    Recorder recorder(log);
    ChannelTable channels(recorder, {});
    const Pid self { getpid() };
    const UniqueFd other(epoll_create1(EPOLL_CLOEXEC));
    UniqueFd fd(epoll_create1(EPOLL_CLOEXEC));
    const auto first = channels.identify(self, fd.get(), false);
    channels.closed(self, fd.get());
    QCOMPARE(dup3(other.get(), fd.get(), O_CLOEXEC), fd.get());
    const auto second = channels.identify(self, fd.get(), false);
    QVERIFY(first && second && first->channel != second->channel);
    QCOMPARE(channels.identify(self, other.get(), false)->channel, second->channel);
}

void ManyTest::aProcessOfTenThousandDescriptorsIsSoonSeenThrough()
{
    Bystander nameless(tracee(QStringLiteral("nameless")), { QString::number(kMany) });
    const int count = nameless.line().toInt();
    if (count < kMany / 2)
        QSKIP("a process may not have so many descriptors here");
    const double before = secondsSpent();
    const Looked looked = nameless.waiting();
    const double spent = secondsSpent() - before;
    QVERIFY(!looked.error);
    const auto isOf = [&](ChannelKind kind) {
        return std::ranges::count_if(
            looked.world.channels, [&](const auto& one) { return one.second.kind == kind; });
    };
    QCOMPARE(isOf(ChannelKind::Eventfd), count);
    QCOMPARE(
        isOf(ChannelKind::Epoll) + isOf(ChannelKind::Timerfd) + isOf(ChannelKind::Signalfd), count);
    QVERIFY2(spent < 10, qPrintable(QString::number(spent)));
}

QTEST_GUILESS_MAIN(ManyTest)
#include "many_test.moc"
