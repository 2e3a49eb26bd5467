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

Pid pidOf(const MapNode& node)
{
    return Pid { static_cast<std::int32_t>(node.number) };
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

void MapView::addActsTo(QMenu& menu)
{
    std::optional<MapNode> node = m_group;
    if (!node && m_context.selection.pid())
        node = nodeOf(m_context.selection.pid());
    if (!menu.isEmpty())
        menu.addSeparator();
    if (node)
        addFoldActs(menu, *node);
    const auto add = [&](const QString& words, const QKeySequence& keys, auto act) {
        QAction* const action = menu.addAction(words);
        action->setShortcut(keys);
        action->setShortcutContext(Qt::WidgetShortcut); // the map hears these keys itself
        action->setShortcutVisibleInContextMenu(true);
        connect(action, &QAction::triggered, this, act);
    };
    constexpr qreal kZoom = 1.2;
    add(tr("&Find a process…"), Qt::Key_F, [this] { find({}); });
    menu.addSeparator();
    add(tr("&Closer"), Qt::CTRL | Qt::Key_Plus, [this] { zoomBy(kZoom); });
    add(tr("F&urther"), Qt::CTRL | Qt::Key_Minus, [this] { zoomBy(1 / kZoom); });
    add(tr("&All of it"), Qt::CTRL | Qt::Key_0, [this] { fit(); });
    add(tr("Place a&new"), {}, [this] { emit m_scene->emptyDoubleClicked(); });
}

void MapView::addFoldActs(QMenu& menu, const MapNode& node)
{
    const MapFold now = m_scene->foldOf(node);
    if (now == MapFold::None)
        return;
    const auto add = [&](const QString& words, Qt::Key key, auto act) {
        QAction* const action = menu.addAction(words);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut);
        action->setShortcutVisibleInContextMenu(true);
        connect(action, &QAction::triggered, this, act);
    };
    const World& world = m_context.cursor.world();
    const MapNode group { MapNode::Kind::Group, node.number };
    const auto card = std::ranges::find(m_scene->graph().cards, group, &MapCard::node);
    if (card != m_scene->graph().cards.end()) {
        add(tr("&Show those that descend from it"), Qt::Key_Plus,
            [this, group] { fold(group, false); });
        connect(menu.addAction(tr("Find &one of them…")), &QAction::triggered, this,
            [this, among = card->pids] { find(among); });
    }
    const bool folds = now == MapFold::Open && world.process(pidOf(node));
    if (folds)
        add(tr("Fold all that &descends from it"), Qt::Key_Minus,
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
