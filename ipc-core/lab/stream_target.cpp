// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/stream_target.h"

#include "ipc-core/lab/process_ref.h"

#include <algorithm>
#include <charconv>

namespace ipclab {

namespace {

// The descriptor that a word means for this process.
std::optional<int> descriptorNamed(const Process& process, std::string_view word)
{
    if (word == "stdin")
        return 0;
    if (word == "stdout")
        return 1;
    if (word == "stderr")
        return 2;
    if (word == "file") {
        const auto found = std::ranges::find_if(
            process.streams, [](const Stream& stream) { return stream.fd > 2; });
        return found == process.streams.end() ? std::nullopt : std::optional(found->fd);
    }
    int number = -1;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number);
    return error == std::errc {} ? std::optional(number) : std::nullopt;
}

} // namespace

bool StreamTarget::follow(const World& world)
{
    const Process* const process = processNamed(world, m_ref.process);
    if (!process)
        return false;
    if (process->pid != m_pid) {
        m_pid = process->pid;
        m_fd.reset();
        m_mode.reset();
    }
    if (!process->alive())
        return false;
    if (const auto fd = descriptorNamed(*process, m_ref.stream))
        m_fd = fd;
    if (const Stream* const own = stream(world))
        m_mode = own->mode;
    const Descriptor* const descriptor = m_fd ? world.descriptor(m_pid, *m_fd) : nullptr;
    if (!descriptor)
        return false;
    m_end = descriptor->end;
    if (descriptor->channel == m_channel)
        return false;
    m_channel = descriptor->channel;
    return true;
}

void StreamTarget::forget()
{
    m_pid = {};
    m_fd.reset();
    m_channel = {};
    m_end = End::First;
    m_mode.reset();
}

const Stream* StreamTarget::stream(const World& world) const
{
    const Process* const process = world.process(m_pid);
    return process && process->alive() && m_fd ? process->streamOn(*m_fd) : nullptr;
}

const Queue* StreamTarget::queue(const World& world) const
{
    const Descriptor* const descriptor = m_fd ? world.descriptor(m_pid, *m_fd) : nullptr;
    const Channel* const channel = descriptor ? world.channel(descriptor->channel) : nullptr;
    if (!channel)
        return nullptr;
    if (!channel->twoWay())
        return &channel->queueAt(End::First);
    return &channel->queueAt(m_fd == 0 ? descriptor->end : otherEnd(descriptor->end));
}

std::optional<std::uint64_t> StreamTarget::level(const World& world) const
{
    const Queue* const own = queue(world);
    return own ? std::optional(own->bytes) : std::nullopt;
}

std::optional<std::uint64_t> StreamTarget::room(const World& world) const
{
    const Queue* const own = queue(world);
    if (!own || !own->capacity)
        return std::nullopt;
    return *own->capacity - std::min(*own->capacity, own->bytes);
}

std::vector<Holder> StreamTarget::holders(const World& world, bool writeEnd) const
{
    const Channel* const channel = world.channel(m_channel);
    if (!channel)
        return {};
    // Of the bytes that this stream takes or gives: a socket has a queue each way.
    const End queue = m_fd == 0 ? channel->readQueue(m_end) : channel->writeQueue(m_end);
    return writeEnd ? world.writers(m_channel, queue) : world.readers(m_channel, queue);
}

std::optional<Place> StreamTarget::place(const World& world) const
{
    const Stream* const own = stream(world);
    if (own && own->pending > 0)
        return Place::Writer;
    const BytePlaces places = bytePlaces(world, m_channel);
    for (const Place place : { Place::Kernel, Place::Reader, Place::Read }) {
        if (m_channel && places.at(place) > 0)
            return place;
    }
    return std::nullopt;
}

} // namespace ipclab
