// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/call_table.h"
#include "ipc-core/capture/channel_table.h"
#include "ipc-core/capture/datagrams.h"
#include "ipc-core/capture/mapped_memory.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/registers.h"
#include "ipc-core/capture/socket_facts.h"
#include "ipc-core/capture/socket_registry.h"
#include "ipc-core/capture/tracee.h"

#include <cstddef>
#include <functional>

namespace ipclab {

constexpr std::size_t kFilePayload = 256; // of a regular file less is kept: it can be looked up

// A signal that a call took: sigwait(3), a read of a signalfd(2).
struct TakenSignal {
    int number = 0;
    std::optional<std::int32_t> from; // what the process that took it calls that one, if known
    int code = 0; // si_code, where that is
};

// What the decoder asks of the tracer.
struct DecoderNeeds {
    // More was read from a channel than was seen written: a writer's exit stop must be on its way.
    std::function<void(ChannelId, End, std::string_view bytes)> catchUp;
    // A stream of the process is about to be emptied: the last moment to see what is in it.
    std::function<void(TracedProcess&, int fd)> lookAtStdio;
    // A signal was taken that a process sent whose call may not have been seen to return.
    std::function<void(const TracedProcess&, Tid, const TakenSignal&)> tellSender;
    std::size_t payloadBytes = 4096; // kept of one transfer
    std::uint64_t payloadBytesOfChannel = 0; // and of all of one channel
};

// Turns entries and exits of system calls into events, and keeps the descriptor tables. Capture
// thread only; the thread is in a ptrace stop.
class CallDecoder {
public:
    CallDecoder(Recorder& recorder, ChannelTable& channels, Tracees& tracees, DecoderNeeds needs);

    [[nodiscard]] Call callAt(const CallStop& stop) const
    {
        return stop.native ? m_table.callOf(stop.number) : Call::Unknown;
    }
    [[nodiscard]] OpenCall openCallAt(const CallStop& stop) const // as it is at its entry
    {
        OpenCall call;
        call.call = callAt(stop);
        call.args = stop.args;
        call.since = m_recorder.now();
        return call;
    }
    [[nodiscard]] bool isOfInterest(const CallStop& stop) const
    {
        return ipclab::isOfInterest(callAt(stop), stop.args);
    }
    // At an entry: is it the call that a signal interrupted, entered again?
    [[nodiscard]] bool goesOn(const TracedThread& thread, const CallStop& stop) const;
    // Returns whether the exit is of interest too.
    bool enter(TracedProcess& process, TracedThread& thread, const CallStop& stop);
    void leave(TracedProcess& process, TracedThread& thread, std::int64_t result);
    // It ends, and its call with it.
    void abandon(TracedProcess& process, TracedThread& thread);

    // A signal's handler runs, or an ignored signal passed: does the interrupted call end in EINTR?
    void interrupted(TracedProcess& process, TracedThread& thread, const SignalHandling& by);
    // Says that a thread is in a call that turned out to last, of which nobody knew that it may.
    void tellIfWaiting(TracedProcess& process, TracedThread& thread);
    // Is the thread in a call that may put bytes into that queue?
    bool mayWriteInto(TracedProcess& process, TracedThread& thread, ChannelId channel, End queue);
    // Of a call that sends from a datagram socket of unix(7): the address, where only the watched
    // can make room for it; empty where others may, too. Nothing: it is another call.
    [[nodiscard]] std::optional<std::string> addressee(
        const TracedProcess& process, const OpenCall& call) const;
    // The same of one that is waited at for room; `path`: the address that it is sent to, if any.
    [[nodiscard]] std::optional<std::string> addressee(
        const TracedProcess& process, int fd, const std::string& path) const;
    // What waits to be read at the end of a TCP connection that none of the watched who listen has
    // accepted yet; nothing for any other.
    std::optional<std::uint64_t> levelUnaccepted(TracedProcess& process, int fd);
    // Of a connection of TCP that is waited at though bytes are there: whether they are too few.
    void tellTooLittle(TracedProcess& process, Tid tid, int fd);
    // Strangers may have what is open there: it came from them, or was sent by unix(7).
    [[nodiscard]] bool mayBeHeldOutside(ChannelId channel)
    {
        const ChannelCount* const count = m_channels.count(channel);
        return !count || count->outside || count->sent;
    }
    // Who of the watched has that channel: as was said, if that is so still.
    [[nodiscard]] std::optional<Datagrams::Socket> holderOf(const Datagrams::Socket& said) const;
    // Another thread is in a call that moves bytes there: it may have done so already.
    [[nodiscard]] bool isInTransfer(ChannelId channel, Tid butFor) const;
    // A signal came before the exit of the kill(2) that sent it was seen.
    void tellSent(Pid from, Pid to, int signal);
    // The same, whom the sender calls by this number, as for kill(2).
    void tellSentBy(const TracedProcess& from, std::int32_t number, int signal);

    // Learns and records a descriptor that is open in the process.
    const ChannelEnd* learn(TracedProcess& process, Tid tid, int fd, Call call,
        bool outside = false, std::optional<int> from = std::nullopt);
    void close(TracedProcess& process, Tid tid, int fd);
    // Of a process that opens and closes unseen: its table as it is now.
    void learnAfresh(TracedProcess& process);
    const ChannelEnd* endOf(TracedProcess& process, Tid tid, int fd);
    // Whether it still has the memory that it has mapped: now and then.
    void lookAtMapped(TracedProcess& process) { m_mapped.look(process); }
    // Memory that it has in common with those it forks, or was forked by.
    void learnAnonymous(TracedProcess& process) { m_mapped.learnAnonymous(process); }

private:
    bool enterTransfer(TracedProcess& process, TracedThread& thread);
    bool enterWait(TracedProcess& process, TracedThread& thread);
    bool enterClose(TracedProcess& process, TracedThread& thread);
    bool enterSignal(TracedThread& thread);
    bool enterConnect(TracedProcess& process, TracedThread& thread);
    void tellEntered(TracedProcess& process, TracedThread& thread, CallEntered entered);

