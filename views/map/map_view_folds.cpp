// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/menu_text.h"
#include "views/common/selection.h"
#include "views/common/time_cursor.h"
#include "views/map/map_finder.h"
#include "views/map/map_scene.h"
#include "views/map/map_view.h"

#include <QMenu>

#include <algorithm>

namespace ipclab {

// What is folded, who is looked for, and the map's own entries in a menu.

namespace {

// The map hears these keys itself.
template <typename Act>
void add(MapView& map, QMenu& menu, const QString& words, const QKeySequence& keys, const Act& act)
{
    QAction* const action = menu.addAction(words);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setShortcutVisibleInContextMenu(true);
    QObject::connect(action, &QAction::triggered, &map, act);
}

} // namespace

// The group of a card, or what is a group itself; of what has neither, nothing happens.
void MapView::fold(const MapNode& node, bool folded)
{
    const MapFold now = m_scene->foldOf(node);
    if (now == MapFold::None || (folded && node.kind == MapNode::Kind::Group))
        return;
    const bool focused = m_focused.has_value();
    m_scene->fold(pidOf(node), folded);
    rebuild();
    rebuildWords();
    const MapNode group { MapNode::Kind::Group, node.number };
    const MapNode parent = nodeOf(pidOf(node));
    if (focused && !m_focused && !m_scene->rectOf(parent).isNull()) // goes on where it was
        focusNode(parent);
    if (m_group && m_scene->rectOf(group).isNull()) {
        m_group.reset();
        followSelection();
    }
    showSelected();
}

void MapView::toggleFold(const MapNode& node)
{
    fold(node, m_scene->foldOf(node) == MapFold::Open);
}

void MapView::setSubject(const QString& labOrCommand)
{
    if (labOrCommand == m_subject)
        return;
    m_memories.keep(m_subject, m_scene->memory());
    m_subject = labOrCommand;
    m_scene->recall(m_memories.of[m_subject]);
    m_scene->forget(); // what is shown already was placed as of another
    m_foreseen.reset();
    rebuild();
    rebuildWords();
}

QByteArray MapView::saveMemories() const
{
    MapMemories all = m_memories;
    all.keep(m_subject, m_scene->memory());
    return all.toBytes();
}

void MapView::restoreMemories(const QByteArray& saved)
{
    m_memories = MapMemories::fromBytes(saved);
    m_scene->recall(m_memories.of[m_subject]);
}

std::optional<MapNode> MapView::chosen() const
{
    if (m_group || !m_context.selection.pid())
        return m_group;
    return nodeOf(m_context.selection.pid());
}

MapFold MapView::foldOfChosen() const
{
    const std::optional<MapNode> node = chosen();
    return node ? m_scene->foldOf(*node) : MapFold::None;
}

void MapView::foldChosen(bool folded)
{
    if (const std::optional<MapNode> node = chosen())
        fold(*node, folded);
}

void MapView::findProcess()
{
    find({});
}

void MapView::addActsTo(QMenu& menu)
{
    if (!menu.isEmpty())
        menu.addSeparator();
    if (const std::optional<MapNode> node = chosen())
        addFoldActs(menu, *node);
    add(*this, menu, tr("&Find a process…"), Qt::Key_F, &MapView::findProcess);
    menu.addSeparator();
    add(*this, menu, tr("&Closer"), Qt::CTRL | Qt::Key_Plus, &MapView::closer);
    add(*this, menu, tr("F&urther"), Qt::CTRL | Qt::Key_Minus, &MapView::further);
    add(*this, menu, tr("&All of it"), Qt::CTRL | Qt::Key_0, &MapView::fit);
    add(*this, menu, tr("Real si&ze (100 %)"), Qt::CTRL | Qt::ALT | Qt::Key_0,
        &MapView::showRealSize);
    add(*this, menu, tr("Place a&new"), {}, &MapView::placeAnew);
}

void MapView::addFoldActs(QMenu& menu, const MapNode& node)
{
    const MapFold now = m_scene->foldOf(node);
    if (now == MapFold::None)
        return;
    const World& world = m_context.cursor.world();
    const MapNode group { MapNode::Kind::Group, node.number };
    const auto card = std::ranges::find(m_scene->graph().cards, group, &MapCard::node);
    if (card != m_scene->graph().cards.end()) {
        add(*this, menu, tr("&Show those that descend from it"), Qt::Key_Plus,
            [this, group] { fold(group, false); });
        connect(menu.addAction(tr("Find &one of them…")), &QAction::triggered, this,
            [this, among = card->pids] { find(among); });
    }
    const bool folds = now == MapFold::Open && world.process(pidOf(node));
    if (folds)
        add(*this, menu, tr("Fold all that &descends from it"), Qt::Key_Minus,
            [this, node] { fold(node, true); });
}

void MapView::showOwnMenu(const QPoint& globalPlace)
{
    auto* const menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("acts"));
    addActsTo(*menu);
    menu->popup(globalPlace);
}

// Of nobody: among all on the map. Who is found in a group gets a card of its own.
void MapView::find(std::vector<Pid> among)
{
    if (among.empty()) {
        for (const auto& [pid, node] : m_scene->graph().cardOf)
            among.push_back(pid);
    }
    if (among.empty())
        return;
    auto* const finder = new MapFinder(m_context.look, m_context.cursor.world(), among, this);
    connect(finder, &MapFinder::found, this, [this](Pid pid) {
        select(nodeOf(pid));
        if (!m_scene->rectOf(nodeOf(pid)).isNull()) // it has not ended meanwhile
            focusNode(nodeOf(pid));
    });
    finder->popUp(mapToGlobal(viewport()->geometry().center()));
}

} // namespace ipclab
