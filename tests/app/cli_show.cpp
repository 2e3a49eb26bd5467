// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/cli_support.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtTest>

#include <sys/stat.h>

using namespace ipclab::test;

namespace {

constexpr const char* kHeader = "{\"ipclab_session\":1,\"lab\":\"x\",\"learner\":\"Ana\"}\n";

QString recorded()
{
    return QStringLiteral(IPCLAB_SESSIONS "/endless-dialog.jsonl");
}

Ran show(const Place& place, const QStringList& words)
{
    return place.ipclab(QStringList { QStringLiteral("show") } + words);
}

QJsonObject shown(const Place& place, const QStringList& words)
{
    const Ran ran = show(place, words + QStringList { QStringLiteral("--json") });
    if (ran.code != 0 || ran.out.count('\n') != 1)
        qFatal("%d: %s%s", ran.code, ran.out.constData(), ran.err.constData());
    return QJsonDocument::fromJson(ran.out).object();
}

QJsonObject with(const QJsonArray& all, const char* key, const QJsonValue& value)
{
    for (const QJsonValue one : all) {
        if (one[QLatin1String(key)] == value)
            return one.toObject();
    }
    return {};
}

} // namespace

// A recorded run, at a moment of it.
class CliShow : public QObject {
    Q_OBJECT

private slots:
    void atItsEndTheDeadlockIsToldWithItsReason();
    void anEarlierMomentIsThatOfItsTime();
    void anEventIsOneThatHasHappened();
    void jsonHasTheSameFacts();
    void aWaitSaysWhoCouldEndIt();
    void aRealRunIsShownAsItWas();
    void whoHasAChannelOpenIsSaidOnceAndClosedFilesAreNot();
    void whatThePersonDidIsListed();
    void aBookmarkIsReplacedAndTakenBack();
    void damagedLinesAreCounted();
    void whatIsNoSessionIsAnAnswer_data();
    void whatIsNoSessionIsAnAnswer();
    void aFifoIsRefusedAtOnce();
    void aWrongWordIsExplained_data();
    void aWrongWordIsExplained();
    void inSpanishItIsToldInSpanish();
    void aNameDoesNotSteerTheTerminal();
    void processesThatAreTheirOwnAncestorsAreEachShownOnce();
    void showingItRunsNothing();

private:
    [[nodiscard]] QString write(const QByteArray& content) const
    {
        const QString path = m_place.file(QStringLiteral("session.jsonl"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(path));
        return path;
    }
    Place m_place;
};

void CliShow::atItsEndTheDeadlockIsToldWithItsReason()
{
    const Ran ran = show(m_place, { recorded() });
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.err, QByteArray());
    QVERIFY2(ran.out.startsWith("endless-dialog (c)"), ran.out);
    QVERIFY2(ran.out.contains("After 33 of 33 events"), ran.out);
    QVERIFY2(ran.out.contains("\n  parent 4101  waiting · read("), ran.out);
    QVERIFY2(ran.out.contains("\n    child 4102  waiting · read("), ran.out); // its child
    QVERIFY2(ran.out.contains("waits in read("), ran.out);
    QVERIFY2(
        ran.out.contains("written by child 4102 (fd 1) · read by parent 4101 (fd 5)"), ran.out);
    QVERIFY2(ran.out.contains("keeps 9 bytes in its own stdout buffer"), ran.out);
    QVERIFY2(ran.out.contains("!! "), ran.out);
    QVERIFY(!ran.out.contains('\x1b')); // it is no terminal
}

void CliShow::anEarlierMomentIsThatOfItsTime()
{
    const QJsonObject end = shown(m_place, { recorded() });
    QCOMPARE(end[QStringLiteral("moment")], QJsonValue(33));
    QCOMPARE(end[QStringLiteral("findings")].toArray().size(), 2); // and why
    const double late = end[QStringLiteral("end_time")].toDouble();
    const QJsonObject begin
        = shown(m_place, { recorded(), QStringLiteral("--at"), QStringLiteral("0") });
    QVERIFY(begin[QStringLiteral("moment")].toInt() < 33);
    QVERIFY(begin[QStringLiteral("findings")].toArray().isEmpty());
    QCOMPARE(begin[QStringLiteral("end_time")].toDouble(), late);
    const QJsonObject beyond
        = shown(m_place, { recorded(), QStringLiteral("--at"), QString::number(late + 5) });
    QCOMPARE(beyond, end);
}

