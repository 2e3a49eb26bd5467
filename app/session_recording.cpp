// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session_recording.h"

#include <sys/stat.h>

#include <cerrno>
#include <chrono>
#include <csignal>
#include <utility>
#include <variant>

namespace ipclab {

namespace {

constexpr std::chrono::milliseconds kRest { 100 }; // between two looks at the log

// Nothing is handled here. And a file that may not grow shall be an error, not the end of the
// program: SIGXFSZ, setrlimit(2).
void blockAllSignals()
{
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

bool isProgram(const Event& event)
{
    const auto* const started = std::get_if<ProcessStarted>(&event.body);
    return started && !started->self;
}

} // namespace

SessionRecording::SessionRecording(SessionHeader header, std::shared_ptr<const EventLog> log)
    : m_header(std::move(header))
    , m_log(std::move(log))
{
    start();
}

SessionRecording::SessionRecording(
    SessionWriter writer, std::string path, std::shared_ptr<const EventLog> log)
    : m_log(std::move(log))
    , m_writer(std::move(writer))
    , m_path(std::move(path))
{
    start();
}

SessionRecording::~SessionRecording()
{
    static_cast<void>(close());
}

Status SessionRecording::close()
{
    finish();
    if (m_thread.joinable())
        m_thread.join();
    return m_result;
}

void SessionRecording::start()
{
    m_thread = std::thread([this] { work(); });
}

void SessionRecording::look()
{
    const std::lock_guard lock(m_mutex);
    m_asked = true;
    m_news.notify_one();
}

void SessionRecording::finish()
{
    const std::lock_guard lock(m_mutex);
    m_finishing = true;
    m_news.notify_one();
}

void SessionRecording::work()
{
    blockAllSignals();
    std::unique_lock lock(m_mutex);
    for (bool last = false; !last;) {
        m_news.wait(lock, [this] { return m_asked || m_finishing; });
        last = m_finishing;
        m_asked = false;
        lock.unlock();
        if (Status written = writeOnce(last); !written) {
            m_result = written;
            giveUp();
            last = true;
        }
        lock.lock();
        m_news.wait_for(lock, kRest, [&] { return last || m_finishing; });
    }
    lock.unlock();
    QMetaObject::invokeMethod(this, [this] {
        m_over = true;
        emit ended();
    });
}

Status SessionRecording::writeOnce(bool last)
{
    const EventIndex size = m_log->size();
    if (!m_writer && size == 0)
        return Done {};
    if (!m_writer) {
        if (Status opened = open(); !opened)
            return opened;
    }
    if (m_file && m_file->removed())
        return Error { 0, "removed", m_path };
    noteStarted(size);
    Status written = m_writer->writeNew(LogView(*m_log, size));
    return written && last ? end() : written;
}

// What is written stays, and its end is known.
void SessionRecording::giveUp()
{
    if (m_file)
        m_file->end(m_anyStarted && !m_file->removed());
    QMetaObject::invokeMethod(this, [this, error = m_result.error()] { emit failed(error); });
}

Status SessionRecording::open()
{
    Result<KeptFile> file = KeptFile::make(m_header);
    if (!file)
        return file.error();
    m_path = file->path();
    m_file.emplace(std::move(*file));
    pruneSessions();
    Result<SessionWriter> writer = SessionWriter::create(m_path, m_header);
    if (!writer)
        return writer.error();
    m_writer.emplace(std::move(*writer));
    return Done {};
}

void SessionRecording::noteStarted(EventIndex end)
{
    for (; m_seen < end && !m_anyStarted; ++m_seen)
        m_anyStarted = isProgram((*m_log)[m_seen]);
}

Status SessionRecording::end()
{
    Status closed = m_writer->close(m_log->dropped());
    if (m_file)
        m_file->end(m_anyStarted);
    return closed;
}

} // namespace ipclab
