// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_graph.h"

#include <algorithm>
#include <set>

namespace ipclab {

namespace {

constexpr int kStderr = 2;

struct Holding {
    bool writes = false;
    bool reads = false;
    bool first = false;
    bool stdio = false; // as stdin or stdout
    bool onlyStderr = true;
};
using Holdings = std::map<ChannelId, std::map<Pid, Holding>>;

bool isNull(const Channel& channel)
{
    return channel.name == "/dev/null";
}

void note(Holding& holding, const Channel& channel, int fd, const Descriptor& descriptor)
{
    for (const End queue : { End::First, End::Second }) {
        if (channel.backlog) { // nothing passes there but those who connect
            holding.reads = true;
            break;
        }
        holding.writes = holding.writes || writesInto(channel, descriptor, queue);
        holding.reads = holding.reads || readsFrom(channel, descriptor, queue);
    }
    holding.first = holding.first || descriptor.end == End::First;
    holding.stdio = holding.stdio || fd < kStderr;
    holding.onlyStderr = holding.onlyStderr && fd == kStderr;
}

Holdings holdingsOf(const World& world)
{
    Holdings found;
    for (const auto& [pid, process] : world.processes) {
        for (const auto& [fd, descriptor] : process.descriptors) {
            const Channel* const channel = world.channel(descriptor.channel);
            if (channel && !isNull(*channel))
                note(found[channel->id][pid], *channel, fd, descriptor);
        }
        for (const ChannelId used : process.attached) {
            Holding& holding = found[used][pid];
            holding.reads = holding.writes = true;
            holding.onlyStderr = false;
        }
    }
    for (const auto& [id, channel] : world.channels) {
        // Who listens will have the other end, when it accepts.
        for (const Holder& server : channel.listener ? world.readers(channel.listener, End::First)
                                                     : std::vector<Holder> {}) {
            Holding& holding = found[id][server.pid];
            holding.reads = true;
            holding.onlyStderr = false;
        }
        for (const Pid pid : channel.senders) { // each from a socket of its own
            Holding& holding = found[id][pid];
            holding.writes = true;
            holding.onlyStderr = false;
        }
    }
    return found;
}

// Drawn is what carries bytes between programs in view, and what is someone's stdin or stdout.
bool isDrawn(const World& world, const Channel& channel, const std::map<Pid, Holding>& holders)
{
    bool someone = false;
    bool stdio = false;
    bool listens = false;
    for (const auto& [pid, holding] : holders) {
        const Process* const process = world.process(pid);
        someone = someone || (process && !process->self && !holding.onlyStderr);
        stdio = stdio || (process && !process->self && holding.stdio);
        listens = listens || (channel.backlog && holding.reads);
    }
    const bool between = channel.carriesBytes() && holders.size() > 1 && !channel.backlog;
    return someone && (stdio || listens || between);
}

// Who ran last, when nobody runs: back to when nobody ran before them, and only a few.
std::set<Pid> lastTogether(const World& world)
{
    constexpr std::size_t kFew = 8;
    std::vector<const Process*> all;
    for (const auto& [pid, process] : world.processes) {
        if (!process.self)
            all.push_back(&process);
    }
    std::ranges::sort(
        all, {}, [](const Process* one) { return std::pair(one->startedAt, one->pid); });
    std::size_t first = 0;
    Nanoseconds busyUntil = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (all[i]->startedAt > busyUntil)
            first = i;
        busyUntil = std::max(busyUntil, all[i]->ending ? all[i]->ending->at : world.now);
    }
    first = std::max(first, all.size() - std::min(all.size(), kFew));
    std::set<Pid> last;
    for (; first < all.size(); ++first)
        last.insert(all[first]->pid);
    return last;
}

bool isListed(const Process& process, const std::set<Pid>& ended)
{
    return !process.self // shown when it holds an end of what is drawn
        && (process.state() != ProcessState::Gone || ended.contains(process.pid));
}

// The parents with the most children fold first, until few enough cards are left.
std::set<Pid> parentsToFold(const std::vector<const Process*>& shown)
{
    std::map<Pid, std::size_t> children;
    std::set<Pid> parents;
    for (const Process* const process : shown)
        parents.insert(process->parent);
    for (const Process* const process : shown) {
        if (!parents.contains(process->pid)) // whoever has children itself stays
            ++children[process->parent];
    }
    std::vector<std::pair<std::size_t, Pid>> order;
    order.reserve(children.size());
    for (const auto& [pid, count] : children)
        order.emplace_back(count, pid);
    std::ranges::sort(order, std::greater<> {});
    std::set<Pid> folded;
    std::size_t cards = shown.size();
    for (const auto& [count, pid] : order) {
        if (cards <= kMostCards || count < 2)
            break;
        folded.insert(pid);
        cards -= count - 1;
    }
    return folded;
}

void addCards(MapGraph& graph, const std::vector<const Process*>& shown)
{
    const std::set<Pid> folding = parentsToFold(shown);
    std::set<Pid> parents;
    for (const Process* const process : shown)
        parents.insert(process->parent);
    for (const Process* const process : shown) {
        const bool folds = folding.contains(process->parent) && !parents.contains(process->pid);
        const MapNode node = folds ? MapNode { MapNode::Kind::Children, process->parent.value }
                                   : nodeOf(process->pid);
        graph.cardOf[process->pid] = node;
        const auto found = std::ranges::find(graph.cards, node, &MapCard::node);
        if (found != graph.cards.end())
            found->pids.push_back(process->pid);
        else
            graph.cards.push_back({ node, { process->pid }, process->parent, process->self });
    }
}

void addLink(MapGraph& graph, const MapLink& link)
{
    const auto same = std::ranges::find_if(graph.links,
        [&](const MapLink& other) { return other.card == link.card && other.tube == link.tube; });
    if (same == graph.links.end()) {
        graph.links.push_back(link);
        return;
    }
    same->writes = same->writes || link.writes;
    same->reads = same->reads || link.reads;
    same->first = same->first || link.first;
}

void addTube(MapGraph& graph, const Channel& channel, const std::map<Pid, Holding>& holders)
{
    MapTube tube { nodeOf(channel.id), channel.id, channel.kind == ChannelKind::Pty };
    std::set<MapNode> cards;
    for (const auto& [pid, holding] : holders) {
        const auto card = graph.cardOf.find(pid);
        if (card == graph.cardOf.end())
            continue;
        tube.writers += holding.writes ? 1 : 0;
        tube.readers += holding.reads ? 1 : 0;
        if (holding.onlyStderr)
            continue;
        cards.insert(card->second);
        addLink(graph, { card->second, tube.node, holding.writes, holding.reads, holding.first });
    }
    // Between children that are drawn as one there is nothing to see.
    if (cards.size() == 1 && holders.size() > 1 && cards.begin()->kind == MapNode::Kind::Children) {
        std::erase_if(graph.links, [&](const MapLink& link) { return link.tube == tube.node; });
        return;
    }
    graph.tubes.push_back(tube);
}

// What IPC Lab started itself has no line: that is so of all that has no other parent.
void addFamilies(MapGraph& graph, const World& world)
{
    const auto processes = std::ranges::count(graph.cards, false, &MapCard::self);
    if (static_cast<std::size_t>(processes) > kMostFamily)
        return;
    for (const MapCard& card : graph.cards) {
        const Process* const child = world.process(card.pids.front());
        const Process* const parent = child ? world.process(child->parent) : nullptr;
        if (card.node.kind != MapNode::Kind::Process || !parent || child->self)
            continue;
        const auto node = graph.cardOf.find(parent->pid);
        if (node != graph.cardOf.end() && (!parent->self || child->adopted))
            graph.families.push_back({ node->second, card.node, child->adopted });
    }
}

} // namespace