void CliShow::anEventIsOneThatHasHappened()
{
    const QJsonObject first
        = shown(m_place, { recorded(), QStringLiteral("--at"), QStringLiteral("#0") });
    QCOMPARE(first[QStringLiteral("moment")], QJsonValue(1));
    QCOMPARE(first[QStringLiteral("processes")].toArray().size(), 1);
    const QJsonObject last
        = shown(m_place, { recorded(), QStringLiteral("--at"), QStringLiteral("#32") });
    QCOMPARE(last, shown(m_place, { recorded() }));
    const Ran beyond = show(m_place, { recorded(), QStringLiteral("--at"), QStringLiteral("#33") });
    QCOMPARE(beyond.code, 2);
    QVERIFY2(beyond.err.contains("33 events"), beyond.err);
}

void CliShow::jsonHasTheSameFacts()
{
    const QJsonObject all = shown(m_place, { recorded() });
    const QJsonObject session = all[QStringLiteral("session")].toObject();
    QCOMPARE(session[QStringLiteral("lab")], QJsonValue(QStringLiteral("endless-dialog")));
    QCOMPARE(session[QStringLiteral("lines_skipped")], QJsonValue(0));
    const QJsonObject child = with(all[QStringLiteral("processes")].toArray(), "pid", 4102);
    QCOMPARE(child[QStringLiteral("ppid")], QJsonValue(4101));
    QCOMPARE(child[QStringLiteral("state")], QJsonValue(QStringLiteral("waiting")));
    const QJsonObject kept = with(child[QStringLiteral("streams")].toArray(), "pending", 9);
    QCOMPARE(kept[QStringLiteral("stream")], QJsonValue(QStringLiteral("stdout")));
    for (const QJsonValue descriptor : child[QStringLiteral("descriptors")].toArray()) {
        const QJsonObject channel = with(all[QStringLiteral("channels")].toArray(), "channel",
            descriptor[QLatin1String("channel")]);
        QVERIFY(!channel.isEmpty());
    }
    const QJsonObject found = all[QStringLiteral("findings")].toArray().at(0).toObject();
    QCOMPARE(found[QStringLiteral("kind")], QJsonValue(QStringLiteral("deadlock")));
    QCOMPARE(found[QStringLiteral("pids")].toArray(), (QJsonArray { 4101, 4102 }));
}

void CliShow::aWaitSaysWhoCouldEndIt()
{
    const QJsonObject all = shown(m_place, { recorded() });
    const QJsonObject parent = with(all[QStringLiteral("processes")].toArray(), "pid", 4101);
    const QJsonObject call = parent[QStringLiteral("threads")]
                                 .toArray()
                                 .at(0)
                                 .toObject()[QStringLiteral("in_call")]
                                 .toObject();
    QCOMPARE(call[QStringLiteral("call")], QJsonValue(QStringLiteral("read")));
    QCOMPARE(call[QStringLiteral("wakers")].toArray(), (QJsonArray { 4102 }));
    QCOMPARE(call[QStringLiteral("external")], QJsonValue(false));
}

void CliShow::aRealRunIsShownAsItWas()
{
    const QString path = m_place.file(QStringLiteral("run.jsonl"));
    const Ran ran = m_place.ipclab(
        { QStringLiteral("watch"), QStringLiteral("--record"), path, QStringLiteral("-o"),
            QStringLiteral("/dev/null"), QStringLiteral("--"), QStringLiteral("/bin/sh"),
            QStringLiteral("-c"), QStringLiteral("echo hello | cat >/dev/null; exit 3") });
    QCOMPARE(ran.code, 3);
    const QJsonObject all = shown(m_place, { path });
    const QJsonObject session = all[QStringLiteral("session")].toObject();
    QCOMPARE(
        session[QStringLiteral("command")].toArray().at(0).toString(), QStringLiteral("/bin/sh"));
    int ended = 0;
    for (const QJsonValue process : all[QStringLiteral("processes")].toArray())
        ended += process[QLatin1String("state")] == QStringLiteral("gone") ? 1 : 0;
    QVERIFY(ended >= 2);
    QJsonObject passed; // our own stdin may be a pipe, too
    for (const QJsonValue channel : all[QStringLiteral("channels")].toArray()) {
        const QJsonObject queue = with(channel[QLatin1String("queues")].toArray(), "written", 6);
        if (channel[QLatin1String("kind")] == QStringLiteral("pipe") && !queue.isEmpty())
            passed = queue;
    }
    QCOMPARE(passed[QStringLiteral("read")], QJsonValue(6));
    QCOMPARE(passed[QStringLiteral("bytes")], QJsonValue(0));
    QVERIFY(passed[QStringLiteral("readers")].toArray().isEmpty());
}

