// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ipc-core/world/process.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace ipclab {

namespace {

std::string_view lastPart(std::string_view path)
{
    return path.substr(path.rfind('/') + 1); // npos + 1 is 0
}

// A program that runs a script, and those of its one-letter options that matter here.
struct Interpreter {
    std::string_view name;
    std::string_view program; // the program is the argument itself
    std::string_view value; // the next word belongs to the option
};

constexpr auto kInterpreters = std::to_array<Interpreter>({
    { "python", "cm", "WX" },
    { "sh", "c", "oO" },
    { "bash", "c", "oO" },
    { "dash", "c", "o" },
    { "zsh", "c", "o" },
    { "perl", "eE", "" },
    { "ruby", "e", "" },
    { "node", "ep", "r" },
    { "lua", "e", "l" },
});

const Interpreter* interpreter(std::string_view program)
{
    // "python3.11" is python.
    const std::size_t end = program.find_first_of("0123456789.");
    const auto found = std::ranges::find(kInterpreters, program.substr(0, end), &Interpreter::name);
    return found == kInterpreters.end() ? nullptr : &*found;
}

enum class Option { Other, TakesNext, IsProgram };

// "-uc" is -u and -c; "-Wignore" has its value with it; "--norc" has no letters; "-" is stdin.
Option kindOf(std::string_view option, const Interpreter& runs)
{
    if (option.size() == 1)
        return Option::IsProgram;
    if (option.starts_with("--"))
        return Option::Other;
    if (option.size() > 2 && runs.value.find(option[1]) != std::string_view::npos)
        return Option::Other;
    if (option.find_first_of(runs.program, 1) != std::string_view::npos)
        return Option::IsProgram;
    const bool takesNext = runs.value.find(option.back()) != std::string_view::npos;
    return takesNext ? Option::TakesNext : Option::Other;
}

} // namespace

std::vector<std::string> wordsIn(std::string_view joined)
{
    constexpr std::size_t kMostWords = 4096;
    std::vector<std::string> words;
    while (!joined.empty() && words.size() < kMostWords) {
        const std::size_t end = std::min(joined.find('\0'), joined.size());
        words.emplace_back(joined.substr(0, end));
        joined.remove_prefix(std::min(end + 1, joined.size()));
    }
    return words;
}

std::string programName(const std::string& path, const std::vector<std::string>& argv)
{
    const std::string_view program = lastPart(argv.empty() || argv[0].empty() ? path : argv[0]);
    const Interpreter* const runs = interpreter(program);
    if (!runs)
        return std::string(program);
    for (std::size_t i = 1; i < argv.size(); ++i) {
        if (!argv[i].starts_with('-'))
            return std::string(lastPart(argv[i]));
        const Option option = kindOf(argv[i], *runs);
        if (option == Option::IsProgram)
            break;
        if (option == Option::TakesNext)
            ++i;
    }
    return std::string(program);
}

ProcessState Process::state() const
{
    if (ending)
        return ending->reaped ? ProcessState::Gone : ProcessState::Zombie;
    if (stoppedBy != 0)
        return ProcessState::Stopped;
    const bool waits = !threads.empty() && std::ranges::all_of(threads, [](const auto& entry) {
        return entry.second.call.has_value() && !entry.second.ahead;
    });
    return waits ? ProcessState::Waiting : ProcessState::Running;
}

const SourceLine* Thread::line() const
{
    const auto known = [](const auto& state) { return state->line ? &*state->line : nullptr; };
    return ahead ? known(ahead) : call ? known(call) : nullptr;
}

const Thread* Process::nextHeld() const
{
    const Thread* next = nullptr;
    for (const auto& [tid, thread] : threads) {
        if (thread.ahead && (!next || thread.ahead->since < next->ahead->since))
            next = &thread;
    }
    return next;
}

const Stream* Process::streamOn(int fd) const
{
    // A Python process has glibc's stdout too, which it does not use: its own ("sys.stdout") first;
    // so with C++ ("std::cout").
    const auto isItsOwn
        = [](const Stream& stream) { return stream.name.find_first_of(".:") != std::string::npos; };
    const Stream* best = nullptr;
    for (const Stream& stream : streams) {
        if (stream.fd == fd && (!best || (isItsOwn(stream) && !isItsOwn(*best))))
            best = &stream;
    }
    return best;
}

void Process::noteStream(Stream seen, bool gone)
{
    // Few programs have so many, a damaged file may; and each event looks through them.
    constexpr std::size_t kMostStreams = 256;
    const auto found = std::ranges::find_if(streams,
        [&](const Stream& stream) { return stream.fd == seen.fd && stream.name == seen.name; });
    if (found == streams.end()) {
        if (!gone && streams.size() < kMostStreams)
            streams.push_back(std::move(seen));
    } else if (gone) {
        streams.erase(found);
    } else {
        if (found->pending > 0 && seen.pending >= found->pending) // no less: nothing went out
            seen.keptSince = found->keptSince;
        seen.inherited = std::min(found->inherited, seen.pending);
        *found = std::move(seen);
    }
}

void Process::noteWritten(int fd, std::string_view bytes, std::uint64_t count, Nanoseconds at)
{
    for (Stream& stream : streams) {
        if (stream.fd != fd)
            continue;
        stream.keptSince = at;
        const std::size_t both = std::min(bytes.size(), stream.bytes.size());
        if (bytes.substr(0, both) == std::string_view(stream.bytes).substr(0, both))
            stream.inherited -= std::min(stream.inherited, count); // else it went past the buffer
    }
}

std::uint64_t inheritedMemory(const Process& process)
{
    constexpr std::uint64_t kOfDescriptor = 80; // in a std::map
    std::uint64_t memory = process.path.size() + process.name.size()
        + kOfDescriptor * (process.descriptors.size() + process.attached.size());
    for (const std::string& word : process.argv)
        memory += word.size() + sizeof word;
    for (const Stream& stream : process.streams)
        memory += stream.name.size() + stream.bytes.size() + sizeof stream;
    return memory;
}

std::uint64_t heldMemory(const Process& process)
{
    constexpr std::uint64_t kOfNode = 48; // of a std::map
    std::uint64_t memory = inheritedMemory(process);
    for (const auto& [tid, thread] : process.threads) {
        memory += kOfNode + sizeof thread;
        if (thread.call)
            memory += thread.call->fds.size() * sizeof(int) + thread.call->path.size();
        if (const SourceLine* const line = thread.line())
            memory += line->file.size();
        if (thread.call && thread.call->lock)
            memory += thread.call->lock->pids.size() * sizeof(Pid);
        if (thread.ahead)
            memory += thread.ahead->path.size() + thread.ahead->mark.size();
    }
    return memory;
}

std::string Process::stem() const
{
    const std::size_t dot = name.rfind('.');
    return dot == 0 || dot == std::string::npos ? name : name.substr(0, dot);
}

} // namespace ipclab
