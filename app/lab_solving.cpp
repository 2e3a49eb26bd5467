// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_solving.h"

#include "app/command_line.h"
#include "app/folders.h"
#include "app/learner_notes.h"
#include "app/terminal_text.h"
#include "views/common/lab_wording.h"
#include "views/common/wording.h"

#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace ipclab {

namespace {

constexpr int kSolveEvery = 10; // ms

QString outcomeName(StepReport::Outcome outcome)
{
    switch (outcome) {
    case StepReport::Outcome::Seen:
        return QStringLiteral("seen");
    case StepReport::Outcome::NotSeen:
        return QStringLiteral("not_seen");
    case StepReport::Outcome::CannotDo:
        return QStringLiteral("cannot_do");
    case StepReport::Outcome::WaitEnded:
        return QStringLiteral("wait_ended");
    case StepReport::Outcome::NotTried:
        break;
    }
    return QStringLiteral("not_tried");
}

QString outcomeWords(const StepReport& step)
{
    switch (step.outcome) {
    case StepReport::Outcome::Seen:
        return commandText(QT_TRANSLATE_NOOP("CommandLine", "seen at %1"))
            .arg(durationText(step.seenAt));
    case StepReport::Outcome::NotSeen:
        return commandText(
            QT_TRANSLATE_NOOP("CommandLine", "not seen: what it expects did not happen"));
    case StepReport::Outcome::CannotDo:
        return commandText(QT_TRANSLATE_NOOP(
            "CommandLine", "could not be done: no such program runs at that moment"));
    case StepReport::Outcome::WaitEnded:
        return commandText(QT_TRANSLATE_NOOP("CommandLine", "waited in vain"));
    case StepReport::Outcome::NotTried:
        break;
    }
    return commandText(QT_TRANSLATE_NOOP("CommandLine", "not tried"));
}

QString placeOf(const Condition& condition)
{
    return QStringLiteral("lab.toml:%1: ").arg(condition.line);
}

Session::Options optionsFor(const SolveRequest& request, const ProgramFolders& folders)
{
    Session::Options options;
    options.recordTo = request.recordTo;
    options.header.lab = request.lab.id;
    options.header.variant = name(request.variant);
    options.folders = folders;
    options.lab = true;
    options.oneCpu = !request.lab.parallel;
    options.launchesLater = launchesLater(request.lab);
    return options;
}

} // namespace

Solved solveLab(const SolveRequest& request)
{
    const ProgramFolders folders = programFoldersOf(request.lab.folder);
    Solved solved;
    Result<std::unique_ptr<Session>> session = Session::make(optionsFor(request, folders));
    if (!session) {
        solved.error = session.error();
        return solved;
    }
    LabRunner runner(request.lab, request.variant);
    for (const auto& [name, value] : request.switches)
        runner.setSwitch(name, value);
    Solver solver(runner, **session, folders);

    LearnerNotes notes;
    const auto note = [&] {
        notes.look(runner);
        notes.tell([&](const std::string& what, const std::string& detail) {
            (*session)->noteAction(what, detail);
        });
    };
    note(); // what is set before it begins
    std::optional<HintProver> hints;
    QEventLoop loop;
    QElapsedTimer clock;
    clock.start();
    QTimer poll;
    QObject::connect(&poll, &QTimer::timeout, &loop, [&] {
        const LogView log((*session)->log());
        if (!hints) {
            const bool over = solver.poll(log, clock.nsecsElapsed());
            note();
            if (!over)
                return;
            if (!request.hints || !solver.report().solved())
                return loop.quit();
            hints.emplace(request.lab, solver.report(), **session, folders);
        }
        if (hints->poll(log, clock.nsecsElapsed()))
            loop.quit();
    });
    const auto fail = [&](const Error& error) {
        solved.error = error;
        loop.quit();
    };
    QObject::connect(session->get(), &Session::failed, &loop, fail);
    QObject::connect(session->get(), &Session::recordingFailed, &loop, fail);
    QObject::connect(session->get(), &Session::buildFailed, &loop, [&](const QString& messages) {
        solved.buildMessages = messages;
        loop.quit();
    });
    poll.start(kSolveEvery);
    loop.exec();
    solved.report = solver.report();
    if (hints)
        solved.unreached = hints->unreached();
    poll.stop(); // what is asked there is no more
    if (const Status closed = (*session)->close(); !closed)
        solved.error = closed.error();
    return solved;
}

