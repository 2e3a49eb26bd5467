// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_presenter_guide.h"

#include "app/lab_presenter.h"
#include "ipc-core/base/signal_name.h"
#include "ipc-core/lab/process_ref.h"
#include "ipc-core/log/event_log.h"
#include "views/common/time_cursor.h"
#include "views/common/told_facts.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"
#include "views/guide/guide_text.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QStringList>

#include <algorithm>
#include <memory>

namespace ipclab {

namespace {

struct GuideWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::GuideWords)
};

QString modeChoice(BufferMode mode)
{
    switch (mode) {
    case BufferMode::Full:
        return GuideWords::tr("fully: until the buffer is full");
    case BufferMode::Line:
        return GuideWords::tr("by lines: until a line ends");
    case BufferMode::None:
        break;
    }
    return GuideWords::tr("not at all: every write goes out at once");
}

} // namespace

QString choiceLabel(const Ask& ask, const std::string& choice, const StepText& words)
{
    if (std::holds_alternative<AskPlace>(ask)) {
        for (const Place place : { Place::Writer, Place::Kernel, Place::Reader, Place::Read }) {
            if (name(place) == choice)
                return placeLabel(place);
        }
    }
    if (std::holds_alternative<AskMode>(ask)) {
        for (const BufferMode mode : { BufferMode::Full, BufferMode::Line, BufferMode::None }) {
            if (name(mode) == choice)
                return modeChoice(mode);
        }
    }
    const auto own = words.choices.find(choice);
    return asOneLine(text(own == words.choices.end() ? choice : own->second));
}

namespace {

constexpr EventIndex kMostLooked = 5'000; // events of all: while one is stepped there are few

// Whether it has stood there since it began: it may be further by now.
bool hasStoodAt(const LogView& log, Pid pid, const DoStep& wanted)
{
    const EventIndex last = log.size() - std::min(log.size(), kMostLooked);
    for (EventIndex i = log.size(); i > last; --i) {
        const Event& event = log[i - 1];
        if (event.pid != pid)
            continue;
        if (std::holds_alternative<ProcessStarted>(event.body))
            return false;
        const auto* const held = std::get_if<ThreadHeld>(&event.body);
        if (held
            && (std::ranges::find(wanted.before, held->call) != wanted.before.end()
                || (!wanted.mark.empty() && wanted.mark == held->mark)))
            return true;
    }
    return false;
}

// What an action asks of the learner; nothing when it is done already.
class ActionWords {
public:
    ActionWords(const LabPresenter& presenter, const LabStep& step)
        : m_runner(*presenter.runner())
        , m_presenter(presenter)
        , m_step(step)
        , m_log(presenter.sharedLog())
    {
    }

    // As its card says it, once there is one: one name for one process.
    [[nodiscard]] QString named(const std::string& ref) const
    {
        const World& world = m_runner.world();
        const Process* const process = processNamed(world, ref);
        return process && process->alive() ? processName(world, *process) : text(ref);
    }

    QString operator()(const DoRun& action) const
    {
        if (!action.only.empty()) {
            const Process* const now = processNamed(m_runner.world(), action.only);
            return now && now->alive() ? QString()
                                       : GuideWords::tr("start %1").arg(text(action.only));
        }
        // When all have ended, and the step is not done, it takes another run; and when they were
        // launched before the switches were set.
        return m_runner.runBegan() && m_presenter.busy() && ranAsSet() ? QString()
                                                                       : GuideWords::tr("Run");
    }
    QString operator()(const DoStop&) const { return GuideWords::tr("Stop"); }
    QString operator()(const DoSignal& action) const
    {
        return GuideWords::tr("send %1 to %2")
            .arg(text(signalName(action.signal)), named(action.to));
    }
    QString operator()(const DoType& action) const
    {
        const QString typed = text(action.text).trimmed();
        if (severalRuns())
            return typed.isEmpty()
                ? GuideWords::tr("press Enter for %1 in “IPC Lab's end”").arg(text(action.to))
                : GuideWords::tr("type “%2” for %1 in “IPC Lab's end”").arg(text(action.to), typed);
        return typed.isEmpty() ? GuideWords::tr("press Enter in “IPC Lab's end”")
                               : GuideWords::tr("type “%1” in “IPC Lab's end”").arg(typed);
    }
    QString operator()(const DoClose& action) const
    {
        return severalRuns()
            ? GuideWords::tr("close the input of %1 in “IPC Lab's end”").arg(text(action.to))
            : GuideWords::tr("close the input in “IPC Lab's end”");
    }
    QString operator()(const DoSet& action) const
    {
        return isIn(m_runner.switches(), action)
            ? QString()
            : GuideWords::tr("set %1 to %2").arg(text(action.name), text(action.value));
    }
    QString operator()(const DoRead& action) const
    {
        return action.reads ? GuideWords::tr("press “Read again” in “IPC Lab's end”")
                            : GuideWords::tr("press “Stop reading” in “IPC Lab's end”");
    }
    QString operator()(const DoWait&) const { return {}; }
    QString operator()(const DoHold& action) const
    {
        if (action.process.empty())
            return action.hold == m_runner.world().paused ? QString()
                : action.hold                             ? GuideWords::tr("press Pause")
                                                          : GuideWords::tr("press Resume");
        return (action.hold ? GuideWords::tr("hold %1") : GuideWords::tr("let %1 go on"))
            .arg(named(action.process));
    }
    QString operator()(const DoStep& action) const
    {
        if (isDone(action))
            return {};
        if (!action.mark.empty())
            return GuideWords::tr("let %1 make its calls, up to its mark “%2”")
                .arg(named(action.process), text(action.mark));
        if (action.before.empty())
            return GuideWords::tr("let %1 make one call").arg(named(action.process));
        return GuideWords::tr("let %1 make its calls, up to %2")
            .arg(named(action.process), text(name(action.before.front())));
    }
    QString operator()(const DoSlow& action) const
    {
        return m_runner.world().slow == action.slow
            ? QString()
            : GuideWords::tr("set the speed to 1/%1").arg(action.slow);
    }

private:
    [[nodiscard]] bool severalRuns() const { return m_runner.lab().runs.size() > 1; }
    static bool isIn(const SwitchValues& switches, const DoSet& wanted)
    {
        const auto now = switches.find(wanted.name);
        return now != switches.end() && now->second == wanted.value;
    }
    [[nodiscard]] bool ranAsSet() const
    {
        return std::ranges::all_of(m_step.actions, [this](const Action& action) {
            const auto* const wanted = std::get_if<DoSet>(&action);
            return !wanted || isIn(m_runner.ranWith(), *wanted);
        });
    }
    [[nodiscard]] bool isDone(const DoStep& action) const
    {
        const World& world = m_runner.world();
        const Process* const process = processNamed(world, action.process);
        return m_log && process && process->alive()
            && hasStoodAt(
                LogView(*m_log, std::min(world.applied, m_log->size())), process->pid, action);
    }

