// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/strangers.h"

#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/socket_map.h"
#include "ipc-core/capture/task.h"
#include "ipc-core/events/channel_kinds.h"

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace ipclab {

namespace {

constexpr Nanoseconds kAgainAfter = 2 * kSecond; // and then twice as long each time
constexpr Nanoseconds kAgainAtMost = 128 * kSecond;
constexpr int kMostLinks = 1000; // a tick: about a millisecond
constexpr int kLinksOfAProcess = 5; // what finding its descriptors costs
constexpr std::size_t kMostLookedAt = 65536;
constexpr std::size_t kMostSearches = 64;
constexpr std::size_t kMostSaid = 16;

std::string fileOf(Pid pid, const std::string& rest)
{
    return "/proc/" + std::to_string(pid.value) + '/' + rest;
}

std::string nameOf(Pid pid)
{
    const auto stat = statOf(pid);
    return stat ? stat->name : std::string();
}

// The socket at the other end, also where it was not accepted yet.
void addOthers(std::map<std::uint64_t, End>& sockets, const SocketMap& map)
{
    const auto [inode, end] = *sockets.begin();
    const SocketEntry* const own = map.socket(inode);
    for (const SocketEntry* const other :
        { own ? map.peer(*own) : nullptr, own ? map.server(*own) : nullptr }) {
        if (other && other->inode != 0)
            sockets.emplace(other->inode, otherEnd(end));
    }
}

} // namespace

void Strangers::ask(Pid pid, Tid tid, int fd, const ChannelEnd& end)
{
    const ChannelCount* const count = m_channels.count(end.channel);
    if (!keepsOrder(end.kind) || !count || !count->outside || m_next.size() >= kMostSearches)
        return;
    Known& known = m_known[end.channel];
    if (m_recorder.now() < known.nextAt)
        return;
    known.interval = std::clamp(2 * known.interval, kAgainAfter, kAgainAtMost);
    known.nextAt = m_recorder.now() + known.interval;
    const auto key = m_channels.keyOf(pid, fd);
    if (!key)
        return;
    Search search { end.channel, pid, tid, *key, {}, {} };
    if (!isOneWay(end.kind))
        search.sockets = { { key->inode, end.end } };
    m_next.push_back(std::move(search));
}

void Strangers::lookOn()
{
    if (m_now.empty() && m_next.empty())
        return;
    if (m_now.empty())
        begin();
    for (int left = kMostLinks; left > 0;) {
        if (!m_descriptors.empty()) {
            lookAt(Pid { m_processes.back() }, m_descriptors.back());
            m_descriptors.pop_back();
            --left;
            continue;
        }
        m_processes.pop_back();
        if (m_processes.empty())
            return finish();
        const Pid pid { m_processes.back() };
        if (!m_tracees.processes.contains(pid) && pid != Pid { getpid() })
            m_descriptors = openDescriptors(pid);
        left -= kLinksOfAProcess;
    }
}

void Strangers::begin()
{
    m_now = std::exchange(m_next, {});
    std::optional<SocketMap> map; // one of all sockets, if there are any to be looked for
    for (Search& search : m_now) {
        if (search.sockets.empty())
            continue;
        if (!map)
            map = SocketMap::ofThisMoment();
        addOthers(search.sockets, *map);
    }
    m_processes = numbersIn("/proc", kMostLookedAt);
    m_processes.push_back(0); // in place of one that was looked at: it is dropped
}

void Strangers::lookAt(Pid pid, int fd)
{
    const LinkName link = linkNameOf(linkTarget(fileOf(pid, "fd/" + std::to_string(fd))));
    for (Search& search : m_now) {
        for (const End end : endsOf(search, link, pid, fd))
            search.found[end].insert(pid);
    }
}

std::vector<End> Strangers::endsOf(
    const Search& search, const LinkName& link, Pid pid, int fd) const
{
    if (link.kind == LinkKind::Socket) {
        const auto socket = search.sockets.find(link.number);
        return socket == search.sockets.end() ? std::vector<End> {}
                                              : std::vector { socket->second };
    }
    const bool pipe = link.kind == LinkKind::Pipe && search.key.kind == ChannelKind::Pipe
        && link.number == search.key.inode;
    const bool fifo = link.kind == LinkKind::Path && search.key.kind == ChannelKind::Fifo
        && m_channels.keyOf(pid, fd) == search.key;
    const auto access = pipe || fifo ? accessOf(pid, fd) : std::nullopt;
    if (!access)
        return {};
    if (*access == Access::ReadWrite)
        return { End::First, End::Second };
    return { *access == Access::Read ? End::First : End::Second };
}

void Strangers::finish()
{
    for (const Search& search : std::exchange(m_now, {})) {
        for (const End end : { End::First, End::Second }) {
            const auto found = search.found.find(end);
            say(search, end, found == search.found.end() ? Held() : found->second);
        }
    }
}

void Strangers::say(const Search& search, End end, const Held& held)
{
    Held& said = m_known[search.channel].said[end];
    if (said == held)
        return;
    said = held;
    std::vector<Pid> pids;
    std::string names;
    for (const Pid pid : held) {
        const std::string name = nameOf(pid);
        if (name.empty() || pids.size() == kMostSaid)
            continue; // it is gone
        pids.push_back(pid);
        names += name + '\0';
    }
    m_recorder.record(search.by, search.tid, ChannelHeld { search.channel, end, pids, { names } });
}

} // namespace ipclab
