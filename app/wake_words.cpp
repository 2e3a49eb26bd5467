// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wake_words.h"

#include "ipc-core/base/signal_name.h"
#include "views/common/visible_bytes.h"

#include <QCoreApplication>
#include <QStringList>

#include <sys/inotify.h>
#include <sys/signalfd.h>

#include <array>
#include <cstring>
#include <optional>
#include <utility>

namespace ipclab {

namespace {

struct WakeWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::WakeWords)
};

template <typename Value> std::optional<Value> valueIn(std::string_view bytes)
{
    if (bytes.size() < sizeof(Value))
        return std::nullopt;
    Value value {};
    std::memcpy(&value, bytes.data(), sizeof value);
    return value;
}

QString signalsIn(std::string_view bytes)
{
    QStringList names;
    for (; const auto info = valueIn<signalfd_siginfo>(bytes); bytes.remove_prefix(sizeof *info))
        names += QString::fromStdString(signalName(static_cast<int>(info->ssi_signo)));
    return names.join(QStringLiteral(", "));
}

QString changeName(std::uint32_t mask)
{
    constexpr auto kNames = std::to_array<std::pair<std::uint32_t, const char*>>({
        { IN_ACCESS, "IN_ACCESS" },
        { IN_ATTRIB, "IN_ATTRIB" },
        { IN_CLOSE_WRITE, "IN_CLOSE_WRITE" },
        { IN_CLOSE_NOWRITE, "IN_CLOSE_NOWRITE" },
        { IN_CREATE, "IN_CREATE" },
        { IN_DELETE, "IN_DELETE" },
        { IN_DELETE_SELF, "IN_DELETE_SELF" },
        { IN_MODIFY, "IN_MODIFY" },
        { IN_MOVE_SELF, "IN_MOVE_SELF" },
        { IN_MOVED_FROM, "IN_MOVED_FROM" },
        { IN_MOVED_TO, "IN_MOVED_TO" },
        { IN_OPEN, "IN_OPEN" },
        { IN_IGNORED, "IN_IGNORED" },
        { IN_Q_OVERFLOW, "IN_Q_OVERFLOW" },
        { IN_UNMOUNT, "IN_UNMOUNT" },
    });
    QStringList names;
    for (const auto& [bit, name] : kNames) {
        if ((mask & bit) != 0)
            names += QString::fromLatin1(name);
    }
    return names.join(QLatin1Char('|'));
}

struct Change { // inotify_event, whose name follows it
    std::int32_t watch = 0;
    std::uint32_t mask = 0;
    std::uint32_t cookie = 0;
    std::uint32_t length = 0; // of the name, padded
};

QString changesIn(std::string_view bytes)
{
    QStringList changes;
    while (const auto change = valueIn<Change>(bytes)) {
        bytes.remove_prefix(sizeof *change);
        const std::string_view padded = bytes.substr(0, change->length);
        const std::string_view name = padded.substr(0, padded.find('\0'));
        changes += name.empty()
            ? changeName(change->mask)
            : QStringLiteral("%1 “%2”").arg(changeName(change->mask), visibleText(name));
        bytes.remove_prefix(padded.size());
    }
    return changes.join(QStringLiteral(", "));
}

} // namespace

QString wakeWords(ChannelKind kind, const BytesMoved& moved, bool written)
{
    const std::string_view bytes = moved.bytes.kept;
    const auto count = valueIn<std::uint64_t>(bytes);
    switch (kind) {
    case ChannelKind::Eventfd:
        if (!count)
            return {};
        return (written ? WakeWords::tr("adds %1") : WakeWords::tr("takes %1")).arg(*count);
    case ChannelKind::Timerfd:
        if (!count)
            return {};
        return *count == 1 ? WakeWords::tr("it has gone off")
                           : WakeWords::tr("it has gone off %1 times").arg(*count);
    case ChannelKind::Signalfd:
        return signalsIn(bytes);
    case ChannelKind::Inotify:
        return changesIn(bytes);
    default:
        return {};
    }
}

} // namespace ipclab