void CliShow::whoHasAChannelOpenIsSaidOnceAndClosedFilesAreNot()
{
    const auto line = [](const char* event) {
        return QByteArray("{\"t\":1,\"pid\":7,\"tid\":7,\"event\":") + event + "}\n";
    };
    const QString path = write(QByteArray(kHeader) + line("\"process_started\",\"ppid\":0")
        + line("\"program_executed\",\"path\":\"/bin/cat\",\"argv\":[\"cat\"]")
        + line("\"channel_created\",\"channel\":1,\"kind\":\"file\",\"name\":\"/lib/libc.so\"")
        + line("\"descriptor_opened\",\"fd\":3,\"channel\":1,\"access\":\"r\"")
        + line("\"descriptor_closed\",\"fd\":3")
        + line("\"channel_created\",\"channel\":2,\"kind\":\"file\",\"name\":\"/tmp/notes\"")
        + line("\"descriptor_opened\",\"fd\":3,\"channel\":2,\"access\":\"r\"")
        + line("\"channel_created\",\"channel\":4,\"kind\":\"file\",\"name\":\"/tmp/result\"")
        + line("\"descriptor_opened\",\"fd\":5,\"channel\":4,\"access\":\"w\"")
        + line("\"channel_created\",\"channel\":3,\"kind\":\"pipe\",\"name\":\"pipe:[5]\"")
        + line("\"descriptor_opened\",\"fd\":1,\"channel\":3,\"access\":\"w\",\"end\":\"second\"")
        + line("\"descriptor_opened\",\"fd\":2,\"channel\":3,\"access\":\"w\",\"end\":\"second\"")
        + line("\"descriptor_opened\",\"fd\":9,\"channel\":3,\"access\":\"w\",\"end\":\"second\""));
    const Ran ran = show(m_place, { path });
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("written by cat 7 (fd 1, 2, 9) · read by nobody\n"), ran.out);
    QVERIFY2(ran.out.contains("/tmp/notes\n"), ran.out);
    QVERIFY2(ran.out.contains("/tmp/result\n"), ran.out);
    QVERIFY2(!ran.out.contains("libc.so"), ran.out);
    QCOMPARE(shown(m_place, { path })[QStringLiteral("channels")].toArray().size(), 4);
    const Ran loading = show(m_place, { path, QStringLiteral("--at"), QStringLiteral("#3") });
    QVERIFY2(loading.out.contains("/lib/libc.so\n"), loading.out); // it is open then
}

void CliShow::whatThePersonDidIsListed()
{
    const QString path = write(QByteArray(kHeader)
        + "{\"t\":1,\"event\":\"user_action\",\"what\":\"predict\",\"detail\":\"where=kernel\"}\n"
          "{\"t\":2,\"event\":\"user_action\",\"what\":\"step\",\"detail\":\"where\"}\n"
          "{\"t\":2,\"event\":\"user_action\",\"what\":\"answer\",\"detail\":\"where=kernel\"}\n"
          "{\"t\":2,\"event\":\"user_action\",\"what\":\"signal\",\"detail\":\"19\",\"to\":8}\n"
          "{\"t\":9,\"event\":\"user_action\",\"what\":\"signal\",\"to\":7}\n");
    const Ran ran = show(m_place, { path, QStringLiteral("--at"), QStringLiteral("2.5") });
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("Ana"), ran.out);
    QVERIFY2(ran.out.contains("1.000000 s  You make a prediction (where=kernel)\n"), ran.out);
    QVERIFY2(ran.out.contains("2.000000 s  A step of the guide is done (where)\n"), ran.out);
    QVERIFY2(ran.out.contains("2.000000 s  The run shows the answer (where=kernel)\n"), ran.out);
    QVERIFY2(ran.out.contains("2.000000 s  You send SIGSTOP to 8\n"), ran.out);
    QCOMPARE(shown(m_place, { path })[QStringLiteral("actions")].toArray().size(), 5);
}

