// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/attach_target.h"
#include "app/frame_timer.h"
#include "app/guide_replay.h"
#include "app/learner_notes.h"
#include "app/session_copy.h"
#include "app/showing_state.h"
#include "app/workbench_command.h"
#include "ipc-core/base/result.h"
#include "ipc-core/lab/lab_runner.h"
#include "ipc-core/log/session_file.h"

#include <QByteArray>
#include <QElapsedTimer>
#include <QObject>
#include <QPointer>
#include <QString>
#include <QStringList>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace ipclab {

class Session;
class SessionRecording;
class StepShowing;
class TimeCursor;
class TrustLook;
struct OpenedSession;

// What is open: a lab as one learner goes through it, or a command; and the programs it runs. Feeds
// the cursor at the screen's rate while programs live, and nothing else does. Everything may be
// asked for at any time. No widgets. GUI thread.
class LabPresenter : public QObject {
    Q_OBJECT

public:
    // `recordTo`: the first session that is opened is written there too.
    LabPresenter(TimeCursor& cursor, std::string recordTo, QObject* parent = nullptr);
    ~LabPresenter() override; // ends all that lives

    void openLab(const Lab& lab, Variant variant);
    // The one that is open, as its folder says it now: what was done stays done, what runs goes on.
    // `sameSteps`: its lab.toml has not changed, and so the step now goes on too.
    void replaceLab(const Lab& lab, bool sameSteps);
    void openCommand(WorkbenchCommand command);
    // Tries to watch who runs already; what is open stays meanwhile. Says attachReady(), upon which
    // openAttached() shows it instead of what was open, or attachRefused().
    void attach(AttachTarget target);
    void openAttached();
    void giveUpAttaching(); // to whom it is not yet known whether it may
    // To be looked at: nothing of it runs, or can be run. `lab`: the one that it names, if it is
    // here.
    void openSession(std::shared_ptr<OpenedSession> session, const Lab* lab);
    void close();

    [[nodiscard]] bool open() const { return m_runner || m_command || m_attached || m_opened; }
    [[nodiscard]] const OpenedSession* opened() const { return m_opened.get(); }
    [[nodiscard]] const TimeCursor& cursor() const { return m_cursor; }
    // The lab's steps as they were at the cursor's moment: what was not yet seen is not done.
    [[nodiscard]] StepsAtMoment steps() const;
    [[nodiscard]] Variant variant() const; // at the moment; where there is a lab
    [[nodiscard]] const LabRunner* runner() const { return m_runner ? &*m_runner : nullptr; }
    [[nodiscard]] const WorkbenchCommand* command() const
    {
        return m_command ? &*m_command : nullptr;
    }
    // Who was attached to; nullptr: no such run is open.
    [[nodiscard]] const AttachTarget* attached() const
    {
        return m_attached ? &*m_attached : nullptr;
    }
    [[nodiscard]] SessionHeader header() const; // of what is shown
    [[nodiscard]] std::shared_ptr<const EventLog> sharedLog() const; // nullptr: nothing has run
    [[nodiscard]] const Session* session() const { return m_session.get(); }
    [[nodiscard]] bool oneCpu() const; // what runs, or ran last, has one processor to share
    [[nodiscard]] bool busy() const; // something lives, or is being launched or ended
    // It was run although its prediction is still wanted: nothing of that run counts.
    [[nodiscard]] bool ranTooEarly() const { return m_ranTooEarly; }

