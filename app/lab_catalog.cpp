// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lab_catalog.h"

#include "app/distribution.h"
#include "app/folders.h"
#include "ipc-core/lab/launch_plan.h"
#include "views/common/lab_wording.h"
#include "views/common/wording_tr.h"
#include "views/guide/guide_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QStringList>

#include <algorithm>
#include <iterator>

namespace ipclab {

namespace {

struct CatalogWords {
    Q_DECLARE_TR_FUNCTIONS(ipclab::CatalogWords)
};

// As a course goes; others follow by name.
constexpr const char* kTopics[][2] = {
    { "processes", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Processes") },
    { "signals", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Signals") },
    { "pipes", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Pipes") },
    { "buffering", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Buffering and deadlock") },
    { "fifos", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "FIFOs") },
    { "sockets", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Sockets") },
    { "servers", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Servers") },
    { "threads", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Threads and locks") },
    { "memory", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Shared memory, queues, calls") },
    { "pools", QT_TRANSLATE_NOOP("ipclab::CatalogWords", "Pools and event loops") },
};

std::ptrdiff_t rank(const std::string& topic)
{
    return std::ranges::find_if(kTopics, [&](const auto& one) { return topic == one[0]; })
        - std::begin(kTopics);
}

bool before(const Lab& one, const Lab& other)
{
    const auto key = [](const Lab& lab) {
        return std::tuple(rank(lab.topic), lab.topic, lab.order == 0, lab.order, lab.id);
    };
    return key(one) < key(other);
}

CatalogLab shownLab(const Lab& lab, const QString& language, const LabProgress& progress)
{
    const Guide& guide = lab.guideIn(language.toStdString());
    const auto [question, shows] = questionParts(plainText(text(guide.question)));
    CatalogLab shown;
    shown.id = text(lab.id);
    shown.title = text(guide.title);
    shown.question = question;
    shown.shows = shows;
    shown.total = static_cast<int>(lab.steps.size());
    shown.done = static_cast<int>(std::ranges::count_if(lab.steps, [&](const LabStep& step) {
        const auto found = progress.steps.find(text(step.id));
        return found != progress.steps.end() && found->second.done.isValid();
    }));
    shown.predictions = progress.predictions();
    shown.right = progress.right();
    shown.minutes = progress.minutes();
    shown.missing = missingWords(lab);
    shown.machineLacks = !shown.missing.isEmpty();
    shown.remedy = remedyFor(lab);
    return shown;
}

} // namespace

QString topicTitle(const std::string& topic)
{
    const std::ptrdiff_t at = rank(topic);
    return at < std::ssize(kTopics) ? CatalogWords::tr(kTopics[at][1]) : text(topic);
}

QString problemLines(const Problems& problems)
{
    QStringList lines;
    for (const Problem& problem : problems)
        lines.append(problemSentence(problem));
    return lines.join(QLatin1Char('\n'));
}

QString obstacleTo(const Lab& lab, Variant variant)
{
    QStringList missing;
    for (const std::string& program : missingPrograms(lab, variant))
        missing.append(text(program));
    if (missing.isEmpty())
        return {};
    return CatalogWords::tr("%1 is not installed here").arg(missing.join(QStringLiteral(", ")));
}

QString missingWords(const Lab& lab)
{
    const QString c = obstacleTo(lab, Variant::C);
    const QString python = obstacleTo(lab, Variant::Python);
    if (!c.isEmpty() && !python.isEmpty())
        return c == python ? c : c + QStringLiteral("; ") + python;
    if (!c.isEmpty())
        return CatalogWords::tr("%1: only the Python variant can run").arg(c);
    if (!python.isEmpty())
        return CatalogWords::tr("%1: only the C variant can run").arg(python);
    return {};
}

QString remedyFor(const Lab& lab)
{
    QStringList commands;
    for (const Variant variant : { Variant::C, Variant::Python }) {
        for (const std::string& program : missingPrograms(lab, variant)) {
            const QString command = installCommandHere(text(program));
            if (!command.isEmpty() && !commands.contains(command))
                commands.append(command);
        }
    }
    return commands.join(QStringLiteral(" && "));
}

LabCatalog::LabCatalog(const std::vector<std::string>& folders)
    : m_folders(folders)
{
    for (const std::string& folder : findLabs(folders))
        take(folder, false);
    std::ranges::sort(m_labs, before);
}

QString LabCatalog::take(const std::string& folder, bool inPlace)
{
    LoadResult loaded = loadLab(folder);
    std::erase_if(m_broken, [&](const Broken& one) { return one.folder == folder; });
    if (const Lab* const lab = std::get_if<Lab>(&loaded)) {
        std::erase_if(m_labs, [&](const Lab& one) {
            return inPlace && (one.id == lab->id || one.folder == lab->folder);
        });
        m_labs.push_back(*lab);
        return text(lab->id);
    }
    const QString name = QFileInfo(text(folder)).fileName();
    std::erase_if(m_labs,
        [&](const Lab& one) { return inPlace && (one.folder == folder || text(one.id) == name); });
    m_broken.push_back({ folder, name.toStdString(), std::get<Problems>(std::move(loaded)) });
    return name;
}

QString LabCatalog::add(const std::string& folder)
{
    std::erase(m_added, folder);
    if (std::ranges::find(m_folders, QFileInfo(text(folder)).path().toStdString())
        == m_folders.end())
        m_added.push_back(folder);
    const QString id = take(folder, true);
    std::ranges::sort(m_labs, before);
    return id;
}

QString LabCatalog::read(const QString& id)
{
    const Lab* const lab = find(id);
    const auto broken = std::ranges::find(m_broken, id.toStdString(), &Broken::id);
    const std::string folder = lab ? lab->folder
        : broken != m_broken.end() ? broken->folder
                                   : std::string();
    if (folder.empty() || isBuiltIn(folder))
        return id;
    const QString now = take(folder, true);
    std::ranges::sort(m_labs, before);
    return now;
}

void LabCatalog::lookAgain()
{
    const std::vector<std::string> found = findLabs(m_folders);
    std::erase_if(m_added, [](const std::string& folder) {
        return !QFileInfo::exists(text(folder) + QStringLiteral("/lab.toml"));
    });
    const auto mayDiffer = [](const auto& one) { return !isBuiltIn(one.folder); };
    std::erase_if(m_labs, mayDiffer);
    std::erase_if(m_broken, mayDiffer);
    for (const std::string& folder : found) {
        if (!isBuiltIn(folder) || !knows(folder))
            take(folder, false);
    }
    for (const std::string& folder : m_added)
        take(folder, true);
    std::ranges::sort(m_labs, before);
}

bool LabCatalog::knows(const std::string& folder) const
{
    // A lab has the folder that it is in; here it may have been found behind a link.
    const std::string itself = QFileInfo(text(folder)).canonicalFilePath().toStdString();
    return std::ranges::find(m_labs, itself, &Lab::folder) != m_labs.end()
        || std::ranges::find(m_broken, folder, &Broken::folder) != m_broken.end();
}

std::vector<CatalogTopic> LabCatalog::topics(
    const QString& language, const AllProgress& progress) const
{
    std::vector<CatalogTopic> topics;
    const std::string* topic = nullptr;
    for (const Lab& lab : m_labs) {
        if (!topic || *topic != lab.topic)
            topics.push_back({ topicTitle(lab.topic), {}, text(lab.topic) });
        topic = &lab.topic;
        const auto known = progress.find(text(lab.id));
        topics.back().labs.push_back(
            shownLab(lab, language, known == progress.end() ? LabProgress {} : known->second));
    }
    if (m_broken.empty())
        return topics;
    topics.push_back({ CatalogWords::tr("Labs that cannot be opened"), {}, QStringLiteral("!") });
    for (const Broken& one : m_broken) {
        CatalogLab shown;
        shown.id = text(one.id);
        shown.title = text(one.id);
        shown.missing = one.problems.empty() ? QString() : problemSentence(one.problems.front());
        if (one.problems.size() > 1)
            shown.missing += QStringLiteral(" ")
                + CatalogWords::tr(
                    "… and %n more", nullptr, static_cast<int>(one.problems.size()) - 1);
        topics.back().labs.push_back(shown);
    }
    return topics;
}

const Lab* LabCatalog::find(const QString& id) const
{
    const auto found = std::ranges::find(m_labs, id.toStdString(), &Lab::id);
    return found == m_labs.end() ? nullptr : &*found;
}

int LabCatalog::labsWith(const std::string& program) const
{
    return static_cast<int>(std::ranges::count_if(m_labs, [&](const Lab& lab) {
        return (program == "cc" && !lab.cSources.empty())
            || std::ranges::any_of(lab.runs, [&](const LabRun& run) {
                   return std::ranges::any_of(
                       run.argv, [&](const auto& argv) { return argv.front() == program; });
               });
    }));
}

const Lab* LabCatalog::next(const std::string& id) const
{
    const auto found = std::ranges::find(m_labs, id, &Lab::id);
    return found == m_labs.end() || found + 1 == m_labs.end() ? nullptr : &*(found + 1);
}

QString LabCatalog::problems(const QString& id) const
{
    const auto found = std::ranges::find(m_broken, id.toStdString(), &Broken::id);
    return found == m_broken.end() ? QString() : problemLines(found->problems);
}

} // namespace ipclab
