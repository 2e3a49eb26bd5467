// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/shared_map.h"

#include <QtTest>

#include <map>
#include <random>

using namespace ipclab;

namespace {

// A value that counts how often one is copied.
struct Counted {
    Counted() = default;
    Counted(const Counted& other)
        : value(other.value)
    {
        ++copies;
    }
    Counted& operator=(const Counted&) = default;
    bool operator==(const Counted& other) const { return value == other.value; }

    int value = 0;
    static inline int copies = 0;
};

using Shared = SharedMap<int, Counted>;
using Plain = std::map<int, int>;

bool same(const Shared& shared, const Plain& plain)
{
    auto expected = plain.begin();
    for (const auto& [key, counted] : shared) {
        if (expected == plain.end() || expected->first != key || expected->second != counted.value)
            return false;
        ++expected;
    }
    return expected == plain.end() && shared.size() == plain.size()
        && shared.empty() == plain.empty();
}

} // namespace

class SharedMapTest : public QObject {
    Q_OBJECT

private slots:
    void itHoldsWhatAMapHolds_data();
    void itHoldsWhatAMapHolds();
    void aFullPartTakesOneMoreAtEachPlace();
    void aCopyIsNotChangedByAChange();
    void copiesOfCopiesAreEachTheirOwn();
    void aCopyCopiesNoValueAndAChangeOne();
    void whatIsThereIsFoundAndNothingElse();
    void equalIsWhatHoldsTheSame();
    void whatWasTakenFromIsEmpty();
};

void SharedMapTest::itHoldsWhatAMapHolds_data()
{
    QTest::addColumn<int>("order"); // 1 ascending, -1 descending, 0 any
    QTest::newRow("ascending") << 1;
    QTest::newRow("descending") << -1;
    QTest::newRow("any order") << 0;
}

void SharedMapTest::itHoldsWhatAMapHolds()
{
    QFETCH(int, order);
    std::mt19937 random(5);
    Shared shared;
    Plain plain;
    for (int i = 0; i < 3000; ++i) {
        const int key = order == 0 ? static_cast<int>(random() % 5000) : order * i;
        shared[key].value = i;
        plain[key] = i;
        if (i < 300 || i % 100 == 0)
            QVERIFY2(same(shared, plain), qPrintable(QString::number(i)));
    }
    QVERIFY(same(shared, plain));
}

void SharedMapTest::aFullPartTakesOneMoreAtEachPlace()
{
    for (const int entries : { 64, 200 }) {
        for (int place = -1; place < 2 * entries; place += 2) {
            Shared shared;
            Plain plain;
            for (int i = 0; i < entries; ++i) {
                shared[2 * i].value = i;
                plain[2 * i] = i;
            }
            shared[place].value = -1;
            plain[place] = -1;
            QVERIFY2(same(shared, plain), qPrintable(QString::number(place)));
        }
    }
}

void SharedMapTest::aCopyIsNotChangedByAChange()
{
    std::mt19937 random(6);
    Shared shared;
    Plain plain;
    std::vector<std::pair<Shared, Plain>> copies;
    for (int i = 0; i < 2000; ++i) {
        const int key = static_cast<int>(random() % 1000);
        shared[key].value = i;
        plain[key] = i;
        if (i % 50 == 0)
            copies.emplace_back(shared, plain);
    }
    for (const auto& [copy, expected] : copies)
        QVERIFY(same(copy, expected));
    QVERIFY(same(shared, plain));
}

void SharedMapTest::copiesOfCopiesAreEachTheirOwn()
{
    Shared first;
    for (int i = 0; i < 200; ++i)
        first[i].value = i;
    Shared second = first;
    second[7].value = 70;
    Shared third = second;
    third[7].value = 700;
    second[500].value = 5;
    QCOMPARE(first.at(7).value, 7);
    QCOMPARE(second.at(7).value, 70);
    QCOMPARE(third.at(7).value, 700);
    QVERIFY(!first.contains(500) && !third.contains(500));
    first = third;
    third[7].value = 1;
    QCOMPARE(first.at(7).value, 700);
}

void SharedMapTest::aCopyCopiesNoValueAndAChangeOne()
{
    Shared shared;
    for (int i = 0; i < 10'000; ++i)
        shared[i].value = i;
    Counted::copies = 0;
    const Shared copy = shared;
    QCOMPARE(Counted::copies, 0);
    shared[77].value = 1;
    QCOMPARE(Counted::copies, 1);
    shared[77].value = 2; // it is ours alone by now
    shared[20'000].value = 3; // a new one
    QCOMPARE(Counted::copies, 1);
}

void SharedMapTest::whatIsThereIsFoundAndNothingElse()
{
    Shared shared;
    QVERIFY(shared.find(1) == shared.end());
    for (int i = 0; i < 1000; i += 2)
        shared[i].value = i;
    for (int i = -3; i < 1003; ++i) {
        const bool there = i >= 0 && i < 1000 && i % 2 == 0;
        QCOMPARE(shared.contains(i), there);
        if (there)
            QCOMPARE(shared.find(i)->second.value, i);
    }
}

void SharedMapTest::equalIsWhatHoldsTheSame()
{
    Shared up;
    Shared down; // its parts are others
    for (int i = 0; i < 500; ++i) {
        up[i].value = i;
        down[499 - i].value = 499 - i;
    }
    QVERIFY(up == down);
    Shared copy = up;
    QVERIFY(copy == up);
    copy[3].value = 4;
    QVERIFY(!(copy == up));
    copy[3].value = 3;
    QVERIFY(copy == up);
    copy[500];
    QVERIFY(!(copy == up) && !(up == copy));
}

void SharedMapTest::whatWasTakenFromIsEmpty()
{
    Shared shared;
    shared[1].value = 1;
    const Shared taken = std::move(shared);
    QCOMPARE(taken.size(), std::size_t { 1 });
    shared = {};
    QVERIFY(shared.empty() && shared.begin() == shared.end());
    shared[2].value = 2;
    QCOMPARE(shared.size(), std::size_t { 1 });
}

QTEST_GUILESS_MAIN(SharedMapTest)
#include "shared_map_test.moc"
