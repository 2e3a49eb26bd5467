// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/survey/looked.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace ipclab;
using namespace ipclab::test;

namespace {

struct Place {
    Pid pid;
    int fd = -1;
};

// What the tracee said: "PARENT FD CHILD FD".
std::array<Place, 2> placesIn(const QByteArray& line)
{
    const QByteArrayList words = line.split(' ');
    std::array<Place, 2> places;
    for (std::size_t i = 0; i < 2 && words.size() == 4; ++i) {
        const auto at = static_cast<qsizetype>(2 * i);
        places[i] = { Pid { words[at].toInt() }, words[at + 1].toInt() };
    }
    return places;
}

bool holds(const std::vector<Holder>& holders, const Place& place)
{
    return std::ranges::find(holders, Holder { place.pid, place.fd }) != holders.end();
}

} // namespace

class EndsTest : public QObject {
    Q_OBJECT

private slots:
    void theOtherEndIsFoundFromEither_data();
    void theOtherEndIsFoundFromEither();
    void aFullPipeIsSaidToBeFull();
};

void EndsTest::theOtherEndIsFoundFromEither_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<bool>("second");
    QTest::addColumn<int>("channel");
    const std::vector<std::pair<const char*, ChannelKind>> kinds { { "pipe", ChannelKind::Pipe } };
    for (const auto& [kind, channel] : kinds) {
        for (const bool second : { false, true })
            QTest::addRow("%s, from the %s", kind, second ? "second" : "first")
                << QString::fromLatin1(kind) << second << static_cast<int>(channel);
    }
}

void EndsTest::theOtherEndIsFoundFromEither()
{
    QFETCH(QString, kind);
    QFETCH(bool, second);
    QFETCH(int, channel);
    const QTemporaryDir folder;
    Stranger ends(tracee(QStringLiteral("ends")),
        { kind, second ? QStringLiteral("second") : QStringLiteral("first"),
            folder.filePath(QStringLiteral("name")) });
    const auto places = placesIn(ends.line());
    const Place& waiter = places.at(second ? 1 : 0);
    const Place& other = places.at(second ? 0 : 1);
    const Looked looked = ends.waiting(waiter.pid);
    QVERIFY(!looked.error);
    QCOMPARE(looked.first().waits.size(), 1U);
    const Wait& wait = looked.first().waits.front();
    QCOMPARE(wait.fd, std::optional(waiter.fd));
    QVERIFY(looked.channel());
    QCOMPARE(static_cast<int>(looked.channel()->kind), channel);
    const bool forRoom = wait.reason == WaitReason::Room;
    QVERIFY(holds(forRoom ? looked.world.readers(wait.channel, wait.queue)
                          : looked.world.writers(wait.channel, wait.queue),
        other));
    QCOMPARE(looked.first().wakers, std::vector { other.pid });
    QVERIFY(looked.link(other.pid));
    QVERIFY(looked.link(other.pid)->end == ChainEnd::Signal);
    QVERIFY(!looked.chain.stuck);
}

void EndsTest::aFullPipeIsSaidToBeFull()
{
    Stranger ends(
        tracee(QStringLiteral("ends")), { QStringLiteral("pipe"), QStringLiteral("second") });
    const auto places = placesIn(ends.line());
    const Looked looked = ends.waiting(places[1].pid);
    QVERIFY(looked.channel());
    const Queue& queue = looked.channel()->queueAt(End::First);
    QVERIFY(queue.capacity.has_value());
    QCOMPARE(queue.bytes, *queue.capacity);
}

QTEST_GUILESS_MAIN(EndsTest)
#include "ends_test.moc"
