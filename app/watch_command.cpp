// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/analyst.h"
#include "app/command_line.h"
#include "app/folders.h"
#include "app/term_patience.h"
#include "app/watch_options.h"
#include "app/watch_printer.h"
#include "ipc-core/capture/attach_candidates.h"
#include "ipc-core/capture/proc_fs.h"
#include "ipc-core/log/session_file.h"
#include "ipc-core/survey/unseen.h"
#include "views/common/wording.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QFile>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <condition_variable>
#include <csignal>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace ipclab {

namespace {

constexpr std::chrono::milliseconds kLookEvery { 10 };
constexpr EventIndex kMostUnread = 1'000'000; // events; of those that refine the picture, no more
constexpr std::uint64_t kMostUnreadBytes = std::uint64_t { 64 } << 20;
constexpr std::chrono::milliseconds kAskedEvery { 20 };

std::atomic<bool> askedToEnd = false; // set by a signal handler

LaunchSpec specFor(const WatchOptions& options)
{
    LaunchSpec spec;
    spec.argv = options.command;
    spec.foreground = true;
    if (options.json && options.out.isEmpty()) // our stdout is for the events
        spec.stdio[1] = UniqueFd(fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3));
    return spec;
}

// Of who runs already, as it was started.
std::vector<std::string> commandOf(const WatchOptions& options)
{
    return options.pid ? wordsIn(commandLine(options.pid)) : options.command;
}

// What the command ended with, as a shell says it.
int exitCodeOf(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    if (!process || !process->ending)
        return static_cast<int>(ExitCode::No);
    if (process->ending->detached)
        return static_cast<int>(ExitCode::Good);
    return process->ending->code ? *process->ending->code : 128 + process->ending->signal;
}

// 126 and 127 as a shell has them, for a command that cannot be run.
int exitCodeOf(const Error& error)
{
    if (error.step != "execve" && error.step != "chdir")
        return static_cast<int>(ExitCode::Refused);
    return error.number == ENOENT ? 127 : 126;
}

// Who started us, held, could hold us too: what it reads of us, or waits for.
std::optional<Error> whyNotAttached(Pid pid)
{
    const auto one = pid ? attachCandidate(pid) : std::nullopt;
    if (!one || one->refusal != AttachRefusal::Ancestor)
        return std::nullopt; // all else is said when it is tried
    return Error { EPERM, "attach", obstacleOf(*one) };
}

class Watching {
public:
    Watching(const WatchOptions& options, std::FILE* out)
        : m_options(options)
        , m_log(logLimits())
        , m_printer(m_log, options.json, options.choice, out)
        , m_capture(m_log, captureOptions(options), makeAnalyst(&m_judged))
    {
    }

    int run(std::optional<SessionWriter>& recording)
    {
        const auto told = [this](const Result<Pid>& pid) {
            if (pid)
                m_pid = pid->value;
            else
                m_error = pid.error(); // read after the launch is done, as atRest() says
        };
        if (m_options.pid)
            m_capture.attach(m_options.pid, told);
        else
            m_capture.launch(specFor(m_options), told);
        m_clock.start();
        m_ender = std::jthread([this](const std::stop_token& over) { endWhenAsked(over); });
        if (recording)
            stepBack();
        while (!m_capture.restsWithin(kLookEvery) && !m_left)
            follow(recording);
        follow(recording);
        m_printer.printRest();
        if (m_left) // it goes on; what it makes of our end is not seen any more
            return static_cast<int>(ExitCode::Good);
        if (m_error) {
            say(errorSentence(*m_error));
            return exitCodeOf(*m_error);
        }
        m_printer.printEnd(!m_options.parallel);
        if (const auto because = m_capture.endedBecause())
            say(errorSentence(*because));
        return exitCodeOf(m_printer.world(), Pid { m_pid });
    }

    [[nodiscard]] const EventLog& log() const { return m_log; }

private:
    static EventLog::Limits logLimits()
    {
        EventLog::Limits limits;
        limits.forgets = true;
        limits.events = kMostUnread;
        limits.allEvents = 2 * kMostUnread;
        limits.ends = 3 * kMostUnread;
        limits.payloadBytes = kMostUnreadBytes;
        limits.allTextBytes = kMostUnreadBytes;
        return limits;
    }

    CaptureOptions captureOptions(const WatchOptions& options)
    {
        CaptureOptions capture;
        capture.oneCpu = !options.parallel;
        capture.probeFolder = probeFolder();
        capture.closedWorld = options.closedWorld;
        capture.heldOnlyBy = isPipeHeldOnlyBy;
        if (options.limit > 0)
            capture.mostProcesses = options.limit;
        if (options.payload)
            capture.payloadBytesPerChannel = *options.payload;
        else if (options.record.isEmpty()) // what is printed is forgotten
            capture.payloadBytesPerChannel = std::numeric_limits<std::uint64_t>::max();
        return capture;
    }

