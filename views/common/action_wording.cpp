// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/common/action_wording.h"

#include "views/common/visible_bytes.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>
#include <string_view>

namespace ipclab {

namespace {

struct ActionWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::ActionWords)
};

struct Said {
    std::string_view what; // UserAction::what
    const char* words; // %1: its detail, %2: the process that it was done to
};
constexpr Said kActions[] = {
    { "run", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You run it") },
    { "start", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You start %1 beside it") },
    { "stop", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You end all") },
    { "attach", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You attach to %2") },
    { "detach", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You let go what you attached to") },
    { "type", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You type “%1”") },
    { "close", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You close the input of %1") },
    { "read", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You let IPC Lab read again") },
    { "stop_reading", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You stop IPC Lab's reading") },
    { "pause", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You hold all") },
    { "resume", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You let all go on") },
    { "switch", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You set %1") },
    { "slow", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You slow it down: 1/%1") },
    { "hold_process", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You hold %2") },
    { "release_process", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You release %2") },
    { "step_call", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You let %2 make its call") },
    { "variant", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You choose the programs in %1") },
    { "step", QT_TRANSLATE_NOOP("ipclab::ActionWords", "A step of the guide is done") },
    { "show", QT_TRANSLATE_NOOP("ipclab::ActionWords", "IPC Lab shows a step of the guide") },
    { "predict", QT_TRANSLATE_NOOP("ipclab::ActionWords", "You make a prediction") },
};
constexpr std::size_t kMostOfDetail = 200; // characters of a detail

// With the pid where another has the same name, also one that has ended since: then it may have
// been the other.
QString tellingName(const World& world, Pid pid)
{
    const Process* const process = world.process(pid);
    if (!process)
        return QString::number(pid.value);
    const QString name = processLabel(*process);
    const bool shared = std::ranges::any_of(world.processes, [&](const auto& entry) {
        return entry.first != pid && processLabel(entry.second) == name;
    });
    return shared ? processWithPid(*process) : name;
}

} // namespace

QString didWords(const World& world, const UserAction& action)
{
    const auto* const entry = std::ranges::find(kActions, action.what, &Said::what);
    if (entry == std::end(kActions))
        return {};
    if (action.what == "slow" && action.detail == "1")
        return ActionWords::tr("You let it run as fast as it can");
    const QString whom = action.to ? tellingName(world, *action.to) : ActionWords::tr("all");
    // At once: a detail may have a %2 in it.
    const std::string_view said = action.what == "variant" && action.detail == "c" ? "C"
        : action.what == "variant" && action.detail == "python"                    ? "Python"
                                                                                   : action.detail;
    const QString detail = visibleText(said, kMostOfDetail);
    const QString words = ActionWords::tr(entry->words);
    QString sentence;
    for (qsizetype i = 0; i < words.size(); ++i) {
        const QStringView rest = QStringView(words).mid(i, 2);
        if (rest == u"%1" || rest == u"%2") {
            sentence += rest == u"%1" ? detail : whom;
            ++i;
        } else {
            sentence += words[i];
        }
    }
    return sentence;
}

} // namespace ipclab
