// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/address_words.h"

#include "views/common/wording.h"
#include "views/common/wording_tr.h"

namespace ipclab {

namespace {

QString whoHasIt(const World& world, Pid holder)
{
    return holder ? processWithPid(world, holder) : Wording::tr("a program that is not watched");
}

} // namespace

QString inUseWords(const World& world, const CallReturned& returned)
{
    if (!returned.inUseBy)
        return {};
    const QString place
        = returned.port ? Wording::tr("port %1").arg(*returned.port) : Wording::tr("that address");
    switch (*returned.inUseBy) {
    case AddressUser::Listener:
        return Wording::tr("%1 listens at %2 already").arg(whoHasIt(world, returned.holder), place);
    case AddressUser::Socket:
        return Wording::tr("%1 has a socket at %2 already")
            .arg(whoHasIt(world, returned.holder), place);
    case AddressUser::Connection:
        return returned.holder
            ? Wording::tr("a connection of %1 still has %2")
                  .arg(whoHasIt(world, returned.holder), place)
            : Wording::tr("a connection that is not over yet still has %1").arg(place);
    case AddressUser::TimeWait:
        return Wording::tr("a connection that is over keeps %1 for up to a minute (TIME_WAIT); "
                           "servers set SO_REUSEADDR so as not to wait for that")
            .arg(place);
    case AddressUser::File:
        return Wording::tr("a file of that name is there already: unlink(2) would remove it");
    }
    return {};
}

} // namespace ipclab
