// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/base/signal_name.h"
#include "ipc-core/events/call.h"
#include "ipc-core/events/words.h"

#include <QtTest>

#include <cerrno>
#include <csignal>

using namespace ipclab;

// Names of signals, errors and calls, there and back.
class NamesTest : public QObject {
    Q_OBJECT

private slots:
    void everySignalIsFoundByItsName();
    void aSignalIsFoundAsPeopleWriteIt();
    void aNumberThatIsNoSignalHasAName();
    void everyErrorIsFoundByItsName();
    void everyCallIsFoundByItsName();
    void whatIsNoNameIsNothing();
};

void NamesTest::everySignalIsFoundByItsName()
{
    for (int signal = 1; signal <= 64; ++signal)
        QCOMPARE(signalNamed(signalName(signal)), std::optional(signal));
    QCOMPARE(signalName(SIGKILL), std::string("SIGKILL"));
    QCOMPARE(signalName(SIGRTMIN), std::string("SIGRTMIN"));
    QCOMPARE(signalName(SIGRTMIN + 2), std::string("SIGRTMIN+2"));
}

void NamesTest::aSignalIsFoundAsPeopleWriteIt()
{
    for (const char* const name : { "SIGTERM", "TERM", "term", "SigTerm" })
        QCOMPARE(signalNamed(name), std::optional(SIGTERM));
}

void NamesTest::aNumberThatIsNoSignalHasAName()
{
    for (const int number : { -5, 0, 32, 99, 100'000 })
        QCOMPARE(signalName(number), "signal " + std::to_string(number));
}

void NamesTest::everyErrorIsFoundByItsName()
{
    for (int number = 1; number < 4096; ++number)
        QCOMPARE(errorNamed(errorName(number)), std::optional(number));
    QCOMPARE(errorName(EPIPE), std::string("EPIPE"));
    QCOMPARE(errorName(9999), std::string("errno 9999"));
}

void NamesTest::everyCallIsFoundByItsName()
{
    for (int call = 0; call < static_cast<int>(Call::Count); ++call)
        QCOMPARE(callNamed(name(static_cast<Call>(call))), std::optional(static_cast<Call>(call)));
    QCOMPARE(name(Call::Read), std::string_view("read"));
    QCOMPARE(name(Call::IoUringSetup), std::string_view("io_uring_setup"));
    QCOMPARE(name(Call::Readlinkat), std::string_view("readlinkat"));
}

void NamesTest::whatIsNoNameIsNothing()
{
    QVERIFY(!signalNamed(""));
    QVERIFY(!signalNamed("SIG"));
    QVERIFY(!signalNamed("signal x"));
    QVERIFY(!signalNamed("SIGTERM "));
    QVERIFY(!signalNamed(std::string(1'000'000, 'x')));
    QVERIFY(!errorNamed("EPIPE "));
    QVERIFY(!errorNamed("zzz"));
    QVERIFY(!errorNamed(""));
    QVERIFY(!errorNamed("errno "));
    QVERIFY(!callNamed("write "));
    QVERIFY(!wordNamed<ChannelKind>(""));
    QVERIFY(!wordNamed<Access>("wr"));
}

QTEST_GUILESS_MAIN(NamesTest)
#include "names_test.moc"
