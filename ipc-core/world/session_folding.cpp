// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/session_folding.h"

#include "ipc-core/log/session_reader.h"

#include <atomic>
#include <thread>
#include <utility>

namespace ipclab {

namespace {

constexpr std::uint64_t kPortion = std::uint64_t { 1 } << 20;
constexpr EventIndex kSlice = 4096;
constexpr EventIndex kMostAhead = 50'000; // what is left to fold when all is read

// Folds a log that grows, in a thread of its own, until it is told that no more comes.
class Folding {
public:
    explicit Folding(const EventLog& log)
        : m_history(std::make_unique<WorldHistory>(log))
        , m_thread([this] { fold(); })
    {
    }
    ~Folding() { end(); }
    Folding(const Folding&) = delete;
    Folding& operator=(const Folding&) = delete;

    // There are so many events. Waits if too many of them are not folded yet.
    void go(EventIndex size)
    {
        tell(kMore);
        for (EventIndex folded = m_folded; folded + kMostAhead < size; folded = m_folded)
            m_folded.wait(folded);
    }
    std::unique_ptr<WorldHistory> history() &&
    {
        end();
        return std::move(m_history);
    }

private:
    enum Told : int { kNothing, kMore, kAll };

    void tell(Told told)
    {
        m_told = told;
        m_told.notify_one();
    }
    void end()
    {
        if (!m_thread.joinable())
            return;
        tell(kAll);
        m_thread.join();
    }
    void fold()
    {
        for (int told = kNothing; told != kAll;) {
            m_told.wait(kNothing);
            told = m_told;
            if (told == kMore) // what comes from now on is told anew
                m_told.compare_exchange_strong(told, kNothing);
            while (m_history->extend(kSlice) > 0) {
                m_folded = m_history->size();
                m_folded.notify_one();
            }
        }
    }

    std::unique_ptr<WorldHistory> m_history;
    std::atomic<int> m_told = kNothing;
    std::atomic<EventIndex> m_folded = 0;
    std::thread m_thread;
};

} // namespace

Result<FoldedSession> foldSession(const std::string& path, const GoOn& goOn)
{
    Result<SessionReader> reader = SessionReader::open(path);
    if (!reader)
        return reader.error();
    Folding folding(reader->log());
    bool further = true;
    while (further && !reader->atEnd()) {
        if (Status some = reader->readSome(kPortion); !some)
            return some.error();
        folding.go(reader->log().size());
        further = goOn(reader->bytesRead(), reader->bytesTotal());
    }
    auto history = std::move(folding).history();
    return FoldedSession { std::move(*reader).take(), std::move(history) };
}

} // namespace ipclab