void CliShow::aBookmarkIsReplacedAndTakenBack()
{
    const auto bookmark = [](int moment, const char* text) {
        return QStringLiteral("{\"t\":9,\"event\":\"user_action\",\"what\":\"bookmark\","
                              "\"detail\":\"%1\",\"moment\":%2}\n")
            .arg(QLatin1String(text))
            .arg(moment)
            .toUtf8();
    };
    QByteArray content(kHeader);
    for (int i = 1; i <= 4; ++i)
        content += QStringLiteral("{\"t\":%1,\"pid\":7,\"tid\":7,\"event\":\"thread_started\"}\n")
                       .arg(i)
                       .toUtf8();
    const QString path = write(content + bookmark(2, "early") + bookmark(3, "gone")
        + bookmark(2, "look here") + bookmark(3, "") + bookmark(4, "late"));
    const QJsonArray notes = shown(m_place,
        { path, QStringLiteral("--at"), QStringLiteral("3.5") })[QStringLiteral("bookmarks")]
                                 .toArray();
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.at(0)[QLatin1String("moment")], QJsonValue(2));
    QCOMPARE(notes.at(0)[QLatin1String("text")], QJsonValue(QStringLiteral("look here")));
    const Ran ran = show(m_place, { path });
    QVERIFY2(ran.out.contains("2.000000 s  note: look here\n"), ran.out);
    QVERIFY2(ran.out.contains("4.000000 s  note: late\n"), ran.out);
}

void CliShow::damagedLinesAreCounted()
{
    const QString path = write(QByteArray(kHeader)
        + "{\"t\":1,\"pid\":7,\"tid\":7,\"event\":\"thread_started\"}\n{\"t\":1,\"pi\nnonsense\n");
    const Ran ran = show(m_place, { path });
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.err.endsWith(": Damaged lines left out: 2, the first is line 3.\n"), ran.err);
    QVERIFY2(ran.out.contains("After 1 of 1 events"), ran.out);
}

void CliShow::whatIsNoSessionIsAnAnswer_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("empty") << QByteArray() << QByteArray("is not a session");
    QTest::newRow("another") << QByteArray("hello\n") << QByteArray("is not a session");
    QTest::newRow("newer") << QByteArray("{\"ipclab_session\":2}\n") << QByteArray("newer IPC Lab");
}

void CliShow::whatIsNoSessionIsAnAnswer()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, said);
    const Ran ran = show(m_place, { write(content) });
    QCOMPARE(ran.code, 1);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains(said), ran.err);
    QCOMPARE(ran.err.count('\n'), 1);
}

void CliShow::aFifoIsRefusedAtOnce()
{
    const QString fifo = m_place.file(QStringLiteral("fifo"));
    QCOMPARE(::mkfifo(qPrintable(fifo), 0600), 0);
    const Ran ofFifo = show(m_place, { fifo });
    QCOMPARE(ofFifo.code, 3);
    QVERIFY2(ofFifo.err.contains("not a regular file"), ofFifo.err);
    const Ran ofFolder = show(m_place, { m_place.file(QStringLiteral(".")) });
    QCOMPARE(ofFolder.code, 3);
    QVERIFY2(ofFolder.err.contains("it is a folder"), ofFolder.err);
    const Ran missing = show(m_place, { m_place.file(QStringLiteral("missing")) });
    QCOMPARE(missing.code, 3);
    QVERIFY2(missing.err.contains("it does not exist"), missing.err);
}

void CliShow::aWrongWordIsExplained_data()
{
    QTest::addColumn<QStringList>("words");
    const auto at = [](const char* moment) {
        return QStringList { recorded(), QStringLiteral("--at"), QString::fromLatin1(moment) };
    };
    QTest::newRow("nothing") << QStringList {};
    QTest::newRow("two") << QStringList { recorded(), recorded() };
    QTest::newRow("an option") << QStringList { recorded(), QStringLiteral("--what") };
    QTest::newRow("a word") << at("soon");
    QTest::newRow("nothing asked") << at("");
    QTest::newRow("no number") << at("nan");
    QTest::newRow("no end") << at("inf");
    QTest::newRow("no event") << at("#");
    QTest::newRow("before all") << at("#-1");
    QTest::newRow("too many") << at("#99999999999999999999");
}

