// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/code/signs_text.h"
#include "views/code/line_difference.h"

#include <QtTest>

#include <algorithm>
#include <random>

using namespace ipclab;

namespace {

QStringList lines(const char* text)
{
    return QString::fromUtf8(text).split(QLatin1Char(' '));
}

// What comes of `before` by the difference; fails where that does not say what is there.
QStringList applied(
    const LineDifference& difference, const QStringList& before, const QStringList& now, bool& fits)
{
    QStringList made;
    int old = 0;
    for (const DifferenceLine& one : difference) {
        if (one.change != LineChange::Added)
            fits = fits && one.before == ++old;
        if (one.change == LineChange::Same)
            fits = fits && before.value(one.before - 1) == now.value(one.now - 1);
        if (one.change == LineChange::Removed)
            continue;
        const bool same = one.change == LineChange::Same;
        made += same ? before.value(one.before - 1) : now.value(one.now - 1);
        fits = fits && one.now == made.size();
    }
    fits = fits && old == before.size();
    return made;
}

// By the textbook: how many lines the texts have in common at most.
int common(const QStringList& before, const QStringList& now)
{
    std::vector<std::vector<int>> most(static_cast<std::size_t>(before.size() + 1),
        std::vector<int>(static_cast<std::size_t>(now.size() + 1), 0));
    for (std::size_t i = 1; i < most.size(); ++i) {
        for (std::size_t j = 1; j < most[i].size(); ++j)
            most[i][j] = before[static_cast<int>(i) - 1] == now[static_cast<int>(j) - 1]
                ? most[i - 1][j - 1] + 1
                : std::max(most[i - 1][j], most[i][j - 1]);
    }
    return most.back().back();
}

QStringList someLines(std::mt19937& chance, int most, int kinds)
{
    QStringList made;
    const auto count = static_cast<int>(chance() % static_cast<unsigned>(most + 1));
    for (int i = 0; i < count; ++i)
        made += QString::number(chance() % static_cast<unsigned>(kinds));
    return made;
}

QString signsIn(const LineDifference& difference)
{
    return test::signsText(signsOf(difference));
}

} // namespace

class LineDifferenceTest : public QObject {
    Q_OBJECT

private slots:
    void applyingItToTheOldGivesTheNew();
    void asManyLinesStayAsCan();
    void inEachChangeTheRemovedComeFirst();
    void theSignsSayWhatHappenedToALine();
    void textsThatAreFarApartHaveOneToo();
    void ofATextThatIsTooLongThereIsNone();
};

void LineDifferenceTest::applyingItToTheOldGivesTheNew()
{
    std::mt19937 chance(7);
    for (int i = 0; i < 4'000; ++i) {
        const QStringList before = someLines(chance, 12, 1 + i % 6);
        const QStringList now = someLines(chance, 12, 1 + i % 6);
        const auto difference = lineDifference(before, now);
        QVERIFY(difference);
        bool fits = true;
        QCOMPARE(applied(*difference, before, now, fits), now);
        QVERIFY(fits);
    }
}

void LineDifferenceTest::asManyLinesStayAsCan()
{
    std::mt19937 chance(11);
    for (int i = 0; i < 2'000; ++i) {
        const QStringList before = someLines(chance, 14, 4);
        const QStringList now = someLines(chance, 14, 4);
        const auto difference = lineDifference(before, now);
        QVERIFY(difference);
        QCOMPARE(static_cast<int>(
                     std::ranges::count(*difference, LineChange::Same, &DifferenceLine::change)),
            common(before, now));
    }
}

void LineDifferenceTest::inEachChangeTheRemovedComeFirst()
{
    const auto difference = lineDifference(lines("a b c d e"), lines("a x y d e z"));
    QVERIFY(difference);
    const std::vector<LineChange> expected { LineChange::Same, LineChange::Removed,
        LineChange::Removed, LineChange::Added, LineChange::Added, LineChange::Same,
        LineChange::Same, LineChange::Added };
    std::vector<LineChange> found;
    for (const DifferenceLine& one : *difference)
        found.push_back(one.change);
    QCOMPARE(found, expected);
    QCOMPARE(changedLines(*difference), (ChangedLines { 3, 2 }));
}

void LineDifferenceTest::theSignsSayWhatHappenedToALine()
{
    const auto signs = [](const char* before, const char* now) {
        return signsIn(*lineDifference(lines(before), lines(now)));
    };
    QCOMPARE(signs("a b c", "a b c"), QString());
    QCOMPARE(signs("a b c", "a x c"), QStringLiteral("~2"));
    QCOMPARE(signs("a b c", "a x y c"), QStringLiteral("~2 +3"));
    QCOMPARE(signs("a c", "a b c"), QStringLiteral("+2"));
    QCOMPARE(signs("a b c", "a c"), QStringLiteral("<2"));
    QCOMPARE(signs("a b b c", "a x c"), QStringLiteral("~2 <3"));
    QCOMPARE(signs("a b c", "a b"), QStringLiteral(">2"));
    QCOMPARE(signs("a b", "b"), QStringLiteral("<1"));
}

void LineDifferenceTest::textsThatAreFarApartHaveOneToo()
{
    QStringList before { QStringLiteral("begin") };
    QStringList now = before;
    for (int i = 0; i < 4'900; ++i) {
        before += QStringLiteral("old %1").arg(i);
        now += QStringLiteral("new %1").arg(i);
    }
    before += QStringLiteral("end");
    now += QStringLiteral("end");
    const auto difference = lineDifference(before, now);
    QVERIFY(difference);
    bool fits = true;
    QCOMPARE(applied(*difference, before, now, fits), now);
    QVERIFY(fits);
    QCOMPARE(difference->front().change, LineChange::Same);
    QCOMPARE(difference->back().change, LineChange::Same);
    QCOMPARE(changedLines(*difference), (ChangedLines { 4'900, 4'900 }));
}

void LineDifferenceTest::ofATextThatIsTooLongThereIsNone()
{
    QStringList most;
    for (int i = 0; i < kMostLinesCompared; ++i)
        most += QString::number(i);
    QVERIFY(lineDifference(most, most));
    QVERIFY(!lineDifference(most, most + QStringList { QString() }));
    QVERIFY(!lineDifference(most + QStringList { QString() }, most));
}

QTEST_GUILESS_MAIN(LineDifferenceTest)
#include "line_difference_test.moc"
