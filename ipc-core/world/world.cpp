// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/world.h"

#include <algorithm>

namespace ipclab {

namespace {

template <typename Takes>
std::vector<Holder> holders(const World& world, ChannelId id, const Takes& takes)
{
    std::vector<Holder> found;
    const Channel* const channel = world.channel(id);
    if (!channel)
        return found;
    for (const auto& [pid, process] : world.processes) {
        for (const auto& [fd, descriptor] : process.descriptors) {
            if (descriptor.channel == id && takes(*channel, descriptor))
                found.push_back({ pid, fd });
        }
    }
    return found;
}

// The same, when one of them is enough.
template <typename Takes>
bool mayBeHeld(const World& world, ChannelId id, std::uint64_t& looks, const Takes& takes)
{
    const Channel* const channel = world.channel(id);
    if (!channel)
        return false;
    for (const auto& [pid, process] : world.processes) {
        if (looks == 0)
            return true;
        --looks;
        for (const auto& [fd, descriptor] : process.descriptors) {
            if (looks == 0 || (descriptor.channel == id && takes(*channel, descriptor)))
                return true;
            --looks;
        }
    }
    return false;
}

} // namespace

const Process* World::process(Pid pid) const
{
    const auto found = processes.find(pid);
    return found == processes.end() ? nullptr : &found->second;
}

const Process* World::processOf(Tid tid) const
{
    for (const auto& [pid, process] : processes) {
        if (process.threads.contains(tid))
            return &process;
    }
    return nullptr;
}

const Channel* World::channel(ChannelId id) const
{
    const auto found = channels.find(id);
    return found == channels.end() ? nullptr : &found->second;
}

const Process* World::self() const
{
    const auto found
        = std::ranges::find_if(processes, [](const auto& entry) { return entry.second.self; });
    return found == processes.end() ? nullptr : &found->second;
}

bool World::anybodyLives() const
{
    return std::ranges::any_of(
        processes, [](const auto& entry) { return entry.second.isWatched(); });
}

bool World::anybodyHeld() const
{
    return std::ranges::any_of(
        processes, [](const auto& entry) { return entry.second.isWatched() && entry.second.held; });
}

const Descriptor* World::descriptor(Pid pid, int fd) const
{
    const Process* const owner = process(pid);
    if (!owner)
        return nullptr;
    const auto found = owner->descriptors.find(fd);
    return found == owner->descriptors.end() ? nullptr : &found->second;
}

const Finding* World::finding(FindingKind kind) const
{
    const auto found = std::ranges::find(findings, kind, &Finding::kind);
    return found == findings.end() ? nullptr : &*found;
}

std::vector<const Process*> World::named(std::string_view wanted) const
{
    std::vector<const Process*> found;
    for (const auto& [pid, process] : processes) {
        if (!process.self && (process.name == wanted || process.stem() == wanted))
            found.push_back(&process);
    }
    std::ranges::stable_sort(found, {}, [](const Process* process) { return process->startedAt; });
    return found;
}

bool readsFrom(const Channel& channel, const Descriptor& descriptor, End queue)
{
    return channel.readQueue(descriptor.end) == queue && descriptor.access != Access::Write;
}

bool writesInto(const Channel& channel, const Descriptor& descriptor, End queue)
{
    return channel.writeQueue(descriptor.end) == queue && descriptor.access != Access::Read;
}

std::vector<Holder> World::readers(ChannelId id, End end) const
{
    return holders(*this, id, [end](const Channel& channel, const Descriptor& descriptor) {
        return readsFrom(channel, descriptor, end);
    });
}

std::vector<Holder> World::writers(ChannelId id, End end) const
{
    return holders(*this, id, [end](const Channel& channel, const Descriptor& descriptor) {
        return writesInto(channel, descriptor, end);
    });
}

bool mayBeRead(const World& world, ChannelId id, End end, std::uint64_t& looks)
{
    return mayBeHeld(world, id, looks, [end](const Channel& channel, const Descriptor& descriptor) {
        return readsFrom(channel, descriptor, end);
    });
}

bool mayBeWritten(const World& world, ChannelId id, End end, std::uint64_t& looks)
{
    return mayBeHeld(world, id, looks, [end](const Channel& channel, const Descriptor& descriptor) {
        return writesInto(channel, descriptor, end);
    });
}

const Channel* World::writerInFlight(ChannelId id, End end) const
{
    const Channel* const wanted = channel(id);
    if (!wanted || wanted->travelling == 0)
        return nullptr;
    for (const ChannelId socket : carriers) {
        const Channel& carrier = channels.at(socket);
        for (const EndInFlight& one : carrier.inFlight) {
            if (one.channel == id
                && writesInto(*wanted, Descriptor { id, one.access, one.end }, end)
                && !readers(socket, one.at).empty())
                return &carrier;
        }
    }
    return nullptr;
}

} // namespace ipclab
