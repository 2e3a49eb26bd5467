// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/map/map_graph.h"

#include "ipc-core/analysis/wait.h"
#include "views/map/map_bundle.h"
#include "views/map/map_locks.h"

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
    bool awaits = false; // it will have it when somebody opens the other end, fifo(7)
};
using Holdings = std::map<ChannelId, std::map<Pid, Holding>>;

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

// A FIFO whose other end it waits for, once it is known which that is.
void noteAwaited(Holdings& found, const World& world, Pid pid, const Thread& thread)
{
    const Channel* const fifo = thread.call ? world.channel(thread.call->channel) : nullptr;
    if (!fifo || fifo->kind != ChannelKind::Fifo || reasonOf(*thread.call) != WaitReason::Peer
        || !thread.call->opens)
        return;
    Holding& holding = found[fifo->id][pid];
    holding.writes = holding.writes || thread.call->opens == Access::Write;
    holding.reads = holding.reads || thread.call->opens == Access::Read;
    holding.first = holding.first || thread.call->opens == Access::Read;
    holding.onlyStderr = false;
    holding.awaits = true;
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
        for (const auto& [tid, thread] : process.threads)
            noteAwaited(found, world, pid, thread);
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

// What processes have in common though no bytes pass through it.
bool isCommon(ChannelKind kind)
{
    return kind == ChannelKind::Shm || kind == ChannelKind::Semaphore
        || kind == ChannelKind::Eventfd;
}

// Drawn is what carries bytes between programs in view, what they have in common, what is someone's
// stdin or stdout, and the FIFO that someone waits to open.
bool isDrawn(const World& world, const Channel& channel, const std::map<Pid, Holding>& holders)
{
    bool someone = false;
    bool stdio = false;
    bool listens = false;
    bool awaited = false;
    std::size_t programs = 0;
    for (const auto& [pid, holding] : holders) {
        const Process* const process = world.process(pid);
        someone = someone || (process && !process->self && !holding.onlyStderr);
        stdio = stdio || (process && !process->self && holding.stdio);
        awaited = awaited || holding.awaits;
        programs += process && !process->self ? 1 : 0;
        listens = listens || (channel.backlog && holding.reads);
    }
    const bool between = channel.carriesBytes() && holders.size() > 1 && !channel.backlog;
    const bool common = isCommon(channel.kind) && programs > 1;
    return someone && (stdio || listens || awaited || between || common);
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

void addCards(MapGraph& graph, const std::vector<const Process*>& shown, const MapFolds& folds)
{
    const std::map<Pid, Pid> groups = foldedInto(shown, folds);
    std::map<MapNode, std::size_t> indexOf;
    std::map<Pid, MapFold> foldOf;
    for (const Process* const process : shown) {
        const auto group = groups.find(process->pid);
        const bool inGroup = group != groups.end();
        const Pid parent = inGroup ? group->second : process->parent;
        const MapNode node
            = inGroup ? MapNode { MapNode::Kind::Group, parent.value } : nodeOf(process->pid);
        graph.cardOf[process->pid] = node;
        MapFold& fold = foldOf[parent];
        if (fold != MapFold::Open)
            fold = inGroup ? MapFold::Folded : MapFold::Open;
        const auto [at, isNew] = indexOf.try_emplace(node, graph.cards.size());
        if (isNew)
            graph.cards.push_back(
                { node, {}, parent, process->self, inGroup ? MapFold::Folded : MapFold::None });
        graph.cards[at->second].pids.push_back(process->pid);
    }
    for (MapCard& card : graph.cards) {
        const auto fold = foldOf.find(card.pids.front());
        if (card.node.kind == MapNode::Kind::Process && fold != foldOf.end())
            card.fold = fold->second;
    }
}

// The links of one tube come one after the other.
void addLink(MapGraph& graph, const MapLink& link)
{
    const auto first
        = std::find_if(graph.links.rbegin(), graph.links.rend(), [&](const MapLink& other) {
              return other.tube != link.tube;
          }).base();
    const auto same = std::find_if(
        first, graph.links.end(), [&](const MapLink& other) { return other.card == link.card; });
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
    // Between those that are drawn as one there is nothing to see.
    if (cards.size() == 1 && holders.size() > 1 && cards.begin()->kind == MapNode::Kind::Group) {
        std::erase_if(graph.links, [&](const MapLink& link) { return link.tube == tube.node; });
        return;
    }
    graph.tubes.push_back(tube);
}

// What IPC Lab started itself has no line: that is so of all that has no other parent.
void addFamilies(MapGraph& graph, const World& world)
{
    const auto cards = std::ranges::count(graph.cards, false, &MapCard::self);
    graph.crowded = static_cast<std::size_t>(cards) > kMostFamily;
    for (const MapCard& card : graph.cards) {
        const Process* const child = world.process(card.pids.front());
        const Process* const parent = world.process(card.parent);
        if (!child || child->self || !parent)
            continue;
        const bool adopted = card.node.kind == MapNode::Kind::Process && child->adopted;
        const auto node = graph.cardOf.find(parent->pid);
        if (node != graph.cardOf.end() && node->second != card.node && (!parent->self || adopted))
            graph.families.push_back({ node->second, card.node, adopted });
    }
}

// IPC Lab has its line always: it stands beside its terminal.
void shortenLinks(MapGraph& graph)
{
    for (const MapTube& tube : graph.tubes) {
        const auto cards = std::ranges::count(graph.links, tube.node, &MapLink::tube);
        if (!tube.terminal || static_cast<std::size_t>(cards) <= kMostAtTerminal)
            continue;
        for (MapLink& link : graph.links) {
            const auto card = std::ranges::find(graph.cards, link.card, &MapCard::node);
            link.chip = link.chip || (link.tube == tube.node && !card->self);
        }
    }
}

} // namespace

bool isNull(const Channel& channel)
{
    return channel.name == "/dev/null";
}

const std::vector<MapFamily>& drawnFamilies(const MapGraph& graph)
{
    static const std::vector<MapFamily> none;
    return graph.crowded ? none : graph.families;
}

MapNode tubeFor(const MapGraph& graph, ChannelId channel)
{
    for (const MapTube& tube : graph.tubes) {
        if (std::ranges::find(tube.others, channel) != tube.others.end())
            return tube.node;
    }
    return nodeOf(channel);
}

MapGraph mapGraph(const World& world, const MapFolds& folds)
{
    MapGraph graph;
    const bool anyoneLives = std::ranges::any_of(world.processes, [](const auto& entry) {
        return !entry.second.self && entry.second.state() != ProcessState::Gone;
    });
    graph.over = !anyoneLives;
    const std::set<Pid> last = graph.over ? lastTogether(world) : std::set<Pid> {};
    std::vector<const Process*> shown;
    for (const auto& [pid, process] : world.processes) {
        if (isListed(process, last))
            shown.push_back(&process);
        else if (!process.self)
            graph.ended.push_back(pid);
    }
    std::ranges::stable_sort(shown, {}, [](const Process* process) { return process->startedAt; });
    addCards(graph, shown, folds);

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
    std::size_t common = 0;
    for (const auto& entry : holdings) {
        if (!drawn(entry))
            continue;
        const Channel& channel = *world.channel(entry.first);
        if (!isCommon(channel.kind) || ++common <= kMostCommon) // the oldest
            addTube(graph, channel, entry.second);
    }
    bundleTubes(graph, world);
    shortenLinks(graph);
    addLocks(graph, world);
    addFamilies(graph, world);
    return graph;
}

} // namespace ipclab
