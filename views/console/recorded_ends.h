// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/log/event_log.h"
#include "views/console/transcript.h"

#include <QString>

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace ipclab {

// What went through IPC Lab's own ends, as the log has it: for moments that are past, and for
// sessions from a file. Takes the log once, keeps where it happened. One thread.
class RecordedEnds {
public:
    void take(const EventLog& log, EventIndex end); // the events [taken, end)
    void forget() { *this = {}; }

    // What a person had seen at that moment since the last launch: the newest of it. `ended`: what
    // stands for an end of file; `several`: each line says whose it is.
    [[nodiscard]] Transcript at(
        const EventLog& log, EventIndex moment, bool several, const QString& ended) const;

private:
    struct Piece {
        EventIndex index = 0;
        Source source = Source::Output; // Note: the end of file
        std::string who; // the program at the other end
        std::uint64_t before = 0; // bytes that went through before it, of all runs
    };
    struct OtherEnd {
        std::string who;
        int fd = 0; // of 0, 1, 2: as an output is told of
    };

    void takeEvent(EventIndex index, const Event& event);
    void takeTransfer(EventIndex index, const BytesMoved& moved, bool written);

    Pid m_self;
    std::map<Pid, std::string> m_launched; // to the lab's name for it, or its own
    std::map<ChannelId, OtherEnd> m_others;
    std::vector<Piece> m_pieces;
    std::vector<EventIndex> m_runs; // where one begins
    std::uint64_t m_bytes = 0; // of all pieces
    bool m_terminal = false;
    EventIndex m_taken = 0;
};

} // namespace ipclab
