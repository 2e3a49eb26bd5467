// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/lab_loader.h"
#include "ipc-core/lab/lab_runner.h"
#include "ipc-core/lab/launch_plan.h"
#include "ipc-core/log/session_file.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

using namespace ipclab;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

void write(const std::filesystem::path& path, std::string_view content)
{
    std::ofstream(path, std::ios::binary) << content;
}

// A lab's folder in memory, for this process.
class Folder {
public:
    Folder()
        : m_path(std::filesystem::temp_directory_path() / "lab_fuzz.XXXXXX")
    {
        std::string name = m_path.string();
        require(::mkdtemp(name.data()) != nullptr);
        m_path = name;
        write(m_path / "writer.c", "");
        write(m_path / "writer.py", "");
    }
    ~Folder() { std::filesystem::remove_all(m_path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    // As tests/lab/broken has them: "=== guide.en.md" begins a file. Others are as before.
    void fill(std::string_view parts)
    {
        constexpr std::string_view kMark = "=== ";
        while (parts.starts_with(kMark)) {
            const std::size_t newline = std::min(parts.find('\n'), parts.size());
            const std::string_view name = parts.substr(kMark.size(), newline - kMark.size());
            parts.remove_prefix(std::min(newline + 1, parts.size()));
            const std::size_t next = parts.find("\n=== ");
            const std::size_t end = next == std::string_view::npos ? parts.size() : next + 1;
            for (const std::string_view known : { "lab.toml", "guide.en.md", "guide.es.md" }) {
                if (name == known)
                    write(m_path / known, parts.substr(0, end));
            }
            parts.remove_prefix(end);
        }
    }
    [[nodiscard]] std::string path() const { return m_path.string(); }

private:
    std::filesystem::path m_path;
};

void checkProblems(const Problems& problems)
{
    require(!problems.empty() && problems.size() <= 100);
    for (const Problem& problem : problems)
        require(!problem.file.empty() && problem.line >= 0 && problem.column >= 0);
}

const EventLog& someLog()
{
    static const auto session = readSession(FUZZ_SESSION);
    require(session.ok());
    return *session->log;
}

void checkLab(const Lab& lab)
{
    require(!lab.id.empty() && !lab.steps.empty() && !lab.runs.empty());
    for (const std::string_view language : { "en", "es" })
        require(lab.guides.contains(std::string(language)));
    for (const Variant variant : { Variant::C, Variant::Python }) {
        (void)missingPrograms(lab, variant);
        for (const LaunchPlan& plan :
            launchPlans(lab, variant, defaultSwitches(lab), { lab.folder, lab.folder }))
            require(!plan.argv.empty());
        LabRunner runner(lab, variant);
        constexpr EventIndex kEnough = 300;
        for (EventIndex taken = 0; taken < kEnough; taken += 50) {
            runner.update(LogView(someLog()), 50);
            if (runner.needsPrediction())
                require(runner.predict(choices(*lab.steps.at(*runner.current()).ask).front()));
            (void)runner.hints();
            (void)runner.expectations();
        }
        runner.replaceLab(Lab(lab), false);
        runner.reset();
    }
}

} // namespace

// Whatever the files hold: no crash, every problem has its place, and a lab that loads can be gone
// through.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static Folder folder;
    folder.fill({ reinterpret_cast<const char*>(data), size });
    const LoadResult result = loadLab(folder.path());
    if (const auto* const problems = std::get_if<Problems>(&result))
        checkProblems(*problems);
    else
        checkLab(std::get<Lab>(result));
    return 0;
}
