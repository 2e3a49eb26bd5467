// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_scene.h"

#include "views/map/map_facts.h"

#include <algorithm>

namespace ipclab {

MapScene::MapScene(const Look& look, QObject* parent)
    : QGraphicsScene(parent)
    , m_look(look)
    , m_moves(look, *this)
    , m_word(new MapWord(look))
{
    setItemIndexMethod(NoIndex); // few items, and they move
    addItem(m_word);
    connect(&m_glide, &QVariantAnimation::valueChanged, this,
        [this](const QVariant& share) { showOffsets(share.toReal()); });
    connect(&m_glide, &QVariantAnimation::finished, this, &MapScene::endGlide);
}

void MapScene::showWorld(const World& world, Nanoseconds now, bool moving, bool growing)
{
    // Live, much happens at one time; else the same time may be an earlier moment.
    const bool past = moving ? world.now < m_latest : world.now <= m_latest;
    learn(world);
    MapGraph graph = mapGraph(world, m_folds);
    if (!past && crowdFolds(m_graph, graph, m_folds))
        forgetOwnPlaces();
    m_rearrange = m_rearrange || graph != m_graph;
    m_graph = std::move(graph);
    showNodes(world, now);
    showSigns();
    if (m_rearrange) {
        recallPlaces(world);
        arrange(world.now, past);
    }
    m_latest = std::max(m_latest, world.now);
    m_refolded = false;
    showLinks(world);
    showWord(world);
    standOut(world);
    const MapMoves::Ground ground { m_graph, m_links, outlines().rects };
    m_moves.showBytes(world, ground, moving);
    m_moves.showLives(world, ground, now, growing);
    if (m_rearrange) {
        m_rearrange = false;
        emit arranged();
    }
}

void MapScene::retime(const World& world, Nanoseconds now)
{
    for (const MapCard& card : m_graph.cards) {
        const auto item = m_cards.find(card.node);
        if (item == m_cards.end() || card.node.kind == MapNode::Kind::Group)
            continue; // a group tells of no time
        const StateMark mark = item->second->facts().mark;
        if (mark == StateMark::Waiting || mark == StateMark::Sleeping
            || mark == StateMark::Deadlock)
            item->second->show(cardFacts(world, card, now, m_before));
    }
}

void MapScene::forget()
{
    forgetPlaces();
    m_latest = 0;
    m_folds = {};
    m_moves.forget();
}

void MapScene::forgetPlaces()
{
    endGlide();
    m_places.clear();
    m_arranged.clear();
    m_placedAt.clear();
    m_dragged.clear();
    m_births.forget(); // what a person moved goes where they put it
    m_rearrange = true;
}

// But of what the person moved.
void MapScene::forgetOwnPlaces()
{
    std::erase_if(m_places, [this](const auto& entry) { return !m_dragged.contains(entry.first); });
    m_rearrange = true;
}

void MapScene::relook(const World& world, Nanoseconds now)
{
    for (const auto& [node, item] : m_cards)
        item->relook();
    for (const auto& [node, item] : m_tubes)
        item->relook();
    for (LinkItem* const link : m_links)
        link->relook();
    for (FamilyItem* const family : m_families)
        family->relook();
    for (FamilyItem* const kin : m_kin)
        kin->relook();
    m_word->relook();
    placeAnew(world, now); // sizes have changed, so all places do
}

void MapScene::tidy(const World& world, Nanoseconds now)
{
    m_memory.places.clear();
    placeAnew(world, now);
}

void MapScene::placeAnew(const World& world, Nanoseconds now)
{
    forgetPlaces();
    showWorld(world, now, false);
}

void MapScene::showNodes(const World& world, Nanoseconds now)
{
    const auto fit = [this](const MapNode& node, const MapBox& box) {
        MapBox& known = m_boxes[node];
        m_rearrange = m_rearrange || known.size != box.size;
        known = box;
    };
    for (const MapCard& card : m_graph.cards) {
        CardItem*& item = m_cards[card.node];
        if (!item) {
            item = new CardItem(m_look, card.self);
            addItem(item);
        }
        item->show(cardFacts(world, card, now, m_before));
        MapBox box = CardItem::boxFor(item->facts(), m_look, card.self);
        box.hangs = card.self || card.fold == MapFold::None ? 0 : FoldSign::reach(m_look);
        fit(card.node, box);
    }
    for (const MapTube& tube : m_graph.tubes) {
        TubeItem*& item = m_tubes[tube.node];
        if (!item) {
            item = new TubeItem(m_look);
            addItem(item);
        }
        item->show(tubeFacts(world, tube, m_before));
        fit(tube.node, TubeItem::boxFor(item->facts(), m_look));
    }
    dropOthers();
}

void MapScene::dropOthers()
{
    const std::vector<MapNode> shown = nodes();
    const std::set<MapNode> kept(shown.begin(), shown.end());
    const auto dropFrom = [&](auto& items) {
        std::erase_if(items, [&](const auto& entry) {
            if (kept.contains(entry.first))
                return false;
            m_signs.erase(entry.first); // its card has it
            delete entry.second;
            m_boxes.erase(entry.first);
            return true;
        });
    };
    dropFrom(m_cards);
    dropFrom(m_tubes);
}

void MapScene::showWord(const World& world)
{
    std::vector<QRectF> some;
    std::vector<QRectF> all;
    for (const MapNode& node : nodes())
        all.push_back(rectOf(node));
    for (const auto& [node, item] : m_tubes) {
        if (item->facts().deadlock)
            some.push_back(rectOf(node));
    }
    for (const auto& [node, item] : m_cards) {
        if (item->facts().mark == StateMark::Deadlock)
            some.push_back(rectOf(node));
    }
    const bool shown = !some.empty() && world.finding(FindingKind::Deadlock);
    m_word->say(shown ? tr("DEADLOCK") : QString());
    if (shown)
        m_word->setPos(placeForWord(m_word->size(), some, all, m_look.px(14)));
}

std::vector<MapNode> MapScene::nodes() const
{
    std::vector<MapNode> found;
    found.reserve(m_graph.cards.size() + m_graph.tubes.size());
    for (const MapCard& card : m_graph.cards)
        found.push_back(card.node);
    for (const MapTube& tube : m_graph.tubes)
        found.push_back(tube.node);
    return found;
}

QRectF MapScene::rectOf(const MapNode& node) const
{
    const QGraphicsItem* const item = itemOf(node);
    const auto box = m_boxes.find(node);
    return item && box != m_boxes.end() ? QRectF(item->pos(), box->second.size) : QRectF();
}

QRectF MapScene::content() const
{
    QRectF all;
    for (const MapNode& node : nodes())
        all |= rectOf(node);
    for (const FamilyItem* const family : m_families)
        all |= family->boundingRect();
    for (const LinkItem* const link : m_links)
        all |= link->facts().shape.path().boundingRect();
    if (m_word->isVisible())
        all |= m_word->sceneBoundingRect();
    return all;
}

QGraphicsItem* MapScene::itemOf(const MapNode& node) const
{
    if (const auto card = m_cards.find(node); card != m_cards.end())
        return card->second;
    if (const auto tube = m_tubes.find(node); tube != m_tubes.end())
        return tube->second;
    return nullptr;
}

MapOutlines MapScene::outlines() const
{
    MapOutlines found;
    for (const auto& [node, item] : m_cards)
        found.rects[node] = rectOf(node);
    for (const auto& [node, item] : m_tubes) {
        const QRectF tube = item->tube().translated(item->pos());
        found.rects[node] = tube;
        found.words[node] = rectOf(node).adjusted(0, tube.height(), 0, 0);
    }
    return found;
}

// Projected, letters take the room.
MapGaps MapScene::gaps() const
{
    const MapGaps desk;
    const bool chips = std::ranges::any_of(m_graph.links, &MapLink::chip); // they hang there
    const MapGaps room { 26, chips ? 18.0 : 11.0, 38, desk.wide, desk.room };
    const MapGaps& gaps = m_look.projector() ? room : desk;
    const qreal scale = m_look.scale();
    return { gaps.across * scale, gaps.down * scale, gaps.word * scale, gaps.wide, desk.room };
}

} // namespace ipclab
