// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_ends.h"

#include <poll.h>

#include <algorithm>
#include <utility>

namespace ipclab {

void Session::connectEnds(Ends& ends)
{
    const Endpoints* const from = ends.endpoints.get();
    connect(from, &Endpoints::arrived, this, [this, &ends](int stream, const QByteArray& bytes) {
        m_capture->labRead(ends.descriptorFor(stream), bytes.toStdString());
        emit arrived(ends.run, stream, bytes);
    });
    connect(from, &Endpoints::sent, this, [this, &ends](int stream, qint64 count) {
        m_capture->labWrote(ends.descriptorFor(stream), ends.sending.left(count).toStdString());
        ends.sending.remove(0, count);
        noteClosed(ends);
    });
    connect(from, &Endpoints::endReached, this, [this, &ends](int stream) {
        m_capture->labReachedEnd(ends.descriptorFor(stream));
        emit endReached(ends.run, stream);
        emit endsChanged();
        noteClosed(ends);
    });
    connect(from, &Endpoints::failed, this, [this, &ends](const Error& error) {
        if (error.step == "write") {
            ends.unread = true;
            noteClosed(ends);
            emit endsChanged();
            if (const qsizetype lost = std::exchange(ends.sending, {}).size())
                emit notTaken(ends.run, lost);
        }
        if (error.number != EPIPE && error.number != EIO) // its reader has ended: no news
            emit failed(error);
    });
}

// Who has ended, or has closed its input, reads nothing that is sent from now on.
void Session::noteUnread()
{
    bool changed = false;
    for (const auto& ends : m_ends) {
        pollfd end { ends->descriptorFor(0), POLLOUT, 0 };
        if (end.fd < 0)
            continue;
        // Somebody may open a terminal or a FIFO again by its name.
        const bool unread = ::poll(&end, 1, 0) > 0 && (end.revents & (POLLERR | POLLHUP)) != 0;
        changed = changed || unread != ends->unread;
        ends->unread = unread;
    }
    if (changed)
        emit endsChanged();
}

void Session::noteClosed(Ends& ends)
{
    const std::vector<LabEndFacts> open = ends.endpoints->labEnds();
    for (LabEndFacts& end : ends.known) {
        const bool still = std::ranges::any_of(
            open, [&](const LabEndFacts& one) { return one.descriptor == end.descriptor; });
        if (end.descriptor < 0 || still)
            continue;
        m_capture->labClosed(end.descriptor);
        end.descriptor = -1;
    }
}

// Those of what is launched again; of all, when a run begins.
void Session::dropEnds()
{
    const auto goes = [this](const auto& ends) {
        return !m_beside || std::ranges::any_of(m_next, [&](const LaunchPlan& plan) {
            return plan.name == ends->run.toStdString();
        });
    };
    for (const auto& ends : m_ends) {
        if (!goes(ends))
            continue;
        ends->endpoints->closeAll();
        noteClosed(*ends);
    }
    std::erase_if(m_ends, goes);
}

void Session::type(const std::string& run, const std::string& text)
{
    Ends* const ends = endsOf(run);
    const QByteArray bytes = QByteArray::fromStdString(text);
    if (!ends || ends->unread || !busy()) {
        emit notTaken(QString::fromStdString(run), bytes.size());
        return;
    }
    // What is sent is reported before send() returns, or later: first noted, then sent.
    ends->sending += bytes;
    const qint64 lost = bytes.size() - std::max<qint64>(ends->endpoints->send(bytes), 0);
    ends->sending.chop(lost);
    m_capture->noteAction("type", text, {});
    if (lost > 0)
        emit notTaken(ends->run, lost);
}

void Session::closeInput(const std::string& run)
{
    if (Ends* const ends = endsOf(run)) {
        m_capture->noteAction("close", run, {});
        ends->inputClosed = true;
        ends->endpoints->closeWriteSide();
        noteClosed(*ends);
        emit endsChanged();
    }
}

void Session::setReading(bool reading)
{
    for (const auto& ends : m_ends)
        ends->endpoints->setReading(reading);
    m_capture->noteAction(reading ? "read" : "stop_reading", "", {});
}

QStringList Session::inputs() const
{
    QStringList runs;
    if (!busy()) // who would read?
        return runs;
    for (const auto& ends : m_ends) {
        if (!ends->inputClosed && !ends->unread && ends->descriptorFor(0) >= 0)
            runs += ends->run;
    }
    return runs;
}

bool Session::canRead() const
{
    return std::ranges::any_of(
        m_ends, [](const auto& ends) { return ends->descriptorFor(1) >= 0; });
}

Session::Ends* Session::endsOf(const std::string& run)
{
    const auto found = std::ranges::find_if(
        m_ends, [&](const auto& ends) { return ends->run.toStdString() == run; });
    return found == m_ends.end() ? nullptr : found->get();
}

} // namespace ipclab
