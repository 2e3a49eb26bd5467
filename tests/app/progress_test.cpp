// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/active_time.h"
#include "app/progress_store.h"
#include "tests/words.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace ipclab;
using test::q;

namespace {

QDateTime at(int minute)
{
    return { QDate(2026, 1, 2), QTime(3, minute), Qt::UTC };
}

StepProgress predicted(const char* what, bool right, int minute)
{
    return { {}, q(what), right, at(minute) };
}

LabProgress steps(std::map<QString, StepProgress> all)
{
    LabProgress lab;
    lab.steps = std::move(all);
    return lab;
}

QStringList kept()
{
    return QDir(QFileInfo(ProgressStore::path()).path()).entryList(QDir::Files, QDir::Name);
}

void writeStore(const QByteArray& content)
{
    QVERIFY(QDir().mkpath(QFileInfo(ProgressStore::path()).path()));
    QFile file(ProgressStore::path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class ProgressTest : public QObject {
    Q_OBJECT

private slots:
    void init();
    void whatIsKeptIsThereNextTime();
    void theFirstPredictionStays();
    void twoWindowsKeepWhatEachNoted();
    void aFileThatIsNoneIsKeptAside_data();
    void aFileThatIsNoneIsKeptAside();
    void whatIsTooMuchOrOfAnotherKindIsLeftOut();
    void whatCannotBeWrittenIsWrittenLater();
    void whatIsForgottenIsGone();
    void aTableHasALineForEachLab();
    void timeCountsWhileSomeoneIsThere();

private:
    std::unique_ptr<QTemporaryDir> m_home;
};

void ProgressTest::init()
{
    m_home = std::make_unique<QTemporaryDir>();
    qputenv("XDG_DATA_HOME", m_home->path().toUtf8());
}

void ProgressTest::whatIsKeptIsThereNextTime()
{
    ProgressStore store;
    LabProgress lab = steps({ { q("where"), { at(1), q("writer"), true, at(0) } } });
    lab.total = 3;
    lab.seconds = 61;
    lab.runs = 2;
    store.note(q("one"), lab);
    QVERIFY(store.save().ok());
    const ProgressStore again;
    QCOMPARE(again.all().size(), 1U);
    LabProgress found = again.of(q("one"));
    QVERIFY(found.last.isValid());
    found.last = {};
    QVERIFY(found == lab);
    QCOMPARE(found.minutes(), 2);
    QCOMPARE(kept(), QStringList { q("progress.json") }); // and no lock
}

void ProgressTest::theFirstPredictionStays()
{
    LabProgress lab = steps({ { q("a"), predicted("wrong", false, 5) } });
    lab.add(steps({ { q("a"), predicted("right", true, 6) } }));
    QCOMPARE(lab.steps[q("a")].prediction, q("wrong"));
    QCOMPARE(lab.right(), 0);
    lab.add(steps({ { q("a"), predicted("earlier", true, 4) } })); // of another window
    QCOMPARE(lab.steps[q("a")].prediction, q("earlier"));
    lab.add(steps({ { q("a"), { at(9), {}, false, {} } } }));
    lab.add(steps({ { q("a"), { at(8), {}, false, {} } } }));
    QCOMPARE(lab.steps[q("a")].done, at(8));
    QCOMPARE(lab.steps[q("a")].prediction, q("earlier"));
}

void ProgressTest::twoWindowsKeepWhatEachNoted()
{
    ProgressStore one;
    ProgressStore other;
    LabProgress run;
    run.runs = 1;
    run.seconds = 30;
    for (int i = 0; i < 3; ++i) {
        one.note(q("lab"), run);
        QVERIFY(one.save().ok());
        other.note(q("lab"), run);
        other.note(q("more"), steps({ { q("a"), { at(1), {}, false, {} } } }));
        QVERIFY(other.save().ok());
    }
    QVERIFY(one.save().ok());
    const ProgressStore all;
    QCOMPARE(all.of(q("lab")).runs, 6);
    QCOMPARE(all.of(q("lab")).seconds, 180);
    QCOMPARE(all.of(q("more")).done(), 1);
}

void ProgressTest::aFileThatIsNoneIsKeptAside_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("words") << QByteArray("hello");
    QTest::newRow("cut short") << QByteArray(R"({"version": 1, "labs": {"one": {"ru)");
    QTest::newRow("of a later version") << QByteArray(R"({"version": 2, "labs": {}})");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("no labs") << QByteArray(R"({"version": 1, "labs": []})");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
    QTest::newRow("huge") << QByteArray(static_cast<qsizetype>(kMostProgressBytes) + 1, ' ');
}

void ProgressTest::aFileThatIsNoneIsKeptAside()
{
    QFETCH(QByteArray, content);
    for (const char* const name : { "progress.broken-1.json", "progress.broken-2.json" }) {
        writeStore(content);
        ProgressStore store;
        QVERIFY(store.all().empty());
        QVERIFY2(store.keptAside().endsWith(q(name)), qPrintable(store.keptAside()));
        QFile aside(store.keptAside());
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), content);
        store.note(q("one"), steps({ { q("a"), { at(1), {}, false, {} } } }));
        QVERIFY(store.save().ok());
        QCOMPARE(ProgressStore().of(q("one")).done(), 1);
    }
}