    void setLearner(const QString& name) { m_learner = name; } // of sessions that begin later
    // What is called before each run: what it runs is to be on the disk. False: no run.
    void setSaving(std::function<bool()> save) { m_save = std::move(save); }
    void run();
    void runBeside(const QString& run); // one of the lab's runs, beside what lives
    void stop(); // who was attached to is let go, and goes on
    void reset(); // from the first step, with nothing in the log
    void undoReset(); // where nothing has begun since
    void setVariant(Variant variant);
    void setSwitch(const QString& name, const QString& value);
    void predict(const QString& step, const QString& choice);
    // Does the step now for the learner to see; it is then not done by them. Whatever a person does
    // to the programs meanwhile ends that.
    void showStep();
    [[nodiscard]] bool showsStep() const { return m_showing != nullptr; }
    void signal(Pid to, int number);
    void setPaused(bool paused); // all; what is run meanwhile is held from its first call on
    void setHeld(Pid pid, bool held);
    void step(Pid pid, Tid thread = {}); // lets one call go, of the one that has stood longest
    void setSlow(unsigned slow); // 1, 10, 100; stays for the runs to come
    void send(const QString& to, const QByteArray& bytes); // a run whose stdin we hold
    void closeInput(const QString& to);
    // The run whose stdin is that channel, of those whose other end we hold; empty: none.
    [[nodiscard]] QString inputOf(ChannelId channel) const;
    void closeEnd(ChannelId channel); // ours; of the first run that has one, if it is none's stdin
    void setReading(bool reading);
    // A note at a moment of what is shown; an empty text takes it away. In a session that was
    // opened it goes to the end of its file: errors as of open(2) and write(2), and step "lock"
    // while another IPC Lab still writes it.
    Status bookmark(EventIndex moment, const QString& words);
    void save(const QString& path); // the log as it is now
    [[nodiscard]] SessionCopy& copy() { return m_copy; } // of a save that goes on

signals:
    // Nothing was done: ask the person, note the answer (lab_trust), and do it then. `asItIs`: what
    // was found.
    void trustWanted(const std::function<void()>& then, const QByteArray& asItIs);
    void attachReady();
    void attachRefused(const ipclab::Error& error);
    void labReplaced();
    void logRenewed(); // another lab, another command, or a reset: all that was shown is past
    void wasReset(); // and can be had back
    void progressed(); // steps, hints, switches or the variant are others
    void activityChanged(bool busy);
    void pausedChanged(bool paused);
    void inputChanged(const QStringList& inputs, bool canRead);
    void arrived(const QString& run, int stream, const QByteArray& bytes);
    void endReached(const QString& run, int stream);
    void notTaken(const QString& run, qint64 bytes); // of what was typed
    void typedForLearner(const QString& run, const QByteArray& bytes); // a step is shown
    void readingForLearner(bool reading);
    void showingFailed(ipclab::ShowingState state); // of the step
    void launching(); // what the last run left is of no interest now
    void begins(); // that run: the last one has been ended for it, and told all
    void failed(const ipclab::Error& error);
    void sessionKept(); // of one that is over: its file is whole
    void recordingFailed(const ipclab::Error& error); // the run is in memory alone, from now on
    void buildFailed(const QString& messages);
    void buildWarned(const QString& messages); // and it runs

private:
    // What a reset put away; its programs are ended.
    struct Before {
        LabRunner runner;
        LearnerNotes notes;
        std::map<std::string, EventIndex> predictedAfter;
        std::unique_ptr<Session> session;
    };

    void takePace();
    // False: not, or not yet: then it is done when it is known that it may be, or agreed to.
    bool prepareRun(const std::function<void()>& then);
    void lookForTrust(const std::function<void()>& then);
    void pauseAll(bool paused);
    void endShowing();
    void takeOver();
    bool goOnShowing(EventIndex size); // so many events the runner may have seen
    bool replayGuide();
    bool ensureSession();
    void noteLearner();
    void dropSession();
    void showSession();
    void waitForRecording(std::unique_ptr<SessionRecording> recording);
    void connectSession();
    FrameTimer::Taken frame();
    bool takeEvents();
    void showActivity();
    void wake();

    TimeCursor& m_cursor;
    std::string m_recordTo;
    QString m_learner;
    std::function<bool()> m_save; // what is edited
    QPointer<TrustLook> m_trustLook; // that goes on
    bool m_foundTrusted = false; // just now
    std::optional<LabRunner> m_runner;
    LearnerNotes m_notes;
    std::unique_ptr<StepShowing> m_showing; // the step now
    std::optional<WorkbenchCommand> m_command;
    std::optional<AttachTarget> m_attached;
    std::unique_ptr<Session> m_session;
    std::optional<Before> m_before;
    std::unique_ptr<Session> m_attaching; // until it is known whether it may
    std::optional<AttachTarget> m_attachingTo;
    std::shared_ptr<OpenedSession> m_opened; // instead of one that runs
    std::optional<GuideReplay> m_replay; // of its lab
    std::map<std::string, EventIndex> m_predictedAfter; // by step: the events until then
    std::vector<std::unique_ptr<SessionRecording>> m_ending; // of sessions that are over
    SessionCopy m_copy;
    FrameTimer m_frames;
    QElapsedTimer m_clock; // by which what has to last goes on
    bool m_busyShown = false;
    bool m_paused = false;
    unsigned m_slow = 1;
    bool m_ranTooEarly = false;
};

} // namespace ipclab
