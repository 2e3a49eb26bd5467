// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <signal.h>
#include <unistd.h>

#include <QTemporaryDir>
#include <QtTest>

#include "ipc-core/endpoint/endpoints.h"
#include "tests/core/endpoint/child.h"
#include "tests/core/endpoint/heard.h"

using namespace ipclab;
using test::Child;
using test::Heard;

// A child that writes to a file, and a lab that follows it.
class FileTailTest : public QObject {
    Q_OBJECT

private slots:
    void initTestCase() { ::signal(SIGPIPE, SIG_IGN); }
    void aFileThatGrowsIsFollowed();
    void aFileThatIsCutIsReadAnew();

private:
    std::unique_ptr<Endpoints> make(Wiring in, Wiring out)
    {
        auto made = Endpoints::make({ in, out, Wiring::Null }, m_folder.path().toStdString());
        return made ? std::move(*made) : nullptr;
    }

    QTemporaryDir m_folder;
};

void FileTailTest::aFileThatGrowsIsFollowed()
{
    const auto endpoints = make(Wiring::Pipe, Wiring::File);
    Heard heard(*endpoints);
    Child child(*endpoints, { "/bin/cat" });
    endpoints->send("one ");
    QTRY_COMPARE(heard.bytes[1], QByteArray("one "));
    endpoints->setReading(false);
    endpoints->send("two ");
    endpoints->closeWriteSide();
    QTRY_VERIFY(child.hasExited());
    QCOMPARE(heard.bytes[1], QByteArray("one "));
    endpoints->setReading(true);
    QTRY_COMPARE(heard.bytes[1], QByteArray("one two "));
}

void FileTailTest::aFileThatIsCutIsReadAnew()
{
    const auto endpoints = make(Wiring::Pipe, Wiring::File);
    Heard heard(*endpoints);
    Child child(*endpoints, [] {
        char go = 0;
        const bool written = ::write(STDOUT_FILENO, "a long line ", 12) == 12
            && ::read(STDIN_FILENO, &go, 1) == 1 && ::ftruncate(STDOUT_FILENO, 0) == 0
            && ::pwrite(STDOUT_FILENO, "anew", 4, 0) == 4;
        return written ? 0 : 1;
    });
    QTRY_COMPARE(heard.bytes[1], QByteArray("a long line "));
    endpoints->send("x");
    QTRY_COMPARE(heard.bytes[1], QByteArray("a long line anew"));
}

QTEST_GUILESS_MAIN(FileTailTest)
#include "file_tail_test.moc"
