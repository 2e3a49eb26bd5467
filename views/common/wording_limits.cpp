// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

namespace ipclab {

QString limitWords(SightLimit limit)
{
    switch (limit) {
    case SightLimit::ForeignCalls:
        return Wording::tr("makes 32-bit calls: these are not seen");
    case SightLimit::OwnFilter:
        return Wording::tr("has a system call filter of its own: calls that it refuses are not "
                           "seen");
    case SightLimit::Supervised:
        return Wording::tr("lets another process decide on its calls: not all are seen");
    case SightLimit::Unprivileged:
        return Wording::tr("would get other privileges (setuid): Linux does not give them to a "
                           "program that is watched");
    case SightLimit::CannotTrace:
        return Wording::tr("was refused to trace a process: one that is watched has its tracer "
                           "already");
    case SightLimit::StaticProgram:
        return Wording::tr("is linked statically: what it keeps in buffers of its own is unknown");
    case SightLimit::OtherLibrary:
        return Wording::tr("uses another C library than glibc: what it keeps in buffers of its own "
                           "is unknown");
    case SightLimit::CppStreams:
        return Wording::tr("uses C++ streams: what they keep is unknown");
    case SightLimit::Payload:
        return Wording::tr("moves more bytes than are kept: the rest is only counted");
    }
    return {};
}

} // namespace ipclab
