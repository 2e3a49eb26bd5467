// SPDX-FileCopyrightText: 2026 The IPC Lab authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/interpreter.h"

#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>

namespace ipclab {

namespace {

// elf(5): not a script, so a program of this machine.
bool isProgram(const std::string& path)
{
    constexpr std::array<char, 4> kMagic { '\x7f', 'E', 'L', 'F' };
    std::array<char, 4> head {};
    std::ifstream file(path, std::ios::binary);
    return access(path.c_str(), X_OK) == 0 && file.read(head.data(), head.size()) && head == kMagic;
}

} // namespace

std::string interpreterNamed(const std::string& word)
{
    const char* const set = std::getenv("PATH");
    std::string rest = set ? set : "";
    while (word.find('/') == std::string::npos && !rest.empty()) {
        const std::size_t end = std::min(rest.find(':'), rest.size());
        std::string path = rest.substr(0, end) + '/' + word;
        if (isProgram(path))
            return path;
        rest.erase(0, end + 1);
    }
    return word;
}

} // namespace ipclab
