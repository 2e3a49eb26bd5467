// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/capture/program_beginning.h"

#include "ipc-core/capture/proc_fs.h"

#include <fcntl.h>
#include <sys/resource.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace ipclab {

namespace {

// They choose a language (locale(7)), a terminal, where programs are found, and how stdio buffers.
constexpr std::string_view kHarmless[] { "COLUMNS", "IPCLAB_PROBE", "LANG", "LANGUAGE",
    "LC_ADDRESS", "LC_ALL", "LC_COLLATE", "LC_CTYPE", "LC_IDENTIFICATION", "LC_MEASUREMENT",
    "LC_MESSAGES", "LC_MONETARY", "LC_NAME", "LC_NUMERIC", "LC_PAPER", "LC_TELEPHONE", "LC_TIME",
    "LINES", "PATH", "POSIXLY_CORRECT", "PYTHONDONTWRITEBYTECODE", "PYTHONHASHSEED",
    "PYTHONIOENCODING", "PYTHONUNBUFFERED", "PYTHONUTF8", "SHELL", "TERM", "TZ", "_STDBUF_E",
    "_STDBUF_I", "_STDBUF_O" };

bool isHarmless(std::string_view name)
{
    return std::ranges::find(kHarmless, name) != std::end(kHarmless);
}

bool isPlain(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
}

// A shell makes such names; anything else might be a part of a value.
bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= KeptEnvironment::kLongestName
        && std::ranges::all_of(name, isPlain);
}

std::string limitText(rlim_t value)
{
    return value == RLIM_INFINITY ? "unlimited" : std::to_string(value);
}

// What commonly stops a program, getrlimit(2).
std::string limitWords(Pid pid)
{
    constexpr std::array kLimits { std::pair { RLIMIT_NOFILE, "nofile" },
        std::pair { RLIMIT_NPROC, "nproc" }, std::pair { RLIMIT_STACK, "stack" },
        std::pair { RLIMIT_DATA, "data" }, std::pair { RLIMIT_AS, "as" },
        std::pair { RLIMIT_FSIZE, "fsize" }, std::pair { RLIMIT_CPU, "cpu" },
        std::pair { RLIMIT_CORE, "core" } };
    std::string words;
    for (const auto& [resource, name] : kLimits) {
        rlimit limit {};
        if (::prlimit(pid.value, resource, nullptr, &limit) == 0)
            words += std::string(name) + '=' + limitText(limit.rlim_cur) + ':'
                + limitText(limit.rlim_max) + '\0';
    }
    return words;
}

} // namespace

KeptEnvironment keptEnvironment(std::string_view joined)
{
    KeptEnvironment kept;
    std::size_t count = 0;
    while (!joined.empty()) {
        const std::size_t end = std::min(joined.find('\0'), joined.size());
        const std::string_view variable = joined.substr(0, end);
        joined.remove_prefix(std::min(end + 1, joined.size()));
        const std::size_t equals = variable.find('=');
        const std::string_view name = variable.substr(0, equals);
        if (equals == std::string_view::npos || !isName(name)
            || count == KeptEnvironment::kMostVariables) {
            ++kept.more;
            continue;
        }
        const bool whole
            = isHarmless(name) && variable.size() - equals - 1 <= KeptEnvironment::kLongestValue;
        kept.words.append(whole ? variable : name).push_back('\0');
        ++count;
    }
    return kept;
}

void recordBeginning(Recorder& recorder, Pid pid, Tid tid)
{
    constexpr std::size_t kMostEnvironment = std::size_t { 1 } << 20;
    const std::string folder = linkTarget("/proc/" + std::to_string(pid.value) + "/cwd");
    const std::string path = "/proc/" + std::to_string(pid.value) + "/environ";
    const std::string limits = limitWords(pid);
    ProgramBegan body;
    body.folder = folder;
    body.limits.joined = limits;
    const std::string environment = readSmallFile(path, kMostEnvironment);
    const KeptEnvironment kept = keptEnvironment(environment);
    // Of a program with more rights than ours it is unknown, and not empty.
    if (!environment.empty() || UniqueFd(::open(path.c_str(), O_RDONLY | O_CLOEXEC)))
        body.environment = WordList { kept.words };
    if (body.environment && environment.size() < kMostEnvironment)
        body.moreEnvironment = kept.more;
    recorder.record(pid, tid, body);
}

} // namespace ipclab
