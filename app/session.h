// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/lull.h"
#include "ipc-core/base/result.h"
#include "ipc-core/capture/capture.h"
#include "ipc-core/endpoint/endpoints.h"
#include "ipc-core/endpoint/run_folder.h"
#include "ipc-core/lab/lab_host.h"
#include "ipc-core/lab/launch_plan.h"
#include "ipc-core/log/event_log.h"
#include "ipc-core/log/session_file.h"

#include <QByteArray>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace ipclab {

class ProgramBuilder;
class SessionRecording;

// One log and all that runs into it: capture, the lab's own ends, the private folder for FIFOs, and
// the files it is recorded to. A lab runs its programs here again and again; "reset" is another
// session. The destructor ends every program and removes what was made. GUI thread.
class Session : public QObject, public LabHost {
    Q_OBJECT

public:
    struct Options {
        std::string recordTo; // a session file; empty: none
        bool keep = false; // in the user's folder of sessions, too
        // Takes what is still being written when the session goes; none: that is waited for.
        std::function<void(std::unique_ptr<SessionRecording>)> leaveRecording;
        SessionHeader header;
        ProgramFolders folders; // of the lab, when there is one
        bool lab = false; // the environment is made the same on every machine
        bool oneCpu = true; // as in CaptureOptions
        bool attaches = false; // recorded from attached() on, nothing is before
        bool launchesLater = false; // launchBeside() may be asked for at any time
        unsigned mostProcesses = 0; // as in CaptureOptions; 0: as usual
        int seconds = 0; // that a run may take before all is ended; 0: as long as it takes
    };

    static Result<std::unique_ptr<Session>> make(Options options);
    ~Session() override;
    Status close(); // ends all; what went wrong with the recording, at any time

    [[nodiscard]] const EventLog& log() const { return *m_log; }
    [[nodiscard]] std::shared_ptr<const EventLog> sharedLog() const { return m_log; }
    [[nodiscard]] const SessionHeader& header() const { return m_options.header; }
    [[nodiscard]] unsigned living() const { return m_capture->living(); }
    [[nodiscard]] bool oneCpu() const { return m_options.oneCpu; }
    [[nodiscard]] bool busy() const; // something is launched, is being ended, or lives

    // Watches who runs already, and all that it makes from then on; says attached() or
    // attachRefused(). It is not ours: stop() and the end let it go on, unharmed.
    void attach(Pid pid);

    // LabHost. All return at once.
    void launch(const std::vector<LaunchPlan>& plans) override;
    void launchBeside(const LaunchPlan& plan) override;
    // SIGTERM, and SIGKILL for who is still there after a while; who was attached to is let go.
    void stop() override;
    void signal(Pid to, int number) override;
    void type(const std::string& run, const std::string& text) override;
    void closeInput(const std::string& run) override;
    void setReading(bool reading) override;
    void setHeld(Pid pid, bool held) override;
    void step(Pid pid, Tid thread) override;
    void setSlow(unsigned slow) override;

    void noteAction(const std::string& what, const std::string& detail);
    void bookmark(EventIndex moment, const std::string& text); // empty: none there any more
    [[nodiscard]] QStringList inputs() const; // the runs whose stdin we hold, open
    [[nodiscard]] bool canRead() const;

signals:
    void attached();
    void attachRefused(const ipclab::Error& error); // as Capture::attach has it
    void begins(); // a run: who was in the way has ended, and nothing more is told of it
    void launched(); // all programs of a launch have executed
    void arrived(const QString& run, int stream, const QByteArray& bytes);
    void endReached(const QString& run, int stream);
    void endsChanged(); // inputs or canRead may say otherwise
    void notTaken(const QString& run, qint64 bytes); // of what was typed: nobody reads there
    void atRest(); // nobody lives any more
    // Of a launch or an end; step "timeout": the seconds in the subject are over.
    void failed(const ipclab::Error& error);
    void recordingFailed(const ipclab::Error& error); // the run goes on, in memory
    void buildFailed(const QString& messages); // what the compiler said
    void buildWarned(const QString& messages); // and the programs run

private:
    struct Ends; // the lab's ends of one launched program
    enum class Phase { Idle, Ending, Building, Running };

    explicit Session(Options options, RunFolder folder);
    void poll();
    void build();
    void launchNow();
    bool makeWorkFolder(); // false: it could not, which is told
    void launchOne(const LaunchPlan& plan);
    void connectEnds(Ends& ends);
    void noteClosed(Ends& ends);
    void noteUnread();
    void dropEnds();
    void finishLaunch();
    void endAll();
    void endLate();
    void recordAttached();
    void record(std::optional<SessionWriter> writer);
    bool letRecord(); // false: nothing is new
    [[nodiscard]] Ends* endsOf(const std::string& run);

    Options m_options;
    RunFolder m_folder;
    std::string m_work; // where a lab's programs run; empty without a lab
    std::shared_ptr<EventLog> m_log;
    std::unique_ptr<Capture> m_capture;
    std::unique_ptr<ProgramBuilder> m_builder;
    std::vector<std::unique_ptr<SessionRecording>> m_recordings;
    EventIndex m_recorded = 0; // what they were told of
    unsigned m_polls = 0;
    Lull m_lull; // in the log
    std::vector<std::unique_ptr<Ends>> m_ends;
    std::vector<LaunchPlan> m_next;
    bool m_holdAll = false; // and what is launched next
    bool m_beside = false; // what is next joins what lives
    Phase m_phase = Phase::Idle;
    QTimer m_poll;
    QTimer m_timeLimit; // runs with what was launched
    qint64 m_killAt = 0; // when patience with SIGTERM ends, in ms of a steady clock; 0: none asked
    unsigned m_launching = 0;
    bool m_saidRest = true;
};

} // namespace ipclab
