// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/endpoint/endpoints.h"

#include <sys/stat.h>
#include <unistd.h>

#include <fmt/format.h>

#include <algorithm>
#include <string_view>
#include <type_traits>
#include <utility>

#include "ipc-core/endpoint/loopback.h"

namespace ipclab {

namespace {
constexpr std::array<std::string_view, 3> kStreamNames { "stdin", "stdout", "stderr" };

std::string streamName(int stream)
{
    return std::string(kStreamNames[static_cast<std::size_t>(stream)]);
}

Wiring wiringOf(const StdioPlan& plan, int stream)
{
    return std::array { plan.in, plan.out, plan.error }[static_cast<std::size_t>(stream)];
}

// FOLDER/stdout.fifo, or stdout-2.fifo when another program of the run has that one.
std::string freshPath(const std::string& folder, const std::string& stem, const char* suffix)
{
    std::string path = fmt::format("{}/{}{}", folder, stem, suffix);
    struct stat facts { };
    for (int copy = 2; ::lstat(path.c_str(), &facts) == 0; ++copy)
        path = fmt::format("{}/{}-{}{}", folder, stem, copy, suffix);
    return path;
}

// Which of a shared channel's streams its bytes are said to come from.
int toldStream(const std::array<bool, 3>& streams)
{
    return streams[1] ? 1 : streams[2] ? 2 : 0;
}

// Calls `act` with the end, if the lab has one.
template <typename End, typename Act> void withEnd(End& end, Act act)
{
    std::visit(
        [&act](auto& held) {
            if constexpr (!std::is_same_v<std::decay_t<decltype(held)>, std::monostate>)
                act(held);
        },
        end);
}
} // namespace

Result<std::unique_ptr<Endpoints>> Endpoints::make(
    const StdioPlan& plan, const std::string& runFolder)
{
    std::unique_ptr<Endpoints> made(new Endpoints);
    for (const int stream : { 0, 1, 2 }) {
        if (const Status status = made->wire(stream, plan, runFolder); !status)
            return status.error();
    }
    return made;
}

Endpoints::~Endpoints()
{
    closeAll();
    for (const std::string& path : m_files)
        ::unlink(path.c_str());
}

Status Endpoints::wire(int stream, const StdioPlan& plan, const std::string& runFolder)
{
    if (share(stream, plan))
        return Done {};
    Result<EndPair> pair = pairFor(stream, plan, runFolder);
    if (!pair)
        return pair.error();
    Result<UniqueFd> child = copyAboveStdio(pair->child.get());
    if (!child)
        return child.error();
    m_child[static_cast<std::size_t>(stream)] = std::move(*child);
    if (!pair->lab)
        return Done {};

    LabEnd& labEnd = m_lab.emplace_back();
    labEnd.facts.wiring = wiringOf(plan, stream);
    labEnd.facts.flow = pair->flow;
    labEnd.facts.streams[static_cast<std::size_t>(stream)] = true;
    open(labEnd, std::move(*pair));
    return Done {};
}

bool Endpoints::share(int stream, const StdioPlan& plan)
{
    const Wiring wiring = wiringOf(plan, stream);
    const bool socket = wiring == Wiring::TcpSocket || wiring == Wiring::UnixSocket;
    const bool shared = wiring == Wiring::Terminal || (socket && stream == 1);
    if (!shared)
        return false;
    const auto other = std::find_if(m_lab.begin(), m_lab.end(),
        [wiring](const LabEnd& labEnd) { return labEnd.facts.wiring == wiring; });
    if (other == m_lab.end())
        return false;
    const auto first = static_cast<std::size_t>(
        std::find(other->facts.streams.begin(), other->facts.streams.end(), true)
        - other->facts.streams.begin());
    Result<UniqueFd> copy = copyAboveStdio(m_child[first].get());
    if (!copy)
        return false;
    m_child[static_cast<std::size_t>(stream)] = std::move(*copy);
    other->facts.streams[static_cast<std::size_t>(stream)] = true;
    return true;
}

Result<EndPair> Endpoints::pairFor(int stream, const StdioPlan& plan, const std::string& runFolder)
{
    const Flow flow = stream == 0 ? Flow::ToChild : Flow::FromChild;
    const std::string chosen = stream == 0 ? plan.inPath : stream == 1 ? plan.outPath : "";
    switch (wiringOf(plan, stream)) {
    case Wiring::Terminal:
        return terminalPair();
    case Wiring::Pipe:
        return pipePair(flow);
    case Wiring::Fifo:
        return makeFifo(
            chosen.empty() ? freshPath(runFolder, streamName(stream), ".fifo") : chosen, flow);
    case Wiring::TcpSocket:
        return tcpPair(stream == 2 ? std::uint16_t { 0 } : plan.port);
    case Wiring::UnixSocket:
        return unixPair();
    case Wiring::File:
        return makeFile(freshPath(runFolder, streamName(stream), ".txt"), flow);
    case Wiring::Null:
        return nullEnd(flow);
    case Wiring::Inherit:
        break;
    }
    return inheritedEnd(stream);
}

Result<EndPair> Endpoints::makeFifo(const std::string& path, Flow flow)
{
    Result<NamedFifo> fifo = fifoAt(path);
    if (!fifo)
        return fifo.error();
    m_fifos.push_back(std::move(*fifo));
    return fifoPair(m_fifos.back(), flow);
}

Result<EndPair> Endpoints::makeFile(const std::string& path, Flow flow)
{
    Result<EndPair> pair = filePair(path, flow);
    if (pair)
        m_files.push_back(path);
    return pair;
}

void Endpoints::open(LabEnd& labEnd, EndPair pair)
{
    labEnd.facts.descriptor = pair.lab.get();
    EndListener listener = listenerFor(labEnd);
    if (pair.kind == EndKind::File && pair.flow == Flow::FromChild)
        labEnd.end.emplace<FileTail>(std::move(pair.lab), std::move(listener));
    else
        labEnd.end.emplace<DescriptorEnd>(
            std::move(pair.lab), pair.flow, pair.kind, std::move(listener));
}

EndListener Endpoints::listenerFor(const LabEnd& labEnd)
{
    // Asked at each event: the streams that share the end join it after it was made.
    const auto stream = [&labEnd] { return toldStream(labEnd.facts.streams); };
    return EndListener {
        .arrived = [this, stream](const QByteArray& bytes) { emit arrived(stream(), bytes); },
        .sent = [this](qint64 count) { emit sent(STDIN_FILENO, count); },
        .ended = [this, stream] { emit endReached(stream()); },
        .failed =
            [this, stream](Error error) {
                error.subject = streamName(error.step == "write" ? STDIN_FILENO : stream());
                emit failed(error);
            },
    };
}

std::array<int, 3> Endpoints::childDescriptors() const
{
    return { m_child[0].get(), m_child[1].get(), m_child[2].get() };
}

std::optional<int> Endpoints::terminalStream() const
{
    for (const LabEnd& labEnd : m_lab) {
        if (labEnd.facts.wiring == Wiring::Terminal)
            return toldStream(labEnd.facts.streams);
    }
    return std::nullopt;
}

std::vector<LabEndFacts> Endpoints::labEnds() const
{
    std::vector<LabEndFacts> all;
    for (const LabEnd& labEnd : m_lab) {
        all.push_back(labEnd.facts);
        withEnd(labEnd.end, [&](const auto& end) { all.back().descriptor = end.descriptor(); });
    }
    return all;
}

qint64 Endpoints::send(const QByteArray& bytes)
{
    qint64 taken = 0;
    for (LabEnd& labEnd : m_lab) {
        if (labEnd.facts.streams[STDIN_FILENO])
            withEnd(labEnd.end, [&](auto& end) { taken = end.send(bytes); });
    }
    return taken;
}

void Endpoints::closeWriteSide()
{
    for (LabEnd& labEnd : m_lab) {
        if (labEnd.facts.streams[STDIN_FILENO])
            withEnd(labEnd.end, [](auto& end) { end.closeWriteSide(); });
    }
}

void Endpoints::setReading(bool reading)
{
    for (LabEnd& labEnd : m_lab)
        withEnd(labEnd.end, [reading](auto& end) { end.setReading(reading); });
}

void Endpoints::closeChildEnds()
{
    for (UniqueFd& child : m_child)
        child.reset();
}

void Endpoints::closeAll()
{
    closeChildEnds();
    for (LabEnd& labEnd : m_lab)
        withEnd(labEnd.end, [](auto& end) { end.close(); });
}

} // namespace ipclab
