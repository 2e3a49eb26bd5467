// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab_loader.h"

#include "ipc-core/base/signal_name.h"
#include "ipc-core/lab/guide_names.h"
#include "ipc-core/lab/guide_reader.h"
#include "ipc-core/lab/lab_files.h"
#include "ipc-core/lab/run_reader.h"
#include "ipc-core/lab/step_reader.h"
#include "ipc-core/lab/toml_node.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <set>
#include <system_error>

namespace ipclab {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view kLabFile = "lab.toml";
constexpr auto kLanguages = std::to_array<std::string_view>({ "en", "es" }); // every lab has these

std::optional<std::string> readFile(
    const std::string& folder, const std::string& file, Problems& problems)
{
    const ProblemList list(file, problems);
    if (!staysWithin(folder, file)) {
        list.add(ProblemKind::OutsideFolder, 0, 0, file);
        return std::nullopt;
    }
    auto content = readLabFile((fs::path(folder) / file).string());
    if (content)
        return std::move(*content);
    const int number = content.error().number;
    if (number == ENOENT || number == ENOTDIR)
        list.add(ProblemKind::MissingFile, 0, 0, file);
    else if (number == EFBIG)
        list.add(ProblemKind::TooLarge, 0, 0, file, std::to_string(kMostLabFileBytes));
    else
        list.add(ProblemKind::Unreadable, 0, 0, file, errorName(number));
    return std::nullopt;
}

// Tells of the second of two things with one name.
class Names {
public:
    void add(const std::string& name, const TomlNode& at, const ProblemList& problems)
    {
        if (!name.empty() && !m_names.insert(name).second)
            problems.add(ProblemKind::DuplicateId, at, name);
    }

private:
    std::set<std::string> m_names;
};

void readDocument(const TomlNode& document, Lab& lab, const ProblemList& problems)
{
    TableReader table(document, "lab.toml", problems);
    lab.id = table.needId("id");
    lab.topic = table.needId("topic");
    lab.order = static_cast<int>(std::min<std::int64_t>(table.number("order").value_or(0), 10'000));
    lab.parallel = table.flag("parallel");
    Names switches;
    for (const TomlNode& item : table.items("switch")) {
        lab.switches.push_back(readSwitch(item, problems));
        switches.add(lab.switches.back().name, item, problems);
    }
    Names runs;
    table.need("run");
    for (const TomlNode& item : table.items("run")) {
        lab.runs.push_back(readRun(item, lab, problems));
        runs.add(lab.runs.back().name, item, problems);
    }
    Names steps;
    steps.add(std::string(kExplanation), document, problems);
    table.need("step");
    for (const TomlNode& item : table.items("step")) {
        lab.steps.push_back(readStep(item, lab, problems));
        steps.add(lab.steps.back().id, item, problems);
    }
    table.finish();
}

std::vector<std::string> guideFiles(const std::string& folder)
{
    std::set<std::string> files;
    for (const std::string_view language : kLanguages)
        files.insert("guide." + std::string(language) + ".md");
    for (const std::string& file : filesEndingWith(folder, ".md")) {
        if (file.starts_with("guide.") && file.size() == std::string_view("guide.xx.md").size())
            files.insert(file);
    }
    return { files.begin(), files.end() };
}

void checkLinks(const std::string& guide, const std::string& folder, const ProblemList& problems)
{
    for (const GuideName& name : guideNames(guide)) {
        if (name.kind == GuideName::Kind::Link && isFileLink(name.text)
            && (isFileUrl(name.text) || !staysWithin(folder, name.text)))
            problems.add(
                ProblemKind::OutsideFolder, name.line, name.column, name.text.substr(0, 200));
    }
}

bool hasLab(const fs::path& folder)
{
    std::error_code error;
    return fs::exists(folder / kLabFile, error);
}

} // namespace

LoadResult loadLab(const std::string& folder)
{
    Problems problems;
    Lab lab;
    std::error_code error;
    lab.folder = fs::weakly_canonical(folder, error).string();
    if (error)
        lab.folder = folder;
    const std::string file(kLabFile);
    const auto content = readFile(lab.folder, file, problems);
    const auto document = content ? parseToml(*content, file, problems) : std::nullopt;
    if (!document)
        return problems;
    lab.cSources = filesEndingWith(lab.folder, ".c");
    lab.pythonSources = filesEndingWith(lab.folder, ".py");
    readDocument(*document, lab, ProblemList(file, problems));
    std::ranges::stable_sort(problems, {},
        [](const Problem& problem) { return std::pair(problem.line, problem.column); });
    for (const std::string& guide : guideFiles(lab.folder)) {
        const std::string language = guide.substr(guide.find('.') + 1, 2);
        const auto words = readFile(lab.folder, guide, problems);
        if (!words)
            continue;
        lab.guides[language] = readGuide(*words, lab, ProblemList(guide, problems));
        checkLinks(*words, lab.folder, ProblemList(guide, problems));
    }
    for (const std::string& link : linksOutOf(lab.folder)) {
        if (std::ranges::find(problems, link, &Problem::file) == problems.end())
            ProblemList(link, problems).add(ProblemKind::OutsideFolder, 0, 0, link);
    }
    if (!problems.empty())
        return problems;
    return lab;
}

std::vector<std::string> findLabs(const std::vector<std::string>& folders)
{
    std::map<std::string, std::string> found; // by name
    for (const std::string& folder : folders) {
        std::error_code error;
        for (fs::directory_iterator it(folder, error), end; !error && it != end;
             it.increment(error)) {
            const std::string name = it->path().filename().string();
            if (!name.starts_with('.') && hasLab(it->path()))
                found.emplace(name, it->path().string());
        }
    }
    std::vector<std::string> labs;
    labs.reserve(found.size());
    for (auto& [name, path] : found)
        labs.push_back(path);
    return labs;
}

} // namespace ipclab
