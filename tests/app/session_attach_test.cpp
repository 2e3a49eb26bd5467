// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"
#include "ipc-core/world/world_history.h"
#include "tests/capture/running.h"
#include "tests/words.h"

#include <QCoreApplication>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

#include <memory>

using namespace ipclab;
using namespace ipclab::test;

namespace {

// A session that attaches to it, and what it said.
struct Attaching {
    std::unique_ptr<Session> session;
    bool attached = false;
    std::optional<Error> refused;

    explicit Attaching(Pid pid, const std::string& recordTo = {})
    {
        Session::Options options;
        options.oneCpu = false;
        options.attaches = true;
        options.recordTo = recordTo;
        options.header.attached = pid.value;
        session = std::move(*Session::make(std::move(options)));
        QObject::connect(
            session.get(), &Session::attached, session.get(), [this] { attached = true; });
        QObject::connect(session.get(), &Session::attachRefused, session.get(),
            [this](const Error& error) { refused = error; });
        session->attach(pid);
    }
    [[nodiscard]] bool detached(Pid pid) const
    {
        WorldHistory history(session->log());
        while (history.extend(1000)) { }
        const Process* const process = history.live().process(pid);
        return process && process->ending && process->ending->detached;
    }
};

// It was let go, and does what it did.
void goesOn(Running& program)
{
    QTRY_VERIFY(program.state() == 'S');
    program.send("alive\n");
    QVERIFY(program.says("alive\n"));
    program.closeInput();
    QCOMPARE(program.endsWith(), 0); // by itself, as if nobody had come
}

} // namespace

// A run that is not started but attached to: nothing of it ends who was there before.
class SessionAttachTest : public QObject {
    Q_OBJECT

private slots:
    void stopLetsItGoAlive();
    void theEndOfTheSessionLetsItGoAlive();
    void whoIsTracedAlreadyIsRefusedAndNothingIsWritten();
    void whatIsRecordedSaysWhomItWasAttachedTo();
};

void SessionAttachTest::stopLetsItGoAlive()
{
    Running program({ q("/bin/cat") });
    Attaching run(program.pid());
    QTRY_VERIFY(run.attached);
    QVERIFY(run.session->busy());
    run.session->stop();
    QTRY_VERIFY(!run.session->busy());
    QVERIFY(run.detached(program.pid()));
    goesOn(program);
}

void SessionAttachTest::theEndOfTheSessionLetsItGoAlive()
{
    Running program({ q("/bin/cat") });
    Attaching run(program.pid());
    QTRY_VERIFY(run.attached);
    run.session.reset();
    goesOn(program);
}

void SessionAttachTest::whoIsTracedAlreadyIsRefusedAndNothingIsWritten()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(q("run.jsonl"));
    Running program({ q("/bin/cat") });
    Attaching first(program.pid());
    QTRY_VERIFY(first.attached);
    Attaching second(program.pid(), file.toStdString());
    QTRY_VERIFY(second.refused);
    QVERIFY(!second.attached);
    QVERIFY(second.refused->subject.starts_with("traced "));
    QTRY_VERIFY(!second.session->busy());
    second.session.reset();
    QVERIFY(!QFile::exists(file));
    first.session.reset();
    goesOn(program);
}

void SessionAttachTest::whatIsRecordedSaysWhomItWasAttachedTo()
{
    const QTemporaryDir folder;
    const std::string file = folder.filePath(q("run.jsonl")).toStdString();
    Running program({ q("/bin/cat") });
    Attaching run(program.pid(), file);
    QTRY_VERIFY(run.attached);
    run.session->stop();
    QTRY_VERIFY(!run.session->busy());
    QVERIFY(run.session->close());
    const auto saved = readSession(file);
    QVERIFY(saved);
    QCOMPARE(saved->header.attached, program.pid().value);
    QVERIFY(saved->log->size() > 0);
    goesOn(program);
}

int main(int argc, char** argv)
{
    prepareProcess();
    const QCoreApplication app(argc, argv);
    SessionAttachTest tests;
    return QTest::qExec(&tests, argc, argv);
}

#include "session_attach_test.moc"
