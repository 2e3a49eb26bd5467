// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a process's own buffers are called.
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <algorithm>

namespace ipclab {

namespace {

template <class Other>
bool sharesName(const Process& process, const Stream& stream, const Other& isMeant)
{
    return std::ranges::any_of(process.streams, [&](const Stream& other) {
        return other.name != stream.name && streamLabel(other) == streamLabel(stream)
            && isMeant(other);
    });
}

} // namespace

QString streamLabel(const Stream& stream)
{
    if (stream.name == "FILE" || stream.name == "os.fdopen") // without a name
        return Wording::tr("fd %1").arg(stream.fd);
    return text(stream.name).section(QLatin1Char('.'), -1); // "sys.stdout" is stdout
}

QString streamLabel(const Process& process, const Stream& stream)
{
    const QString label = streamLabel(stream);
    const auto keeps = [](const Stream& other) { return other.pending + other.unread > 0; };
    if (!sharesName(process, stream, keeps))
        return label;
    return isOfPython(stream) ? Wording::tr("Python %1").arg(label)
                              : Wording::tr("C library %1").arg(label);
}

QString streamTitle(const Process& process, const Stream& stream)
{
    const QString label = streamLabel(stream);
    if (!sharesName(process, stream, [](const Stream&) { return true; }))
        return label;
    return isOfPython(stream) ? Wording::tr("Python's %1").arg(label)
                              : Wording::tr("C library's %1").arg(label);
}

} // namespace ipclab