void CliShow::aWrongWordIsExplained()
{
    QFETCH(QStringList, words);
    const Ran ran = show(m_place, words);
    QCOMPARE(ran.code, 2);
    QCOMPARE(ran.out, QByteArray());
    QVERIFY2(ran.err.contains("ipclab show SESSION"), ran.err);
}

void CliShow::inSpanishItIsToldInSpanish()
{
    Place place;
    place.environment.insert(QStringLiteral("LANGUAGE"), QStringLiteral("es"));
    place.environment.insert(QStringLiteral("LC_ALL"), QStringLiteral("es_ES.UTF-8"));
    const Ran ran = show(place, { recorded() });
    QCOMPARE(ran.code, 0);
    QVERIFY2(ran.out.contains("Procesos\n"), ran.out);
    QVERIFY2(ran.out.contains("leído por parent 4101 (descriptor 5)"), ran.out);
    const QByteArray head = ran.out.split('\n').at(1);
    QVERIFY2(head.contains(',') && !head.contains('.'), head); // the decimal sign
    const Ran refused = show(place, { write("hello\n") });
    QVERIFY2(refused.err.contains("no es una sesión"), refused.err);
}

void CliShow::aNameDoesNotSteerTheTerminal()
{
    const QString path = write(
        QByteArray("{\"ipclab_session\":1,\"lab\":\"a\\u001b[31m\",\"command\":[\"\\u009b2J\"]}\n")
        + "{\"t\":1,\"pid\":7,\"tid\":7,\"event\":\"process_started\",\"ppid\":0}\n"
          "{\"t\":1,\"pid\":7,\"tid\":7,\"event\":\"program_executed\",\"path\":\"/"
          "x\\u001b]0;\\u0007\","
          "\"argv\":[\"red\\u202e\\u001b[31m\\nline\"]}\n"
          "{\"t\":1,\"pid\":7,\"tid\":7,\"event\":\"channel_created\",\"channel\":1,\"kind\":"
          "\"fifo\","
          "\"name\":\"/tmp/\\u001b[2J\"}\n"
          "{\"t\":1,\"pid\":7,\"tid\":7,\"event\":\"stdio_level\",\"stream\":\"\\u001b[1m\",\"fd\":"
          "1,"
          "\"pending\":4}\n"
          "{\"t\":2,\"event\":\"user_action\",\"what\":\"\\u001b[5m\",\"detail\":\"\\u001b[7m\"}\n"
          "{\"t\":2,\"event\":\"user_action\",\"what\":\"bookmark\",\"detail\":\"\\u001b[8m\"}\n"
          "{\"t\":2,\"event\":\"\\u001b[9m\"}\n");
    for (const QStringList& words :
        { QStringList { path }, QStringList { path, QStringLiteral("--json") } }) {
        const Ran ran = show(m_place, words);
        QCOMPARE(ran.code, 0);
        QVERIFY2(ran.out.contains("red"), ran.out);
        QVERIFY(!ran.out.contains('\x1b') && !ran.err.contains('\x1b'));
        QVERIFY(!ran.out.contains("\xC2\x9B")); // the one-byte form of ESC [
        QVERIFY(!ran.out.contains('\x07'));
        QVERIFY(!ran.out.contains("\u202E"));
    }
}

void CliShow::processesThatAreTheirOwnAncestorsAreEachShownOnce()
{
    QByteArray content(kHeader);
    for (const char* const pair : { "7,\"ppid\":8", "8,\"ppid\":7", "9,\"ppid\":9" })
        content += QByteArray("{\"t\":1,\"event\":\"process_started\",\"pid\":") + pair + "}\n";
    const Ran ran = show(m_place, { write(content) });
    QCOMPARE(ran.code, 0);
    QCOMPARE(ran.out.count("  running"), 3);
}

void CliShow::showingItRunsNothing()
{
    const QString made = m_place.file(QStringLiteral("made"));
    const QString path = write("{\"ipclab_session\":1,\"command\":[\"touch\",\"" + made.toUtf8()
        + "\"]}\n{\"t\":1,\"pid\":7,\"tid\":7,\"event\":\"program_executed\",\"path\":"
          "\"/usr/bin/touch\",\"argv\":[\"touch\",\""
        + made.toUtf8() + "\"]}\n");
    QCOMPARE(show(m_place, { path }).code, 0);
    QVERIFY(!QFile::exists(made));
}

QTEST_GUILESS_MAIN(CliShow)
#include "cli_show.moc"
