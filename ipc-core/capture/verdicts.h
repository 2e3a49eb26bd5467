// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ipc-core/capture/call_decoder.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/capture/lasting_sleep.h"
#include "ipc-core/capture/lasting_waits.h"
#include "ipc-core/capture/recorder.h"
#include "ipc-core/capture/tracee.h"

#include <map>
#include <string>
#include <vector>

namespace ipclab {

// Says in the log when a finding begins and ends. A deadlock is said only after all its threads
// were seen asleep, unmoved, at two looks apart in time, and after all descriptors of all
// processes, and all that is known of lasting waits, were read afresh between the two: a holder we
// missed would be a waker. (Where anybody's signal could wake one, all threads of all must sleep.)
// That a writer keeps its bytes is said of one that has slept for a while. Capture thread only.
class Verdicts {
public:
    Verdicts(Recorder& recorder, Tracees& tracees, CallDecoder& decoder, LastingWaits& lasting,
        Analyst analyst);

    void look(); // every few milliseconds; in a fifth of the time at most
    void lastLook(); // nobody lives any more: what has happened, and was not seen yet

private:
    using Stamps = std::map<Tid, std::string>;

    void compare(); // with what is in force
    void begin(const Finding& finding);
    void end(const Finding& finding);
    bool lasts(const Finding& finding);
    bool proved(const Finding& finding);
    [[nodiscard]] bool mayBeWoken(const Finding& finding);
    [[nodiscard]] bool mayLoseConnection(const Finding& finding);
    [[nodiscard]] bool mayGetIoSignal(const Finding& finding) const;
    [[nodiscard]] bool mayHoldApart(const Finding& finding) const;
    [[nodiscard]] bool anybodyMayWake(const Finding& finding) const;
    [[nodiscard]] Stamps stampsOf(const Finding& finding) const;
    void readDescriptorsAfresh();

    Recorder& m_recorder;
    Tracees& m_tracees;
    CallDecoder& m_decoder;
    LastingWaits& m_lasting;
    Analyst m_analyst;
    LastingSleep m_sleep;
    EventIndex m_seen = 0;
    Nanoseconds m_lookedAt = 0;
    Nanoseconds m_restsUntil = 0;
    Nanoseconds m_restOwed = 0; // of a look before
    std::vector<Finding> m_inForce;
    std::vector<std::pair<Finding, Stamps>> m_suspected;
};

} // namespace ipclab
