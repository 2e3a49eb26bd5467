// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/commands.h"

#include "tests/bench/figures.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>

namespace ipclab::bench {

namespace {

constexpr std::size_t kMostErrors = std::size_t { 64 } << 10;

[[noreturn]] void become(const Command& command, int errors)
{
    const int nowhere = open("/dev/null", O_RDWR);
    dup2(nowhere, 0);
    dup2(nowhere, 1);
    dup2(errors >= 0 ? errors : nowhere, 2);
    for (const auto& [name, value] : command.environment)
        setenv(name.c_str(), value.c_str(), 1);
    std::vector<char*> words;
    for (const std::string& word : command.argv)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    execvp(words.front(), words.data());
    _exit(127);
}

std::string readAll(int fd)
{
    std::string all;
    std::array<char, 4096> part {};
    for (ssize_t count = 0; (count = read(fd, part.data(), part.size())) > 0;) {
        if (all.size() < kMostErrors)
            all.append(part.data(), static_cast<std::size_t>(count));
    }
    return all;
}

} // namespace

std::optional<Ran> run(const Command& command)
{
    std::array<int, 2> errors { -1, -1 };
    if (command.wantsErrors && pipe2(errors.data(), O_CLOEXEC) != 0)
        return std::nullopt;
    Ran ran;
    ran.startedAt = now();
    const pid_t child = fork();
    if (child < 0)
        return std::nullopt;
    if (child == 0)
        become(command, errors[1]);
    if (command.wantsErrors) {
        close(errors[1]);
        ran.errors = readAll(errors[0]);
        close(errors[0]);
    }
    int status = 0;
    waitpid(child, &status, 0);
    ran.milliseconds = static_cast<double>(now() - ran.startedAt) / 1e6;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return std::nullopt;
    return ran;
}

} // namespace ipclab::bench