MapNode nodeOf(Pid pid)
{
    return { MapNode::Kind::Process, pid.value };
}

MapNode nodeOf(ChannelId channel)
{
    return { MapNode::Kind::Channel, channel.value };
}

MapGraph mapGraph(const World& world)
{
    MapGraph graph;
    const bool anyoneLives = std::ranges::any_of(world.processes, [](const auto& entry) {
        return !entry.second.self && entry.second.state() != ProcessState::Gone;
    });
    const std::set<Pid> last = anyoneLives ? std::set<Pid> {} : lastTogether(world);
    std::vector<const Process*> shown;
    for (const auto& [pid, process] : world.processes) {
        if (isListed(process, last))
            shown.push_back(&process);
        else if (!process.self)
            graph.ended.push_back(pid);
    }
    std::ranges::stable_sort(shown, {}, [](const Process* process) { return process->startedAt; });
    addCards(graph, shown);

    const Holdings holdings = holdingsOf(world);
    const auto drawn = [&](const auto& entry) {
        const Channel* const channel = world.channel(entry.first);
        return channel && isDrawn(world, *channel, entry.second);
    };
    if (const Process* const self = world.self()) {
        const bool holds = std::ranges::any_of(holdings,
            [&](const auto& entry) { return entry.second.contains(self->pid) && drawn(entry); });
        if (holds) {
            graph.cardOf[self->pid] = nodeOf(self->pid);
            graph.cards.push_back({ nodeOf(self->pid), { self->pid }, self->parent, true });
        }
    }
    for (const auto& entry : holdings) {
        if (drawn(entry))
            addTube(graph, *world.channel(entry.first), entry.second);
    }
    addFamilies(graph, world);
    return graph;
}

} // namespace ipclab
