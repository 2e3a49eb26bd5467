// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/channel_table.h"

#include "ipc-core/capture/link_name.h"

#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/vfs.h>

#include <array>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace ipclab {

namespace {

bool isPtyMaster(const FileFacts& facts)
{
    return S_ISCHR(facts.mode) && linkNameOf(facts.link).kind == LinkKind::PtyMaster;
}

ChannelKind anonymousKind(std::string_view link)
{
    struct Anonymous {
        std::string_view link;
        ChannelKind kind;
    };
    constexpr auto kAnonymous = std::to_array<Anonymous>({
        { "anon_inode:[eventfd]", ChannelKind::Eventfd },
        { "anon_inode:[timerfd]", ChannelKind::Timerfd },
        { "anon_inode:[signalfd]", ChannelKind::Signalfd },
        { "anon_inode:[eventpoll]", ChannelKind::Epoll },
        { "anon_inode:inotify", ChannelKind::Inotify },
        { "anon_inode:[pidfd]", ChannelKind::Pidfd },
        { "pidfd:[", ChannelKind::Pidfd }, // its own file system since 6.9
        { "anon_inode:[io_uring]", ChannelKind::IoUring },
    });
    for (const Anonymous& one : kAnonymous) {
        if (link.starts_with(one.link))
            return one.kind;
    }
    if (link.starts_with("/memfd:") || link.starts_with("/dev/shm/"))
        return ChannelKind::Shm;
    return ChannelKind::File;
}

// One that mq_open(3) has opened, by its name in the file system of queues.
bool isMessageQueue(Pid pid, int fd, const FileFacts& facts)
{
    constexpr long kQueues = 0x19800202; // MQUEUE_MAGIC of the kernel's ipc/mqueue.c
    if (!S_ISREG(facts.mode) || !facts.link.starts_with('/') || facts.link.rfind('/') != 0)
        return false;
    const std::string path = "/proc/" + std::to_string(pid.value) + "/fd/" + std::to_string(fd);
    struct statfs system { };
    return statfs(path.c_str(), &system) == 0 && system.f_type == kQueues; // opens nothing
}

ChannelKey keyFrom(Pid pid, int fd, const FileFacts& facts)
{
    if (S_ISFIFO(facts.mode)) {
        const bool unnamed = facts.link.starts_with("pipe:[");
        return ChannelKey { unnamed ? ChannelKind::Pipe : ChannelKind::Fifo, facts.device,
            facts.inode };
    }
    if (S_ISSOCK(facts.mode))
        return ChannelKey { ChannelKind::Unix, 0, facts.inode }; // the sort is told by its creator
    if (const auto index = S_ISCHR(facts.mode) ? ptyIndex(facts.special) : std::nullopt)
        return ChannelKey { ChannelKind::Pty, *index, 0 };
    if (isPtyMaster(facts)) {
        if (const auto index = fdinfoNumber(pid, fd, "tty-index", 10))
            return ChannelKey { ChannelKind::Pty, *index, 0 };
    }
    const ChannelKind kind
        = isMessageQueue(pid, fd, facts) ? ChannelKind::Queue : anonymousKind(facts.link);
    if (kind == ChannelKind::Eventfd) { // all of them are one inode; proc_pid_fdinfo(5)
        if (const auto id = fdinfoNumber(pid, fd, "eventfd-id", 10))
            return ChannelKey { kind, 0, *id };
    }
    return ChannelKey { kind, facts.device, facts.inode };
}

// All of these are one and the same inode, anon_inode: it says nothing. (The number that an eventfd
// has instead is not of that device; a pidfd's inode is its process's, since Linux 6.9.)
bool isNameless(const ChannelKey& key, const FileFacts& facts)
{
    return facts.link.starts_with("anon_inode:") && key.device == facts.device
        && key.kind != ChannelKind::Pidfd;
}

// The master's own path is that of all masters.
std::string nameOf(const ChannelKey& key, const FileFacts& facts)
{
    return key.kind == ChannelKind::Pty ? "/dev/pts/" + std::to_string(key.device) : facts.link;
}

bool isIn(const std::string& folder, const std::string& path)
{
    return !folder.empty() && path.starts_with(folder)
        && (path.size() == folder.size() || path.at(folder.size()) == '/');
}

End endOf(const ChannelKey& key, const FileFacts& facts, Access access)
{
    if (isOneWay(key.kind))
        return access == Access::Write ? End::Second : End::First;
    return key.kind == ChannelKind::Pty && !isPtyMaster(facts) ? End::Second : End::First;
}

} // namespace

End queueWrittenFrom(const ChannelEnd& end)
{
    const bool oneQueue = isOneWay(end.kind) || end.kind == ChannelKind::Eventfd; // its counter
    return oneQueue ? End::First : otherEnd(end.end);
}