    const LabRunner& m_runner;
    const LabPresenter& m_presenter;
    const LabStep& m_step;
    const std::shared_ptr<const EventLog> m_log; // nullptr: nothing has run
};

QString actionsLeft(const LabPresenter& presenter, const LabStep& step)
{
    const ActionWords wordsOf(presenter, step);
    QStringList left;
    for (const Action& action : step.actions) {
        const QString words = std::visit(wordsOf, action);
        if (!words.isEmpty())
            left.append(words);
    }
    QString line = left.join(QStringLiteral(" → "));
    if (!line.isEmpty())
        line[0] = line[0].toUpper();
    return line;
}

std::optional<QString> hintNow(
    const LabPresenter& presenter, const LabStep& step, const StepText& words)
{
    const LabRunner& runner = *presenter.runner();
    if (runner.needsPrediction()) {
        if (!presenter.ranTooEarly())
            return std::nullopt;
        return GuideWords::tr("Choose an answer first, then run again: only what happens after "
                              "your prediction counts.");
    }
    // Before it was tried, a hint would only give it away.
    if (step.asksToRun() && !runner.runBegan())
        return std::nullopt;
    for (const std::string& hint : runner.hints()) {
        const auto found = words.hints.find(hint);
        if (found != words.hints.end())
            return withFacts(found->second, runner.world());
    }
    return std::nullopt;
}

void addPrediction(
    GuideStep& shown, const LabStep& step, const StepState& state, const StepText& words)
{
    if (!step.ask)
        return;
    for (const std::string& choice : choices(*step.ask))
        shown.choices.push_back({ text(choice), choiceLabel(*step.ask, choice, words) });
    if (!state.prediction.empty())
        shown.chosen = text(state.prediction);
    if (state.done)
        shown.correct = text(state.shown.empty() ? answer(*step.ask) : state.shown);
}

// What is to come, without what it would give away: the answer of the step before it.
QString beginningOf(const QString& words)
{
    static const QRegularExpression kSentenceEnds(QStringLiteral("[.?!:](\\s|$)"));
    const qsizetype end = words.indexOf(kSentenceEnds);
    const QString first = end < 0 ? words : words.left(end + 1);
    return first.size() < words.size() ? first + QStringLiteral(" …") : first;
}

GuideStep shownStep(const LabPresenter& presenter, const StepsAtMoment& now, const World& world,
    std::size_t index, const Guide& guide)
{
    const LabRunner& runner = *presenter.runner();
    const LabStep& step = runner.lab().steps.at(index);
    const StepState& state = now.steps.at(index);
    const StepText& words = guide.steps.at(step.id);
    GuideStep shown;
    shown.id = text(step.id);
    shown.state = state.done   ? GuideStage::Done
        : now.current == index ? GuideStage::Current
                               : GuideStage::Later;
    shown.shown = state.done && state.demonstrated;
    shown.showing = shown.state == GuideStage::Current && state.demonstrated && !now.past;
    shown.text = shown.state == GuideStage::Current ? withFacts(words.text, world)
        : shown.state == GuideStage::Later          ? beginningOf(withoutFacts(words.text))
                                                    : withoutFacts(words.text);
    addPrediction(shown, step, state, words);
    if (!state.done && (now.past || shown.showing) && !shown.chosen)
        shown.choices.clear(); // it is too late to predict
    if (shown.state == GuideStage::Current && !now.past) {
        shown.hint = shown.showing ? std::nullopt : hintNow(presenter, step, words);
        shown.actionLabel = actionsLeft(presenter, step);
        shown.canBeShown = !presenter.showsStep();
    }
    return shown;
}

} // namespace

GuideContent guideContent(
    const LabPresenter& presenter, const QString& language, const QString& nextLabTitle)
{
    GuideContent content;
    if (!presenter.runner())
        return content;
    const LabRunner& runner = *presenter.runner();
    const Guide& guide = runner.lab().guideIn(language.toStdString());
    content.labTitle = text(guide.title);
    const auto [question, shows] = questionParts(text(guide.question));
    content.question = question;
    content.intro = shows;
    const StepsAtMoment now = presenter.steps();
    content.past = now.past;
    const World& world = now.past ? presenter.cursor().world() : runner.world();
    for (std::size_t i = 0; i < now.steps.size(); ++i)
        content.steps.push_back(shownStep(presenter, now, world, i, guide));
    content.explanation = text(guide.explanation);
    content.nextLabTitle = nextLabTitle;
    return content;
}

} // namespace ipclab