void ProgressTest::whatIsTooMuchOrOfAnotherKindIsLeftOut()
{
    QByteArray manySteps;
    for (int i = 0; i < 100; ++i)
        manySteps += (i > 0 ? ",\"s" : "\"s") + QByteArray::number(i) + "\": {\"prediction\": \""
            + QByteArray(5000, 'x') + "\"}";
    writeStore(R"({"version": 1, "labs": {"one": {"seconds": -5, "runs": "many", "last": "soon",
        "steps": {)"
        + manySteps + R"(}}, "=1+1": {"runs": 1}, "two": 7, "three": {"runs": 1e300}}})");
    const ProgressStore store;
    QVERIFY(store.keptAside().isEmpty());
    QCOMPARE(store.of(q("one")).seconds, 0);
    QCOMPARE(store.of(q("one")).runs, 0);
    QVERIFY(!store.of(q("one")).last.isValid());
    QCOMPARE(store.of(q("one")).steps.size(), 64U);
    QCOMPARE(store.of(q("one")).steps.begin()->second.prediction.size(), 200);
    QVERIFY(!store.all().contains(q("=1+1"))); // a spreadsheet would reckon it
    QCOMPARE(store.of(q("two")).runs, 0);
}

void ProgressTest::whatCannotBeWrittenIsWrittenLater()
{
    QFile inTheWay(m_home->filePath(q("ipclab")));
    QVERIFY(inTheWay.open(QIODevice::WriteOnly));
    ProgressStore store;
    LabProgress run;
    run.runs = 1;
    store.note(q("one"), run);
    QVERIFY(!store.save().ok());
    store.note(q("one"), run);
    QVERIFY(inTheWay.remove());
    QVERIFY(store.save().ok());
    QCOMPARE(ProgressStore().of(q("one")).runs, 2);
}

void ProgressTest::whatIsForgottenIsGone()
{
    ProgressStore store;
    LabProgress run;
    run.runs = 1;
    store.note(q("one"), run);
    QVERIFY(store.save().ok());
    QVERIFY(store.forget().ok());
    QVERIFY(store.all().empty());
    QVERIFY(store.save().ok());
    QVERIFY(ProgressStore().all().empty());
    QCOMPARE(kept(), QStringList());
}

void ProgressTest::aTableHasALineForEachLab()
{
    LabProgress lab = steps({ { q("a"), predicted("x", true, 1) }, { q("b"), {} } });
    lab.seconds = 1;
    lab.last = at(7);
    QCOMPARE(progressCsv({ { q("one"), lab }, { q("two"), {} } }),
        QByteArray("lab,steps_done,steps_total,predictions,right,minutes,runs,last,steps_shown\r\n"
                   "one,0,0,1,1,1,0,2026-01-02T03:07:00Z,0\r\n"
                   "two,0,0,0,0,0,0,,0\r\n"));
}

void ProgressTest::timeCountsWhileSomeoneIsThere()
{
    bool attended = true;
    int looks = 0;
    ActiveTime time([&] {
        ++looks;
        return attended;
    });
    time.setTimes(10, 60'000);
    QSignalSpy passed(&time, &ActiveTime::passed);
    time.start();
    QTRY_VERIFY(passed.size() >= 3);
    for (const QList<QVariant>& one : passed)
        QVERIFY(one.at(0).toLongLong() <= 20); // no more than two looks, whatever the machine did

    attended = false;
    passed.clear();
    looks = 0;
    QTRY_VERIFY(looks >= 3);
    QCOMPARE(passed.size(), 0);

    attended = true;
    time.setTimes(10, 0); // nobody has touched anything for longer than that
    looks = 0;
    time.stop();
    QCOMPARE(passed.size(), 0);
    time.start();
    time.setTimes(10, 60'000);
    QTRY_VERIFY(passed.size() >= 1);
    time.stop();
    passed.clear();
    time.stop();
    QCOMPARE(passed.size(), 0);
}

QTEST_GUILESS_MAIN(ProgressTest)
#include "progress_test.moc"