End queueReadFrom(const ChannelEnd& end)
{
    return isOneWay(end.kind) ? End::First : end.end;
}

ChannelTable::ChannelTable(Recorder& recorder, const std::string& ourFolder)
    : m_recorder(recorder)
{
    std::error_code failed;
    const std::filesystem::path path = std::filesystem::canonical(ourFolder, failed);
    m_ourFolder = failed ? std::string() : path.string();
}

bool ChannelTable::isHidden(ChannelId channel) const
{
    const auto found = m_counts.find(channel);
    return found != m_counts.end() && found->second.hidden;
}

std::optional<ChannelEnd> ChannelTable::identify(Pid pid, int fd, bool outside, bool fresh)
{
    const auto facts = fileFacts(pid, fd);
    if (!facts)
        return std::nullopt;
    auto key = keyFrom(pid, fd, *facts);
    if (fresh)
        closed(pid, fd); // what had its number
    if (isNameless(key, *facts))
        key.inode = m_openFiles.find({ pid, fd }).number;
    auto found = known(key);
    if (!found) {
        found = Known { create(pid, key.kind, nameOf(key, *facts), outside), std::nullopt };
        m_byKey.emplace(key, *found);
    }
    ChannelEnd end;
    end.channel = found->channel;
    end.kind = m_counts.at(found->channel).kind;
    end.access
        = S_ISSOCK(facts->mode) ? Access::ReadWrite : accessOf(pid, fd).value_or(Access::ReadWrite);
    end.end = found->end.value_or(endOf(key, *facts, end.access));
    return end;
}

void ChannelTable::alias(const ChannelKey& key, ChannelId channel, End end)
{
    m_byKey[key] = Known { channel, end };
}

void ChannelTable::retire(ChannelId channel)
{
    std::erase_if(
        m_byKey, [channel](const auto& entry) { return entry.second.channel == channel; });
}

std::optional<ChannelKey> ChannelTable::keyOf(Pid pid, int fd) const
{
    const auto facts = fileFacts(pid, fd);
    return facts ? std::optional(keyFrom(pid, fd, *facts)) : std::nullopt;
}

bool ChannelTable::isAt(Pid pid, int fd, ChannelId channel) const
{
    const auto key = keyOf(pid, fd);
    return key && isAt(*key, channel);
}

bool ChannelTable::isAt(const ChannelKey& key, ChannelId channel) const
{
    const auto found = known(key);
    return found && found->channel == channel;
}

ChannelId ChannelTable::withKey(const ChannelKey& key) const
{
    const auto found = known(key);
    return found ? found->channel : ChannelId {};
}

ChannelCount* ChannelTable::count(ChannelId channel)
{
    const auto found = m_counts.find(channel);
    return found == m_counts.end() ? nullptr : &found->second;
}

void ChannelTable::setOutside(ChannelId channel)
{
    ChannelCount& count = m_counts.at(channel);
    count.outside = true;
    if (isOneWay(count.kind))
        m_sharedPipes.try_emplace(channel);
}

ChannelEnd ChannelTable::numbered(
    Pid by, const ChannelKey& key, const std::string& name, bool outside)
{
    auto found = known(key);
    if (!found) {
        found = Known { create(by, key.kind, name, outside), End::First };
        m_byKey.emplace(key, *found);
    }
    return { found->channel, key.kind, Access::ReadWrite, End::First };
}

ChannelId ChannelTable::awaited(Pid by, const ChannelKey& key, const std::string& name)
{
    if (const auto found = known(key))
        return found->channel;
    const ChannelId fifo = create(by, key.kind, name, false);
    awaitedAgain(key, fifo);
    return fifo;
}

void ChannelTable::awaitedAgain(const ChannelKey& key, ChannelId fifo)
{
    m_byKey.emplace(key, Known { fifo, std::nullopt });
}

void ChannelTable::name(Pid by, int fd, ChannelKind kind, const std::string& name)
{
    const auto key = keyOf(by, fd);
    if (key && !known(*key))
        m_byKey.emplace(*key, Known { create(by, kind, name, true), std::nullopt });
}

ChannelId ChannelTable::create(
    Pid by, ChannelKind kind, const std::string& name, bool outside, bool datagram, bool messages)
{
    const ChannelId channel { ++m_last };
    ChannelCount count;
    count.kind = kind;
    count.hidden = kind == ChannelKind::File && isIn(m_ourFolder, name);
    m_counts.emplace(channel, count);
    if (outside)
        setOutside(channel);
    if (count.hidden)
        return channel;
    m_recorder.record(
        by, firstThread(by), ChannelCreated { channel, kind, name, outside, datagram, messages });
    return channel;
}

std::optional<ChannelTable::Known> ChannelTable::known(const ChannelKey& key) const
{
    const auto found = m_byKey.find(key);
    if (found == m_byKey.end())
        return std::nullopt;
    return found->second;
}

} // namespace ipclab
