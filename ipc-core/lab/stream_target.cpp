// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/stream_target.h"

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

const Process* processNamed(const World& world, std::string_view name)
{
    const Process* best = nullptr;
    for (const Process* process : world.named(name)) { // oldest first
        if (process->alive())
            return process;
        if (!best || process->ending->at >= best->ending->at)
            best = process;
    }
    return best;
}

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
    if (!descriptor || descriptor->channel == m_channel)
        return false;
    m_channel = descriptor->channel;
    return true;
}

void StreamTarget::forget()
{
    m_pid = {};
    m_fd.reset();
    m_channel = {};
    m_mode.reset();
}

const Stream* StreamTarget::stream(const World& world) const
{
    const Process* const process = world.process(m_pid);
    return process && process->alive() && m_fd ? process->streamOn(*m_fd) : nullptr;
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
