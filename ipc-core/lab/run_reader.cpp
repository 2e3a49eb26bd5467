// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/lab/run_reader.h"

#include "ipc-core/lab/lab_files.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <iterator>

namespace ipclab {

namespace {

constexpr auto kWirings = std::to_array<std::string_view>(
    { "terminal", "pipe", "fifo", "socket", "unix", "file", "null", "inherit" });

bool isWiring(std::string_view word)
{
    return std::ranges::find(kWirings, word) != kWirings.end();
}

std::string allWirings()
{
    return listed({ kWirings.begin(), kWirings.end() });
}

// "./parent" is parent.c of the folder; "parent.py" is itself. Anything else is the machine's.
class ProgramCheck {
public:
    ProgramCheck(const Lab& lab, const TomlNode& at, const ProblemList& problems)
        : m_lab(lab)
        , m_at(at)
        , m_problems(problems)
    {
    }

    void c(const std::vector<std::string>& argv) const
    {
        if (!argv.empty() && argv.front().find('/') != std::string::npos)
            source(argv.front(), argv.front() + ".c");
    }
    void python(const std::vector<std::string>& argv) const
    {
        // By its name, the machine's; by a path, a file of the folder.
        if (!argv.empty() && argv.front().find('/') != std::string::npos)
            source(argv.front(), argv.front());
        for (const std::string& word : argv) {
            if (word.ends_with(".py") && word.find(' ') == std::string::npos)
                source(word, word);
        }
    }

private:
    // Not where nobody looks: who is asked before a lab runs is shown all its programs.
    static bool isPlain(const std::string& file)
    {
        constexpr int kDeepest = 4; // folders
        const std::filesystem::path path = std::filesystem::path(file).lexically_normal();
        return std::distance(path.begin(), path.end()) <= kDeepest + 1
            && std::ranges::none_of(
                path, [](const std::filesystem::path& part) { return part == "__pycache__"; });
    }
    void source(const std::string& word, const std::string& file) const
    {
        if (!isPlain(file) || !staysWithin(m_lab.folder, file))
            m_problems.add(ProblemKind::OutsideFolder, m_at, word.substr(0, 200));
        else if (!isFile((std::filesystem::path(m_lab.folder) / file).string()))
            m_problems.add(ProblemKind::UnknownProgram, m_at,
                std::filesystem::path(file).lexically_normal().string().substr(0, 200));
    }

    const Lab& m_lab;
    const TomlNode& m_at;
    const ProblemList& m_problems;
};

// What to start: argv in each variant, or one `command` of the machine for both.
void readCommands(TableReader& table, LabRun& run, const Lab& lab)
{
    if (table.has("command")) {
        run.argv = { table.texts("command"), table.texts("command") };
        run.takesSwitches = false;
    } else {
        table.need("c");
        table.need("python");
        run.argv = { table.texts("c"), table.texts("python") };
    }
    for (const std::string_view key : { "command", "c", "python" }) {
        const TomlNode* const node = table.take(key);
        if (!node || !node->array())
            continue;
        if (node->array()->empty())
            table.problems().add(ProblemKind::WrongType, *node, std::string(key), "array");
        const ProgramCheck check(lab, *node, table.problems());
        key == "c" ? check.c(table.texts(key)) : check.python(table.texts(key));
    }
}

void readWiringSwitch(
    const TomlNode& node, WiringChoice& choice, Lab& lab, const ProblemList& problems)
{
    TableReader table(node, "wiring", problems);
    choice.bySwitch = table.needText("switch");
    table.finish();
    const auto found = std::ranges::find(lab.switches, choice.bySwitch, &LabSwitch::name);
    if (found == lab.switches.end()) {
        problems.add(ProblemKind::UnknownSwitch, node, choice.bySwitch.substr(0, 64));
        return;
    }
    found->wiresOnly = true;
    for (const std::string& value : found->values) {
        if (!isWiring(value))
            problems.add(ProblemKind::UnknownWiring, node, value.substr(0, 64), allWirings());
    }
}

WiringChoice readWiring(TableReader& table, std::string_view key, Lab& lab)
{
    WiringChoice choice;
    const TomlNode* const node = table.take(key);
    if (!node)
        return choice;
    if (node->table()) {
        readWiringSwitch(*node, choice, lab, table.problems());
        return choice;
    }
    choice.word = table.needText(key);
    if (node->text() && !isWiring(choice.word))
        table.problems().add(
            ProblemKind::UnknownWiring, *node, choice.word.substr(0, 64), allWirings());
    return choice;
}

} // namespace

LabSwitch readSwitch(const TomlNode& node, const ProblemList& problems)
{
    TableReader table(node, "switch", problems);
    LabSwitch one;
    one.name = table.needId("name");
    table.need("values");
    one.values = table.texts("values");
    if (const TomlNode* const values = table.take("values");
        values && values->array() && one.values.size() < 2)
        problems.add(ProblemKind::WrongType, *values, "values", "array");
    if (one.values.empty())
        one.values.emplace_back(); // so that there is a default; the lab is not used
    if (const TomlNode* const flags = table.take("python_flags")) {
        TableReader flagTable(*flags, "python_flags", problems);
        for (const std::string& value : one.values) {
            if (auto flag = flagTable.text(value))
                one.pythonFlags[value] = std::move(*flag);
        }
        flagTable.finish();
    }
    table.finish();
    return one;
}

LabRun readRun(const TomlNode& node, Lab& lab, const ProblemList& problems)
{
    TableReader table(node, "run", problems);
    LabRun run;
    run.name = table.needId("name");
    readCommands(table, run, lab);
    run.stdio = { readWiring(table, "stdin", lab), readWiring(table, "stdout", lab),
        readWiring(table, "stderr", lab) };
    run.later = table.flag("later");
    table.finish();
    return run;
}

} // namespace ipclab