std::optional<Lab> labNamed(const QString& name)
{
    std::vector<std::string> folders = findLabs(labFolders());
    if (name.contains(QLatin1Char('/')) || QDir(name).exists())
        folders = { QDir(name).absolutePath().toStdString() };
    for (const std::string& folder : folders) {
        const bool wanted
            = folders.size() == 1 || QDir(QString::fromStdString(folder)).dirName() == name;
        if (!wanted)
            continue;
        LoadResult loaded = loadLab(folder);
        if (auto* const lab = std::get_if<Lab>(&loaded))
            return std::move(*lab);
        for (const Problem& problem : std::get<Problems>(loaded))
            say(QString::fromStdString(folder) + QLatin1Char('/') + problemSentence(problem));
        return std::nullopt;
    }
    say(commandText(QT_TRANSLATE_NOOP("CommandLine",
                        "There is no lab named \"%1\". “ipclab labs” lists those there are."))
            .arg(name));
    return std::nullopt;
}

std::optional<Variant> variantHere(const Lab& lab)
{
    for (const Variant variant : { Variant::Python, Variant::C }) {
        if (missingPrograms(lab, variant).empty())
            return variant;
    }
    return std::nullopt;
}

void sayReport(const Lab& lab, const Solved& solved)
{
    say(QStringLiteral("%1 (%2)").arg(
        QString::fromStdString(lab.id), QString::fromUtf8(name(solved.report.variant))));
    if (solved.error)
        say(errorSentence(*solved.error));
    if (!solved.buildMessages.isEmpty())
        say(solved.buildMessages);
    for (const StepReport& step : solved.report.steps) {
        const bool seen = step.outcome == StepReport::Outcome::Seen;
        say(QStringLiteral("  %1 %2: %3")
                .arg(seen ? QStringLiteral("✓") : QStringLiteral("✗"),
                    QString::fromStdString(step.id), outcomeWords(step)));
        const auto at = static_cast<std::size_t>(&step - solved.report.steps.data());
        for (const std::size_t unmet : step.unmet)
            say(QStringLiteral("    ") + placeOf(lab.steps.at(at).expect.at(unmet))
                + commandText(QT_TRANSLATE_NOOP("CommandLine", "expected, and not so: %1"))
                      .arg(conditionSentence(lab.steps.at(at).expect.at(unmet))));
        if (step.heldBefore)
            say(QStringLiteral("    ")
                + commandText(QT_TRANSLATE_NOOP(
                    "CommandLine", "it held before anything was done, so it proves nothing")));
        if (seen && !step.answer.empty() && step.shown.empty())
            say(QStringLiteral("    ")
                + commandText(QT_TRANSLATE_NOOP("CommandLine",
                                  "the lab answers “%1”, and nothing in the run shows it"))
                      .arg(QString::fromStdString(step.answer)));
        else if (seen && !step.rightAnswer())
            say(QStringLiteral("    ")
                + commandText(
                    QT_TRANSLATE_NOOP("CommandLine", "the lab answers “%1”, the run shows “%2”"))
                      .arg(
                          QString::fromStdString(step.answer), QString::fromStdString(step.shown)));
    }
    for (const HintAt& at : solved.unreached) {
        const LabStep& step = lab.steps.at(at.step);
        const Hint& hint = step.hints.at(at.hint);
        say(QStringLiteral("    lab.toml:%1: ").arg(hint.line)
            + commandText(
                QT_TRANSLATE_NOOP("CommandLine",
                    "the hint “%1” of the step “%2” was not reached; give the wrong path that "
                    "leads to it with “by”"))
                  .arg(QString::fromStdString(hint.say), QString::fromStdString(step.id)));
    }
    for (const Pid pid : solved.report.leftBehind)
        say(QStringLiteral("  ")
            + commandText(QT_TRANSLATE_NOOP("CommandLine", "process %1 was left behind"))
                  .arg(pid.value));
}

QByteArray reportJson(const Lab& lab, const Solved& solved)
{
    QJsonArray steps;
    for (const StepReport& step : solved.report.steps) {
        QJsonObject one { { QStringLiteral("id"), QString::fromStdString(step.id) },
            { QStringLiteral("outcome"), outcomeName(step.outcome) },
            { QStringLiteral("held_before"), step.heldBefore } };
        if (step.outcome == StepReport::Outcome::Seen)
            one[QStringLiteral("seen_at")] = static_cast<double>(step.seenAt) / 1e9;
        if (!step.answer.empty())
            one[QStringLiteral("answer")] = QString::fromStdString(step.answer);
        if (!step.shown.empty())
            one[QStringLiteral("shown")] = QString::fromStdString(step.shown);
        steps.append(one);
    }
    QJsonObject report { { QStringLiteral("lab"), QString::fromStdString(lab.id) },
        { QStringLiteral("variant"), QString::fromUtf8(name(solved.report.variant)) },
        { QStringLiteral("solved"), solved.report.solved() }, { QStringLiteral("steps"), steps },
        { QStringLiteral("left_behind"), static_cast<int>(solved.report.leftBehind.size()) } };
    if (solved.error)
        report[QStringLiteral("error")] = errorSentence(*solved.error);
    return printableJson(QJsonDocument(report), QJsonDocument::Compact) + '\n';
}

} // namespace ipclab
