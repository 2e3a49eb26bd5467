// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/visible_bytes.h"
#include "views/common/wording_tr.h"
#include "views/inspector/fact_rows.h"

#include <algorithm>
#include <csignal>
#include <unistd.h>

namespace ipclab {

namespace {

constexpr std::size_t kMostArguments = 32;
constexpr std::size_t kMostVariables = 256; // a file may have more than we ever record
constexpr std::size_t kMostLimits = 32;
constexpr qsizetype kLongest = 1000; // characters of an argument

const ProgramBegan* beganOf(const LogView& log, const Process& process)
{
    return process.began && *process.began < log.size()
        ? std::get_if<ProgramBegan>(&log[*process.began].body)
        : nullptr;
}

std::vector<FactRow> argumentRows(const Process& process, const ProgramBegan* began)
{
    std::vector<FactRow> rows;
    if (began && !began->folder.empty()) {
        FactRow row;
        row.left = InspectorWords::tr("in");
        row.words = visibleText(began->folder, kLongest);
        row.tip = InspectorWords::tr("The folder in which it began");
        row.spoken = InspectorWords::tr("began in folder %1").arg(row.words);
        rows.push_back(row);
    }
    for (std::size_t i = 0; i < process.argv.size(); ++i) {
        if (i == kMostArguments) {
            rows.push_back(moreRow(process.argv.size() - kMostArguments));
            break;
        }
        FactRow row;
        row.left = QString::number(i);
        row.words = process.argv[i].empty() ? QStringLiteral("\"\"")
                                            : visibleText(process.argv[i], kLongest);
        row.spoken = InspectorWords::tr("argument %1: %2").arg(row.left, row.words);
        rows.push_back(row);
    }
    return rows;
}

std::vector<FactRow> environmentRows(const ProgramBegan& began)
{
    std::vector<FactRow> rows;
    std::vector<std::string> words = wordsIn(began.environment->joined);
    const std::size_t cut = words.size() - std::min(words.size(), kMostVariables);
    words.resize(words.size() - cut);
    std::ranges::sort(words);
    for (const std::string& word : words) {
        const std::size_t equals = word.find('=');
        FactRow row;
        row.words = visibleText(std::string_view(word).substr(0, equals));
        row.right = equals == std::string::npos
            ? InspectorWords::tr("value not kept")
            : visibleText(std::string_view(word).substr(equals + 1), kLongest);
        rows.push_back(row);
    }
    if (const std::uint64_t more = began.moreEnvironment.value_or(0) + cut; more > 0)
        rows.push_back(moreRow(more));
    return rows;
}

QString limitName(std::string_view name) // getrlimit(2)
{
    if (name == "nofile")
        return InspectorWords::tr("open files");
    if (name == "nproc")
        return InspectorWords::tr("processes of the user");
    if (name == "stack")
        return InspectorWords::tr("stack");
    if (name == "data")
        return InspectorWords::tr("data");
    if (name == "as")
        return InspectorWords::tr("address space");
    if (name == "fsize")
        return InspectorWords::tr("size of a file");
    if (name == "cpu")
        return InspectorWords::tr("processor time");
    if (name == "core")
        return InspectorWords::tr("core dump");
    return visibleText(name, kLongest);
}

QString limitText(std::string_view name, const QString& value)
{
    bool isNumber = false;
    const quint64 number = value.toULongLong(&isNumber);
    if (!isNumber)
        return value == QStringLiteral("unlimited") ? InspectorWords::tr("no limit") : value;
    if (name == "cpu")
        return InspectorWords::tr("%1 s").arg(countText(number));
    return name == "nofile" || name == "nproc" ? countText(number) : bytesText(number);
}

// "nofile=1024:4096": the limit, and how far the program itself may raise it.
std::vector<FactRow> limitRows(const ProgramBegan& began)
{
    std::vector<FactRow> rows;
    for (const std::string& word : wordsIn(began.limits.joined)) {
        const std::string_view whole = word;
        const std::size_t equals = whole.find('=');
        if (equals == std::string_view::npos || rows.size() == kMostLimits)
            continue;
        const std::string_view name = whole.substr(0, equals);
        const QStringList values
            = visibleText(whole.substr(equals + 1), kLongest).split(QLatin1Char(':'));
        FactRow row;
        row.words = limitName(name);
        row.right = limitText(name, values.front());
        if (values.size() > 1 && values[1] != values[0])
            row.right
                = InspectorWords::tr("%1 · at most %2").arg(row.right, limitText(name, values[1]));
        row.tip = InspectorWords::tr("The limit as the program began, and how far the program "
                                     "itself may raise it");
        rows.push_back(row);
    }
    return rows;
}

// The soft one: what it is held to. Empty: there is none, or it is not known.
QString softLimit(const ProgramBegan& began, std::string_view name)
{
    for (const std::string& word : wordsIn(began.limits.joined)) {
        const std::string_view whole = word;
        if (!whole.starts_with(name) || whole.substr(name.size(), 1) != "=")
            continue;
        const QString value
            = visibleText(whole.substr(name.size() + 1), kLongest).section(QLatin1Char(':'), 0, 0);
        return value == QStringLiteral("unlimited") ? QString() : limitText(name, value);
    }
    return {};
}

// So ends who gets no memory and does not look: by abort(3), or at an address that is not there.
bool mayLackMemory(const Ending& ending)
{
    return ending.signal == SIGABRT || ending.signal == SIGSEGV || ending.signal == SIGBUS
        || ending.code.value_or(0) != 0;
}

} // namespace

QString lastWords(const LogView& log, const Process& process)
{
    constexpr EventIndex kLookBack = 4000;
    constexpr qsizetype kLine = 160;
    if (!process.ending || process.ending->code.value_or(0) == 0)
        return {};
    const EventIndex end = log.size();
    for (EventIndex i = end; i > 0 && end - i < kLookBack; --i) {
        const auto* const written = std::get_if<BytesWritten>(&log[i - 1].body);
        if (log[i - 1].pid != process.pid || !written || written->fd != STDERR_FILENO)
            continue;
        const std::string_view kept = written->bytes.kept;
        const std::string_view said = kept.substr(0, kept.find_last_not_of('\n') + 1);
        if (written->cut > 0)
            return {};
        if (said.empty())
            continue;
        return InspectorWords::tr("It said last: “%1”.")
            .arg(visibleText(said.substr(said.find_last_of('\n') + 1), kLine));
    }
    return {};
}

QString endedByLimit(const LogView& log, const Process& process)
{
    const ProgramBegan* const began = beganOf(log, process);
    if (!began || !process.ending)
        return {};
    const Ending& ending = *process.ending;
    if (const QString most = softLimit(*began, "cpu"); ending.signal == SIGXCPU && !most.isEmpty())
        return InspectorWords::tr("It had computed for as long as it may, %1: then the kernel "
                                  "sends SIGXCPU (RLIMIT_CPU).")
            .arg(most);
    if (const QString most = softLimit(*began, "fsize");
        ending.signal == SIGXFSZ && !most.isEmpty())
        return InspectorWords::tr("It made a file larger than it may, %1: then the kernel sends "
                                  "SIGXFSZ (RLIMIT_FSIZE).")
            .arg(most);
    const QString memory = softLimit(*began, "as");
    return memory.isEmpty() || !mayLackMemory(ending)
        ? QString()
        : InspectorWords::tr("It could have at most %1 of memory (RLIMIT_AS): asked for more, the "
                             "kernel says ENOMEM, and many programs end so.")
              .arg(memory);
}

BeginningFacts beginningFacts(const LogView& log, const Process& process)
{
    BeginningFacts facts;
    const ProgramBegan* const began = beganOf(log, process);
    facts.arguments = argumentRows(process, began);
    if (!began || !began->environment) {
        facts.environmentNote = InspectorWords::tr("It is not known with which environment it "
                                                   "began.");
    } else {
        facts.environment = environmentRows(*began);
        facts.environmentNote = facts.environment.empty()
            ? InspectorWords::tr("It began with no variable at all.")
            : InspectorWords::tr("As the program began. People keep passwords here: only the "
                                 "values of a few harmless variables are recorded.");
    }
    if (began)
        facts.limits = limitRows(*began);
    return facts;
}

} // namespace ipclab
