// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QString>
#include <QStringList>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace ipclab {

// What a word can become, in order; folders end with "/".
struct Completions {
    QStringList words;
    bool more = false; // there are others, which are left out
};

constexpr qsizetype kMostCompletions = 200;
constexpr int kMostPrograms = 20'000; // of PATH
constexpr int kMostFilesLookedAt = 100'000; // of a folder

// The names of PATH's programs. Ends early when `given up`. Any thread.
QStringList programsOfPath(const QString& path, const std::atomic<bool>& givenUp);
Completions completionsAmong(const QStringList& sorted, const QString& beginning);
// Files of that beginning, which may have folders and a "~/" in it; relative to `folder`.
Completions fileCompletions(const QString& beginning, const QString& folder, bool programsOnly,
    const std::atomic<bool>& givenUp);

// Looks for completions in a thread of its own: a disk may be slow. The newest question is
// answered, in the thread of this object; an older one may never be. GUI thread.
class CompletionFinder : public QObject {
    Q_OBJECT

public:
    struct Question {
        quint64 number = 0;
        QString beginning;
        bool program = false; // of PATH, unless it has a "/"
        QString folder;
    };

    explicit CompletionFinder(QObject* parent = nullptr);
    ~CompletionFinder() override;

    void ask(Question question);

signals:
    void answered(quint64 number, const ipclab::Completions& completions);

private:
    void work();
    Completions answerTo(const Question& question);

    std::mutex m_lock;
    std::condition_variable m_wake;
    std::optional<Question> m_next; // under the lock
    std::atomic<bool> m_over = false;
    std::optional<QStringList> m_programs; // of the thread alone
    std::thread m_thread; // begins with the first question
};

} // namespace ipclab
