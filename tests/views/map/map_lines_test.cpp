// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/views/map/shown_map.h"
#include "views/map/map_ways.h"

#include <QGraphicsItem>
#include <QScrollBar>

#include <algorithm>
#include <array>
#include <vector>

namespace ipclab {

namespace {

constexpr int kLab = 1;
constexpr int kShell = 100;

// A shell on a terminal, and what it runs: each writes into a pipe that the next reads. The first
// may type at the terminal, the last writes to it; all have it as stderr.
void tellPipeline(Story& story, const std::vector<std::string>& programs, bool lastOnTerminal)
{
    story.lab(kLab);
    story.terminal(1, kLab, 9);
    story.launch(kShell, kLab, { "sh" });
    story.onTerminal(kShell, 1);
    const int last = static_cast<int>(programs.size());
    for (int i = 1; i <= last; ++i) {
        story.launch(
            kShell + i, kShell, { programs.at(static_cast<std::size_t>(i) - 1) }, StartedBy::Fork);
        if (i == 1)
            story.open(kShell + i, 0, 1, Access::ReadWrite, End::Second);
        else
            story.open(kShell + i, 0, static_cast<unsigned>(i), Access::Read);
        if (i < last) {
            story.pipe(static_cast<unsigned>(i) + 1);
            story.open(kShell + i, 1, static_cast<unsigned>(i) + 1, Access::Write, End::Second);
        } else if (lastOnTerminal) {
            story.open(kShell + i, 1, 1, Access::ReadWrite, End::Second);
        }
    }
}

void tellYesToASleeper(Story& story)
{
    tellPipeline(story, { "yes", "sleep" }, true);
}

void tellThreeInARow(Story& story)
{
    tellPipeline(story, { "cat", "tr", "wc" }, true);
}

void tellFourInARow(Story& story)
{
    tellPipeline(story, { "yes", "head", "sort", "uniq" }, true);
}

void tellAForkedPair(Story& story)
{
    story.lab(kLab);
    story.terminal(1, kLab, 9);
    story.launch(kShell, kLab, { "family" });
    story.onTerminal(kShell, 1);
    for (const auto& [pid, parent] :
        { std::pair(101, 100), std::pair(102, 100), std::pair(103, 101) }) {
        story.launch(pid, parent, { "family" }, StartedBy::Fork);
        story.onTerminal(pid, 1);
    }
}

struct Drawn {
    std::vector<MapLink> links;
    std::vector<QPolygonF> lines;
};

// As they are on the screen: the items come in the order of the graph's links.
Drawn drawnIn(const MapScene& scene)
{
    Drawn drawn { scene.graph().links, {} };
    for (const QGraphicsItem* const item : scene.items(Qt::AscendingOrder)) {
        if (const auto* const link = dynamic_cast<const LinkItem*>(item)) {
            const QPolygonF line = link->facts().shape.path().toSubpathPolygons().value(0);
            drawn.lines.push_back(evenly(line, 3));
        }
    }
    return drawn;
}

const TubeItem* tubeAt(const MapScene& scene, const MapNode& node)
{
    for (const QGraphicsItem* const item : scene.items()) {
        const auto* const tube = dynamic_cast<const TubeItem*>(item);
        if (tube && tube->pos() == scene.rectOf(node).topLeft())
            return tube;
    }
    return nullptr;
}

// Where a line must not be: cards and tubes that it does not join, and words under any tube.
std::vector<QRectF> forbiddenTo(const MapLink& link, const MapScene& scene)
{
    std::vector<QRectF> found;
    for (const MapNode& node : scene.nodes()) {
        const TubeItem* const tube = tubeAt(scene, node);
        if (node == link.card)
            found.push_back(scene.rectOf(node).adjusted(3, 3, -3, -3));
        else if (node != link.tube)
            found.push_back(scene.rectOf(node));
        else if (tube)
            found.push_back(scene.rectOf(node).adjusted(0, tube->tube().height() + 2, 0, 0));
    }
    return found;
}

QString crossing(const MapScene& scene)
{
    const Drawn drawn = drawnIn(scene);
    for (std::size_t i = 0; i < drawn.lines.size(); ++i) {
        for (const QRectF& rect : forbiddenTo(drawn.links[i], scene)) {
            for (const QPointF& point : drawn.lines[i]) {
                if (rect.contains(point))
                    return QStringLiteral("the line of %1 to %2 at %3, %4")
                        .arg(drawn.links[i].card.number)
                        .arg(drawn.links[i].tube.number)
                        .arg(point.x())
                        .arg(point.y());
            }
        }
    }
    return {};
}

void saveIfAsked(QWidget& widget, const QString& name)
{
    if (const QString folder = qEnvironmentVariable("IPCLAB_PICTURES"); !folder.isEmpty())
        widget.grab().save(QStringLiteral("%1/lines-%2.png").arg(folder, name));
}

using Tell = void (*)(Story&);

} // namespace

} // namespace ipclab

