// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_folding.h"

#include "views/map/map_graph.h"

#include <algorithm>
#include <set>

namespace ipclab {

namespace {

using Children = std::map<Pid, std::vector<Pid>>; // in the order of their start

// A parent whose children are one card so far. The least is opened first: what the person opened,
// then level by level, and there the fewest children.
struct Closed {
    bool byChance = true; // not by the person
    std::size_t level = 0;
    std::size_t children = 0;
    std::size_t order = 0;
    Pid parent;
    auto operator<=>(const Closed&) const = default;
};

class Opening {
public:
    Opening(const std::vector<const Process*>& shown, const MapFolds& folds)
        : m_folds(folds)
    {
        std::set<Pid> pids;
        for (const Process* const process : shown)
            pids.insert(process->pid);
        for (const Process* const process : shown) {
            m_children[process->parent].push_back(process->pid);
            if (!pids.contains(process->parent))
                m_tops.insert(process->parent);
        }
        for (const Pid top : m_tops)
            close(top, 0);
        while (!m_closed.empty()) {
            const Closed next = m_closed.extract(m_closed.begin()).value();
            if (!open(next))
                m_shut.push_back(next.parent);
        }
        for (const Pid parent : m_shut)
            gather(parent);
    }
    [[nodiscard]] std::map<Pid, Pid> groups() const { return m_groupOf; }

private:
    void close(Pid parent, std::size_t level)
    {
        const auto children = m_children.find(parent);
        if (children == m_children.end())
            return;
        const auto wish = m_folds.folded.find(parent);
        if (wish != m_folds.folded.end() && wish->second) {
            m_shut.push_back(parent);
            return;
        }
        m_closed.insert(
            { wish == m_folds.folded.end(), level, children->second.size(), m_order++, parent });
    }
    bool open(const Closed& closed)
    {
        const std::vector<Pid>& children = m_children.at(closed.parent);
        std::size_t& room = closed.byChance ? m_room : m_roomForWishes;
        // Half a crowd says nothing, unless somebody wants to see some of it.
        if (closed.byChance && children.size() > room)
            return false;
        const std::size_t count = std::min(children.size(), room);
        room -= count;
        for (std::size_t i = 0; i < count; ++i)
            close(children[i], closed.level + 1);
        m_opened[closed.parent] = count;
        return count == children.size();
    }
    // All that descends from it and was not drawn.
    void gather(Pid parent)
    {
        const auto drawn = m_opened.find(parent);
        std::vector<Pid> left = m_children.at(parent);
        if (drawn != m_opened.end())
            left.erase(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(drawn->second));
        while (!left.empty()) {
            const Pid pid = left.back();
            left.pop_back();
            if (!m_groupOf.try_emplace(pid, parent).second)
                continue;
            if (const auto more = m_children.find(pid); more != m_children.end())
                left.insert(left.end(), more->second.begin(), more->second.end());
        }
    }

    const MapFolds& m_folds;
    Children m_children;
    std::set<Pid> m_tops;
    std::set<Closed> m_closed;
    std::vector<Pid> m_shut;
    std::map<Pid, std::size_t> m_opened; // and how many of its children have cards
    std::size_t m_room = kMostCards;
    std::size_t m_roomForWishes = kMostOpened;
    std::size_t m_order = 0;
    std::map<Pid, Pid> m_groupOf;
};

} // namespace

bool crowdFolds(const MapGraph& before, const MapGraph& now, const MapFolds& folds)
{
    const auto isNew = [&](const MapCard& card) {
        return card.node.kind == MapNode::Kind::Group && !folds.folded.contains(pidOf(card.node))
            && std::ranges::find(before.cards, card.node, &MapCard::node) == before.cards.end();
    };
    return 2 * now.cards.size() < before.cards.size() && std::ranges::any_of(now.cards, isNew);
}

std::map<Pid, Pid> foldedInto(const std::vector<const Process*>& shown, const MapFolds& folds)
{
    std::map<Pid, Pid> groups = Opening(shown, folds).groups();
    groups.erase(folds.chosen);
    // One alone takes no more room than its group would, unless the person folded it.
    std::map<Pid, std::vector<Pid>> members;
    for (const auto& [pid, group] : groups)
        members[group].push_back(pid);
    for (const auto& [group, pids] : members) {
        const auto wish = folds.folded.find(group);
        if (pids.size() == 1 && (wish == folds.folded.end() || !wish->second))
            groups.erase(pids.front());
    }
    return groups;
}

} // namespace ipclab
