// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/guide_replay.h"
#include "app/lab_presenter_guide.h"
#include "app/learner_steps.h"
#include "app/report.h"
#include "views/catalog/command_words.h"
#include "views/common/bookmarks.h"
#include "views/common/numbers.h"
#include "views/common/told_facts.h"
#include "views/common/wording.h"
#include "views/common/wording_tr.h"
#include "views/guide/guide_text.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <map>
#include <set>

namespace ipclab {

namespace {

constexpr std::size_t kMostFindings = 100;
constexpr std::size_t kMostPictures = 40;
constexpr std::size_t kMostOfFindings = 15; // pictures
constexpr qsizetype kLongestText = 1000;

QString bounded(std::string_view words)
{
    return QString::fromUtf8(words.data(), static_cast<qsizetype>(words.size())).left(kLongestText);
}

QString withoutStop(QString words) // a sentence of its own becomes a part of one
{
    if (words.endsWith(QLatin1Char('.')))
        words.chop(1);
    return words;
}

QString whenWords(const SessionHeader& header)
{
    const QDateTime when = QDateTime::fromString(bounded(header.startedAt), Qt::ISODate);
    return when.isValid() ? QLocale().toString(when, QLocale::LongFormat)
                          : bounded(header.startedAt);
}

QString variantWords(const std::string& variant)
{
    if (variant == name(Variant::C))
        return QStringLiteral("C");
    return variant == name(Variant::Python) ? QStringLiteral("Python") : bounded(variant);
}

// The steps of a lab that is known: in its words, and all of them.
std::vector<ReportStep> stepsOf(const Lab& lab, const SessionHeader& header, const EventLog& log,
    EventIndex end, const QString& language)
{
    constexpr EventIndex kAtOnce = 10'000;
    const Variant variant = variantNamed(header.variant).value_or(Variant::Python);
    GuideReplay replay(lab, variant, log, end, actionsIn(LogView(log, end)));
    while (replay.goOn(kAtOnce)) { }
    const std::vector<StepState> states = replay.at(end).steps;
    const std::vector<LearnerStep> said = learnerSteps(LogView(log, end));
    const Guide& guide = lab.guideIn(language.toStdString());
    std::vector<ReportStep> steps;
    for (std::size_t i = 0; i < lab.steps.size() && i < states.size(); ++i) {
        const LabStep& step = lab.steps[i];
        const auto found = guide.steps.find(step.id);
        const StepText words = found == guide.steps.end() ? StepText {} : found->second;
        ReportStep shown;
        shown.text
            = found == guide.steps.end() ? bounded(step.id) : plainText(withoutFacts(words.text));
        const auto told = std::ranges::find(said, step.id, &LearnerStep::id);
        if (states[i].done)
            shown.doneAt = told != said.end() && told->doneAt ? *told->doneAt : states[i].seenAt;
        if (step.ask && told != said.end()) {
            const auto label = [&](const std::string& choices) { // some, with commas
                QStringList labels;
                for (const QString& one : bounded(choices).split(QLatin1Char(',')))
                    labels
                        += withoutStop(plainText(choiceLabel(*step.ask, one.toStdString(), words)));
                return labels.join(QStringLiteral(", "));
            };
            shown.first = told->first.empty() ? QString() : label(told->first);
            shown.last = told->last.empty() ? QString() : label(told->last);
            shown.shown = told->answer.empty() ? QString() : label(told->answer);
            shown.rightAtFirst = told->rightAtFirst();
        }
        steps.push_back(std::move(shown));
    }
    return steps;
}

// Those of a lab that is not: as the session names them.
std::vector<ReportStep> stepsOf(const LogView& log)
{
    std::vector<ReportStep> steps;
    for (const LearnerStep& said : learnerSteps(log))
        steps.push_back({ bounded(said.id), said.doneAt, bounded(said.first), bounded(said.last),
            bounded(said.answer), said.rightAtFirst() });
    return steps;
}

// What happened that is worth a word or a picture.
class Moments {
public:
    explicit Moments(Report& report)
        : m_report(report)
    {
    }

    void take(const EventLog& log, EventIndex end)
    {
        World world;
        std::optional<EventIndex> last; // when a program lived that is no more
        for (EventIndex i = 0; i < end; ++i) {
            if (noteLife(world, log[i]))
                last = i;
            apply(world, log[i]);
            if (std::holds_alternative<FindingBegan>(log[i].body) && !world.findings.empty())
                noteFinding(world, world.findings.back(), i + 1);
        }
        noteBookmarks(log, end);
        if (last && m_living.empty()) // afterwards there is nothing to be seen
            m_captions[*last] += ReportWords::tr("Before the last program ended");
        else
            m_captions[end] += ReportWords::tr("At the end");
        for (const auto& [moment, captions] : m_captions) {
            ReportPicture picture;
            picture.moment = moment;
            picture.at = moment == 0 ? 0 : log[moment - 1].at;
            picture.captions = captions;
            m_report.pictures.push_back(std::move(picture));
        }
    }

private:
    // True: it is the end of the last program that lives.
    bool noteLife(const World& world, const Event& event)
    {
        if (std::holds_alternative<ProcessExited>(event.body))
            return m_living.erase(event.pid) > 0 && m_living.empty();
        const auto* const started = std::get_if<ProcessStarted>(&event.body);
        const Process* const process = world.process(event.pid);
        const bool self = started ? started->self : process && process->self;
        const bool ended = !started && process && !process->alive();
        if (event.pid && !self && !ended)
            m_living.insert(event.pid);
        return false;
    }
    void noteFinding(const World& world, const Finding& finding, EventIndex moment)
    {
        if (m_report.findings.size() >= kMostFindings) {
            ++m_report.moreFindings;
            return;
        }
        const QString title = findingTitle(finding);
        m_report.findings.push_back({ world.now, title, findingSentence(world, finding) });
        if (m_report.findings.size() <= kMostOfFindings)
            m_captions[moment] += title;
    }

    void noteBookmarks(const EventLog& log, EventIndex end)
    {
        Bookmarks bookmarks;
        bookmarks.take(log, end);
        for (const auto& [moment, mark] : bookmarks.all()) {
            if (m_captions.size() < kMostPictures || m_captions.contains(moment))
                m_captions[moment] += bounded(mark.text);
        }
    }

    Report& m_report;
    std::set<Pid> m_living; // of others than IPC Lab
    std::map<EventIndex, QStringList> m_captions;
};

} // namespace

Report makeReport(const EventLog& log, EventIndex end, const SessionHeader& header, const Lab* lab,
    const QString& language, quint64 damaged)
{
    Report report;
    report.language = language;
    report.learner = bounded(header.learner);
    report.lab = bounded(header.lab);
    QStringList variants;
    for (const std::string& one : variantsIn(LogView(log, end), header.variant))
        variants.append(variantWords(one));
    report.variant = variants.join(QStringLiteral(", "));
    report.when = whenWords(header);
    report.damaged = damaged;
    if (lab) {
        const Guide& guide = lab->guideIn(language.toStdString());
        report.title = plainText(text(guide.title));
        report.question = plainText(text(guide.question));
        report.steps = stepsOf(*lab, header, log, end, language);
    } else {
        QStringList command;
        for (const std::string& word : header.command)
            command += bounded(word);
        report.title = header.lab.empty()
            ? commandLine(command).left(kLongestText)
            : ReportWords::tr("The lab %1, which is not known here").arg(report.lab);
        report.steps = stepsOf(LogView(log, end));
    }
    Moments(report).take(log, end);
    report.duration = durationText(end == 0 ? 0 : log[end - 1].at);
    return report;
}

} // namespace ipclab
