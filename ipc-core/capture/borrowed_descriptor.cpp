// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/borrowed_descriptor.h"

#include "ipc-core/capture/proc_fs.h"

#include <fcntl.h>
#include <linux/sock_diag.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <limits>
#include <string_view>
#include <system_error>

namespace ipclab {

UniqueFd openPidfd(Pid pid)
{
    // Where the first thread has ended another shows what is open, since Linux 6.9, pidfd_open(2).
    constexpr unsigned kThread = O_EXCL; // PIDFD_THREAD
    const Tid living = livingThread(pid);
    const unsigned flags = living == firstThread(pid) ? 0 : kThread;
    return UniqueFd(static_cast<int>(syscall(SYS_pidfd_open, living.value, flags)));
}

UniqueFd borrowed(const UniqueFd& pidfd, int fd)
{
    return UniqueFd(static_cast<int>(syscall(SYS_pidfd_getfd, pidfd.get(), fd, 0)));
}

namespace {

// In all messages of a queue: its file has them as "QSIZE:129 NOTIFY:…", mq_overview(7).
std::optional<std::uint64_t> bytesQueued(int queue)
{
    std::array<char, 64> text {};
    const ssize_t length = pread(queue, text.data(), text.size(), 0);
    const std::string_view said(
        text.data(), static_cast<std::size_t>(std::max<ssize_t>(length, 0)));
    constexpr std::string_view kSize = "QSIZE:";
    std::uint64_t bytes = 0;
    if (!said.starts_with(kSize)
        || std::from_chars(said.begin() + kSize.size(), said.end(), bytes).ec != std::errc {})
        return std::nullopt;
    return bytes;
}

} // namespace

std::optional<std::uint64_t> bytesReadable(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    int count = 0;
    if (struct stat facts {}; ours && fstat(ours.get(), &facts) == 0 && S_ISREG(facts.st_mode))
        return bytesQueued(ours.get());
    if (!ours || ioctl(ours.get(), FIONREAD, &count) != 0 || count < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(count);
}

std::optional<Nanoseconds> socketTimeout(const UniqueFd& pidfd, int fd, bool sending)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    timeval time {};
    socklen_t length = sizeof time;
    const int option = sending ? SO_SNDTIMEO : SO_RCVTIMEO;
    if (!ours || getsockopt(ours.get(), SOL_SOCKET, option, &time, &length) != 0)
        return std::nullopt;
    constexpr std::int64_t kMost = std::numeric_limits<Nanoseconds>::max() / kSecond;
    if (time.tv_sec >= kMost) // 292 years
        return 0;
    return time.tv_sec * kSecond + time.tv_usec * (kSecond / 1'000'000);
}

namespace {

constexpr std::uint64_t kAsks = 1; // what asks for the connection counts as a byte: SYN, tcp(7)

std::optional<tcp_info> connectionFacts(const UniqueFd& connection)
{
    tcp_info info {};
    socklen_t length = sizeof info;
    if (!connection || getsockopt(connection.get(), IPPROTO_TCP, TCP_INFO, &info, &length) != 0)
        return std::nullopt;
    return info;
}

// Nothing of what it sent was ever taken note of; it sends it again, but not for ever: so where
// there is no room for the connection among those that nobody has accepted yet, listen(2).
bool isUnanswered(const UniqueFd& connection)
{
    constexpr unsigned kListens = 10; // TCP_LISTEN of netinet/tcp.h
    const auto facts = connectionFacts(connection);
    return !facts
        || (facts->tcpi_state != kListens && facts->tcpi_unacked > 0
            && facts->tcpi_bytes_acked <= kAsks);
}

} // namespace

bool mayGiveUpSending(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    unsigned milliseconds = 0;
    socklen_t length = sizeof milliseconds;
    if (ours && getsockopt(ours.get(), IPPROTO_TCP, TCP_USER_TIMEOUT, &milliseconds, &length) == 0)
        return milliseconds != 0 || isUnanswered(ours);
    return !ours || (errno != EOPNOTSUPP && errno != ENOPROTOOPT); // it is another sort of socket
}

std::optional<std::uint64_t> bytesAcknowledged(const UniqueFd& pidfd, int fd)
{
    const auto facts = connectionFacts(borrowed(pidfd, fd));
    if (!facts || facts->tcpi_bytes_acked < kAsks)
        return std::nullopt;
    return facts->tcpi_bytes_acked - kAsks;
}

std::optional<std::uint64_t> bytesReceived(const UniqueFd& pidfd, int fd)
{
    const auto facts = connectionFacts(borrowed(pidfd, fd));
    return facts ? std::optional(facts->tcpi_bytes_received) : std::nullopt;
}

std::optional<std::uint64_t> leastReceived(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    int least = 0;
    socklen_t length = sizeof least;
    if (!ours || getsockopt(ours.get(), SOL_SOCKET, SO_RCVLOWAT, &least, &length) != 0 || least < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(least);
}

bool terminalWaitsForBytes(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    termios settings {};
    return ours && tcgetattr(ours.get(), &settings) == 0
        && ((settings.c_lflag & ICANON) != 0 || settings.c_cc[VMIN] > 0);
}

bool setSocketTimeout(const UniqueFd& pidfd, int fd, bool sending, Nanoseconds timeout)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    const timeval time { timeout / kSecond, (timeout % kSecond) / (kSecond / 1'000'000) };
    const int option = sending ? SO_SNDTIMEO : SO_RCVTIMEO;
    return ours && setsockopt(ours.get(), SOL_SOCKET, option, &time, sizeof time) == 0;
}

void clearSocketError(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    int error = 0;
    socklen_t length = sizeof error;
    if (ours)
        getsockopt(ours.get(), SOL_SOCKET, SO_ERROR, &error, &length);
}

std::optional<std::uint64_t> pipeCapacity(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    const int size = ours ? fcntl(ours.get(), F_GETPIPE_SZ) : -1;
    if (size < 0)
        return std::nullopt;
    return static_cast<std::uint64_t>(size);
}

std::optional<std::uint64_t> datagramsDropped(const UniqueFd& pidfd, int fd)
{
    const UniqueFd ours = borrowed(pidfd, fd);
    std::array<std::uint32_t, SK_MEMINFO_VARS> numbers {};
    socklen_t length = sizeof numbers;
    if (!ours || getsockopt(ours.get(), SOL_SOCKET, SO_MEMINFO, numbers.data(), &length) != 0)
        return std::nullopt;
    return numbers[SK_MEMINFO_DROPS];
}

} // namespace ipclab