    bool leaveTransfer(TracedProcess& process, TracedThread& thread, std::uint64_t count);
    void leaveMessages(TracedProcess& process, TracedThread& thread, std::uint64_t count);
    void passRights(TracedProcess& process, TracedThread& thread, const ChannelEnd& end, bool send,
        std::string_view control);
    void learnPeeked(TracedProcess& process, TracedThread& thread, std::uint64_t count);
    bool leaveSystemV(TracedProcess& process, TracedThread& thread, std::int64_t result);
    const ChannelEnd* transferEnd(TracedProcess& process, TracedThread& thread);
    bool leaveCopy(TracedProcess& process, TracedThread& thread, std::uint64_t count);
    bool leaveOpen(TracedProcess& process, TracedThread& thread, std::int64_t result);
    bool leaveSocket(TracedProcess& process, TracedThread& thread, std::int64_t result);
    bool leaveWait(TracedProcess& process, TracedThread& thread, std::int64_t result);
    void leaveSignal(TracedProcess& process, TracedThread& thread, std::int64_t result);
    void leavePair(TracedProcess& process, TracedThread& thread);
    void leaveSocketpair(TracedProcess& process, TracedThread& thread);
    void leaveNewSocket(TracedProcess& process, TracedThread& thread, int fd);
    void leaveAccept(TracedProcess& process, TracedThread& thread, int fd);
    void pairConnected(TracedProcess& process, TracedThread& thread, const ChannelEnd& end);
    void tellConnected(TracedProcess& process, Tid tid, int fd, const std::string& address);
    void tellConnectedSince(TracedProcess& process, Tid tid);
    [[nodiscard]] ChannelId listenerFor(Pid client, const SocketFacts& facts) const;
    [[nodiscard]] bool isOpenUnannounced(ChannelId channel) const;
    void takeAwaited(TracedProcess& process, TracedThread& thread, int signal);
    void takeRead(TracedProcess& process, TracedThread& thread, std::uint64_t count);
    // `sent`: by a process, and not by the kernel.
    void tellTaken(TracedProcess& process, Tid tid, const TakenSignal& taken, bool sent);
    void returned(TracedProcess& process, TracedThread& thread, std::int64_t result);
    void catchUpWith(const ChannelEnd& from, std::uint64_t bytes);
    void recordMove(Pid pid, Tid tid, const ChannelEnd& end, bool write, BytesMoved moved);
    void messageWritten(const ChannelEnd& end, const BytesMoved& moved);
    [[nodiscard]] bool isMessageUnseen(const ChannelEnd& end) const;
    void messageRead(const ChannelEnd& end, BytesMoved& moved);
    void learnPackets(Pid pid, int fd, const ChannelEnd& end);
    void setPackets(TracedProcess& process, TracedThread& thread);
    std::optional<std::uint64_t> countMixed(TracedProcess& process, const TracedThread& thread,
        const ChannelEnd& end, BytesMoved& moved);
    void settleMixed(TracedProcess& process, int fd, ChannelId channel);
    std::optional<std::uint64_t> countQueued(TracedProcess& process, const TracedThread& thread,
        const ChannelEnd& end, BytesMoved& moved);
    template <typename Body>
    void recordBounded(Pid pid, Tid tid, ChannelCount& count, BytesMoved moved);
    void noteDestination(TracedThread& thread);
    void sendDatagram(TracedProcess& process, Tid tid, const ChannelEnd& from, BytesMoved moved,
        const std::string& address);
    void learnOwnAddress(TracedProcess& process, Tid tid, int fd, ChannelId channel);
    static SocketFacts factsOf(TracedProcess& process, int fd);
    const ChannelEnd* systemV(TracedProcess& process, Tid tid, ChannelKey key, Call call);
    const ChannelEnd* systemVOf(TracedProcess& process, TracedThread& thread);
    void retireIfLast(Pid pid, Tid tid, ChannelId channel);
    void openedInVain(Pid pid, Tid tid, const std::optional<ChannelKey>& fifo);
    void forgetIfLast(ChannelId listener);
    void sayWhoHasAddress(TracedProcess& process, TracedThread& thread, CallReturned& failed);
    [[nodiscard]] Pid holderOf(std::uint64_t socket) const; // by its inode, of the watched
    void capacity(TracedProcess& process, Tid tid, int fd);

    // The same for all that share the table of descriptors.
    template <typename Body> void recordForSharers(TracedProcess& process, Tid tid, Body body);

    Recorder& m_recorder;
    ChannelTable& m_channels;
    Tracees& m_tracees;
    DecoderNeeds m_needs;
    CallTable m_table;
    MappedMemory m_mapped;
    SocketRegistry m_sockets;
    Datagrams m_datagrams;
    Nanoseconds m_nextSocketsLook = 0; // at all of this machine
    // Of the channels between two ends that keep what is written apart: SOCK_DGRAM, SOCK_SEQPACKET,
    // O_DIRECT of pipe(2). By the end that it waits at.
    std::map<ChannelId, std::array<WaitingMessages, 2>> m_messages;
    std::map<ChannelId, bool> m_mixed; // pipes with packets and bytes in them: packets follow
    std::map<ChannelId, WaitingMessages> m_queued; // in the queues of msgop(2)
};

} // namespace ipclab
