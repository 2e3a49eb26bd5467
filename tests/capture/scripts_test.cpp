// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/capture/scripts/script_model.h"
#include "tests/capture/scripts/script_run.h"
#include "tests/capture/watched.h"

using namespace ipclab;
using namespace ipclab::test;

// Verdicts on random programs that really run, against a model that tries every order.
class ScriptsTest : public QObject {
    Q_OBJECT

private slots:
    void theModelKnowsWhatMustEnd();
    void theModelKnowsWhatMustNot();
    void theModelKnowsWhatMay();
    void everyVerdictIsThatOfTheModel();
};

namespace {

using Ends = std::set<unsigned>;

Script two(std::vector<Step> first, std::vector<Step> second)
{
    return { { Actor::Kind::Main, std::move(first) }, { Actor::Kind::Process, std::move(second) } };
}

} // namespace

void ScriptsTest::theModelKnowsWhatMustEnd()
{
    QCOMPARE(endsOf(two({ { 'w', 1, 70'000 } }, { { 'r', 0, 70'000 } })), Ends { 0 });
    QCOMPARE(endsOf(two({ { 'c', 1, 0 } }, { { 'c', 1, 0 }, { 'r', 0, 1 } })), Ends { 0 });
    QCOMPARE(endsOf(two({ { 's', 0, 0 } }, { { 'p', 0, 0 } })), Ends { 0 });
    QCOMPARE(endsOf(two({ { 'k', 1, 0 } }, { { 'b', 1, 0 } })), Ends { 0 });
    QCOMPARE(endsOf(two({ { 'h', 4, 0 } }, { { 'r', 5, 1 } })), Ends { 0 });
    QCOMPARE(endsOf(two({ { 'w', 3, 1 } }, { { 'q', 0b101, 0 } })), Ends { 0 });
    QCOMPARE(endsOf(two({ { 'l', 0, 0 }, { 'l', 0, 0 } }, { { 'd', 50, 0 }, { 'u', 0, 0 } })),
        (Ends { 0, 1 })); // as it was taken by then, or not
}

void ScriptsTest::theModelKnowsWhatMustNot()
{
    QCOMPARE(endsOf(two({ { 'w', 1, 70'000 } }, { { 'r', 0, 1 } })), Ends { 1 });
    QCOMPARE(endsOf(two({}, { { 'r', 0, 1 } })), Ends { 3 });
    QCOMPARE(endsOf(two({ { 'l', 0, 0 }, { 'l', 0, 0 } }, {})), Ends { 1 });
    QCOMPARE(endsOf(two({ { 'k', 0, 0 } }, { { 'b', 1, 0 } })), Ends { 1 });
    QCOMPARE(endsOf(two({}, { { 'q', 0b101, 0 } })), Ends { 3 });
}

void ScriptsTest::theModelKnowsWhatMay()
{
    const std::vector<Step> up { { 'l', 0, 0 }, { 'l', 1, 0 }, { 'u', 1, 0 }, { 'u', 0, 0 } };
    const std::vector<Step> down { { 'l', 1, 0 }, { 'l', 0, 0 }, { 'u', 0, 0 }, { 'u', 1, 0 } };
    QCOMPARE(endsOf(two(up, down)), (Ends { 0, 3 }));
    QCOMPARE(endsOf(two(up, up)), Ends { 0 });
}

void ScriptsTest::everyVerdictIsThatOfTheModel()
{
    constexpr unsigned kSeed = 20260301;
    std::mt19937 random(kSeed);
    std::map<Judgement, int> count;
    for (int i = 0; i < 100;) {
        const Script script = randomScript(random);
        const auto ends = endsOf(script);
        if (!ends)
            continue;
        ++i;
        const Judged judged = judge(script, *ends);
        ++count[judged.judgement];
        if (!judged.why.empty())
            qWarning("%s: %s", textOf(script).c_str(), judged.why.c_str());
    }
    qInfo("seed %u: %d ended, %d were found stuck", kSeed, count[Judgement::Ended],
        count[Judgement::Found]);
    QCOMPARE(count[Judgement::Missed], 0);
    QCOMPARE(count[Judgement::False], 0);
    QCOMPARE(count[Judgement::Impossible], 0);
    QVERIFY(count[Judgement::Ended] > 20); // not all of one sort
    QVERIFY(count[Judgement::Found] > 20);
}

CAPTURE_TEST_MAIN(ScriptsTest)
#include "scripts_test.moc"
