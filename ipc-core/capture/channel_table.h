// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/base/ids.h"
#include "ipc-core/capture/open_files.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/events/words.h"

#include <array>
#include <compare>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace ipclab {

// What makes two descriptors two ends of one channel.
struct ChannelKey {
    ChannelKind kind = ChannelKind::File;
    std::uint64_t device = 0; // st_dev; for a pseudo-terminal its index
    std::uint64_t inode = 0;
    auto operator<=>(const ChannelKey&) const = default;
};

// Our own count of a channel's bytes.
struct ChannelCount {
    ChannelKind kind = ChannelKind::File;
    bool ours = false; // the lab holds an end, or did
    bool outside = false;
    bool hidden = false; // it is not recorded
    bool sent = false; // a descriptor of it went through a socket, and may be on its way still
    bool listens = false;
    std::array<std::uint64_t, 2> written {}; // towards the end of that index
    std::array<std::uint64_t, 2> read {};
    std::uint64_t kept = 0; // payload
    bool overflows = false; // no more is kept, as was said
    // The level said last while a write waited, and how much had been read then.
    std::optional<std::uint64_t> sampled;
    std::uint64_t sampledAtRead = 0;
    std::uint64_t sampledAtMoved = 0;
    // That what waits there is too little to end a wait, as was said last; by how much had moved.
    struct TooLittle {
        std::uint64_t written = 0;
        std::uint64_t read = 0;
        std::optional<std::uint64_t> least {};
    };
    std::array<TooLittle, 2> tooLittle {};
};

struct HeldAt {
    Pid pid;
    int fd = -1;
};

// An end of a channel, as a descriptor refers to it.
struct ChannelEnd {
    ChannelId channel;
    ChannelKind kind = ChannelKind::File;
    Access access = Access::ReadWrite;
    End end = End::First;
};

// Knows every channel of a run by what the kernel calls it, and gives each its number. Records
// channel_created. Capture thread only.
class ChannelTable {
public:
    // What lies in our folder is opened for us, and not by the program: of that nothing is
    // recorded.
    ChannelTable(Recorder& recorder, const std::string& ourFolder);

    // The channel behind an open descriptor of a process; made known if it is not. Outside: others
    // than those we watch may hold it. Fresh: a call has just made it, so it is none that we know.
    std::optional<ChannelEnd> identify(Pid pid, int fd, bool outside, bool fresh = false);

    // The one with that key, made known if it is not. Outside: who knows the number may use it.
    ChannelEnd numbered(
        Pid by, const ChannelKey& key, const std::string& name, bool outside = true);
    // A FIFO that is being opened, which may be known: the one of that key from now on.
    ChannelId awaited(Pid by, const ChannelKey& key, const std::string& name);
    void awaitedAgain(const ChannelKey& key, ChannelId fifo);
    // Says what a descriptor that was just opened is, where its file does not show it.
    void name(Pid by, int fd, ChannelKind kind, const std::string& name);

    // Says that another key is a further end of the same channel (the other socket of a pair).
    void alias(const ChannelKey& key, ChannelId channel, End end);
    // Nobody has it open any more: what is opened next by that key is another channel.
    void retire(ChannelId channel);
    // A descriptor was closed: what has its number next is another file.
    void closed(Pid pid, int fd) { m_openFiles.forget({ pid, fd }); }
    [[nodiscard]] std::optional<ChannelKey> keyOf(Pid pid, int fd) const;

    [[nodiscard]] bool isAt(
        Pid pid, int fd, ChannelId channel) const; // is this a descriptor of it?
    [[nodiscard]] bool isAt(const ChannelKey& key, ChannelId channel) const;
    [[nodiscard]] bool isKnown(const ChannelKey& key) const { return m_byKey.contains(key); }
    [[nodiscard]] ChannelId withKey(const ChannelKey& key) const; // 0: none

    [[nodiscard]] bool isHidden(ChannelId channel) const;
    [[nodiscard]] ChannelCount* count(ChannelId channel);
    // Others than those we watch may hold it from now on.
    void setOutside(ChannelId channel);
    // The pipes of which that is so, and by whom of the watched each was last found held. One that
    // none of them holds any more may be taken out.
    [[nodiscard]] std::map<ChannelId, HeldAt>& sharedPipes() { return m_sharedPipes; }
    // By: the process that made it, or in which we first saw it.
    ChannelId create(Pid by, ChannelKind kind, const std::string& name, bool outside,
        bool datagram = false, bool messages = false);

private:
    struct Known {
        ChannelId channel;
        std::optional<End> end; // sockets: each end has a key of its own
    };
    std::optional<Known> known(const ChannelKey& key) const;

    Recorder& m_recorder;
    std::string m_ourFolder; // empty: there is none
    std::map<ChannelKey, Known> m_byKey;
    OpenFiles m_openFiles; // a number for those that the kernel gives none
    std::map<ChannelId, ChannelCount> m_counts;
    std::map<ChannelId, HeldAt> m_sharedPipes;
    std::uint32_t m_last = 0;
};

// Which queue a transfer at this end concerns.
End queueWrittenFrom(const ChannelEnd& end);
End queueReadFrom(const ChannelEnd& end);

} // namespace ipclab
