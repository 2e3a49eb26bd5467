// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/endpoint/descriptor_end.h"

#include <sys/socket.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstddef>
#include <utility>

namespace ipclab {

namespace {
constexpr int kMostReadCalls = 16; // a turn, or a child that writes single bytes would hold us

bool mayComeLater(int error)
{
    return error == EAGAIN || error == EINTR;
}
} // namespace

DescriptorEnd::DescriptorEnd(UniqueFd fd, Flow flow, EndKind kind, EndListener listener)
    : m_fd(std::move(fd))
    , m_flow(flow)
    , m_kind(kind)
    , m_listener(std::move(listener))
    , m_writeOpen(flow != Flow::FromChild)
    , m_readOpen(flow != Flow::ToChild)
{
    m_readable.setSocket(m_fd.get());
    m_writable.setSocket(m_fd.get());
    QObject::connect(&m_readable, &QSocketNotifier::activated, [this] { readTurn(); });
    QObject::connect(&m_writable, &QSocketNotifier::activated, [this] { writeTurn(); });
    m_readable.setEnabled(m_readOpen);
}

qint64 DescriptorEnd::send(const QByteArray& bytes)
{
    if (!m_writeOpen || m_closeWhenSent)
        return 0;
    const qint64 taken = std::min<qint64>(bytes.size(), kMostQueued - m_queue.size());
    if (taken <= 0)
        return 0;
    m_queue.append(bytes.constData(), taken);
    m_lineBegun = m_queue.back() != '\n';
    m_writable.setEnabled(true);
    return taken;
}

void DescriptorEnd::closeWriteSide()
{
    if (!m_writeOpen)
        return;
    if (m_kind == EndKind::Terminal)
        return queueEndOfFileCharacter();
    m_closeWhenSent = true;
    if (m_queue.isEmpty())
        finishWriting();
}

void DescriptorEnd::queueEndOfFileCharacter()
{
    termios settings {};
    if (::tcgetattr(m_fd.get(), &settings) != 0)
        return m_listener.failed(lastError("tcgetattr"));
    // In the middle of a line the first one only hands the line over; the next is the end of file.
    const auto character = static_cast<char>(settings.c_cc[VEOF]);
    m_queue.append(m_lineBegun && (settings.c_lflag & ICANON) ? 2 : 1, character);
    m_lineBegun = false;
    m_writable.setEnabled(true);
}

void DescriptorEnd::setReading(bool reading)
{
    if (m_readOpen)
        m_readable.setEnabled(reading);
}

void DescriptorEnd::close()
{
    // The notifiers stay, disabled: this may be called from within one of them.
    m_readable.setEnabled(false);
    m_writable.setEnabled(false);
    m_readOpen = false;
    m_writeOpen = false;
    m_queue.clear();
    m_fd.reset();
}

void DescriptorEnd::readTurn()
{
    // A terminal gives a few kilobytes a call, so several fill a turn. An end or an error met after
    // some bytes is left for the next turn: the kernel says it again.
    std::array<char, kMostReadAtOnce> bytes; // not initialised: only what was read is looked at
    std::size_t filled = 0;
    ssize_t count = 0;
    for (int calls = 0; calls < kMostReadCalls && filled < bytes.size(); ++calls) {
        count = ::read(m_fd.get(), bytes.data() + filled, bytes.size() - filled);
        if (count <= 0)
            break;
        filled += static_cast<std::size_t>(count);
    }
    if (filled > 0)
        return m_listener.arrived(QByteArray(bytes.data(), static_cast<qsizetype>(filled)));
    // A terminal's other side is gone: EIO on Linux, where a pipe would say end of file.
    if (count == 0 || (errno == EIO && m_kind == EndKind::Terminal))
        return endReading();
    if (mayComeLater(errno))
        return;
    const Error error = lastError("read");
    m_listener.failed(error);
    endReading();
}

void DescriptorEnd::endReading()
{
    if (!m_readOpen)
        return;
    m_readOpen = false;
    m_readable.setEnabled(false);
    m_listener.ended();
}

qint64 DescriptorEnd::writeSome()
{
    const auto size = static_cast<std::size_t>(std::min<qint64>(m_queue.size(), kMostReadAtOnce));
    return m_kind == EndKind::Socket ? ::send(m_fd.get(), m_queue.constData(), size, MSG_NOSIGNAL)
                                     : ::write(m_fd.get(), m_queue.constData(), size);
}

void DescriptorEnd::writeTurn()
{
    const qint64 count = m_queue.isEmpty() ? 0 : writeSome();
    if (count < 0)
        return mayComeLater(errno) ? void() : failWriting();
    m_queue.remove(0, count);
    if (m_queue.isEmpty()) {
        m_writable.setEnabled(false);
        if (m_closeWhenSent)
            finishWriting();
    }
    if (count > 0)
        m_listener.sent(count);
}

void DescriptorEnd::failWriting()
{
    const Error error = lastError("write");
    m_queue.clear();
    m_writable.setEnabled(false);
    finishWriting();
    m_listener.failed(error);
}

void DescriptorEnd::finishWriting()
{
    m_writeOpen = false;
    m_writable.setEnabled(false);
    if (m_kind == EndKind::Socket)
        ::shutdown(m_fd.get(), SHUT_WR);
    else if (m_flow == Flow::ToChild)
        m_fd.reset();
}

} // namespace ipclab