Q_DECLARE_METATYPE(ipclab::Tell)

namespace ipclab {

class MapLinesTest : public QObject {
    Q_OBJECT

private slots:
    void noLineCrossesWordsOrRunsBehindACard_data()
    {
        QTest::addColumn<Tell>("tell");
        QTest::addColumn<bool>("projector");
        const std::array<std::pair<const char*, Tell>, 7> stories { {
            { "yes", tellYesToASleeper },
            { "three", tellThreeInARow },
            { "four", tellFourInARow },
            { "forks", tellAForkedPair },
            { "delayed", tellDelayedOutput },
            { "dialog", tellEndlessDialog },
            { "family", tellFamily },
        } };
        for (const auto& [name, tell] : stories) {
            for (const bool projector : { false, true })
                QTest::addRow("%s%s", name, projector ? "-projected" : "") << tell << projector;
        }
    }
    void noLineCrossesWordsOrRunsBehindACard()
    {
        QFETCH(Tell, tell);
        QFETCH(bool, projector);
        Stage stage;
        stage.look.setProjector(projector);
        tell(stage.story);
        MapView view(stage.context);
        view.resize(projector ? QSize(658, 300) : QSize(704, 360));
        stage.story.show(stage.cursor);
        view.show();
        saveIfAsked(view, QString::fromLatin1(QTest::currentDataTag()));
        const QString found = crossing(view.map());
        QVERIFY2(found.isEmpty(), qPrintable(found));
    }

    // Between the guide and the inspector, at 1280 by 720.
    void projectedADeadlockIsSeenWholeAndCanBeRead()
    {
        Stage stage;
        stage.look.setProjector(true);
        tellEndlessDialog(stage.story);
        MapView view(stage.context);
        view.resize(658, 300);
        stage.story.show(stage.cursor);
        view.show();
        for (const MapNode& node : view.map().nodes())
            QVERIFY(view.rect().contains(view.rectOf(node)));
        QVERIFY(!view.horizontalScrollBar()->isVisible());
        QVERIFY(!view.verticalScrollBar()->isVisible());
        QVERIFY(view.transform().m11() * stage.look.small().pixelSize() >= 11);
    }

    void aChildInTheColumnOfItsParentStandsBelowItAndFurtherIn()
    {
        ShownMap stage(tellAForkedPair); // 100 has 101 and 102, and 101 has 103
        const auto rect = [&](int pid) { return stage.view.map().rectOf(nodeOf(Pid { pid })); };
        QVERIFY(rect(101).left() > rect(100).left() && rect(101).top() > rect(100).bottom());
        QVERIFY(rect(103).left() > rect(101).left() && rect(103).top() > rect(101).bottom());
        QCOMPARE(rect(102).left(), rect(101).left());
        QVERIFY(rect(102).top() > rect(103).bottom()); // after all of its brother's
    }

    void aTerminalHangsRightBelowWhoHasIt()
    {
        ShownMap stage(tellEndlessDialog);
        const MapScene& map = stage.view.map();
        const QRectF parent = map.rectOf(nodeOf(Pid { 5210 }));
        const QRectF terminal = map.rectOf(nodeOf(ChannelId { 1 }));
        const qreal lowest = std::max(map.rectOf(nodeOf(ChannelId { 2 })).bottom(),
            map.rectOf(nodeOf(ChannelId { 3 })).bottom());
        QVERIFY(parent.bottom() < terminal.top() && terminal.top() < lowest);
    }
};

} // namespace ipclab

QTEST_MAIN(ipclab::MapLinesTest)
#include "map_lines_test.moc"
