// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/catalog/completion_finder.h"

#include <QDir>
#include <QDirIterator>
#include <QSet>

#include <algorithm>
#include <utility>

namespace ipclab {

QStringList programsOfPath(const QString& path, const std::atomic<bool>& givenUp)
{
    QSet<QString> names;
    for (const QString& folder : path.split(u':', Qt::SkipEmptyParts)) {
        QDirIterator files(folder, QDir::Files | QDir::Executable);
        while (!givenUp && names.size() < kMostPrograms && files.hasNext()) {
            files.next();
            names.insert(files.fileName());
        }
    }
    QStringList sorted(names.begin(), names.end());
    sorted.sort();
    return sorted;
}

Completions completionsAmong(const QStringList& sorted, const QString& beginning)
{
    Completions found;
    for (auto at = std::lower_bound(sorted.begin(), sorted.end(), beginning);
         at != sorted.end() && at->startsWith(beginning); ++at) {
        found.more = found.words.size() == kMostCompletions;
        if (found.more)
            break;
        found.words.append(*at);
    }
    return found;
}

Completions fileCompletions(const QString& beginning, const QString& folder, bool programsOnly,
    const std::atomic<bool>& givenUp)
{
    const qsizetype nameAt = beginning.lastIndexOf(u'/') + 1;
    const QString before = beginning.left(nameAt);
    const QString name = beginning.mid(nameAt);
    const QString place = before.startsWith(QLatin1String("~/"))
        ? QDir::homePath() + before.mid(1)
        : QDir(folder).absoluteFilePath(before);
    QDir::Filters wanted = QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot;
    wanted.setFlag(QDir::Hidden, name.startsWith(u'.'));

    Completions found;
    int looked = 0;
    QDirIterator files(place, wanted);
    while (!givenUp && files.hasNext()) {
        files.next();
        found.more = found.words.size() == kMostCompletions || ++looked > kMostFilesLookedAt;
        if (found.more)
            break;
        if (!files.fileName().startsWith(name))
            continue;
        const QFileInfo facts = files.fileInfo();
        if (facts.isDir())
            found.words.append(before + files.fileName() + u'/');
        else if (!programsOnly || facts.isExecutable())
            found.words.append(before + files.fileName());
    }
    found.words.sort();
    return found;
}

CompletionFinder::CompletionFinder(QObject* parent)
    : QObject(parent)
{
}

CompletionFinder::~CompletionFinder()
{
    {
        const std::lock_guard lock(m_lock);
        m_over = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void CompletionFinder::ask(Question question)
{
    {
        const std::lock_guard lock(m_lock);
        m_next = std::move(question);
    }
    if (!m_thread.joinable())
        m_thread = std::thread([this] { work(); });
    m_wake.notify_one();
}

void CompletionFinder::work()
{
    std::unique_lock lock(m_lock);
    for (;;) {
        m_wake.wait(lock, [this] { return m_next || m_over; });
        if (m_over)
            return;
        const Question question = *std::exchange(m_next, std::nullopt);
        lock.unlock();
        const Completions found = answerTo(question);
        QMetaObject::invokeMethod(
            this, [this, found, number = question.number] { emit answered(number, found); },
            Qt::QueuedConnection);
        lock.lock();
    }
}

Completions CompletionFinder::answerTo(const Question& question)
{
    const bool ofPath = question.program && !question.beginning.contains(u'/')
        && !question.beginning.startsWith(u'~');
    if (!ofPath)
        return fileCompletions(question.beginning, question.folder, question.program, m_over);
    if (!m_programs)
        m_programs = programsOfPath(qEnvironmentVariable("PATH"), m_over);
    return completionsAmong(*m_programs, question.beginning);
}

} // namespace ipclab
