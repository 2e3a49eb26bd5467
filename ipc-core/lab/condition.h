// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/analysis/wait.h"
#include "ipc-core/base/ids.h"
#include "ipc-core/events/call.h"
#include "ipc-core/events/words.h"

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace ipclab {

// What a lab says about a run, as values. Processes are meant by a reference, process_ref.h.

// "child.stdout": one of a process's descriptors and what it buffers there. `stream` is stdin,
// stdout, stderr (0, 1, 2: the same for C's stdout and Python's sys.stdout), "file" (the first
// stream that is none of these, as of fdopen(3) or socket.makefile), or a number.
struct StreamRef {
    std::string process;
    std::string stream;
    bool operator==(const StreamRef&) const = default;
};

struct Range { // both included
    std::uint64_t least = 0;
    std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

    [[nodiscard]] bool has(std::uint64_t number) const { return number >= least && number <= most; }
    bool operator==(const Range&) const = default;
};

// States: true or false of a World.
struct PendingIs { // bytes in the program's own buffer, not given to the kernel
    StreamRef of;
    Range bytes;
};
struct UnreadIs { // bytes got from the kernel, not taken by the program
    StreamRef of;
    Range bytes;
};
struct LevelIs { // bytes in the kernel, in the queue this stream writes into, or reads from if
                 // stdin
    StreamRef of;
    Range bytes;
};
struct RoomIs { // bytes that still fit into that queue
    StreamRef of;
    Range bytes;
};
struct ModeIs {
    StreamRef of;
    BufferMode mode = BufferMode::Full;
};
struct WiredTo {
    StreamRef of;
    ChannelKind kind = ChannelKind::Pipe;
};
struct FindingHolds {
    FindingKind kind = FindingKind::Deadlock;
    std::vector<std::string> of; // each of them is part of it
};
struct IsRunning { // has not ended
    std::string process;
};
struct IsWaiting {
    std::string process;
    std::optional<WaitReason> reason;
    std::optional<Call> call;
};
struct IsStopped {
    std::string process;
};
struct IsZombie {
    std::string process;
};
struct IsHeld { // it stands before a call
    std::string process;
    std::vector<Call> before; // any of these; none: whichever
};
struct SwitchIs {
    std::string name;
    std::string value;
};
enum class Counted : std::uint8_t { Processes, Children, Threads };
struct CountIs { // of those that live: processes of that name, or a process's children or threads
    Counted what = Counted::Processes;
    std::string process;
    Range number;
};
struct IsOpen {
    StreamRef of;
};
struct HoldsEnd { // the process has that end of the stream's channel open
    std::string process;
    bool writes = true; // the write end; else the read end
    StreamRef of;
};
struct HoldersAre { // how many processes have that end open
    StreamRef of;
    bool writes = true;
    Range number;
};
enum class SignalState : std::uint8_t { Pending, Blocked, Ignored, Handled, Default };
struct SignalIs {
    std::string process;
    int signal = 0;
    SignalState state = SignalState::Pending;
};

// Histories: since the step, or the run it asks for, began.
struct HasArrived { // read by the lab at the other end
    StreamRef of;
    Range bytes;
    std::string text; // is part of it; may be empty
};
struct HasExited {
    std::string process;
    std::optional<int> code;
    int signal = 0; // 0: not asked for
};
// What a field of an event must be, as a session file has it: any of the values, or a text that
// contains one of them. A text that names a process matches its pid.
struct FieldWanted {
    using Value = std::variant<std::string, std::int64_t, bool>;

    std::string name;
    std::vector<Value> values;
    bool part = false;
};
struct EventWanted {
    std::string event; // its name in a session file
    StreamRef of; // stream empty: any of the process; process empty: any
    std::optional<std::uint64_t> count; // exactly this many bytes were moved; 0 read is end of file
    int signal = 0; // 0: not asked for
    std::vector<FieldWanted> fields;
};
struct WasSeen { // such events of the log
    EventWanted wanted;
    Range times;
};
struct InOrder { // one after another, others may lie between
    std::vector<EventWanted> wanted;
};

using Fact = std::variant<PendingIs, UnreadIs, LevelIs, RoomIs, ModeIs, WiredTo, FindingHolds,
    IsRunning, IsWaiting, IsStopped, IsZombie, IsHeld, SwitchIs, CountIs, IsOpen, HoldsEnd,
    HoldersAre, SignalIs, HasArrived, HasExited, WasSeen, InOrder>;

struct Condition {
    Fact fact;
    bool negated = false;
    bool once = false; // it suffices that it was true at one moment since the step began
    Nanoseconds lasting = 0; // it has been so for that long without a break
    int line = 0; // in lab.toml
};

} // namespace ipclab