    void follow(std::optional<SessionWriter>& recording)
    {
        for (bool more = true; more;) {
            more = m_printer.printNew();
            record(recording);
            forgetRead(recording);
        }
    }

    // Writing can wait: where processors are few, those go first who are watched, and who watches.
    // The priority is that of this thread alone, setpriority(2).
    static void stepBack()
    {
        constexpr int kLowest = 19;
        static_cast<void>(::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), kLowest));
    }

    // Who cannot be written to is told of at once, and the command runs on.
    void record(std::optional<SessionWriter>& recording) const
    {
        if (!recording)
            return;
        if (const Status written = recording->writeNew(LogView(m_log)); !written) {
            say(errorSentence(written.error()));
            recording.reset();
        }
    }

    // A run may be long, and who reads what is printed slow: no more is kept than has to be.
    void forgetRead(const std::optional<SessionWriter>& recording)
    {
        const EventIndex printed = m_printer.world().applied;
        const EventIndex read = recording ? std::min(printed, recording->taken()) : printed;
        m_log.forgetBefore(std::min<EventIndex>(read, m_judged));
    }

    // In a thread of its own: who prints may wait for long for whoever reads that.
    void endWhenAsked(const std::stop_token& over)
    {
        std::mutex mutex;
        std::condition_variable_any wake;
        std::unique_lock lock(mutex);
        for (; !over.stop_requested(); wake.wait_for(lock, over, kAskedEvery, [] { return false; }))
            endIfAsked();
    }

    void endIfAsked()
    {
        const bool late = m_options.timeout > 0 && m_clock.elapsed() >= m_options.timeout;
        if (m_endAt == 0 && (late || askedToEnd)) {
            m_capture.terminateAll();
            m_endAt = m_clock.elapsed() + kTermPatience;
        } else if (m_endAt != 0 && m_clock.elapsed() >= m_endAt) {
            m_capture.killAll();
            m_endAt = m_clock.elapsed() + kTermPatience;
            m_left = m_options.pid.value != 0; // the kernel lets go who cannot be asked
        }
    }

    const WatchOptions& m_options;
    EventLog m_log;
    std::atomic<EventIndex> m_judged = 0; // read by the capture thread's analyst
    WatchPrinter m_printer;
    std::optional<Error> m_error;
    std::atomic<std::int32_t> m_pid = 0;
    QElapsedTimer m_clock;
    qint64 m_endAt = 0; // of m_ender
    std::atomic<bool> m_left = false;
    Capture m_capture; // its thread uses what is above
    std::jthread m_ender; // the same
};

void endGently(int)
{
    askedToEnd = true;
}

} // namespace

int runWatch(const QStringList& given, std::span<char* const> argv)
{
    const auto options = parsedWatch(given, argv);
    if (!options)
        return sayUsage(QStringLiteral("watch"));
    if (const auto refused = whyNotAttached(options->pid)) {
        say(errorSentence(*refused));
        return static_cast<int>(ExitCode::Refused);
    }
    std::optional<SessionWriter> recording;
    if (!options->record.isEmpty()) {
        SessionHeader header;
        header.startedAt = QDateTime::currentDateTime().toString(Qt::ISODate).toStdString();
        header.command = commandOf(*options);
        header.attached = options->pid.value;
        Result<SessionWriter> writer = SessionWriter::create(options->record.toStdString(), header);
        if (!writer) {
            say(errorSentence(writer.error()));
            return static_cast<int>(ExitCode::Refused);
        }
        recording.emplace(std::move(*writer));
    }
    const auto shut = [](std::FILE* file) { std::fclose(file); };
    std::unique_ptr<std::FILE, decltype(shut)> file(nullptr, shut);
    if (!options->out.isEmpty()) {
        file.reset(std::fopen(QFile::encodeName(options->out).constData(), "we"));
        if (!file) {
            say(errorSentence({ errno, "open", options->out.toStdString() }));
            return static_cast<int>(ExitCode::Refused);
        }
    }
    // ^C is for the command, which is in our group; we end when it has. Who ran before is not in
    // it.
    std::signal(SIGINT, options->pid ? endGently : SIG_IGN);
    std::signal(SIGQUIT, options->pid ? endGently : SIG_IGN);
    std::signal(SIGTERM, endGently);
    std::signal(SIGHUP, endGently);
    Watching watching(*options, file ? file.get() : options->json ? stdout : stderr);
    const int code = watching.run(recording);
    if (recording) {
        const Status written = recording->writeNew(LogView(watching.log()));
        const Status closed = recording->close(watching.log().dropped());
        if (!written || !closed)
            say(errorSentence(written ? closed.error() : written.error()));
    }
    return code;
}

} // namespace ipclab
