// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/log/session_file.h"
#include "ipc-core/world/world_history.h"
#include "tests/core/support/random_events.h"

#include <QDir>
#include <QtTest>

#include <algorithm>
#include <cstddef>
#include <limits>
#include <map>

using namespace ipclab;

namespace {

constexpr EventIndex kAll = std::numeric_limits<EventIndex>::max();

} // namespace

// Of every session that is kept here: snapshot and apply is replay from the beginning, at every
// index; forward, back, forward is the same.
class SessionReplayTest : public QObject {
    Q_OBJECT

private slots:
    void anyMomentIsThatOfAReplayFromTheBeginning_data() { sessions(); }
    void anyMomentIsThatOfAReplayFromTheBeginning();
    void whatIsWrittenAgainIsReplayedAlike_data() { sessions(); }
    void whatIsWrittenAgainIsReplayedAlike();
    void aRandomSessionToo();

private:
    static void sessions()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(IPCLAB_SESSIONS));
        for (const QFileInfo& file : folder.entryInfoList({ QStringLiteral("*.jsonl") }))
            QTest::newRow(qPrintable(file.baseName())) << file.filePath();
    }
    // What each channel counts of its own ends is what all have in flight, at every moment. `most`:
    // that there were at once.
    static void checkTravelling(const EventLog& log, std::size_t& most)
    {
        World world;
        while (world.applied < log.size()) {
            apply(world, log[world.applied]);
            std::map<ChannelId, std::size_t> travelling;
            for (const auto& [id, carrier] : world.channels) {
                for (const EndInFlight& one : carrier.inFlight)
                    most = std::max(most, ++travelling[one.channel]);
            }
            for (const auto& [id, channel] : world.channels)
                QCOMPARE(channel.travelling, travelling[id]);
        }
    }
    static void check(const EventLog& log)
    {
        WorldHistory history(log);
        QCOMPARE(history.extend(kAll), log.size());
        std::vector<World> folds { {} };
        for (EventIndex i = 0; i < log.size(); ++i) {
            folds.push_back(folds.back());
            apply(folds.back(), log[i]);
        }
        for (EventIndex i = 0; i <= log.size(); ++i)
            QVERIFY2(history.at(i) == folds[i], qPrintable(QString::number(i)));
        for (EventIndex i = log.size(); i > 0; --i)
            QVERIFY2(history.at(i - 1) == folds[i - 1], qPrintable(QString::number(i - 1)));
        for (EventIndex i = 0; i <= log.size(); i += 7)
            QVERIFY2(history.at(i) == folds[i], qPrintable(QString::number(i)));
    }
};

void SessionReplayTest::anyMomentIsThatOfAReplayFromTheBeginning()
{
    QFETCH(QString, path);
    const Result<SavedSession> session = readSession(path.toStdString());
    QVERIFY(session.ok());
    QCOMPARE(session->linesSkipped, std::uint64_t { 0 });
    check(*session->log);
}

void SessionReplayTest::whatIsWrittenAgainIsReplayedAlike()
{
    QFETCH(QString, path);
    const QTemporaryDir folder;
    const std::string copy = folder.filePath(QStringLiteral("copy")).toStdString();
    const Result<SavedSession> session = readSession(path.toStdString());
    QVERIFY(session.ok());
    Result<SessionWriter> writer = SessionWriter::create(copy, session->header);
    QVERIFY(writer.ok() && writer->writeNew(LogView(*session->log)).ok());
    QVERIFY(writer->close(session->dropped).ok());
    const Result<SavedSession> again = readSession(copy);
    QVERIFY(again.ok());
    QCOMPARE(again->header, session->header);
    QCOMPARE(again->log->size(), session->log->size());
    World one;
    World other;
    for (EventIndex i = 0; i < session->log->size(); ++i) {
        apply(one, (*session->log)[i]);
        apply(other, (*again->log)[i]);
        QVERIFY2(one == other, qPrintable(QString::number(i)));
    }
}

void SessionReplayTest::aRandomSessionToo()
{
    std::size_t most = 0;
    for (const unsigned seed : { 31U, 32U, 33U, 34U }) {
        EventLog log;
        test::appendRandom(log, seed, 3000);
        check(log);
        checkTravelling(log, most);
    }
    QVERIFY(most > 0);
}

QTEST_GUILESS_MAIN(SessionReplayTest)
#include "session_replay_test.moc"
