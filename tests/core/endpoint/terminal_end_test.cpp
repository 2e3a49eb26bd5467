// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>

#include <QtTest>

#include "ipc-core/endpoint/endpoints.h"
#include "tests/core/endpoint/child.h"
#include "tests/core/endpoint/heard.h"

using namespace ipclab;
using test::Child;
using test::Heard;

// A child on a pseudo-terminal.
class TerminalEndTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase();
    void init() { m_descriptors = test::openDescriptors(); }
    void cleanup() { QCOMPARE(test::openDescriptors(), m_descriptors); }

    void aTerminalEchoesAndControlDEndsCat();
    void controlDEndsCatInTheMiddleOfALine();
    void aTerminalIsOneForAllThreeAndHasASize();
    void aTerminalHangsUpItsChildWhenClosed();

private:
    static std::unique_ptr<Endpoints> make(const StdioPlan& plan)
    {
        auto made = Endpoints::make(plan, "/nowhere"); // nothing here needs a folder
        return made ? std::move(*made) : nullptr;
    }

    int m_descriptors = 0;
};

void TerminalEndTest::initTestCase()
{
    ::signal(SIGPIPE, SIG_IGN);
    QCoreApplication::processEvents(); // the event loop opens descriptors of its own, once
}

void TerminalEndTest::aTerminalEchoesAndControlDEndsCat()
{
    const auto endpoints = make({});
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/cat" });
    endpoints->send("hi\n");
    // Once by the terminal, once by cat; the terminal ends a line with \r\n both times.
    QTRY_COMPARE(heard.bytes[1], QByteArray("hi\r\nhi\r\n"));
    endpoints->closeWriteSide();
    QTRY_VERIFY(child.hasExited());
    QCOMPARE(child.code(), 0);
    QTRY_COMPARE(heard.ends, (std::array { 0, 1, 0 }));
}

void TerminalEndTest::controlDEndsCatInTheMiddleOfALine()
{
    const auto endpoints = make({ Wiring::Terminal, Wiring::Pipe, Wiring::Null });
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/cat" });
    endpoints->send("no newline");
    endpoints->closeWriteSide();
    QTRY_VERIFY(child.hasExited());
    QTRY_COMPARE(heard.ends[1], 1);
    QCOMPARE(heard.bytes[1], QByteArray("no newline"));
    QVERIFY(heard.bytes[0].startsWith("no newline")); // the echo
}

void TerminalEndTest::aTerminalIsOneForAllThreeAndHasASize()
{
    const auto endpoints = make({});
    QCOMPARE(endpoints->labEnds().size(), 1U);
    QCOMPARE(endpoints->labEnds()[0].streams, (std::array { true, true, true }));
    QVERIFY(endpoints->labEnds()[0].flow == Flow::Both);
    QVERIFY(endpoints->terminalStream().has_value());
    Heard heard(*endpoints);
    Child child(*endpoints,
        { "/bin/sh", "-c", "test -t 0 && test -t 1 && test -t 2 && stty size && : > /dev/tty" });
    QTRY_VERIFY(child.hasExited());
    QCOMPARE(child.code(), 0);
    QTRY_COMPARE(heard.bytes[1], QByteArray("24 80\r\n"));
}

void TerminalEndTest::aTerminalHangsUpItsChildWhenClosed()
{
    const auto endpoints = make({});
    Child child(*endpoints, { "/bin/cat" });
    endpoints->closeAll();
    QTRY_VERIFY(child.hasExited());
    QVERIFY(endpoints->labEnds()[0].descriptor == -1);
    QCOMPARE(endpoints->send("gone"), 0);
}

QTEST_GUILESS_MAIN(TerminalEndTest)
#include "terminal_end_test.moc"
