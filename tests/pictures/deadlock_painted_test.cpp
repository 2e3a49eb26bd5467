// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/app/open_window.h"
#include "tests/pictures/stage.h"
#include "tests/pictures/witness.h"
#include "views/common/contrast.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"

#include <algorithm>
#include <cmath>

using namespace ipclab;
using namespace ipclab::test;

namespace {

constexpr double kMostAside = 4; // px from where the line was worked out to where it is painted
constexpr double kLeastOfLine = 0.8; // the word and the heads of arrows lie over some of it

// The links of who are stuck, as they are to be seen now.
std::vector<const LinkItem*> stuckLinks(const MapView& view)
{
    std::vector<const LinkItem*> links;
    for (const QGraphicsItem* item : view.map().items()) {
        const auto* const link = dynamic_cast<const LinkItem*>(item);
        if (link && link->facts().deadlock && link->isVisible())
            links.push_back(link);
    }
    return links;
}

bool isNear(const QImage& image, QPoint place, const QColor& ink)
{
    constexpr int kReach = static_cast<int>(kMostAside);
    for (int x = -kReach; x <= kReach; ++x) {
        for (int y = -kReach; y <= kReach; ++y) {
            const QPoint at = place + QPoint(x, y);
            if (image.valid(at) && image.pixelColor(at).rgb() == ink.rgb())
                return true;
        }
    }
    return false;
}

// How much of its line is that ink.
double shareOfLine(
    const MapView& view, const QImage& image, const LinkItem& link, const QColor& ink)
{
    constexpr int kPlaces = 50;
    const QPainterPath path = link.facts().shape.path();
    int inked = 0;
    for (int i = 0; i <= kPlaces; ++i) {
        const QPointF place = path.pointAtPercent(static_cast<double>(i) / kPlaces);
        const QPoint seen = view.viewport()->mapTo(&view, view.mapFromScene(place));
        inked += isNear(image, seen, ink) ? 1 : 0;
    }
    return static_cast<double>(inked) / (kPlaces + 1);
}

bool hasInk(const QImage& image, const QColor& ink)
{
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (image.pixelColor(x, y).rgb() == ink.rgb())
                return true;
        }
    }
    return false;
}

const PaintedText* textIn(const Witnessed& now, const QString& words)
{
    const auto one = std::ranges::find(now.texts, words, &PaintedText::words);
    return one == now.texts.end() ? nullptr : &*one;
}

} // namespace

// Of programs that were recorded in a deadlock: what is painted, not what is known.
class DeadlockPaintedTest : public QObject {
    Q_OBJECT

private slots:
    void theCycleIsRedAndTheWordIsThere_data();
    void theCycleIsRedAndTheWordIsThere();
    void whoIsNotStuckForGoodIsNotRed();
};

void DeadlockPaintedTest::theCycleIsRedAndTheWordIsThere_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QString>("word");
    QTest::newRow("English, light") << "en" << false << "DEADLOCK";
    QTest::newRow("Spanish, dark") << "es" << true << "INTERBLOQUEO";
}

void DeadlockPaintedTest::theCycleIsRedAndTheWordIsThere()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QString, word);
    Stage stage;
    stage.wear({ "", language.toLatin1().constData(), dark });
    MainWindow& window = stage.session(QStringLiteral("endless-dialog"));
    auto& map = *window.findChild<MapView*>();
    const Look& look = window.look();
    const QColor red = look.colour(Ink::Deadlock);

    // A cycle has two processes and what they wait for at least: four lines.
    QTRY_VERIFY(stuckLinks(map).size() >= 4);
    Witnessed now = witnessed(map);
    for (const LinkItem* link : stuckLinks(map)) {
        const double share = shareOfLine(map, now.image, *link, red);
        QVERIFY2(share >= kLeastOfLine, qPrintable(QString::number(share)));
    }
    const PaintedText* const said = textIn(now, word);
    QVERIFY(said);
    QCOMPARE(said->seen, said->place);
    QVERIFY(said->covered < 0.01);
    QCOMPARE(said->ink, readable(red, look.colour(Ink::Background)));

    // Before it came to that, nothing is of that colour, and nothing is said.
    stage.cursor().goTo(window.cursor().end() / 2);
    QVERIFY(!window.cursor().world().finding(FindingKind::Deadlock));
    QTRY_VERIFY(stuckLinks(map).empty());
    now = witnessed(map);
    QVERIFY(!textIn(now, word));
    QVERIFY(!hasInk(now.image, red));
}

// Bytes lie in a buffer, and nobody reads: but somebody outside could go on.
void DeadlockPaintedTest::whoIsNotStuckForGoodIsNotRed()
{
    Stage stage;
    stage.wear(kDresses[0]);
    MainWindow& window = stage.session(QStringLiteral("stuck-pair"), 40);
    QVERIFY(window.cursor().world().finding(FindingKind::StdioStuck));
    auto& map = *window.findChild<MapView*>();
    const Witnessed now = witnessed(map);
    QVERIFY(!textIn(now, QStringLiteral("DEADLOCK")));
    QVERIFY(!hasInk(now.image, window.look().colour(Ink::Deadlock)));
}

WINDOW_TEST_MAIN(DeadlockPaintedTest)

#include "deadlock_painted_test.moc"
