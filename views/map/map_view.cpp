// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_view.h"

#include "ipc-core/analysis/run_bytes.h"
#include "views/common/accessible_role.h"
#include "views/common/css.h"
#include "views/common/plain_tip.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/common/wording.h"
#include "views/map/bytes_legend.h"
#include "views/map/map_facts.h"
#include "views/map/map_locks.h"
#include "views/map/map_scene.h"

#include <QEvent>
#include <QLabel>

namespace ipclab {

namespace {

constexpr int kCorner = 12; // from the corner to the legend

QString endedTip(const World& world, const std::vector<Pid>& ended)
{
    constexpr std::size_t kMost = 20;
    QStringList lines;
    for (const Pid pid : ended) {
        const Process* const process = world.process(pid);
        if (process && process->ending && lines.size() < static_cast<qsizetype>(kMost))
            lines
                += processWithPid(*process) + QStringLiteral(": ") + endingWords(*process->ending);
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace

MapView::MapView(ViewContext context, QWidget* parent)
    : QGraphicsView(parent)
    , m_context(context)
    , m_clock(context.cursor)
    , m_unseen(*this, [this] { catchUp(); })
    , m_scene(new MapScene(context.look, this))
    , m_legend(new BytesLegend(context.look, this))
    , m_ended(new QLabel(this))
{
    setScene(m_scene);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setViewportUpdateMode(SmartViewportUpdate);
    setTransformationAnchor(AnchorUnderMouse);
    setDragMode(ScrollHandDrag);
    setCornerWidget(new QWidget(this)); // else the style paints a square between the bars
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleRole(*this, QAccessible::Canvas);
    viewport()->setMouseTracking(true); // what is under it lights up
    viewport()->grabGesture(Qt::PinchGesture);

    connect(&m_context.cursor, &TimeCursor::logChanged, this, &MapView::forget);
    connect(&m_context.cursor, &TimeCursor::moved, this, &MapView::rebuild);
    connect(&m_context.cursor, &TimeCursor::movedForReading, this, &MapView::rebuildWords);
    connect(&m_context.selection, &Selection::changed, this, &MapView::followSelection);
    connect(&m_context.look, &Look::changed, this, &MapView::relook);
    connect(&m_clock, &LiveClock::ticked, this, &MapView::tick);
    connect(m_scene, &MapScene::settling, this, &MapView::noteSeen);
    connect(m_scene, &MapScene::arranged, this, &MapView::followArrangement);
    connect(m_scene, &MapScene::chosen, this, &MapView::select);
    connect(m_scene, &MapScene::foldToggled, this, &MapView::toggleFold);
    connect(m_scene, &MapScene::emptyChosen, this, &MapView::chooseNothing);
    connect(m_scene, &MapScene::emptyDoubleClicked, this, &MapView::placeAnew);
    connect(m_legend, &BytesLegend::chosenChanged, this,
        [this] { m_scene->pointOut(m_legend->chosen(), m_context.cursor.world()); });
    relook();
    followSelection();
}

void MapView::forget()
{
    m_began = 0;
    m_foreseen.reset();
    m_scene->setBefore({});
    m_scene->forget();
}

void MapView::rebuild()
{
    if (m_unseen.leavesOut())
        m_clock.setNeeded(false);
    else
        showMoment(m_context.cursor.live());
}

// Moving: what has happened since is seen to happen.
void MapView::showMoment(bool moving)
{
    if (const std::optional<World> fullest = foreseen())
        m_scene->showWorld(*fullest, m_clock.now(), false);
    const World& world = m_context.cursor.world();
    m_scene->showWorld(world, m_clock.now(), moving, moving && m_context.cursor.growing());
    m_clock.setNeeded(changesWithTime(world));
    if (m_focused && m_scene->rectOf(*m_focused).isNull())
        focusNode(std::nullopt);
}

// What went on while nobody looked is over.
void MapView::catchUp()
{
    showMoment(false);
    rebuildWords();
    followSelection();
    refit();
}

void MapView::rebuildWords()
{
    if (m_unseen.leavesOut())
        return;
    followRun();
    const World& world = m_context.cursor.world();
    m_legend->show(bytePlacesOfRun(world, m_scene->before()));
    const std::vector<Pid>& ended = m_scene->graph().ended;
    const bool roomChanges = m_ended->text().isEmpty() != ended.empty();
    m_ended->setText(ended.empty() ? QString()
            : ended.size() == 1    ? tr("1 ended")
                                   : tr("%1 ended").arg(ended.size()));
    m_ended->setToolTip(plainTip(endedTip(world, ended)));
    m_ended->setVisible(!ended.empty());
    placeOverlays();
    // It has a row of its own where the map is scrolled; and it grows with its numbers, as the
    // legend does.
    if (roomChanges || overlayCovers())
        refit();
    describe();
}

void MapView::tick()
{
    if (m_unseen.leavesOut()) {
        m_clock.setNeeded(false); // until it is shown again
        return;
    }
    m_scene->retime(m_context.cursor.world(), m_clock.now());
}

void MapView::relook()
{
    const Look& look = m_context.look;
    m_ground = {};
    // Of what lies beside the viewport; the application's sheet leaves no say to a palette.
    setStyleSheet(QStringLiteral("ipclab--MapView { background: %1; border: 0; }")
                      .arg(look.colour(Ink::Background).name()));
    m_legend->relook();
    m_ended->setStyleSheet(QStringLiteral("QLabel { %1 background: transparent; }")
                               .arg(css(look.small(), look.colour(Ink::QuietText))));
    m_foreseen.reset();
    const std::optional<World> fullest = foreseen();
    m_scene->relook(fullest ? *fullest : m_context.cursor.world(), m_clock.now());
    rebuild();
    rebuildWords();
    refit();
    viewport()->update();
}

void MapView::placeAnew()
{
    m_foreseen.reset(); // the rest of the run goes by what is shown now
    m_scene->tidy(m_context.cursor.world(), m_clock.now());
    fit();
}

void MapView::select(const MapNode& node)
{
    m_group.reset();
    switch (node.kind) {
    case MapNode::Kind::Process:
        m_context.selection.choose(pidOf(node));
        break;
    case MapNode::Kind::Channel:
        m_context.selection.choose(channelOf(node));
        break;
    case MapNode::Kind::Lock: // the inspector says why it waits, and who has the lock
        m_context.selection.choose(firstWaiter(m_scene->graph(), m_context.cursor.world(), node));
        break;
    case MapNode::Kind::Group: {
        const Pid of = pidOf(node);
        m_group = node;
        m_context.selection.choose(m_context.cursor.world().process(of) ? of : Pid {});
        break;
    }
    }
    followSelection();
}

void MapView::chooseNothing()
{
    m_group.reset();
    m_context.selection.clear();
    followSelection();
}

void MapView::followSelection()
{
    const Selection& selection = m_context.selection;
    const Pid of = m_group ? pidOf(*m_group) : Pid {};
    // Then the Selection has had it.
    const bool told = m_group && m_context.cursor.world().process(of) != nullptr;
    if (m_group
        && (selection.channel()
            || (told ? selection.pid() != of : static_cast<bool>(selection.pid()))))
        m_group.reset();
    if (m_scene->standAlone(m_group ? Pid {} : selection.pid()))
        rebuild();
    showSelected();
}

// Also what is drawn as one with others.
void MapView::showSelected()
{
    const Selection& selection = m_context.selection;
    const MapGraph& graph = m_scene->graph();
    std::optional<MapNode> node = m_group;
    if (!m_group && selection.pid()) {
        const auto card = graph.cardOf.find(selection.pid());
        node = card == graph.cardOf.end() ? nodeOf(selection.pid()) : card->second;
    } else if (selection.channel()) {
        node = tubeFor(graph, selection.channel());
    }
    m_scene->select(node);
    m_scene->pointOut(m_legend->chosen(), m_context.cursor.world());
}

void MapView::placeOverlays()
{
    const int corner = m_context.look.px(kCorner);
    m_legend->adjustSize();
    m_legend->move(width() - m_legend->width() - corner,
        m_legendBelow ? height() - m_legend->height() - corner : corner);
    m_legend->setVisible(!m_scene->graph().cards.empty());
    m_ended->adjustSize();
    const int bottom = viewport()->geometry().bottom() + viewportMargins().bottom();
    m_ended->move(corner, bottom - m_ended->height() - corner / 2);
}

QRect MapView::rectOf(const MapNode& node) const
{
    const QRectF rect = m_scene->rectOf(node);
    return rect.isNull() ? QRect() : mapFromScene(rect).boundingRect();
}

void MapView::describe()
{
    setAccessibleName(tr("Map"));
    const World& world = m_context.cursor.world();
    const QString words = m_scene->graph().cards.empty() ? emptyText()
        : m_focused ? nodeWords(world, m_scene->graph(), *m_focused, m_scene->before())
                    : mapSummary(world, m_scene->graph(), m_scene->before());
    if (words != accessibleDescription())
        setAccessibleDescription(words); // and so it is said
}

void MapView::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        rebuild();
        rebuildWords();
    }
    QGraphicsView::changeEvent(event);
}

void MapView::resizeEvent(QResizeEvent* event)
{
    QGraphicsView::resizeEvent(event);
    placeOverlays();
    refit();
}

} // namespace ipclab
