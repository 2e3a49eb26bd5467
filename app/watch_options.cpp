// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/watch_options.h"

#include "app/command_line.h"
#include "app/terminal_text.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cmath>

namespace ipclab {

namespace {

constexpr double kShortestTimeout = 0.001; // seconds
constexpr double kLongestTimeout = 1e9;

bool takeTopics(const QString& topics, WatchOptions& options)
{
    const std::optional<EventChoice> choice = EventChoice::of(topics);
    if (choice)
        options.choice = *choice;
    else
        say(QCoreApplication::translate("CommandLine", "--only takes some of: %1")
                .arg(EventChoice::topicNames().join(QStringLiteral(", "))));
    return choice.has_value();
}

// %1: what was given.
bool isWrong(const char* what, const QString& given)
{
    say(commandText(what).arg(printable(given)));
    return false;
}

bool takeTimeout(const QString& words, WatchOptions& options)
{
    const double seconds = words.toDouble(); // 0 for what is no number
    if (std::isnan(seconds) || seconds < kShortestTimeout || seconds > kLongestTimeout)
        return isWrong(QT_TRANSLATE_NOOP("CommandLine",
                           "--timeout takes a number of seconds, 0.001 or more, not “%1”"),
            words);
    options.timeout = static_cast<qint64>(seconds * 1000);
    return true;
}

bool takeLimit(const QString& words, WatchOptions& options)
{
    bool isNumber = false;
    options.limit = words.toUInt(&isNumber);
    return (isNumber && options.limit > 0)
        || isWrong(QT_TRANSLATE_NOOP(
                       "CommandLine", "--limit takes a number of processes, 1 or more, not “%1”"),
            words);
}

bool takePayload(const QString& words, WatchOptions& options)
{
    bool isNumber = false;
    const qulonglong bytes = words.toULongLong(&isNumber);
    if (isNumber)
        options.payload = bytes;
    return isNumber
        || isWrong(QT_TRANSLATE_NOOP(
                       "CommandLine", "--payload takes a number of bytes, 0 or more, not “%1”"),
            words);
}

bool takePid(const QString& words, WatchOptions& options)
{
    options.pid = Pid { words.toInt() }; // 0 for what is no number
    options.parallel = true; // it is where it was
    return options.pid.value > 0
        || isWrong(
            QT_TRANSLATE_NOOP("CommandLine", "--pid takes the number of a process, not “%1”"),
            words);
}

} // namespace

std::optional<WatchOptions> parsedWatch(const QStringList& given, std::span<char* const> argv)
{
    QCommandLineParser parser;
    parser.setOptionsAfterPositionalArgumentsMode(QCommandLineParser::ParseAsPositionalArguments);
    const QCommandLineOption json(QStringLiteral("json"));
    const QCommandLineOption parallel(QStringLiteral("parallel"));
    const QCommandLineOption record(QStringLiteral("record"), {}, QStringLiteral("file"));
    const QCommandLineOption timeout(QStringLiteral("timeout"), {}, QStringLiteral("seconds"));
    const QCommandLineOption out(QStringLiteral("o"), {}, QStringLiteral("file"));
    const QCommandLineOption only(QStringLiteral("only"), {}, QStringLiteral("topics"));
    const QCommandLineOption limit(QStringLiteral("limit"), {}, QStringLiteral("processes"));
    const QCommandLineOption payload(QStringLiteral("payload"), {}, QStringLiteral("bytes"));
    const QCommandLineOption closedWorld(QStringLiteral("closed-world"));
    const QCommandLineOption pid(QStringLiteral("pid"), {}, QStringLiteral("pid"));
    parser.addOptions(
        { json, parallel, record, timeout, out, only, limit, payload, closedWorld, pid });
    if (!parser.parse(given)) {
        say(printable(parser.errorText()));
        return std::nullopt;
    }
    WatchOptions options { {}, parser.isSet(json), parser.isSet(parallel), parser.value(record),
        parser.value(out), {}, 0, 0, {}, parser.isSet(closedWorld), {} };
    const auto words = static_cast<std::size_t>(parser.positionalArguments().size());
    for (const char* const word : argv.last(words)) // they stand at the end
        options.command.emplace_back(word);
    const bool good = (!parser.isSet(only) || takeTopics(parser.value(only), options))
        && (!parser.isSet(timeout) || takeTimeout(parser.value(timeout), options))
        && (!parser.isSet(limit) || takeLimit(parser.value(limit), options))
        && (!parser.isSet(payload) || takePayload(parser.value(payload), options))
        && (!parser.isSet(pid) || takePid(parser.value(pid), options));
    if (!good)
        return std::nullopt;
    if (options.command.empty() != !options.pid)
        return options;
    say(commandText(QT_TRANSLATE_NOOP(
        "CommandLine", "Name a command after --, or a process with --pid: one of the two.")));
    return std::nullopt;
}

} // namespace ipclab
