// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <fcntl.h>
#include <sys/ioctl.h>

#include <QByteArray>
#include <QDir>
#include <QObject>

#include <array>
#include <vector>

#include "ipc-core/endpoint/endpoints.h"

namespace ipclab::test {

// What the signals of an Endpoints said.
struct Heard {
    explicit Heard(Endpoints& endpoints)
    {
        QObject::connect(&endpoints, &Endpoints::arrived, &m_context,
            [this](int stream, const QByteArray& more) { bytes.at(at(stream)) += more; });
        QObject::connect(
            &endpoints, &Endpoints::sent, &m_context, [this](int, qint64 count) { sent += count; });
        QObject::connect(&endpoints, &Endpoints::endReached, &m_context,
            [this](int stream) { ++ends.at(at(stream)); });
        QObject::connect(&endpoints, &Endpoints::failed, &m_context,
            [this](const Error& error) { errors.push_back(error); });
    }

    std::array<QByteArray, 3> bytes;
    std::array<int, 3> ends {};
    qint64 sent = 0;
    std::vector<Error> errors;

private:
    static std::size_t at(int stream) { return static_cast<std::size_t>(stream); }
    QObject m_context;
};

inline int openDescriptors()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                                .size());
}

inline bool hasFlags(int fd, int statusFlags, int descriptorFlags)
{
    return (::fcntl(fd, F_GETFL) & O_NONBLOCK) == statusFlags
        && ::fcntl(fd, F_GETFD) == descriptorFlags;
}

inline int unreadIn(int fd)
{
    int count = -1;
    return ::ioctl(fd, FIONREAD, &count) == 0 ? count : -1;
}

} // namespace ipclab::test

Q_DECLARE_METATYPE(ipclab::Wiring)
